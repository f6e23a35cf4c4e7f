/** The pages of the library as a table: any number of them, sorted by a column, chosen one by one or all at once. */
// oxlint-disable react/incompatible-library -- there is no compiler whose memory the virtual list could confuse
// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual list stand where they are put, which a table's do not
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Check } from '../../ui/Check.tsx'
import { focusRow } from '../../ui/focus-row.ts'
import { stepTo } from '../../ui/step.ts'
import { BulkActions } from './BulkActions.tsx'
import { NO_CHOICE, chosen, remaining, stretch, toggle } from './choice.ts'
import { useChoice } from './use-choice.ts'
import { Cells, COLUMNS } from './PageCells.tsx'
import { usePageWindow } from './page-window.ts'
import type { Acts } from './use-acts.ts'
import type { KeyboardEvent, MouseEvent } from 'react'
import { errorText } from '../../../shared/errors.ts'
import type { LibraryPage, PageFilter, Workflow } from '../../../shared/api/library.ts'

/** Height of a row in CSS pixels; the style sheet says the same. */
const ROW = 38

type Props = {
  readonly filter: PageFilter
  readonly version: number
  readonly workflow: Workflow | undefined
  readonly acts: Acts
  readonly onChanged: () => void
}

export function PageTable({ filter, version, workflow, acts, onChanged }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const sort = useStore(w.shell, (s) => s.chosen['library.sort'])
  const { choice, change, settled } = useChoice()
  const [here, setHere] = useState(0)
  const full = { ...filter, sort: sort.by, descending: sort.descending }
  const pages = usePageWindow(full, w.complain)
  const openId = useStore(w.desk, (s) => s.open?.id)
  const box = useRef<HTMLDivElement>(null)
  const order = useRef<{ readonly key: string; readonly ids: Promise<readonly number[]> }>(undefined)
  const rows = useVirtualizer({
    count: pages.total ?? 0,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  const items = rows.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  // One row can be reached with Tab, and its check; what comes behind the table is the next stop.
  const stop = items.some(({ index }) => index === here) ? here : first
  const { show, refresh } = pages
  useEffect(() => show(first, last), [show, first, last])
  useEffect(() => {
    if (version > 0) refresh()
  }, [refresh, version])
  const { total } = pages
  useEffect(() => {
    // The last row may be gone, and the focus with it.
    if (total === undefined || total === 0 || here < total) return
    setHere(total - 1)
    if (document.activeElement === document.body) focusRow(box.current, `[data-row="${total - 1}"]`)
  }, [total, here])
  const key = JSON.stringify(full)
  const among = JSON.stringify(filter)
  useEffect(() => change(() => NO_CHOICE), [among, change])
  useEffect(() => {
    // Pages changed: what went into the bin, or elsewhere, is not chosen any more.
    const there = () => call('library.ids', JSON.parse(among) as PageFilter) // the very filter that made it
    if (version > 0) change(async (c) => (c.ids.size > 0 ? remaining(c, await there()) : c))
  }, [version, among, change])
  useEffect(() => {
    // In another order the same pages are chosen.
    change((c) => ({ ...c, anchor: undefined }))
    setHere(0)
    box.current?.scrollTo(0, 0)
  }, [key, change])
  const isRead = total !== undefined && total > 0
  useEffect(() => {
    // Who comes into the room is at its first page, unless something else was reached for meanwhile.
    const at = document.activeElement
    if (isRead && (at === document.body || at?.classList.contains('room-main'))) focusRow(box.current, '[data-row="0"]')
  }, [isRead])

  const ids = (): Promise<readonly number[]> => {
    if (order.current?.key !== key + version)
      order.current = { key: key + version, ids: call('library.ids', full).catch(() => []) }
    return order.current.ids
  }
  const chooseAll = () => change(async () => chosen(await ids()))
  const stretchTo = (index: number, from?: number) => change(async (c) => stretch(c, await ids(), index, from))
  /** What is chosen, or else the one page. */
  const bin = async (page?: LibraryPage) => {
    const { ids: all } = await settled()
    if (await acts.bin(all.size > 0 || !page ? [...all] : [page.id])) change(() => NO_CHOICE)
  }
  const open = (page: LibraryPage) => {
    w.rooms.set({ room: undefined })
    void w.openPage(page.id)
  }
  const focus = (index: number) => {
    setHere(index)
    rows.scrollToIndex(index)
    focusRow(box.current, `[data-row="${index}"]`)
  }
  const onKey = (event: KeyboardEvent<HTMLElement>, page: LibraryPage | undefined, index: number) => {
    const count = total ?? 0
    const next = stepTo(event.key, index, count)
    // A key that is held down steps on, and does all else once.
    const once = (work: () => void) => {
      if (!event.repeat) work()
    }
    if (next !== undefined) {
      focus(next)
      if (event.shiftKey) stretchTo(next, index)
    } else if (!page) return
    else if (event.key === 'Enter') once(() => open(page))
    else if (event.key === ' ') once(() => change((c) => toggle(c, page.id, index)))
    else if (event.key === 'Delete') once(() => void bin(page))
    else if (event.key === 'Escape' && choice.ids.size > 0) change(() => NO_CHOICE)
    else return
    event.preventDefault()
  }
  const onKeyAnywhere = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey)) return
    if (!event.repeat) chooseAll()
    event.preventDefault()
  }
  const onPress = (event: MouseEvent, page: LibraryPage, index: number) => {
    setHere(index)
    if (event.shiftKey) stretchTo(index)
    else if (event.ctrlKey || event.metaKey) change((c) => toggle(c, page.id, index))
    else open(page)
  }
  // In one newspaper its name needs no column.
  const columns = useMemo(
    () => COLUMNS.filter(({ id }) => id !== 'publication' || filter.publication === undefined),
    [filter.publication],
  )
  const choose = useCallback((id: number, index: number) => change((c) => toggle(c, id, index)), [change])
  const all = pages.total !== undefined && pages.total > 0 && choice.ids.size >= pages.total

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key is that of the list in it
    <section className="column-main pages" aria-label={t('shelves.pagesTitle')} onKeyDown={onKeyAnywhere}>
      <div
        className="grid"
        data-narrow={filter.publication !== undefined}
        role="grid"
        aria-label={t('shelves.pagesTitle')}
        aria-rowcount={(pages.total ?? 0) + 1}
      >
        <div className="grid-head" role="row">
          <span role="columnheader">
            <Check
              name={t('shelves.chooseAll')}
              hidden
              checked={all}
              onChange={(on) => (on ? chooseAll() : change(() => NO_CHOICE))}
            />
          </span>
          {columns.map(({ id, sort: by }) => (
            <span
              key={id}
              role="columnheader"
              data-column={id}
              aria-sort={by === sort.by ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              {by ? (
                <button
                  type="button"
                  onClick={() =>
                    w.choose('library.sort', {
                      by,
                      descending: sort.by === by ? !sort.descending : by !== 'title',
                    })
                  }
                >
                  {t(`shelves.column.${id}`)}
                  {sort.by === by &&
                    (sort.descending ? <ArrowDown aria-hidden size={12} /> : <ArrowUp aria-hidden size={12} />)}
                </button>
              ) : (
                t(`shelves.column.${id}`)
              )}
            </span>
          ))}
        </div>
        <div className="grid-body" ref={box} role="rowgroup">
          {pages.total === 0 && (
            <p className="empty">
              {pages.failure
                ? errorText(pages.failure.code, pages.failure.params, langNow())
                : filter.text || filter.state || filter.missing
                  ? t('shelves.noMatch')
                  : t('shelves.empty')}
            </p>
          )}
          <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
            {items.map((row) => {
              const page = pages.at(row.index)
              return (
                <div
                  key={row.index}
                  role="row"
                  aria-rowindex={row.index + 2}
                  aria-selected={page ? choice.ids.has(page.id) : undefined}
                  className="grid-row"
                  data-row={row.index}
                  data-page={page?.id}
                  data-current={page !== undefined && page.id === openId}
                  tabIndex={row.index === stop ? 0 : -1}
                  style={{ transform: `translateY(${row.start}px)` }}
                  onFocus={() => setHere(row.index)}
                  onKeyDown={(event) => event.target === event.currentTarget && onKey(event, page, row.index)}
                  onClick={
                    (event) =>
                      page && !(event.target as HTMLElement).closest('.check') && onPress(event, page, row.index) // clicks land on elements
                  }
                >
                  {page ? (
                    <Cells
                      page={page}
                      columns={columns}
                      chosen={choice.ids.has(page.id)}
                      index={row.index}
                      tabbable={row.index === stop}
                      onChoose={choose}
                    />
                  ) : (
                    <span className="grid-wait" />
                  )}
                </div>
              )
            })}
          </div>
        </div>
      </div>
      <BulkActions
        ids={choice.ids}
        total={pages.total ?? 0}
        steps={workflow?.pages ?? []}
        acts={acts}
        onBin={() => void bin()}
        onLost={() => focusRow(box.current, `[data-row="${stop}"]`)}
        onDone={() => {
          change(() => NO_CHOICE)
          onChanged()
        }}
      />
    </section>
  )
}

/** The pages of the archive: filter them, open one, remove one. */
// oxlint-disable react/incompatible-library -- there is no compiler whose memory the virtual list could confuse
import { useVirtualizer } from '@tanstack/react-virtual'
import { Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { focusRow } from '../../ui/focus-row.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { stepTo } from '../../ui/step.ts'
import { DoubtMark } from '../doubts/DoubtMark.tsx'
import { lineOf } from './page-line.ts'
import { usePageWindow } from './page-window.ts'
import { errorText } from '../../../shared/errors.ts'
import type { BanxinError } from '../../../shared/errors.ts'
import type { KeyboardEvent } from 'react'
import type { PageSummary } from '../../../shared/api/pages.ts'

/** Height of a row in CSS pixels; the style sheet says the same. */
const ROW = 66
/** Milliseconds of quiet before a filter is looked for. */
const QUIET = 120

export function Library() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const listing = useStore(w.shell, (s) => s.listing)
  const filter = useStore(w.shell, (s) => s.filter)
  const [asked, setAsked] = useState('')
  const openId = useStore(w.desk, (s) => s.open?.id)
  const pages = usePageWindow(asked ? { text: asked } : {}, w.complain)
  const total = pages.total ?? 0
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  })

  const items = rows.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  const { show, refresh } = pages
  useEffect(() => show(first, last), [show, first, last])
  useEffect(() => {
    if (listing > 0) refresh()
  }, [refresh, listing])
  useEffect(() => {
    const timer = setTimeout(() => setAsked(filter.trim()), filter ? QUIET : 0)
    return () => clearTimeout(timer)
  }, [filter])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const here = Number(event.currentTarget.dataset['index'])
    const page = pages.at(here)
    if (event.key === 'Delete' && page) {
      event.preventDefault()
      return w.shell.set({ dialog: { name: 'remove', page } })
    }
    const index = stepTo(event.key, here, total)
    if (index === undefined) return
    event.preventDefault()
    rows.scrollToIndex(index)
    focusRow(box.current, `[data-index="${index}"]`)
  }

  return (
    <nav className="library" aria-label={t('library.title')}>
      <header className="pane-head">
        <h2>{t('library.title')}</h2>
        <span className="pane-note">
          {pages.failure
            ? ''
            : asked
              ? t('library.found', { n: total.toLocaleString('en') })
              : total.toLocaleString('en')}
        </span>
      </header>
      <FilterField name={t('library.filter')} value={filter} onText={(text) => w.shell.set({ filter: text })} />
      <div className="library-list" ref={box}>
        {total > 0 ? (
          <ul style={{ height: rows.getTotalSize() }}>
            {items.map((row) => {
              const page = pages.at(row.index)
              return (
                page && (
                  <li key={page.id} style={{ top: row.start }}>
                    <Row
                      page={page}
                      index={row.index}
                      onKeyDown={onKeyDown}
                      current={page.id === openId}
                      tabbable={openId === undefined ? row.index === 0 : page.id === openId}
                    />
                  </li>
                )
              )
            })}
          </ul>
        ) : (
          <Nothing loading={pages.total === undefined} query={asked} failure={pages.failure} />
        )}
      </div>
    </nav>
  )
}

function Row({
  page,
  index,
  onKeyDown,
  current,
  tabbable,
}: {
  readonly page: PageSummary
  readonly index: number
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly current: boolean
  readonly tabbable: boolean
}) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const title = page.title || page.name
  return (
    <div className="row" data-current={current}>
      <button
        type="button"
        className="row-main"
        data-page={page.id}
        data-index={index}
        aria-current={current ? 'page' : undefined}
        tabIndex={tabbable ? 0 : -1}
        title={page.name}
        onKeyDown={onKeyDown}
        onClick={() => void w.openPage(page.id)}
      >
        <span className="row-title" lang={langOf(title)}>
          {title}
        </span>
        <span className="row-line" lang={langOf(lineOf(page))}>
          {lineOf(page)}
        </span>
        <span className="row-line row-counts">
          <span>{t('library.stories', { n: page.stories })}</span>
          <span>{t('library.characters', { n: page.characters.toLocaleString('en') })}</span>
          <DoubtMark id={page.id} revision={page.revision} />
        </span>
      </button>
      <IconButton
        name={t('remove.row', { title })}
        icon={Trash2}
        className="row-tool"
        tabIndex={tabbable ? 0 : -1}
        onClick={() => w.shell.set({ dialog: { name: 'remove', page } })}
      />
    </div>
  )
}

function Nothing({
  loading,
  query,
  failure,
}: {
  readonly loading: boolean
  readonly query: string
  readonly failure: BanxinError | undefined
}) {
  const { t } = useTranslation()
  // An archive that cannot be read is not an empty one.
  if (failure) return <p className="empty">{errorText(failure.code, failure.params, langNow())}</p>
  if (loading) return <p className="empty">{t('library.loading')}</p>
  return query ? (
    <p className="empty">{t('library.noMatch', { query })}</p>
  ) : (
    <div className="empty">
      <p>{t('library.empty')}</p>
      <p className="empty-hint">{t('library.emptyHint')}</p>
    </div>
  )
}

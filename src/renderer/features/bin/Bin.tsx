/** The bin: pages that were deleted, until when they can be brought back; and the last actions, each with its undo. */
import { RotateCcw, Trash2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useProgress } from '../../app/use-progress.ts'
import { savedFirst } from '../../app/saved-first.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { Check } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { Sentence } from '../../ui/Sentence.tsx'
import { useAsync } from '../../ui/use-async.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { localTime } from '../library/local-time.ts'
import { lineOf } from '../library/page-line.ts'
import { Progress } from '../library/Progress.tsx'
import { RoomHead } from '../library/RoomHead.tsx'
import { tellUndone } from '../library/tell-undone.ts'
import { usePageWindow } from '../library/page-window.ts'
import type { KeyboardEvent } from 'react'
import { errorText } from '../../../shared/errors.ts'
import type { LibraryPage, Operation, PageFilter } from '../../../shared/api/library.ts'

const IN_BIN: PageFilter = { bin: true, sort: 'deleted', descending: true }

const count = (n: number): string => n.toLocaleString('en')

export function Bin() {
  const { t, i18n } = useTranslation()
  const w = useWorkstation()
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set())
  const [asked, setAsked] = useState(false)
  const [version, setVersion] = useState(0)
  const [text, setText] = useState('')
  /** What is looked for by now: what an earlier text found may come late, and is not chosen then. */
  const typed = useRef(text)
  const shown: PageFilter = text.trim() === '' ? IN_BIN : { ...IN_BIN, text: text.trim() }
  const pages = usePageWindow(shown, w.complain)
  const operations = useAsync(() => call('operation.list', { limit: 60 }), [version], w.complain)
  const progress = useProgress()
  /** Nothing can be done now: nothing is chosen, or something is under way. */
  const still = ids.size === 0 || progress !== undefined
  const { refresh } = pages
  useEffect(() => {
    if (version > 0) refresh()
  }, [refresh, version])

  const running = useRef(false)
  const act = async (work: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    setAsked(false)
    try {
      await work()
    } catch (error) {
      w.complain(error)
    } finally {
      running.current = false
    }
    setIds(new Set())
    setVersion((n) => n + 1)
  }
  const undo = (id: number) =>
    act(async () => {
      if (!(await savedFirst(w))) return
      const undone = await call('operation.undo', { id })
      tellUndone(w, undone)
      // It may have been a step of the open page, or a saved search.
      w.shell.set({ stated: w.shell.get().stated + 1 })
      await w.search.readSaved()
    })
  const restore = () =>
    act(async () => {
      const { pages: n } = await call('bin.restore', { ids: [...ids] })
      w.tell('bin.restored', { n: count(n) })
    })
  const purge = () =>
    act(async () => {
      const { pages: n } = await call('bin.purge', { ids: [...ids] })
      w.tell('bin.purged', { n: count(n) })
    })
  /** What was done, with the newspaper where it is known; an older program did not note it. */
  const nameOf = ({ kind, params }: Operation): string => {
    const named = params['name'] && params['date'] !== '' && `operation.${kind}.named`
    const told = Object.entries(params).map(([key, value]) => [key, typeof value === 'number' ? count(value) : value])
    return t(named && i18n.exists(named) ? named : `operation.${kind}`, {
      ...(Object.fromEntries(told) as Operation['params']), // the same names
      defaultValue: kind,
    })
  }
  const toggle = (id: number) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    setIds(next)
  }
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) void all(true)
    else if (event.key === 'Escape' && ids.size > 0) setIds(new Set())
    else if (event.key === 'Delete' && !still) setAsked(true)
    else if (event.key === 'Enter' && !still) {
      if (!event.repeat) void restore()
    } else return
    event.preventDefault()
  }
  const all = async (on: boolean) => {
    const every = on ? await call('library.ids', shown).catch(() => []) : []
    if (typed.current === text) setIds(new Set(every))
  }

  return (
    <div className="bin">
      <RoomHead
        title={t('room.bin')}
        note={pages.total === undefined ? '' : t('shelves.count', { n: count(pages.total) })}
      >
        {progress && <Progress {...progress} />}
        <FilterField
          name={t('bin.filter')}
          value={text}
          onText={(next) => {
            typed.current = next
            setText(typed.current)
            // What is out of sight is not chosen, least of all for good.
            setIds(new Set())
          }}
          inHead
        />
        <Check
          name={t('bin.all')}
          checked={ids.size > 0 && ids.size === pages.total}
          disabled={!pages.total}
          onChange={(on) => void all(on)}
        />
        <button type="button" className="text-button" disabled={still} onClick={() => void restore()}>
          <RotateCcw aria-hidden size={14} strokeWidth={1.6} />
          {t('bin.restore')}
        </button>
        <button type="button" className="text-button text-danger" disabled={still} onClick={() => setAsked(true)}>
          <Trash2 aria-hidden size={14} strokeWidth={1.6} />
          {t('bin.purge')}
        </button>
      </RoomHead>
      <div className="bin-columns">
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the list in it */}
        <div className="bin-pages" onKeyDown={onKey}>
          {pages.total === 0 ? (
            <div className="empty empty-room">
              <Trash2 aria-hidden size={28} strokeWidth={1.2} />
              <p>
                {pages.failure
                  ? errorText(pages.failure.code, pages.failure.params, langNow())
                  : t(text.trim() === '' ? 'bin.empty' : 'bin.nothing')}
              </p>
              {!pages.failure && text.trim() === '' && <p className="empty-hint">{t('bin.emptyHint')}</p>}
            </div>
          ) : (
            <VirtualList
              name={t('room.bin')}
              count={pages.total ?? 0}
              height={54}
              onShow={pages.show}
              row={(index) => {
                const page = pages.at(index)
                return page && <Deleted page={page} chosen={ids.has(page.id)} onChoose={() => toggle(page.id)} />
              }}
            />
          )}
        </div>
        <section className="column operations" aria-label={t('bin.operations')}>
          <h3>{t('bin.operations')}</h3>
          <ul>
            {operations?.map((o) => (
              <li key={o.id} className="operation" data-undone={o.undoneAt !== null}>
                <span>
                  <strong>
                    <Sentence text={nameOf(o)} />
                  </strong>
                  <span>{[localTime(o.at), o.who].filter(Boolean).join(' · ')}</span>
                </span>
                {o.gone ? (
                  <em title={t('bin.goneWhy')}>{t('bin.gone')}</em>
                ) : o.undoneAt === null ? (
                  <button
                    type="button"
                    className="text-button"
                    aria-label={t('bin.undoOf', { name: nameOf(o) })}
                    onClick={() => void undo(o.id)}
                  >
                    <Undo2 aria-hidden size={13} strokeWidth={1.6} />
                    {t('shelves.undo')}
                  </button>
                ) : (
                  <em>{t('bin.undone')}</em>
                )}
              </li>
            ))}
          </ul>
          {operations?.length === 0 && <p className="empty-hint">{t('bin.noOperations')}</p>}
        </section>
      </div>
      {asked && (
        <Dialog title={t('bin.purge')} onClose={() => setAsked(false)}>
          <p className="dialog-text">{t('bin.purgeBody', { n: count(ids.size) })}</p>
          <footer className="dialog-foot">
            <button type="button" className="button" data-first onClick={() => setAsked(false)}>
              {t('dialog.cancel')}
            </button>
            <button type="button" className="button button-danger" onClick={() => void purge()}>
              {t('bin.purge')}
            </button>
          </footer>
        </Dialog>
      )}
    </div>
  )
}

function Deleted({
  page,
  chosen,
  onChoose,
}: {
  readonly page: LibraryPage
  readonly chosen: boolean
  readonly onChoose: () => void
}) {
  const { t } = useTranslation()
  const title = page.title || page.name
  return (
    <div className="list-row" data-chosen={chosen}>
      <Check name={t('shelves.choose', { title })} hidden checked={chosen} onChange={onChoose} />
      <span className="list-text">
        <strong lang={langOf(title)}>{title}</strong>
        <span lang={langOf(lineOf(page))}>{lineOf(page)}</span>
      </span>
      <span className="list-note">
        {page.deletedAt && <span>{t('bin.deleted', { at: localTime(page.deletedAt) })}</span>}
        {page.purgeAt && <span>{t('bin.until', { at: localTime(page.purgeAt).slice(0, 10) })}</span>}
      </span>
    </div>
  )
}

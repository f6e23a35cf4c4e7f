/** The states of the open page: who saved what when, any two compared by character, also with the OCR text; any of it brought back. */
import { RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, on } from '../../app/banxin.ts'
import { pageTitle } from '../../app/page-title.ts'
import { useStore } from '../../app/store.ts'
import { savedFirst } from '../../app/saved-first.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { useAsync } from '../../ui/use-async.ts'
import { localTime } from '../library/local-time.ts'
import { RoomHead } from '../library/RoomHead.tsx'
import { UndoOffer } from '../library/UndoOffer.tsx'
import { useUndoKey } from '../library/use-undo-key.ts'
import { Changes } from './Changes.tsx'
import { OldPage } from './OldPage.tsx'
import type { Page } from '../../../shared/page/page.ts'
import type { State } from './state.ts'

export function History() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const id = useStore(w.desk, (s) => s.open?.id)
  const title = useStore(w.desk, (s) => (s.page ? pageTitle(s.page) : ''))
  const [version, setVersion] = useState(0)
  const [wanted, setWanted] = useState<{ readonly from?: State; readonly to?: State }>({})
  const [view, setView] = useState<'changes' | 'page'>('changes')
  const list = useAsync(
    async () => {
      await w.autosave.flush()
      return id === undefined ? [] : call('revision.list', { id })
    },
    [id, version],
    w.complain,
  )
  useEffect(
    () => on('pages.changed', ({ ids }) => id !== undefined && ids.includes(id) && setVersion((n) => n + 1)),
    [id],
  )
  const newest = list?.[0]?.revision
  const to = wanted.to ?? newest
  const from = wanted.from ?? list?.[1]?.revision ?? 'source'

  const now = useStore(w.desk, (s) => s.page)
  const [restored, setRestored] = useState<{ readonly text: string; readonly page: Page | undefined }>()
  /** The page is as it was restored: undo leads back to what stood before. */
  const done = restored && restored.page === now ? restored : undefined
  const place = useRef<HTMLDivElement>(null)
  const undo = async () => {
    setRestored(undefined)
    w.desk.undo()
    if (await savedFirst(w)) w.tell('shelves.undone')
    setVersion((n) => n + 1)
  }
  useUndoKey(done, place, undo)

  const restore = async (revision: number, what: { article?: string; block?: string }) => {
    if (id === undefined) return
    // What is in the window alone would be gone with the page that is shown then.
    if (!(await savedFirst(w))) return
    try {
      // Not the newest of the list, which is read anew only after this: the next block may be wanted before.
      await call('revision.restore', { id, revision, current: w.autosave.revision(), ...what })
      if (await w.takeRestored()) setRestored({ text: t('history.restored', { n: revision }), page: w.desk.get().page })
      else w.tell('history.restored', { n: revision })
      // More of the same state may be wanted.
      if (what.article === undefined && what.block === undefined) setWanted({})
    } catch (error) {
      w.complain(error)
    }
    setVersion((n) => n + 1)
  }
  const nameOf = (state: State) => (state === 'source' ? t('history.source') : t('history.revision', { n: state }))
  const states: readonly State[] = [...(list ?? []).map((r) => r.revision), 'source']

  return (
    <div className="history">
      <RoomHead title={t('room.history')} note={title}>
        <span className="segments" role="group" aria-label={t('shelves.view')}>
          {(['changes', 'page'] as const).map((v) => (
            <button key={v} type="button" className="segment" aria-pressed={v === view} onClick={() => setView(v)}>
              {t(`history.${v}`)}
            </button>
          ))}
        </span>
      </RoomHead>
      <div className="history-columns">
        <div className="column history-list">
          <div className="history-legend" aria-hidden>
            <span>{t('history.from')}</span>
            <span>{t('history.to')}</span>
          </div>
          <ul>
            {states.map((state) => {
              const info = list?.find((r) => r.revision === state)
              return (
                <li key={state} className="history-row" data-chosen={state === to}>
                  <input
                    type="radio"
                    name="from"
                    aria-label={t('history.compareFrom', { name: nameOf(state) })}
                    checked={state === from}
                    onChange={() => setWanted({ ...wanted, from: state })}
                  />
                  <input
                    type="radio"
                    name="to"
                    aria-label={t('history.compareTo', { name: nameOf(state) })}
                    checked={state === to}
                    onChange={() => setWanted({ ...wanted, to: state })}
                  />
                  <span className="history-name">
                    <strong>
                      {nameOf(state)}
                      {state === newest && <em>{t('history.now')}</em>}
                    </strong>
                    <span>
                      {info
                        ? [
                            localTime(info.at),
                            info.who,
                            t(`history.action.${info.action}`, { defaultValue: info.action }),
                          ]
                            .filter(Boolean)
                            .join(' · ')
                        : t('history.sourceNote')}
                    </span>
                  </span>
                </li>
              )
            })}
          </ul>
          <UndoOffer done={done} undo={undo} place={place} />
          {typeof to === 'number' && newest !== undefined && to !== newest && (
            <div className="column-foot">
              <button type="button" className="text-button" onClick={() => void restore(to, {})}>
                <RotateCcw aria-hidden size={14} strokeWidth={1.6} />
                {t('history.restorePage', { n: to })}
              </button>
            </div>
          )}
        </div>
        {id !== undefined && to !== undefined && view === 'changes' && (
          <Changes id={id} from={from} to={to} names={[nameOf(from), nameOf(to)]} />
        )}
        {id !== undefined && to !== undefined && view === 'page' && (
          <OldPage
            id={id}
            state={to}
            newest={newest}
            onRestore={(what) => typeof to === 'number' && void restore(to, what)}
          />
        )}
      </div>
    </div>
  )
}

/** The library: newspapers, their issues, their pages, side by side; a calendar shows which issues are missing. */
import { CalendarDays, List, Merge, Pencil, Search as Glass, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, on } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAsync } from '../../ui/use-async.ts'
import { Calendar } from './Calendar.tsx'
import { IssueList } from './IssueList.tsx'
import { MergePublication, RenamePublication } from './PublicationDialogs.tsx'
import { PageTable } from './PageTable.tsx'
import { RoomHead } from './RoomHead.tsx'
import type { PageFilter, Publication } from '../../../shared/api/library.ts'

type Dialog = { readonly name: 'rename' | 'merge'; readonly publication: Publication }

export function Shelves() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [publication, setPublication] = useState<number>()
  const [issue, setIssue] = useState<number>()
  const [view, setView] = useState<'list' | 'calendar'>('list')
  const [text, setText] = useState('')
  const [state, setState] = useState('')
  const [dialog, setDialog] = useState<Dialog>()
  const [version, setVersion] = useState(0)
  const again = useCallback(() => setVersion((n) => n + 1), [])
  const publications = useAsync(() => call('library.publications', {}), [version], w.complain)
  const workflow = useAsync(() => call('workflow.get', {}), [], w.complain)
  const known = publications?.find((p) => p.id === publication)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = on('pages.changed', () => {
      timer ??= setTimeout(() => {
        timer = undefined
        again()
      }, 600)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [again])

  const filter: PageFilter = useMemo(
    () => ({
      ...(publication !== undefined && { publication }),
      ...(issue !== undefined && { issue }),
      ...(text.trim() && { text: text.trim() }),
      ...(state && { state }),
    }),
    [publication, issue, text, state],
  )
  const total = publications?.reduce((sum, p) => sum + p.pages, 0) ?? 0
  const count = (n: number) => n.toLocaleString('en')
  const choose = (id: number | undefined) => {
    setPublication(id)
    setIssue(undefined)
    if (id === undefined) setView('list')
  }
  const bin = async (p: Publication) => {
    try {
      const { pages } = await call('publication.bin', { id: p.id })
      w.tell('shelves.binned', { n: pages })
      choose(undefined)
      again()
    } catch (error) {
      w.complain(error)
    }
  }

  return (
    <div className="shelves">
      <RoomHead title={t('room.library')} note={publications && t('shelves.total', { n: count(total) })}>
        <label className="search room-search">
          <Glass aria-hidden size={14} strokeWidth={1.8} />
          <input
            type="search"
            value={text}
            placeholder={t('shelves.filter')}
            aria-label={t('shelves.filter')}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <select
          className="picker"
          aria-label={t('shelves.state')}
          value={state}
          onChange={(event) => setState(event.target.value)}
        >
          <option value="">{t('shelves.anyState')}</option>
          {workflow?.pages.map((step) => (
            <option key={step} value={step}>
              {step}
            </option>
          ))}
        </select>
        <span className="segments" role="group" aria-label={t('shelves.view')}>
          <IconButton
            name={t('shelves.list')}
            icon={List}
            aria-pressed={view === 'list'}
            onClick={() => setView('list')}
          />
          <IconButton
            name={t('shelves.calendar')}
            icon={CalendarDays}
            aria-pressed={view === 'calendar'}
            disabled={publication === undefined}
            onClick={() => setView('calendar')}
          />
        </span>
      </RoomHead>
      <div className="shelves-columns">
        <nav className="column" aria-label={t('shelves.publications')}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys go from button to button */}
          <ul onKeyDown={stepFocus}>
            <li>
              <button
                type="button"
                className="column-row"
                aria-current={publication === undefined ? 'true' : undefined}
                onClick={() => choose(undefined)}
              >
                <span>{t('shelves.all')}</span>
                <b>{count(total)}</b>
              </button>
            </li>
            {publications?.map((p) => (
              <li key={p.id}>
                <button
                  type="button"
                  className="column-row"
                  aria-current={p.id === publication ? 'true' : undefined}
                  title={`${p.first} … ${p.last}`}
                  onClick={() => choose(p.id)}
                >
                  <span>{p.name || t('shelves.unknown')}</span>
                  <b>{count(p.pages)}</b>
                </button>
              </li>
            ))}
          </ul>
          {known && (
            <div className="column-foot">
              <IconButton
                name={t('shelves.rename')}
                icon={Pencil}
                onClick={() => setDialog({ name: 'rename', publication: known })}
              />
              <IconButton
                name={t('shelves.merge')}
                icon={Merge}
                disabled={(publications?.length ?? 0) < 2}
                onClick={() => setDialog({ name: 'merge', publication: known })}
              />
              <IconButton name={t('shelves.binPublication')} icon={Trash2} onClick={() => void bin(known)} />
            </div>
          )}
        </nav>
        {publication !== undefined && (
          <IssueList publication={publication} issue={issue} version={version} onChoose={setIssue} onChanged={again} />
        )}
        {view === 'calendar' && publication !== undefined ? (
          <Calendar
            publication={publication}
            version={version}
            onChoose={(id) => {
              setIssue(id)
              setView('list')
            }}
          />
        ) : (
          <PageTable filter={filter} version={version} workflow={workflow} onChanged={again} />
        )}
      </div>
      {dialog?.name === 'rename' && (
        <RenamePublication publication={dialog.publication} onClose={() => setDialog(undefined)} onDone={again} />
      )}
      {dialog?.name === 'merge' && (
        <MergePublication
          from={dialog.publication}
          others={publications?.filter((p) => p.id !== dialog.publication.id) ?? []}
          onClose={() => setDialog(undefined)}
          onDone={(into) => {
            choose(into)
            again()
          }}
        />
      )}
    </div>
  )
}

/** The arrow keys go from button to button. */
function stepFocus(event: React.KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll('button')]
  all[all.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus() // -1 where it is none of them
}

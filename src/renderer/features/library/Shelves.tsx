/** The library: newspapers, their issues, their pages, side by side; a calendar shows which issues are missing. */
import { CalendarDays, List, Merge, Pencil, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, on } from '../../app/banxin.ts'
import { soon } from '../../app/soon.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { stepInList } from '../../ui/step-in-list.ts'
import { useAsync } from '../../ui/use-async.ts'
import { Calendar } from './Calendar.tsx'
import { IssueList } from './IssueList.tsx'
import { MergePublication, RenamePublication } from './PublicationDialogs.tsx'
import { PageTable } from './PageTable.tsx'
import { RoomHead } from './RoomHead.tsx'
import { filterOf, MISSING } from './shelf.ts'
import { useActs } from './use-acts.ts'
import type { Publication } from '../../../shared/api/library.ts'

/** Milliseconds from a change to the counts that follow it: while files come in they are not counted at every one. */
const COUNT_PAUSE = 600

type Dialog = { readonly name: 'rename' | 'merge'; readonly publication: Publication }

export function Shelves() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const shelf = useStore(w.shelf, (s) => s)
  const { publication, issue, view, opened, follow } = shelf
  const [dialog, setDialog] = useState<Dialog>()
  const [version, setVersion] = useState(0)
  const again = useCallback(() => setVersion((n) => n + 1), [])
  const acts = useActs(again)
  const publications = useAsync(() => call('library.publications', {}), [version], w.complain)
  const workflow = useAsync(() => call('workflow.get', {}), [], w.complain)
  const known = publications?.find((p) => p.id === publication)

  useEffect(() => {
    const counting = soon(again, COUNT_PAUSE)
    const unhear = on('pages.changed', () => counting.ask())
    return () => {
      counting.stop()
      unhear()
    }
  }, [again])

  useEffect(() => {
    // The newspaper that was chosen has no pages any more; under another name, given here or in another window, it is another one.
    if (!publications || publication === undefined || known) return
    void call('publication.became', { id: publication })
      .catch(() => null)
      .then((id) => {
        if (w.shelf.get().publication !== publication || id === publication) return
        w.shelf.set({ publication: id ?? undefined, issue: undefined, ...(id === null && { view: 'list' }) })
      })
  }, [w, publications, publication, known])
  useEffect(() => {
    if (!publications || !follow) return
    const its = publications.find((p) => p.name === (opened?.publication ?? ''))
    const other = view === 'calendar' && its && its.id !== publication
    w.shelf.set({ follow: false, ...(other && { publication: its.id, issue: undefined }) })
  }, [w, publications, publication, view, opened, follow])
  const filter = useMemo(() => filterOf(shelf), [shelf])
  const total = publications?.reduce((sum, p) => sum + p.pages, 0) ?? 0
  const count = (n: number) => n.toLocaleString('en')
  const choose = (id: number | undefined) => {
    w.shelf.set({ publication: id, issue: undefined, follow: false, ...(id === undefined && { view: 'list' }) })
  }
  const bin = async (p: Publication) => {
    if (await acts.act('shelves.binned', () => call('publication.bin', { id: p.id }))) choose(undefined)
  }

  return (
    <div className="shelves">
      <RoomHead title={t('room.library')} note={publications && t('shelves.total', { n: count(total) })}>
        <FilterField name={t('shelves.filter')} value={shelf.text} onText={(text) => w.shelf.set({ text })} inHead />
        <select
          className="picker"
          aria-label={t('shelves.state')}
          value={shelf.state}
          onChange={(event) => w.shelf.set({ state: event.target.value })}
        >
          <option value="">{t('shelves.anyState')}</option>
          {workflow?.pages.map((step) => (
            <option key={step} value={step} lang={langOf(step)}>
              {step}
            </option>
          ))}
        </select>
        <select
          className="picker"
          aria-label={t('shelves.missing')}
          value={shelf.missing}
          onChange={(event) => w.shelf.set({ missing: MISSING.find((part) => part === event.target.value) ?? '' })}
        >
          <option value="">{t('shelves.missing.any')}</option>
          {MISSING.map((part) => (
            <option key={part} value={part}>
              {t(`shelves.missing.${part}`)}
            </option>
          ))}
        </select>
        <span className="segments" role="group" aria-label={t('shelves.view')}>
          <IconButton
            name={t('shelves.list')}
            icon={List}
            aria-pressed={view === 'list'}
            onClick={() => w.shelf.set({ view: 'list' })}
          />
          <IconButton
            name={t('shelves.calendar')}
            icon={CalendarDays}
            aria-pressed={view === 'calendar'}
            why={publication === undefined ? t('shelves.calendarWhy') : undefined}
            onClick={() => w.shelf.set({ view: 'calendar' })}
          />
        </span>
      </RoomHead>
      <div className="shelves-columns">
        <nav className="column" aria-label={t('shelves.publications')}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys go from button to button */}
          <ul onKeyDown={stepInList}>
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
                  title={p.first === '' ? t('shelves.noDate') : `${p.first} … ${p.last}`}
                  onClick={() => choose(p.id)}
                >
                  <span lang={langOf(p.name)}>{p.name || t('shelves.unknown')}</span>
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
                why={(publications?.length ?? 0) < 2 ? t('shelves.mergeWhy') : undefined}
                onClick={() => setDialog({ name: 'merge', publication: known })}
              />
              <IconButton name={t('shelves.binPublication')} icon={Trash2} onClick={() => void bin(known)} />
            </div>
          )}
        </nav>
        {publication !== undefined && (
          <IssueList publication={publication} issue={issue} version={version} acts={acts} />
        )}
        {view === 'calendar' && publication !== undefined ? (
          <Calendar
            key={publication}
            publication={publication}
            issue={issue}
            opened={(opened?.publication ?? '') === known?.name ? opened?.date : undefined}
            version={version}
            onChoose={(id) => w.shelf.set({ issue: id, view: 'list', opened: undefined })}
          />
        ) : (
          <PageTable filter={filter} version={version} workflow={workflow} acts={acts} onChanged={again} />
        )}
      </div>
      {dialog?.name === 'rename' && (
        <RenamePublication
          publication={dialog.publication}
          others={publications?.filter((p) => p.id !== dialog.publication.id) ?? []}
          acts={acts}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog?.name === 'merge' && (
        <MergePublication
          from={dialog.publication}
          others={publications?.filter((p) => p.id !== dialog.publication.id) ?? []}
          onClose={() => setDialog(undefined)}
          acts={acts}
          onDone={choose}
        />
      )}
    </div>
  )
}

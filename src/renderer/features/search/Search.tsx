/** The search pane: a field that finds while one types, the filters, and the hits; Enter on a hit opens its page at the words. */
import { BookmarkPlus, CircleHelp, FileSpreadsheet, Search as Glass, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QUERY_MOST } from '../../../shared/api/search.ts'
import { errorText } from '../../../shared/errors.ts'
import { langNow } from '../../app/languages.ts'
import { on } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { UndoOffer } from '../library/UndoOffer.tsx'
import { useUndo } from '../library/use-undo.ts'
import { Facets, searchName } from './Facets.tsx'
import { HitList } from './HitList.tsx'
import { NoHits } from './NoHits.tsx'
import { Remarks } from './Remarks.tsx'
import { isSomething } from './search.ts'
import { SearchStart } from './SearchStart.tsx'
import { useLight } from './light.ts'
import { fewOf } from './few-of.ts'
import { exportHits, openHit } from './open-hit.ts'
import type { KeyboardEvent } from 'react'

/** There is room for so many suggestions over the hits. */
const SUGGESTED = 6

export function Search() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const state = useStore(w.search, (s) => s)
  const [help, setHelp] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const something = isSomething(w.search.input())
  const undoing = useUndo(w.search.readSaved)
  const count = (n: number) => n.toLocaleString('en')
  useLight(state.needles)
  useEffect(() => {
    // Pages may have changed while the pane was away.
    w.search.renewSoon()
    // What this window saves itself is not told.
    let state = w.desk.get().save.kind
    const unhear = w.desk.subscribe(() => {
      const was = state
      state = w.desk.get().save.kind
      if (was === 'saving' && state !== 'saving') w.search.renewSoon()
    })
    const deafen = on('pages.changed', w.search.renewSoon)
    return () => {
      unhear()
      deafen()
    }
  }, [w])
  useEffect(() => {
    field.current?.select()
    void w.search.readSaved()
  }, [w])

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' && state.hits.length > 0) {
      event.preventDefault()
      list.current?.querySelector<HTMLElement>('button')?.focus()
    } else if (event.key === 'Enter' && state.hits[0]) {
      event.preventDefault()
      void openHit(w, 0)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (state.text) w.search.clear()
      else w.rooms.set({ side: 'pages' })
    }
  }

  return (
    <section className="finder" aria-label={t('search.title')}>
      <header className="pane-head">
        <h2>{t('search.title')}</h2>
        <span className="finder-tools">
          <IconButton name={t('search.help')} icon={CircleHelp} aria-pressed={help} onClick={() => setHelp(!help)} />
          <SaveSearch disabled={!something} onSavedOver={undoing.offer} />
          <IconButton
            name={t('search.csv')}
            icon={FileSpreadsheet}
            disabled={!state.found || state.found.total === 0}
            onClick={() => void exportHits(w)}
          />
          <IconButton name={t('search.close')} icon={X} onClick={() => w.rooms.set({ side: 'pages' })} />
        </span>
      </header>
      <div className="search finder-field">
        <Glass aria-hidden size={14} strokeWidth={1.8} />
        <input
          ref={field}
          type="search"
          maxLength={QUERY_MOST}
          value={state.text}
          placeholder={t('search.placeholder')}
          aria-label={t('search.field')}
          aria-describedby="search-remarks search-total"
          spellCheck={false}
          onChange={(event) => w.search.type(event.target.value)}
          onKeyDown={onKey}
        />
        {something && (
          <button type="button" className="field-clear" aria-label={t('search.clear')} onClick={() => w.search.clear()}>
            <X aria-hidden size={13} />
          </button>
        )}
      </div>
      <UndoOffer {...undoing} />
      <Remarks />
      {state.suggestions.length > 0 && (
        <ul className="chips" aria-label={t('search.suggestions')}>
          {fewOf(state.suggestions, SUGGESTED).map((s) => (
            <li key={`${s.kind}${s.value}`}>
              <button
                type="button"
                className="chip"
                onClick={() => {
                  w.search.take(s)
                  field.current?.focus()
                }}
              >
                <i>{t(`search.kind.${s.kind}`)}</i>
                <span lang={langOf(s.value)}>{s.value}</span>
                <b>{count(s.count)}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Facets />
      <p id="search-total" className="finder-total" role="status" hidden={!something}>
        {state.error
          ? errorText(state.error.code, state.error.params, langNow())
          : state.found &&
            (state.found.total === 0
              ? t('search.none')
              : t('search.total', { total: count(state.found.total), pages: count(state.found.pages) }))}
        {state.found && <span>{t('search.took', { ms: state.found.milliseconds.toFixed(1) })}</span>}
      </p>
      {help || !something ? (
        <SearchStart onTry={() => field.current?.focus()} offer={undoing.offer} />
      ) : state.found?.total === 0 ? (
        <NoHits onTry={() => field.current?.focus()} />
      ) : (
        <HitList ref={list} onLeave={() => field.current?.focus()} />
      )}
    </section>
  )
}

type SaveProps = { readonly disabled: boolean; readonly onSavedOver: (operation: number, text: string) => void }

function SaveSearch({ disabled, onSavedOver }: SaveProps) {
  const { t } = useTranslation()
  const w = useWorkstation()
  return (
    <IconButton
      name={t('search.save')}
      icon={BookmarkPlus}
      disabled={disabled}
      onClick={() => {
        const name = searchName(w.search.input(), t).slice(0, 200)
        void w.search.save(name).then((saved) => {
          if (saved?.operation === null) w.tell('search.savedToast', { name })
          else if (saved) onSavedOver(saved.operation, t('search.savedOver', { name }))
        })
      }}
    />
  )
}

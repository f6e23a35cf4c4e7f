/** The bar for finding and replacing in the open page. */
import { CaseSensitive, ChevronDown, ChevronRight, ChevronUp, Regex, WholeWord, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { showKey } from '../../app/keys.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { findOf } from './find.ts'
import { useLights } from './lights.ts'
import { useRoom } from './room.ts'
import type { KeyboardEvent } from 'react'
import './find.css'

const TOGGLES = [
  { flag: 'matchCase', icon: CaseSensitive, name: 'find.case', key: 'Alt+C' },
  { flag: 'wholeWord', icon: WholeWord, name: 'find.word', key: 'Alt+W' },
  { flag: 'expression', icon: Regex, name: 'find.expression', key: 'Alt+R' },
] as const

const WRONG = { unreadable: 'find.wrong', slow: 'find.slow' } as const

export function FindBar() {
  const w = useWorkstation()
  const find = findOf(w.desk)
  const open = useStore(find, (s) => s.open)
  const hasPage = useStore(w.desk, (s) => s.open !== undefined)
  return open && hasPage ? <OpenBar /> : null
}

function OpenBar() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const find = findOf(w.desk)
  const { query, replacement, hits, at, wrong, looking, replacing, asked, first } = useStore(find, (s) => s)
  const lacking = find.lacking()
  const canReplace = hits.length > 0 && lacking === undefined
  const field = useRef<HTMLInputElement>(null)
  const other = useRef<HTMLInputElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  useLights(hits, at)
  useRoom(bar, replacing)

  useEffect(() => {
    const input = (first === 'text' ? field : other).current
    input?.focus()
    input?.select()
  }, [asked, first])

  // What is typed while the bar is open is looked through too, once the key is drawn.
  useEffect(() => {
    let page = w.desk.get().page
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = w.desk.subscribe(() => {
      if (w.desk.get().page === page) return
      page = w.desk.get().page
      clearTimeout(timer)
      timer = setTimeout(find.look, 60)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [w, find])

  // Escape in the text closes the bar too, and the caret stays.
  useEffect(() => {
    const onEscape = ({ key, target, isComposing, defaultPrevented }: globalThis.KeyboardEvent) => {
      const there = target === document.body || (target instanceof Element && target.closest('.article-text') !== null)
      if (key === 'Escape' && there && !isComposing && !defaultPrevented) find.close()
    }
    window.addEventListener('keydown', onEscape)
    return () => window.removeEventListener('keydown', onEscape)
  }, [find])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const toggle = event.altKey && TOGGLES.find((x) => `Alt+${event.code.replace('Key', '')}` === x.key)
    if (toggle) find.ask({ [toggle.flag]: !query[toggle.flag] })
    else if (event.key === 'Escape') find.stop()
    else if (event.key === 'Enter' && event.target === field.current) find.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const replaceAll = () => {
    const n = find.replaceAll()
    if (n > 0) w.tell('find.replaced', { n, undo: showKey('Mod+Z') })
    // The button has nothing more to do, and cannot keep the focus.
    field.current?.focus()
  }
  const replaceOne = () => {
    find.replaceOne()
    if (find.get().hits.length === 0) field.current?.focus()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role -- keys of the fields inside
    <div ref={bar} role="search" className="find" aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <IconButton
        name={t('find.more')}
        icon={replacing ? ChevronDown : ChevronRight}
        aria-expanded={replacing}
        onClick={() => find.set({ replacing: !replacing })}
      />
      <div className="find-rows">
        <div className="find-row">
          <input
            ref={field}
            className="input"
            aria-label={t('find.field')}
            placeholder={t('find.field')}
            value={query.text}
            aria-invalid={wrong !== undefined}
            onChange={(event) => find.ask({ text: event.target.value })}
          />
          {TOGGLES.map(({ flag, icon, name, key }) => (
            <IconButton
              key={flag}
              name={t(name)}
              icon={icon}
              shortcut={key}
              aria-pressed={query[flag]}
              onClick={() => find.ask({ [flag]: !query[flag] })}
            />
          ))}
          <output className="find-count" data-wrong={wrong !== undefined} title={wrong && t(WRONG[wrong])}>
            {wrong
              ? t(WRONG[wrong])
              : query.text === ''
                ? ''
                : looking && hits.length === 0
                  ? t('find.looking')
                  : hits.length === 0
                    ? t('find.none')
                    : t('find.count', { at: at + 1, n: hits.length })}
          </output>
          <IconButton
            name={t('find.previous')}
            icon={ChevronUp}
            shortcut="Shift+F3"
            disabled={hits.length === 0}
            onClick={() => find.step(-1)}
          />
          <IconButton
            name={t('find.next')}
            icon={ChevronDown}
            shortcut="F3"
            disabled={hits.length === 0}
            onClick={() => find.step(1)}
          />
          <IconButton name={t('find.close')} icon={X} onClick={find.stop} />
        </div>
        {replacing && (
          <div className="find-row">
            <input
              ref={other}
              className="input"
              aria-label={t('find.replacement')}
              placeholder={t('find.replacement')}
              value={replacement}
              aria-invalid={lacking !== undefined}
              aria-describedby="find-lacking"
              onChange={(event) => find.setReplacement(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                event.preventDefault()
                find.replaceOne()
              }}
            />
            <button type="button" className="button" disabled={!canReplace} onClick={replaceOne}>
              {t('find.one')}
            </button>
            <button type="button" className="button" disabled={!canReplace} onClick={replaceAll}>
              {t('find.all')}
            </button>
          </div>
        )}
        {replacing && (
          <p id="find-lacking" className="find-lacking" role="alert" hidden={lacking === undefined}>
            {lacking !== undefined && t('find.lacking', { group: lacking })}
          </p>
        )}
      </div>
    </div>
  )
}

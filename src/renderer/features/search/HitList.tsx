/** The hits, best first: headline, where and when, and the words in their sentence, lit. */
// oxlint-disable react/incompatible-library -- there is no compiler whose memory the virtual list could confuse
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { matchesOf } from '../../../shared/search/normalise.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { focusRow } from '../../ui/focus-row.ts'
import { langOf } from '../../ui/lang-of.ts'
import { stepTo } from '../../ui/step.ts'
import { Lit } from './Lit.tsx'
import { openHit } from './open-hit.ts'
import type { KeyboardEvent, Ref } from 'react'
import type { SearchHit } from '../../../shared/api/search.ts'

/** Height of a hit in CSS pixels; the style sheet says the same. */
const HIT = 104

type Props = { readonly ref: Ref<HTMLOListElement>; readonly onLeave: () => void }

export function HitList({ ref, onLeave }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const hits = useStore(w.search, (s) => s.hits)
  const at = useStore(w.search, (s) => s.at)
  const needles = useStore(w.search, (s) => s.needles)
  const busy = useStore(w.search, (s) => s.busy)
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: hits.length,
    getScrollElement: () => box.current,
    estimateSize: () => HIT,
    overscan: 6,
  })
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= hits.length - 10) void w.search.more()
  }, [w, last, hits.length])
  useEffect(() => {
    if (at !== undefined) rows.scrollToIndex(at)
  }, [rows, at])

  const focus = (index: number) => {
    rows.scrollToIndex(index)
    focusRow(box.current, `[data-hit="${index}"]`)
  }
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const index = Number(event.currentTarget.dataset['hit'])
    const to = stepTo(event.key, index, hits.length, 6)
    if (event.key === 'Escape' || (event.key === 'ArrowUp' && index === 0)) onLeave()
    else if (to !== undefined) focus(to)
    else return
    event.preventDefault()
  }

  return (
    <div className="hits" ref={box} aria-busy={busy}>
      <ol ref={ref} style={{ height: rows.getTotalSize() }} aria-label={t('search.hits')}>
        {items.map((row) => {
          const hit = hits[row.index]
          return (
            hit && (
              <li key={row.index} style={{ top: row.start }}>
                <button
                  type="button"
                  className="hit"
                  data-hit={row.index}
                  data-current={row.index === at}
                  aria-current={row.index === at ? 'true' : undefined}
                  tabIndex={row.index === (at ?? 0) ? 0 : -1}
                  onKeyDown={onKey}
                  onClick={() => void openHit(w, row.index)}
                >
                  <span className="hit-title">
                    <Lit text={hit.headline || hit.name} lit={matchesOf(hit.headline || hit.name, needles)} />
                  </span>
                  <span className="hit-line" lang={langOf(lineOf(hit) || hit.name)}>
                    {lineOf(hit) || hit.name}
                    {hit.byline && (
                      <>
                        {' · '}
                        <Lit text={hit.byline} lit={matchesOf(hit.byline, needles)} />
                      </>
                    )}
                  </span>
                  <span className="hit-text">
                    {hit.role !== 'paragraph' && <i>{ROLE_NAMES[hit.role][langNow()]}</i>}
                    <Lit text={hit.snippet.text} lit={hit.snippet.lit} />
                  </span>
                </button>
              </li>
            )
          )
        })}
      </ol>
    </div>
  )
}

const lineOf = (hit: SearchHit): string =>
  [hit.publication, hit.date, [hit.number, hit.section].filter(Boolean).join(' ')].filter(Boolean).join(' · ')

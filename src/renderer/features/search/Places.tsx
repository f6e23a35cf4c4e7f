/** The places that a replacement would change, each with what stands around it and where it is; any can be left out. */
// oxlint-disable react/incompatible-library -- there is no compiler whose memory the virtual list could confuse
import { useVirtualizer } from '@tanstack/react-virtual'
import { ExternalLink } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Check } from '../../ui/Check.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { langOf } from '../../ui/lang-of.ts'
import type { ReplaceHit } from '../../../shared/api/search.ts'

/** Height of a place in CSS pixels; the style sheet says the same. */
const ROW = 58

/** The places that are replaced: all but those with `keys`, or (`none`) those alone, so that none is replaced unseen. */
export type Chosen = { readonly none: boolean; readonly keys: ReadonlySet<string> }
export const ALL: Chosen = { none: false, keys: new Set() }
export const NONE: Chosen = { none: true, keys: new Set() }
const isChosen = ({ none, keys }: Chosen, key: string): boolean => keys.has(key) === none

export function Places({
  hits,
  chosen,
  onChosen,
}: {
  readonly hits: readonly ReplaceHit[]
  readonly chosen: Chosen
  readonly onChosen: (chosen: Chosen) => void
}) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: hits.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 10,
  })
  const toggle = (key: string) => {
    const keys = new Set(chosen.keys)
    if (!keys.delete(key)) keys.add(key)
    onChosen({ ...chosen, keys })
  }
  const show = async (hit: ReplaceHit) => {
    w.rooms.set({ room: undefined })
    await w.openPage(hit.page)
    requestAnimationFrame(() =>
      w.desk.moveTo({ block: hit.block, offset: hit.start }, { block: hit.block, offset: hit.end }),
    )
  }
  return (
    <div className="replace-list" ref={box}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const hit = hits[row.index]
          return (
            hit && (
              <li key={hit.key} style={{ transform: `translateY(${row.start}px)` }}>
                <div className="replace-hit" data-off={!isChosen(chosen, hit.key)}>
                  <Check
                    name={t('replace.include', { text: `${hit.before}${hit.match}${hit.after}` })}
                    hidden
                    checked={isChosen(chosen, hit.key)}
                    onChange={() => toggle(hit.key)}
                  />
                  <span className="replace-text" lang={langOf(hit.before + hit.match + hit.after)}>
                    {tail(hit.before)}
                    <del>{hit.match}</del>
                    <ins>{hit.replacement}</ins>
                    {hit.after}
                    <span className="replace-where">
                      {[
                        ROLE_NAMES[hit.role][langNow()],
                        hit.headline || t('replace.untitled'),
                        hit.meta.publication,
                        hit.meta.date,
                        hit.meta.number,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                  <IconButton name={t('room.showInPage')} icon={ExternalLink} onClick={() => void show(hit)} />
                </div>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

/** The end of what stands before, so that the match is always seen. */
const tail = (text: string): string => (text.length > 18 ? `…${text.slice(-18)}` : text)

/** What a layout desk would mend, one line each; a click shows where it is. */
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { layoutFindingText } from '../../../shared/layout/findings.ts'
import { titleOf } from '../../../shared/page/walk.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { langOf } from '../../ui/lang-of.ts'
import { addStory } from './arrange.ts'
import { gridOn } from './frames.ts'
import type { LayoutFinding } from '../../../shared/layout/findings.ts'
import type { ComposedState } from './state.ts'

/** Text that would not be printed. */
const GRAVE = new Set<LayoutFinding['code']>(['overset', 'unplaced', 'overlap', 'outside'])
/** Characters of a body line, for the first size of a new frame. */
const LINE = 17

export function Findings({ composed }: { readonly composed: ComposedState }) {
  const { t } = useTranslation()
  const { desk, layout } = useWorkstation()
  const page = useStore(desk, (s) => s.page)
  if (!page) return null
  if (composed.findings.length === 0) return <p className="empty">{t('findings.none')}</p>
  const show = (f: LayoutFinding) => {
    const article = page.articles.find((a) => a.id === f.article)
    const block = f.block ?? article?.blocks.find((b) => b.role !== 'folio')?.id
    const frame = composed.placement.frames.findIndex((x) => x.article === f.article)
    layout.set({
      sheet: f.page,
      ...(frame >= 0 && layout.get().arranging ? { selected: frame } : {}),
      show: block === undefined ? {} : { block },
    })
    if (block !== undefined) desk.moveTo({ block, offset: 0 })
  }
  const place = (id: string) => {
    const base = layout.placementNow()
    const length = page.articles.find((a) => a.id === id)?.blocks.reduce((sum, b) => sum + b.text.length, 0) ?? 0
    const sheet = composed.sheets.length - 1
    if (base) layout.arrange(addStory(base, id, Math.ceil(length / LINE), gridOn(composed, sheet)))
  }
  return (
    <ul className="findings">
      {composed.findings.map((f, i) => {
        const article = page.articles.find((a) => a.id === f.article)
        const Icon = GRAVE.has(f.code) ? CircleAlert : TriangleAlert
        return (
          <li key={`${f.code}-${f.article ?? ''}-${f.block ?? ''}-${i}`}>
            <button
              type="button"
              className="finding"
              data-grave={GRAVE.has(f.code)}
              data-code={f.code}
              onClick={() => show(f)}
            >
              <Icon aria-hidden size={15} strokeWidth={1.7} />
              <span className="finding-text">{layoutFindingText(f, langNow())}</span>
              <span className="finding-where" lang={article && langOf(titleOf(article))}>
                {article ? titleOf(article) : t('findings.sheet', { n: f.page + 1 })}
              </span>
            </button>
            {f.code === 'unplaced' && f.article !== undefined && (
              <button type="button" className="text-button" onClick={() => place(f.article ?? '')}>
                {t('findings.place')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The fit list: for each story its lines, 超 N 行 or 缺 N 行, live; and what would make it fit. */
import { useTranslation } from 'react-i18next'
import { titleOf } from '../../../shared/page/walk.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { FitMenu } from './FitMenu.tsx'
import { WHITE_LEAST } from './fits.ts'
import type { TFunction } from 'i18next'
import type { Fit } from './fits.ts'
import type { ComposedState } from './layout.ts'

export function FitList({ composed }: { readonly composed: ComposedState }) {
  const { t } = useTranslation()
  const { desk, layout } = useWorkstation()
  const page = useStore(desk, (s) => s.page)
  const titles = new Map(page?.articles.map((a) => [a.id, titleOf(a)]))
  const toStory = (fit: Fit) => {
    const block = page?.articles.find((a) => a.id === fit.article)?.blocks.find((b) => b.role !== 'folio')
    if (block) desk.moveTo({ block: block.id, offset: 0 })
    layout.set({ sheet: fit.sheet, ...(layout.get().arranging ? { selected: fit.frame } : {}) })
  }
  return (
    <table className="fit-list">
      <thead>
        <tr>
          <th scope="col">{t('fit.story')}</th>
          <th scope="col" className="fit-number">
            {t('fit.lines')}
          </th>
          <th scope="col">{t('fit.state')}</th>
          <th scope="col">
            <span className="hidden">{t('fit.adjust')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {composed.fits.map((fit) => (
          <tr key={fit.article} data-kind={kindOf(fit)}>
            <td>
              <button type="button" className="fit-title" onClick={() => toStory(fit)}>
                {titles.get(fit.article)}
              </button>
              {headlineOver(composed, fit.article) > 0 && (
                <span className="fit-headline">{t('fit.headline', { n: headlineOver(composed, fit.article) })}</span>
              )}
            </td>
            <td className="fit-number">
              {fit.used} / {fit.available}
            </td>
            <td>
              <span className="fit-bar" aria-hidden>
                <i style={{ width: `${Math.min(100, (fit.used / Math.max(1, fit.available)) * 100)}%` }} />
              </span>
              <span className="fit-state">{stateOf(fit, t)}</span>
            </td>
            <td>{kindOf(fit) !== 'good' && <FitMenu composed={composed} fit={fit} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const kindOf = ({ over }: Fit) => (over > 0 ? 'over' : over <= -WHITE_LEAST ? 'short' : 'good')

const stateOf = ({ over }: Fit, t: TFunction): string =>
  over > 0 ? t('fit.over', { n: over }) : over < 0 ? t('fit.short', { n: -over }) : t('fit.exact')

const headlineOver = ({ findings }: ComposedState, article: string): number =>
  Number(findings.find((f) => f.code === 'headline-long' && f.article === article)?.params['characters'] ?? 0)

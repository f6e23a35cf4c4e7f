/** The fit list: for each story its lines, 超 N 行 or 缺 N 行, live; and what would make it fit. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { titleOf } from '../../../shared/page/walk.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { langOf } from '../../ui/lang-of.ts'
import { FitMenu } from './FitMenu.tsx'
import { WHITE_LEAST } from './fits.ts'
import type { TFunction } from 'i18next'
import type { ComposedState } from './state.ts'

export function FitList({ composed }: { readonly composed: ComposedState }) {
  const { t } = useTranslation()
  const { desk } = useWorkstation()
  const page = useStore(desk, (s) => s.page)
  const titles = new Map(page?.articles.map((a) => [a.id, titleOf(a)]))
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
          <FitRow
            key={fit.article}
            article={fit.article}
            title={titles.get(fit.article) ?? ''}
            used={fit.used}
            available={fit.available}
            over={fit.over}
            headline={headlineOver(composed, fit.article)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly article: string
  readonly title: string
  readonly used: number
  readonly available: number
  readonly over: number
  readonly headline: number
}

/** One story; it is drawn again only when its own numbers change. */
const FitRow = memo(function FitRow({ article, title, used, available, over, headline }: RowProps) {
  const { t } = useTranslation()
  const { desk, layout } = useWorkstation()
  const kind = over > 0 ? 'over' : over <= -WHITE_LEAST ? 'short' : 'good'
  const toStory = () => {
    const { composed, arranging } = layout.get()
    const fit = composed?.fits.find((f) => f.article === article)
    const story = desk.get().page?.articles.find((a) => a.id === article)
    const block = story?.blocks.find((b) => b.role !== 'folio')
    if (block) desk.moveTo({ block: block.id, offset: 0 })
    if (fit) layout.set({ sheet: fit.sheet, ...(arranging ? { selected: fit.frame } : {}) })
  }
  return (
    <tr data-kind={kind}>
      <td>
        <button type="button" className="fit-title" lang={langOf(title)} onClick={toStory}>
          {title}
        </button>
        {headline > 0 && <span className="fit-headline">{t('fit.headline', { n: headline })}</span>}
      </td>
      <td className="fit-number">
        {used} / {available}
      </td>
      <td>
        <span className="fit-bar" aria-hidden>
          <i style={{ width: `${available === 0 ? 100 : Math.min(100, (used / available) * 100)}%` }} />
        </span>
        <span className="fit-state">{stateOf(over, t)}</span>
      </td>
      <td>{kind !== 'good' && <FitMenu article={article} />}</td>
    </tr>
  )
})

const stateOf = (over: number, t: TFunction): string =>
  over > 0 ? t('fit.over', { n: over }) : over < 0 ? t('fit.short', { n: -over }) : t('fit.exact')

const headlineOver = ({ findings }: ComposedState, article: string): number =>
  Number(findings.find((f) => f.code === 'headline-long' && f.article === article)?.params['characters'] ?? 0)

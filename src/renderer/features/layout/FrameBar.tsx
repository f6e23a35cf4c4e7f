/** What can be done with the selected frame: rank, columns, headline, box, pin, order, next sheet. */
import { ArrowDown, ArrowUp, CornerDownRight, FileSymlink, Pin, Square, Trash2, Type } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { titleOf } from '../../../shared/page/walk.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { continueOn, exchange, neighbour, removeFrame, sendOn, setColumns, setFrame, setRank } from './arrange.ts'
import { gridOn } from './frames.ts'
import type { Placement, Rank } from '../../../shared/layout/placement.ts'

const RANKS: readonly Rank[] = ['lead', 'story', 'brief']

export function FrameBar() {
  const { t } = useTranslation()
  const { desk, layout } = useWorkstation()
  const selected = useStore(layout, (s) => (s.arranging ? s.selected : undefined))
  const page = useStore(desk, (s) => (selected === undefined ? undefined : s.page))
  const composed = useStore(layout, (s) => (selected === undefined ? undefined : s.composed))
  const frame = selected === undefined ? undefined : composed?.placement.frames[selected]
  if (!page || !composed || !frame || selected === undefined) return null
  const article = page.articles.find((a) => a.id === frame.article)
  const grid = gridOn(composed, frame.page)
  const fit = composed.fits.find((f) => f.article === frame.article)
  const act = (make: (p: Placement) => Placement) => {
    const base = layout.placementNow()
    if (base) layout.arrange(make(base))
  }
  const swap = (step: 1 | -1) =>
    act((p) => {
      const other = neighbour(p, selected, step)
      return other === undefined ? p : exchange(p, selected, other)
    })
  return (
    <div className="frame-bar" role="toolbar" aria-label={t('layout.frameTools')}>
      <span className="frame-title" lang={article && langOf(titleOf(article))} title={article && titleOf(article)}>
        {article && titleOf(article)}
      </span>
      <div className="frame-tools">
        <label className="frame-field">
          <span>{t('layout.rank')}</span>
          <select
            className="select"
            value={frame.rank}
            onChange={(event) => {
              const rank = RANKS.find((r) => r === event.target.value)
              if (rank) act((p) => setRank(p, selected, rank))
            }}
          >
            {RANKS.map((rank) => (
              <option key={rank} value={rank}>
                {t(`layout.rank.${rank}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="frame-field">
          <span>{t('layout.columns')}</span>
          <select
            className="select"
            value={frame.columns ?? frame.span}
            onChange={(event) => act((p) => setColumns(p, selected, Number(event.target.value)))}
          >
            {Array.from({ length: frame.span + 1 }, (_, i) => i + 1).map((n) => (
              <option key={n} value={n}>
                {n === frame.span ? t('layout.columnsOwn', { n }) : n}
              </option>
            ))}
          </select>
        </label>
        <IconButton
          name={t('layout.vertical')}
          icon={Type}
          aria-pressed={frame.head === 'vertical'}
          onClick={() => act((p) => setFrame(p, selected, { head: frame.head === 'vertical' ? 'over' : 'vertical' }))}
        />
        <IconButton
          name={t('layout.boxed')}
          icon={Square}
          aria-pressed={frame.boxed}
          onClick={() => act((p) => setFrame(p, selected, { boxed: !frame.boxed }))}
        />
        <IconButton
          name={t('layout.pin')}
          icon={Pin}
          aria-pressed={frame.pinned}
          onClick={() => act((p) => setFrame(p, selected, { pinned: !frame.pinned }))}
        />
        <span className="header-rule" aria-hidden />
        <IconButton name={t('layout.earlier')} icon={ArrowUp} disabled={frame.pinned} onClick={() => swap(-1)} />
        <IconButton name={t('layout.later')} icon={ArrowDown} disabled={frame.pinned} onClick={() => swap(1)} />
        <IconButton
          name={t('layout.continue')}
          icon={CornerDownRight}
          disabled={!fit || fit.over <= 0}
          onClick={() => act((p) => continueOn(p, frame.article, fit?.over ?? 1, grid))}
        />
        <IconButton
          name={t('layout.sendOn')}
          icon={FileSymlink}
          disabled={frame.pinned}
          onClick={() => {
            act((p) => sendOn(p, selected, grid))
            layout.set({ selected: undefined })
          }}
        />
        <IconButton
          name={t('layout.remove')}
          icon={Trash2}
          disabled={frame.pinned}
          onClick={() => {
            act((p) => removeFrame(p, selected))
            layout.set({ selected: undefined })
          }}
        />
      </div>
    </div>
  )
}

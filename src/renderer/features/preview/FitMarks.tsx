/** What does not fit, marked on the sheet: a story's last frame edged in red with 超 N 行, or with 缺 N 行 where white is left. */
import { useTranslation } from 'react-i18next'
import { gridOn, rectOn } from '../layout/frames.ts'
import { WHITE_LEAST } from '../layout/fits.ts'
import type { ComposedState } from '../layout/state.ts'

type Props = { readonly composed: ComposedState; readonly index: number; readonly scale: number }

export function FitMarks({ composed, index, scale }: Props) {
  const { t } = useTranslation()
  const grid = gridOn(composed, index)
  const px = 1 / scale
  const marks = (composed.sheets[index]?.stories ?? []).filter((s) => s.over > 0 || s.over <= -WHITE_LEAST)
  return (
    <g className="fit-marks">
      {marks.map((s) => {
        const frame = composed.placement.frames[s.frame]
        if (!frame) return null
        const r = rectOn(grid, frame)
        const label = s.over > 0 ? t('fit.over', { n: s.over }) : t('fit.short', { n: -s.over })
        const width = (label.length * 12 + 10) * px
        return (
          <g key={s.frame} data-kind={s.over > 0 ? 'over' : 'short'}>
            <path
              d={`M${r.x} ${r.y + r.height}H${r.x + r.width}`}
              strokeWidth={(s.over > 0 ? 2.5 : 1) * px}
              strokeDasharray={s.over > 0 ? undefined : `${4 * px} ${3 * px}`}
            />
            <rect x={r.x + r.width - width} y={r.y + r.height - 18 * px} width={width} height={18 * px} rx={2 * px} />
            <text x={r.x + r.width - width / 2} y={r.y + r.height - 5 * px} fontSize={11 * px} textAnchor="middle">
              {label}
            </text>
          </g>
        )
      })}
    </g>
  )
}

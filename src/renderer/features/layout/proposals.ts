/** Ways to make a story fit, each a placement to be looked at before it is done: leading, length, columns, white of the head. */
import { setLeading } from './arrange.ts'
import type { Frame, Placement } from '../../../shared/layout/placement.ts'
import type { Grid, Head, Template } from '../../../shared/layout/template.ts'
import { gridOf } from '../../../shared/layout/template.ts'

export type Proposal = {
  readonly kind: 'leading' | 'taller' | 'shorter' | 'air' | 'columns'
  /** What the sentence names: points of leading, rows, columns. */
  readonly value: number
  readonly placement: Placement
}

/** Steps of leading in points. */
const STEP = 0.1

/** All ways that the template's limits and the room allow for frame `index`, whose story is `over` lines over (> 0) or short (< 0). */
export function proposalsFor(
  p: Placement,
  index: number,
  over: number,
  t: Template,
  grid: Grid,
  head: Head,
): readonly Proposal[] {
  const frame = p.frames[index]
  if (!frame) return []
  return [
    ...leadings(p, over, t, head),
    ...heights(p, index, frame, over, grid),
    ...airs(p, index, frame, over),
    ...(frame.columns === undefined && frame.span > 2
      ? [
          {
            kind: 'columns' as const,
            value: frame.span - 1,
            placement: withFrame(p, index, { columns: frame.span - 1 }),
          },
        ]
      : []),
  ]
}

/** Tighter where text is over, wider where it is short, within the template's limits. */
function leadings(p: Placement, over: number, t: Template, head: Head): readonly Proposal[] {
  const [least, most] = t.limits.leading
  const way = over > 0 ? -STEP : STEP
  const found: Proposal[] = []
  for (let i = 1; i <= 8; i++) {
    const leading = Math.round((p.leading + way * i) * 100) / 100
    if (leading < least || leading > most) break
    found.push({ kind: 'leading', value: leading, placement: setLeading(p, leading, gridOf(t, leading, head).rows) })
  }
  return found
}

/** Rows up to the next frame below or the sheet's foot; or fewer rows. */
function heights(p: Placement, index: number, frame: Frame, over: number, grid: Grid): readonly Proposal[] {
  const wanted = Math.ceil(over / (frame.columns ?? frame.span))
  if (frame.pinned || wanted === 0) return []
  const below = p.frames.filter(
    (f, i) =>
      i !== index &&
      f.page === frame.page &&
      f.row >= frame.row + frame.rows &&
      f.column < frame.column + frame.span &&
      frame.column < f.column + f.span,
  )
  const room = Math.min(grid.rows, ...below.map((f) => f.row - 2)) - frame.row - frame.rows
  const by = wanted > 0 ? Math.min(wanted, room) : Math.max(wanted, 3 - frame.rows)
  if (by === 0 || (wanted > 0 && by < 0)) return []
  return [
    {
      kind: by > 0 ? 'taller' : 'shorter',
      value: Math.abs(by),
      placement: withFrame(p, index, { rows: frame.rows + by }),
    },
  ]
}

/** White around the head taken away, or given. */
function airs(p: Placement, index: number, frame: Frame, over: number): readonly Proposal[] {
  if (frame.head === 'vertical') return []
  const air = Math.max(0, Math.min(6, frame.air - Math.ceil(over / frame.span)))
  return air === frame.air ? [] : [{ kind: 'air', value: air, placement: withFrame(p, index, { air }) }]
}

const withFrame = (p: Placement, index: number, values: Partial<Frame>): Placement => ({
  ...p,
  frames: p.frames.map((f, i) => (i === index ? { ...f, ...values } : f)),
})

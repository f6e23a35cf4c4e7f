/** The rules between stories: under each where another stands below, at its right where another stands beside it. A box has its own frame. */
import type { Rule } from '../geometry.ts'
import type { Frame } from '../placement.ts'
import { STORY_GAP } from '../plan.ts'
import { columnX, rowY, spanWidth } from '../template.ts'
import type { Desk } from './room.ts'

/** Columns or rows `[from, to)`. */
type Stretch = { readonly from: number; readonly to: number }

/** A rule between two stories keeps so far, in points, from what stands over and under it. */
const SHORT = 4

/** The rules that `frame` has under it and at its right among the frames of its sheet. */
export function storyRules(frame: Frame, frames: readonly Frame[], desk: Desk): readonly Rule[] {
  if (frame.boxed) return []
  const others = frames.filter((f) => f.article !== frame.article)
  return [...rulesUnder(frame, others, desk), ...rulesBeside(frame, others, desk)]
}

function rulesUnder(frame: Frame, others: readonly Frame[], { t, grid }: Desk): readonly Rule[] {
  const bottom = bottomOf(frame)
  const below = others.filter((f) => f.row >= bottom && f.row <= bottom + STORY_GAP + 1)
  const y = rowY(grid, bottom + STORY_GAP / 2)
  return between(columnsOf(frame), below, columnsOf, 0).map(({ from, to }) => {
    const x1 = columnX(grid, from)
    return {
      kind: 'rule',
      x1,
      y1: y,
      x2: x1 + spanWidth(grid, to - from),
      y2: y,
      weight: t.rules.story,
      ink: t.rules.ink,
    }
  })
}

function rulesBeside(frame: Frame, others: readonly Frame[], { t, grid }: Desk): readonly Rule[] {
  const edge = frame.column + frame.span
  const bottom = bottomOf(frame)
  const beside = others.filter((f) => f.column === edge)
  const x = columnX(grid, edge) - grid.gap / 2
  const next = others.find((f) => f.row === bottom + STORY_GAP && f.column + f.span === edge && !f.boxed)
  const goesOn = next && between(rowsOf(next), beside, rowsOf, STORY_GAP)[0]?.from === next.row
  return between(rowsOf(frame), beside, rowsOf, STORY_GAP).map(({ from, to }) => {
    const y2 = goesOn && to === bottom ? rowY(grid, to + STORY_GAP) + SHORT : rowY(grid, to) - SHORT
    return { kind: 'rule', x1: x, y1: rowY(grid, from) + SHORT, x2: x, y2, weight: t.rules.edge, ink: t.rules.ink }
  })
}

/** The stretches of `own` along which a rule stands: where there is no box, nor `gap` from one, and a story without a box somewhere. */
function between(
  own: Stretch,
  neighbours: readonly Frame[],
  stretchOf: (f: Frame) => Stretch,
  gap: number,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let from = own.from
  const boxes = neighbours.filter((f) => f.boxed).map(stretchOf)
  for (const box of [...boxes.toSorted((a, b) => a.from - b.from), { from: own.to + gap, to: Infinity }]) {
    stretches.push({ from, to: Math.min(own.to, box.from - gap) })
    from = Math.max(from, box.to + gap)
  }
  const open = neighbours.filter((f) => !f.boxed).map(stretchOf)
  return stretches.filter((s) => s.from < s.to && open.some((o) => o.from < s.to && s.from < o.to))
}

const bottomOf = (f: Frame): number => f.row + f.rows
const columnsOf = (f: Frame): Stretch => ({ from: f.column, to: f.column + f.span })
const rowsOf = (f: Frame): Stretch => ({ from: f.row, to: bottomOf(f) })

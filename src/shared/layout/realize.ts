/** A plan on the sheet: frames at their rows, stretched as far as the plan stretches. */
import { LARGEST, SMALLEST } from './compose/room.ts'
import type { Desk } from './compose/room.ts'
import { needsOf } from './compose/story.ts'
import { HEAD_AIR } from './leaf.ts'
import type { Frame } from './placement.ts'
import { STORY_GAP } from './plan.ts'
import type { Leaf, Plan } from './plan.ts'

/** The plan as frames that fill the sheet as far as it stretches; what it cannot fill stays free at the sheet's foot. */
export function realize(plan: Plan, desk: Desk): readonly Frame[] {
  const frames: Frame[] = []
  const rows = Math.min(desk.grid.rows, Math.max(plan.rows, plan.rows + plan.stretch))
  place(plan, 0, 0, rows, desk, frames)
  return frames
}

function place(plan: Plan, column: number, row: number, rows: number, desk: Desk, frames: Frame[]): void {
  switch (plan.node.kind) {
    case 'leaf':
      frames.push(stretched(plan.node, column, row, rows, desk))
      return
    case 'beside':
      place(plan.node.a, column, row, rows, desk, frames)
      place(plan.node.b, column + plan.node.a.span, row, rows, desk, frames)
      return
    case 'over': {
      const { a, b } = plan.node
      const extra = Math.max(0, rows - a.rows - b.rows - STORY_GAP)
      const share = a.stretch + b.stretch === 0 ? 0 : a.stretch / (a.stretch + b.stretch)
      // what neither can take stands at the foot
      const first = a.rows + Math.min(a.stretch, Math.round(extra * share))
      place(a, column, row, first, desk, frames)
      place(b, column, row + first + STORY_GAP, rows - first - STORY_GAP, desk, frames)
    }
  }
}

/** The leaf grown to `rows`: its pictures first, then white around its head. */
function stretched(node: Leaf, column: number, row: number, rows: number, desk: Desk): Frame {
  const { story, shape } = node
  const hasAir = story.first && shape.head === 'over' && story.parts.head.length > 0
  const most = hasAir ? HEAD_AIR[story.rank] : 0
  const spared = Math.min(most, hasAir ? 1 : 0)
  let { needs } = node
  const hasPicture = story.parts.pictures.length > 0
  for (let scale = LARGEST; hasPicture && needs.rows + spared < rows && scale > SMALLEST; scale -= 0.02) {
    const grown = needsOf(story, { ...shape, wish: { ...shape.wish, scale } }, desk, node.most)
    if (grown && grown.rows <= rows - spared) {
      needs = grown
      break
    }
  }
  const air = Math.max(0, Math.min(most, rows - needs.rows))
  // a box ends under its text: what that cannot fill stays free below
  const own = shape.boxed ? Math.min(rows, needs.rows + air) : rows
  return {
    article: story.article.id,
    page: 0,
    column,
    span: shape.span,
    row,
    rows: Math.max(1, Math.min(own, desk.grid.rows - row)),
    ...(shape.columns === undefined ? {} : { columns: shape.columns }),
    rank: story.rank,
    head: shape.head,
    boxed: shape.boxed,
    pinned: false,
    air,
    insets: needs.insets,
  }
}

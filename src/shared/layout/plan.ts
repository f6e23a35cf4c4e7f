/** Plans: stories stacked over and beside each other in whole columns, the best few of each kind kept, then stretched to the sheet. */
import { needsOf } from './compose/story.ts'
import type { Needs, Shape, Story } from './compose/story.ts'
import type { Desk } from './compose/room.ts'
import type { Frame } from './placement.ts'

/** `rows` it takes, `cost` of its looks, `stretch` rows that it can grow by, `white` rows that stay empty on average. */
export type Plan = {
  readonly rows: number
  readonly cost: number
  readonly stretch: number
  readonly white: number
  readonly span: number
  readonly node: Node
}
type Node =
  | {
      readonly kind: 'leaf'
      readonly story: Story
      readonly shape: Shape
      readonly needs: Needs
      readonly most: number
    }
  | { readonly kind: 'over' | 'beside'; readonly a: Plan; readonly b: Plan }

/** Rows between two stories, one over the other: the rule stands in their middle. */
export const STORY_GAP = 2
/** White of so many cells in one place is twice as bad as the same strewn about. */
const HOLE = 30
/** Rows of white that a head may take in. */
const HEAD_AIR = { lead: 6, story: 3, brief: 2 } as const
/** A placeholder may grow by so much of its height. */
const GROWTH = 0.5
/** A picture may take as much of the sheet as this share of its story's text. */
const PICTURE_SHARE = 1.1
const COST = { cut: 40, bump: 14, boxed: 4, vertical: 9, white: 1, missing: 0.35 } as const

/** Finds the best plan for the first `count` stories; of the last of them only `most` lines, if given. */
export type Planner = (count: number, most?: number) => Plan | undefined

/** A planner of `stories` on the desk's sheet, in their order; what it found for some of them it remembers. */
export function plannerOf(stories: readonly Story[], desk: Desk): Planner {
  const known = new Map<string, readonly Plan[]>()
  const total = desk.grid.columns
  return (count, most = Infinity) => {
    const last = count - 1
    if (last < 0) return undefined
    const kept = count > 9 ? 3 : count > 6 ? 5 : 8
    const keep = (plans: readonly Plan[]) =>
      plans
        .filter((p) => p.rows <= desk.grid.rows * TOO_DEEP)
        .toSorted((a, b) => a.cost - b.cost)
        .slice(0, kept)
    const of = (i: number, j: number, span: number): readonly Plan[] => {
      const cut = j === last ? most : Infinity
      const key = `${i},${j},${span},${cut},${kept}`
      const found = known.get(key)
      if (found) return found
      const plans = keep(i === j ? leaves(stories[i] as Story, span, desk, cut) : splits(i, j, span))
      known.set(key, plans)
      return plans
    }
    const splits = (i: number, j: number, span: number): readonly Plan[] => {
      const found: Plan[] = []
      for (let k = i; k < j; k++) {
        for (const a of of(i, k, span)) for (const b of of(k + 1, j, span)) found.push(over(a, b, span === total))
        for (let s = 1; s < span; s++) {
          for (const a of of(i, k, s)) for (const b of of(k + 1, j, span - s)) found.push(beside(a, b))
        }
      }
      return found
    }
    const rank = (p: Plan) => {
      const deep = p.rows > desk.grid.rows ? 1e4 + p.rows * 100 : 0
      return p.cost + deep + Math.max(0, desk.grid.rows - p.rows - p.stretch) * total * COST.missing
    }
    return of(0, last, total).toSorted((a, b) => rank(a) - rank(b))[0]
  }
}

/** A plan this much deeper than the sheet is no part of a good one. */
const TOO_DEEP = 1.6

function over(a: Plan, b: Plan, whole: boolean): Plan {
  // a cut across the whole page is 断版
  const cost = a.cost + b.cost + (whole ? COST.cut : 0)
  return {
    rows: a.rows + STORY_GAP + b.rows,
    cost,
    stretch: a.stretch + b.stretch,
    white: a.white + b.white,
    span: a.span,
    node: { kind: 'over', a, b },
  }
}

function beside(a: Plan, b: Plan): Plan {
  const rows = Math.max(a.rows, b.rows)
  const short = (p: Plan) => Math.max(0, rows - p.rows - p.stretch) * p.span
  const white = short(a) + short(b)
  const hole = white * COST.white * (1 + white / HOLE)
  // two headlines on one line are 碰题
  const cost = a.cost + b.cost + hole + (topHeads(a, 'right') && topHeads(b, 'left') ? COST.bump : 0)
  const stretch = Math.min(a.rows + a.stretch, b.rows + b.stretch) - rows
  const span = a.span + b.span
  return {
    rows,
    cost,
    stretch: Math.max(0, stretch),
    white: (a.white * a.span + b.white * b.span + white) / span,
    span,
    node: { kind: 'beside', a, b },
  }
}

/** True if a headline over columns stands at the plan's upper edge, on that side. */
function topHeads(p: Plan, side: 'left' | 'right'): boolean {
  switch (p.node.kind) {
    case 'leaf':
      return (
        p.node.shape.head === 'over' && p.node.story.first && p.node.story.parts.head.some((b) => b.role === 'headline')
      )
    case 'over':
      return topHeads(p.node.a, side)
    case 'beside':
      return topHeads(side === 'left' ? p.node.a : p.node.b, side)
  }
}

/** The shapes that a story can have in `span` columns, with their costs. */
function leaves(story: Story, span: number, desk: Desk, most: number): readonly Plan[] {
  const wides =
    story.parts.pictures.length > 0
      ? [...new Set([1, Math.max(1, Math.round(span / 2)), Math.max(1, span - 1), span])]
      : [1]
  const heads =
    story.first && story.rank !== 'lead' && span >= 2 && span <= 4
      ? (['over', 'vertical'] as const)
      : (['over'] as const)
  const boxed = story.first && story.rank !== 'lead' && story.parts.head.some((b) => b.role === 'label')
  const plans: Plan[] = []
  for (const wide of wides) {
    for (const head of heads) {
      const shape: Shape = { span, head, boxed, wish: { wide, scale: 1, reserved: 0 } }
      const needs = needsOf(story, shape, desk, most)
      if (needs) plans.push(leaf(story, shape, needs, desk, most))
    }
  }
  return plans
}

function leaf(story: Story, shape: Shape, needs: Needs, desk: Desk, most: number): Plan {
  const { span, head } = shape
  const picture = needs.insets.find((i) => i.kind === 'picture')
  const isReal = story.parts.pictures[0]?.picture.picture?.sha256 !== undefined
  const growth = picture && !isReal ? Math.floor((picture.rows * GROWTH * picture.span) / span / 2) : 0
  const air = story.first && head === 'over' ? HEAD_AIR[story.rank] : 0
  const shallow = needs.body > 0 && needs.body < 8 ? (8 - needs.body) * span * 1.5 : 0
  const deep = needs.rows > desk.grid.rows * 0.7 && span < 3 ? (story.rank === 'lead' ? 400 : 25) : 0
  const narrowLead = story.rank === 'lead' && span < Math.ceil(desk.grid.columns / 2) ? 120 : 0
  const thin = span === 1 && story.rank === 'story' ? 12 : 0
  // a picture much larger than its story swallows it
  const text = needs.body * span - needs.insets.reduce((sum, i) => sum + i.rows * i.span, 0) - needs.white
  const swallowed = picture ? Math.max(0, picture.rows * picture.span - text * PICTURE_SHARE) * COST.white : 0
  const tall = picture && picture.span === span && span > 2 ? 10 : 0
  const cost =
    needs.white * COST.white +
    shallow +
    deep +
    narrowLead +
    thin +
    tall +
    swallowed +
    (head === 'vertical' ? COST.vertical + (needs.rows < 30 ? 20 : 0) : 0)
  return {
    rows: needs.rows,
    cost,
    stretch: growth + air,
    white: needs.white / span,
    span,
    node: { kind: 'leaf', story, shape, needs, most },
  }
}

/** The plan as frames that fill the sheet as far as it stretches. */
export function realize(plan: Plan, desk: Desk): readonly Frame[] {
  const frames: Frame[] = []
  place(plan, 0, 0, desk.grid.rows, desk, frames)
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
      const share = a.stretch + b.stretch === 0 ? 0.5 : a.stretch / (a.stretch + b.stretch)
      const first = a.rows + Math.min(Math.round(extra * share), Math.max(a.stretch, extra - b.stretch))
      place(a, column, row, first, desk, frames)
      place(b, column, row + first + STORY_GAP, rows - first - STORY_GAP, desk, frames)
    }
  }
}

/** The leaf grown to `rows`: its picture first, then white around its head. */
function stretched(
  node: Extract<Node, { kind: 'leaf' }>,
  column: number,
  row: number,
  rows: number,
  desk: Desk,
): Frame {
  const { story, shape } = node
  let { needs } = node
  for (let scale = 1 + GROWTH; story.parts.pictures.length > 0 && needs.rows < rows && scale > 1.02; scale -= 0.05) {
    const grown = needsOf(story, { ...shape, wish: { ...shape.wish, scale } }, desk, node.most)
    if (grown && grown.rows <= rows) {
      needs = grown
      break
    }
  }
  const most = story.first && shape.head === 'over' && story.parts.head.length > 0 ? HEAD_AIR[story.rank] : 0
  const air = Math.max(0, Math.min(most, rows - needs.rows))
  return {
    article: story.article.id,
    page: 0,
    column,
    span: shape.span,
    row,
    rows: Math.max(1, Math.min(rows, desk.grid.rows - row)),
    rank: story.rank,
    head: shape.head,
    boxed: shape.boxed,
    pinned: false,
    air,
    insets: sunk(needs, rows - needs.rows - air),
  }
}

/** What stands at the foot of a body goes down with it, where the frame is deeper than its text. */
const sunk = (needs: Needs, _deeper: number) => needs.insets

/** Plans: stories stacked over and beside each other in whole columns, of each group of them the best few that differ in depth. */
import type { Desk } from './compose/room.ts'
import type { Needs, Shape, Story } from './compose/story.ts'
import { leaves } from './leaf.ts'

/** `rows` it takes at the least, `cost` of its looks, `stretch` rows that it can grow by, `white` rows that stay empty on average. */
export type Plan = {
  readonly rows: number
  readonly cost: number
  readonly stretch: number
  readonly white: number
  readonly span: number
  readonly node: Node
}
export type Leaf = {
  readonly kind: 'leaf'
  readonly story: Story
  readonly shape: Shape
  readonly needs: Needs
  readonly most: number
}
type Node = Leaf | { readonly kind: 'over' | 'beside'; readonly a: Plan; readonly b: Plan }

/** Rows between two stories, one over the other: the rule stands in their middle. */
export const STORY_GAP = 2
/** White of so many cells in one place is twice as bad as the same strewn about. */
const HOLE = 24
const COST = { cut: 40, bump: 14, white: 1, missing: 0.35 } as const
/** A plan this much deeper than the sheet is no part of a good one. */
const TOO_DEEP = 1.6
/** Plans whose depths lie closer together than these rows are of one kind: the cheapest stands for them. */
const ALIKE = 2

/** Finds the best plan for the first `count` stories; of the last of them only `most` lines, if given. */
export type Planner = (count: number, most?: number) => Plan | undefined

/** A planner of `stories` on the desk's sheet, in their order; what it found for some of them it remembers. */
export function plannerOf(stories: readonly Story[], desk: Desk): Planner {
  const known = new Map<string, readonly Plan[]>()
  const { columns: total, rows: sheet } = desk.grid
  const kept = keptOf(stories.length)
  const of = (i: number, j: number, span: number, last: number, most: number): readonly Plan[] => {
    const cut = j === last ? most : Infinity
    const key = `${i},${j},${span},${cut}`
    const found = known.get(key)
    if (found) return found
    const made = i === j ? leaves(stories[i] as Story, span, desk, cut) : splits(i, j, span, last, most) // i is in range
    const plans = differing(made, sheet, kept)
    known.set(key, plans)
    return plans
  }
  const splits = (i: number, j: number, span: number, last: number, most: number): readonly Plan[] => {
    const found: Plan[] = []
    const worst = new Map<number, number>()
    const add = (p: Plan) => {
      // of what is as deep and no better nothing is kept
      if (p.rows > sheet * TOO_DEEP) return
      const kind = p.rows * 512 + p.stretch
      const least = worst.get(kind)
      if (least !== undefined && least <= p.cost) return
      worst.set(kind, p.cost)
      found.push(p)
    }
    for (let k = i; k < j; k++) {
      for (const a of of(i, k, span, last, most))
        for (const b of of(k + 1, j, span, last, most)) add(over(a, b, span === total))
      for (let s = 1; s < span; s++) {
        for (const a of of(i, k, s, last, most))
          for (const b of of(k + 1, j, span - s, last, most)) {
            add(beside(a, b))
            // the page's first story stands at the left
            if (i > 0) add(beside(b, a))
          }
      }
    }
    return found
  }
  const rank = (p: Plan) => {
    const deep = p.rows > sheet ? 1e4 + p.rows * 100 : 0
    return p.cost + deep + Math.max(0, sheet - p.rows - p.stretch) * total * COST.missing
  }
  return (count, most = Infinity) =>
    count < 1 ? undefined : of(0, count - 1, total, count - 1, most).toSorted((a, b) => rank(a) - rank(b))[0]
}

/** How many plans of a group are kept: a page of many stories has many ways already. */
const keptOf = (stories: number): number => (stories > 12 ? 4 : stories > 9 ? 6 : stories > 6 ? 10 : 18)

/** The cheapest plans, no two of them alike in depth. */
function differing(plans: readonly Plan[], sheet: number, most: number): readonly Plan[] {
  const kept: Plan[] = []
  const shallow = plans.filter((q) => q.rows <= sheet * TOO_DEEP)
  if (shallow.length === 0) return plans.toSorted((a, b) => a.rows - b.rows).slice(0, 1)
  for (const p of shallow.toSorted((a, b) => a.cost - b.cost)) {
    if (kept.length >= most) break
    const isAlike = (q: Plan) =>
      Math.abs(q.rows - p.rows) < ALIKE && Math.abs(q.rows + q.stretch - p.rows - p.stretch) < 2 * ALIKE
    if (!kept.some(isAlike)) kept.push(p)
  }
  return kept
}

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

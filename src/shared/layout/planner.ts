/** Plans: stories stacked over and beside each other in whole columns, of each group of them the best few that differ in depth. */
import type { Desk } from './compose/room.ts'
import type { Story } from './compose/story.ts'
import { HOLE } from './holes.ts'
import { leaves } from './leaf.ts'
import { STORY_GAP } from './plan.ts'
import type { Plan } from './plan.ts'

const COST = { cut: 40, bump: 14, white: 1, missing: 0.35 } as const
/** A plan this much deeper than the sheet is no part of a good one. */
const TOO_DEEP = 1.6
/** Plans whose depths lie closer together than these rows are of one kind: the cheapest stands for them. */
const ALIKE = 2

/** Finds the best plan for the first `count` stories; of the last of them only `most` lines, if given. */
export type Planner = (count: number, most?: number) => Plan | undefined

/** A planner of `stories` on the desk's sheet, in their order; what it found for some of them it remembers. */
export function plannerOf(stories: readonly Story[], desk: Desk): Planner {
  const { columns: total, rows: sheet } = desk.grid
  const kept = keptOf(stories.length)
  // by where the last story is cut; in each by first story, last story and columns: there are many thousands
  const known = new Map<string, Map<number, readonly Plan[]>>()
  const place = (i: number, j: number, span: number) => (i * stories.length + j) * (total + 1) + span
  const of = (i: number, j: number, span: number, last: number, most: number): readonly Plan[] => {
    const cut = j === last ? most : Infinity
    const plans = knownAt(cut === Infinity ? '' : `${last},${cut}`)
    const at = place(i, j, span)
    const found = plans.get(at)
    if (found) return found
    const isTooMuch = i < j && areaOf(i, cut === Infinity ? j : j - 1) > sheet * TOO_DEEP * span
    const made = isTooMuch
      ? []
      : i === j
        ? leaves(stories[i] as Story, span, desk, cut) // i is in range
        : splits(i, j, span, last, most)
    const best = differing(made, sheet, kept)
    plans.set(at, best)
    return best
  }
  const knownAt = (cut: string): Map<number, readonly Plan[]> => {
    const plans = known.get(cut) ?? new Map<number, readonly Plan[]>()
    known.set(cut, plans)
    return plans
  }
  const areas: number[] = []
  // stories stand over and beside each other, so a plan of them takes at least as much as they do
  const areaOf = (i: number, j: number): number => {
    for (let k = areas.length; k <= j; k++) areas.push((areas[k - 1] ?? 0) + leastArea(k))
    return (areas[j] ?? 0) - (areas[i - 1] ?? 0)
  }
  const leastArea = (i: number): number => {
    let least = Infinity
    for (let span = 1; span <= total; span++)
      for (const plan of of(i, i, span, NONE, Infinity)) least = Math.min(least, plan.rows * span)
    return least
  }
  const splits = (i: number, j: number, span: number, last: number, most: number): readonly Plan[] => {
    const found: Plan[] = []
    const worst = new Map<number, number>()
    const add = (a: Plan, b: Plan, join: typeof over) => {
      const { rows, stretch, cost } = join(a, b, span === total)
      // of what is as deep and no better nothing is kept
      if (rows > sheet * TOO_DEEP) return
      const kind = rows * 512 + stretch
      const least = worst.get(kind)
      if (least !== undefined && least <= cost) return
      worst.set(kind, cost)
      found.push(joined(a, b, join === over ? 'over' : 'beside', span, { rows, stretch, cost }))
    }
    // the page's first story stands at the left; a page of many has ways enough
    const isTurned = i > 0 && kept > FEW
    for (let k = i; k < j; k++) {
      const below = of(k + 1, j, span, last, most)
      for (const a of of(i, k, span, last, most)) for (const b of below) add(a, b, over)
      for (let s = 1; s < span; s++) {
        const right = of(k + 1, j, span - s, last, most)
        for (const a of of(i, k, s, last, most))
          for (const b of right) {
            add(a, b, beside)
            if (isTurned) add(b, a, beside)
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

/** No story is the last that is cut. */
const NONE = -1

/** Where no more plans than these are kept, each pair is tried one way round. */
const FEW = 6

/** How many plans of a group are kept on a page of more than so many stories: one of many has many ways already. */
const KEPT = [
  [32, 2],
  [20, 3],
  [12, 4],
  [9, 6],
  [6, 10],
] as const
const keptOf = (stories: number): number => KEPT.find(([more]) => stories > more)?.[1] ?? 18

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

type Joined = Pick<Plan, 'rows' | 'stretch' | 'cost'>

function over(a: Plan, b: Plan, whole: boolean): Joined {
  // a cut across the whole page is 断版
  const cost = a.cost + b.cost + (whole ? COST.cut : 0)
  return { rows: a.rows + STORY_GAP + b.rows, cost, stretch: a.stretch + b.stretch }
}

function beside(a: Plan, b: Plan): Joined {
  const rows = Math.max(a.rows, b.rows)
  const white = shortOf(a, rows) + shortOf(b, rows)
  const hole = white * COST.white * (1 + white / HOLE)
  // two headlines on one line are 碰题
  const cost = a.cost + b.cost + hole + (a.heads.right && b.heads.left ? COST.bump : 0)
  return { rows, cost, stretch: Math.max(0, Math.min(a.rows + a.stretch, b.rows + b.stretch) - rows) }
}

/** Cells that stay white under a plan that stands in `rows` rows. */
const shortOf = (p: Plan, rows: number): number => Math.max(0, rows - p.rows - p.stretch) * p.span

function joined(a: Plan, b: Plan, kind: 'over' | 'beside', span: number, made: Joined): Plan {
  const isOver = kind === 'over'
  const white = isOver
    ? a.white + b.white
    : (a.white * a.span + b.white * b.span + shortOf(a, made.rows) + shortOf(b, made.rows)) / span
  const heads = isOver ? a.heads : { left: a.heads.left, right: b.heads.right }
  return { ...made, white, span, heads, node: { kind, a, b } }
}

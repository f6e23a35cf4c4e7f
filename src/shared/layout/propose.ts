/** The first proposal of a placement: whole columns, lead by importance and length, no two headlines side by side if it can be had. */
import { rowsNeeded, STORY_GAP } from './compose/story.ts'
import type { Story } from './compose/story.ts'
import type { Frame, Placement } from './placement.ts'
import type { Grid, Template } from './template.ts'
import type { Words } from '../words.ts'

/** A way to stack stories into `span` columns: its height in rows, how many cells stay white, and the frames relative to its corner. */
type Plan = { readonly rows: number; readonly waste: number; readonly frames: readonly Frame[] }

const KEPT = 5

/** Frames for `stories` (in order of importance) on as many sheets as they take. */
export function propose(stories: readonly Story[], t: Template, grid: Grid, words?: Words): Placement {
  const frames: Frame[] = []
  let rest = stories
  for (let page = 0; rest.length > 0 && page < 20; page++) {
    let count = rest.length
    let plan = bestPlan(rest.slice(0, count), t, grid, words)
    while (count > 1 && plan.rows > grid.rows) {
      count--
      plan = bestPlan(rest.slice(0, count), t, grid, words)
    }
    frames.push(...plan.frames.map((f) => ({ ...f, page })))
    rest = rest.slice(count)
  }
  return { template: t.id, frames }
}

function bestPlan(stories: readonly Story[], t: Template, grid: Grid, words?: Words): Plan {
  const plans = new Map<string, readonly Plan[]>()
  const of = (i: number, j: number, span: number): readonly Plan[] => {
    const key = `${i},${j},${span}`
    const known = plans.get(key)
    if (known) return known
    const found =
      i === j
        ? [single(stories[i] as Story, t, grid, span, words)].filter((p) => p !== undefined)
        : [...splits(i, j, span)]
    const kept = found.sort((a, b) => a.waste - b.waste).slice(0, KEPT)
    plans.set(key, kept)
    return kept
  }
  function* splits(i: number, j: number, span: number): Generator<Plan> {
    for (let k = i; k < j; k++) {
      for (const a of of(i, k, span)) for (const b of of(k + 1, j, span)) yield over(a, b, span === grid.columns)
      for (let s = 1; s < span; s++)
        for (const a of of(i, k, s)) for (const b of of(k + 1, j, span - s)) yield beside(a, b, s, span)
    }
  }
  const all = of(0, stories.length - 1, grid.columns)
  const fitting = all.filter((p) => p.rows <= grid.rows)
  const best = (fitting.length > 0 ? fitting : all)[0]
  return best ?? { rows: grid.rows + 1, waste: 0, frames: [] }
}

function over(a: Plan, b: Plan, whole: boolean): Plan {
  const rows = a.rows + STORY_GAP + b.rows
  // a cut across the whole page is 断版
  return {
    rows,
    waste: a.waste + b.waste + (whole ? 25 : 0),
    frames: [...a.frames, ...b.frames.map((f) => ({ ...f, row: f.row + a.rows + STORY_GAP }))],
  }
}

function beside(a: Plan, b: Plan, at: number, span: number): Plan {
  const rows = Math.max(a.rows, b.rows)
  const white = (rows - a.rows) * at + (rows - b.rows) * (span - at)
  // two headlines on one line are 碰题
  const bump = a.frames.some((f) => f.row === 0 && f.span === at) && b.frames.some((f) => f.row === 0) ? 12 : 0
  return {
    rows,
    waste: a.waste + b.waste + white + bump,
    frames: [...a.frames, ...b.frames.map((f) => ({ ...f, column: f.column + at }))],
  }
}

function single(story: Story, t: Template, grid: Grid, span: number, words?: Words): Plan | undefined {
  const { rows, head, pictures } = rowsNeeded(story, t, grid, span, words)
  const body = rows - head
  const white =
    body * span -
    story.lines.reduce((sum, l) => sum + l.rows, 0) -
    pictures.reduce((sum, p) => sum + p.rows * p.span, 0)
  // a story of a few lines over many columns, or a long one in a single column, reads badly
  const shape =
    (body < 7 ? (7 - body) * span * 2 : 0) +
    (rows > grid.rows * 0.75 && span < 3 ? 40 : 0) +
    (story.rank === 'lead' && span < 3 ? 200 : 0)
  const frame: Frame = {
    article: story.article.id,
    page: 0,
    column: 0,
    span,
    row: 0,
    rows,
    rank: story.rank,
    pinned: false,
    pictures,
  }
  return { rows, waste: Math.max(0, white) + shape, frames: [frame] }
}

/** The first proposal of a placement: whole columns, the lead widest, few headlines side by side, the sheet full to its foot. */
import { plannerOf, realize } from './plan.ts'
import type { Plan, Planner } from './plan.ts'
import { flowOf } from './compose/flow.ts'
import { columnsOf } from './compose/room.ts'
import type { Desk } from './compose/room.ts'
import type { Story } from './compose/story.ts'
import type { Frame, Placement } from './placement.ts'
import { gridOf } from './template.ts'
import type { Template } from './template.ts'
import type { Words } from '../words.ts'

/** A sheet with less than this of it filled takes the head of the next story, which then jumps. */
const FULL = 0.86
const MOST_SHEETS = 24
/** A story is not cut to fewer body lines than these. */
const LEAST_LINES = 24

/** Frames for `stories` (in order of importance) on as many sheets as they take; `front`: the first sheet has the masthead. */
export function propose(stories: readonly Story[], t: Template, words: Words | undefined, front: boolean): Placement {
  const leading = stories.length === 0 ? t.grid.leading : bestLeading(stories, t, words, front)
  const frames: Frame[] = []
  let rest = stories
  for (let page = 0; rest.length > 0 && page < MOST_SHEETS; page++) {
    const desk: Desk = { t, grid: gridOf(t, leading, front && page === 0), ...(words ? { words } : {}) }
    const taken = sheet(rest, desk)
    frames.push(...realize(taken.plan, desk).map((f) => ({ ...f, page })))
    rest = taken.rest
  }
  return { template: t.id, leading, frames }
}

/** The leading, within the template's limits, at which all stories fill one sheet best. */
function bestLeading(stories: readonly Story[], t: Template, words: Words | undefined, front: boolean): number {
  const [least, most] = t.limits.leading
  let leading = t.grid.leading
  for (let attempt = 0; attempt < 3; attempt++) {
    const desk: Desk = { t, grid: gridOf(t, leading, front), ...(words ? { words } : {}) }
    if (attempt === 0 && mostStories(stories, desk) < stories.length) return t.grid.leading
    const plan = plannerOf(stories, desk)(stories.length)
    if (!plan) return t.grid.leading
    const isOver = plan.rows > desk.grid.rows
    if (isOver && leading === least) return t.grid.leading
    const wanted = (leading * desk.grid.rows) / (isOver ? plan.rows : plan.rows + plan.stretch * 0.6)
    const next = roundDown(Math.min(most, Math.max(least, isOver ? wanted : Math.max(leading, wanted))))
    if (next === leading) break
    leading = next
  }
  return leading
}

/** To a twentieth of a point. */
const roundDown = (points: number): number => Math.floor(points * 20 + 1e-6) / 20

type Taken = { readonly plan: Plan; readonly rest: readonly Story[] }

/** As many stories as the sheet holds; where room is left, the beginning of the next one. */
function sheet(stories: readonly Story[], desk: Desk): Taken {
  const planner = plannerOf(stories, desk)
  const fits = (plan: Plan | undefined): plan is Plan => plan !== undefined && plan.rows <= desk.grid.rows
  let count = Math.min(stories.length, mostStories(stories, desk))
  let plan = planner(count)
  while (count > 0 && !fits(plan)) plan = planner(--count)
  if (count === stories.length && plan) return { plan, rest: [] }
  const next = stories[count]
  if (next && (!plan || plan.rows - plan.white < desk.grid.rows * FULL)) {
    const cut = withBeginning(planner, count + 1, next, desk)
    if (cut) return { plan: cut.plan, rest: [cut.rest, ...stories.slice(count + 1)] }
  }
  if (plan) return { plan, rest: stories.slice(count) }
  // not even a part of one story fits as it should: its shape is given up and the frame takes the whole sheet
  return { plan: planner(1) as Plan, rest: stories.slice(1) }
}

/** Stories whose bare text is already more than the sheet are not tried. */
function mostStories(stories: readonly Story[], desk: Desk): number {
  let cells = 0
  for (const [i, story] of stories.entries()) {
    cells += bodyLines(story, desk).length
    if (cells > desk.grid.rows * desk.grid.columns) return Math.max(1, i)
  }
  return stories.length
}

const bodyLines = (story: Story, desk: Desk) =>
  flowOf(
    story.parts.body,
    { template: desk.t, row: desk.grid.row, width: columnsOf({ column: 0, span: 1, boxed: false }, desk).width },
    story.from,
  )

/** The most lines of `next`, the last of `count` stories, with which all of them still fit the sheet. */
function withBeginning(
  planner: Planner,
  count: number,
  next: Story,
  desk: Desk,
): { readonly plan: Plan; readonly rest: Story } | undefined {
  const lines = bodyLines(next, desk)
  let low = LEAST_LINES
  let high = lines.length - LEAST_LINES / 2
  let best: Plan | undefined
  let most = 0
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const plan = planner(count, middle)
    if (plan && plan.rows <= desk.grid.rows) {
      best = plan
      most = middle
      low = middle + 1
    } else high = middle - 1
  }
  const line = lines[most]
  if (!best || !line) return undefined
  const block = next.parts.body.findIndex((b) => b.id === line.set.block.id)
  return { plan: best, rest: { ...next, from: { block, offset: line.line.start }, first: false } }
}

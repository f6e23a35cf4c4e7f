/** The first proposal of a placement: whole columns, the lead widest, few headlines side by side, the sheet full to its foot. */
import { bestMeasure } from './measure.ts'
import type { Attempt, Measure } from './measure.ts'
import type { Plan } from './plan.ts'
import { plannerOf } from './planner.ts'
import type { Planner } from './planner.ts'
import { realize } from './realize.ts'
import { flowOf } from './compose/flow.ts'
import { drawFrame } from './compose/frame.ts'
import { columnsOf } from './compose/room.ts'
import type { Desk } from './compose/room.ts'
import type { Story } from './compose/story.ts'
import { nameOf } from './compose/wide.ts'
import type { Frame, Placement } from './placement.ts'
import { gridOf, sized } from './template.ts'
import type { Head, Template } from './template.ts'
import type { Words } from '../words.ts'

/** A sheet with less than this of it filled takes the head of the next story, which then jumps. */
const FULL = 0.86
const MOST_SHEETS = 24
/** A story is not cut to fewer body lines than these, and no fewer go on. */
const LEAST_LINES = 24
const LEAST_REST = 12

/**
 * Frames for `stories` (in order of importance) on as many sheets as they take; `over` says what stands over each. `given` is
 * the leading of sheets that stand already; without it the best measure is looked for.
 */
export function propose(
  stories: readonly Story[],
  t: Template,
  words: Words | undefined,
  over: (sheet: number) => Head,
  given?: number,
): Placement {
  const { size, leading } = given
    ? { size: t.grid.size, leading: given }
    : bestMeasure(t, (measure) => onOneSheet(stories, deskOf(t, measure, over(0), words)))
  const frames: Frame[] = []
  let rest = stories
  for (let page = 0; rest.length > 0 && page < MOST_SHEETS; page++) {
    const desk = deskOf(t, { size, leading }, over(page), words)
    const taken = sheet(rest, desk, true) as Taken // something always stands on a sheet of its own
    frames.push(...taken.frames.map((f) => ({ ...f, page })))
    rest = taken.rest
  }
  return { template: t.id, leading, ...(size === t.grid.size ? {} : { size }), frames }
}

const deskOf = (t: Template, { size, leading }: Measure, over: Head, words: Words | undefined): Desk => ({
  t: sized(t, size),
  grid: gridOf(sized(t, size), leading, over),
  ...(words ? { words } : {}),
})

/** The plan of all stories on one sheet, if they go on it. */
function onOneSheet(stories: readonly Story[], desk: Desk): ReturnType<Attempt> {
  if (stories.length === 0 || mostStories(stories, desk) < stories.length) return undefined
  const plan = plannerOf(stories, desk)(stories.length)
  return plan && plan.rows <= desk.grid.rows ? { plan, rows: desk.grid.rows } : undefined
}

/** `rest` is what further sheets have to hold: the text as the frames leave it, not as it was counted for them. */
type Taken = { readonly frames: readonly Frame[]; readonly rest: readonly Story[] }

/**
 * As many stories as the sheet holds; where room is left, the beginning of the next one. Where not even a part of one stands,
 * `anyway` puts the first there, whatever its shape.
 */
export function sheet(stories: readonly Story[], desk: Desk, anyway: boolean): Taken | undefined {
  const planner = plannerOf(stories, desk)
  const fits = (plan: Plan | undefined): plan is Plan => plan !== undefined && plan.rows <= desk.grid.rows
  let count = Math.min(stories.length, mostStories(stories, desk))
  let plan = planner(count)
  while (count > 0 && !fits(plan)) plan = planner(--count)
  if (count === stories.length && fits(plan)) return { frames: realize(plan, desk), rest: [] }
  const next = stories[count]
  if (next && (!plan || plan.rows - plan.white < desk.grid.rows * FULL)) {
    const cut = withBeginning(planner, count + 1, next, desk)
    if (cut) return asDrawn(realize(cut, desk), next, stories.slice(count + 1), desk)
  }
  if (plan && (anyway || fits(plan))) return { frames: realize(plan, desk), rest: stories.slice(count) }
  if (!anyway) return undefined
  // its shape is given up and the frame takes the whole sheet
  return { frames: realize(planner(1) as Plan, desk), rest: stories.slice(1) }
}

/** A head and the white about a story take at least so many cells. */
const HEAD_CELLS = 6

/** Stories whose text is already more than the sheet are not tried. */
function mostStories(stories: readonly Story[], desk: Desk): number {
  let cells = 0
  for (const [i, story] of stories.entries()) {
    cells += bodyLines(story, desk).length + (story.first && story.parts.head.length > 0 ? HEAD_CELLS : 0)
    if (cells > desk.grid.rows * desk.grid.columns) return Math.max(1, i)
  }
  return stories.length
}

const bodyLines = (story: Story, desk: Desk) =>
  flowOf(
    story.parts.body,
    {
      template: desk.t,
      row: desk.grid.row,
      width: columnsOf({ column: 0, span: 1, boxed: false }, desk).width,
      apart: new Set([...story.apart, ...story.parts.tables.map(nameOf)]),
    },
    story.from,
  )

/** The plan with the most lines of `next`, the last of `count` stories, with which all of them still fit the sheet. */
function withBeginning(planner: Planner, count: number, next: Story, desk: Desk): Plan | undefined {
  let low = LEAST_LINES
  let high = bodyLines(next, desk).length - LEAST_REST
  let best: Plan | undefined
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const plan = planner(count, middle)
    if (plan && plan.rows <= desk.grid.rows) {
      best = plan
      low = middle + 1
    } else high = middle - 1
  }
  return best
}

/**
 * The frames with what the one of `cut` leaves of it. A frame that stretched, or has columns of its own, holds other lines than
 * were planned for it, so it is drawn; where only a few lines would go on, it is made lower and gives some of its own.
 */
function asDrawn(frames: readonly Frame[], cut: Story, further: readonly Story[], desk: Desk): Taken {
  const own = frames.find((f) => f.article === cut.article.id)
  if (!own) return { frames, rest: [cut, ...further] }
  for (let rows = own.rows; ; rows--) {
    const frame = { ...own, rows }
    const { rest, over } = drawFrame(cut, frame, desk, SENT_ON, false)
    if (rest && over < LEAST_REST && rows > own.rows - LEAST_REST) continue
    return { frames: frames.map((f) => (f === own ? frame : f)), rest: [...(rest ? [rest] : []), ...further] }
  }
}

/** Where a story is sent on its frame's last row says so, in whatever words. */
const SENT_ON = { to: '（下转）' }

import { expect, it } from 'vitest'
import type { Frame } from '../placement.ts'
import { columnX, gridOf, rowY, spanWidth } from '../template.ts'
import { templateOf } from '../templates.ts'
import { storyRules } from './rules.ts'

const t = templateOf('national-broadsheet')
const grid = gridOf(t)
type Placed = Pick<Frame, 'article' | 'column' | 'span' | 'row' | 'rows'> & { readonly boxed?: boolean }
const frame = (f: Placed): Frame => ({
  page: 0,
  rank: 'story',
  head: 'over',
  boxed: false,
  pinned: false,
  air: 0,
  insets: [],
  ...f,
})

/** The rules of the first of `placed`: `| rows` at its right, `— columns` under it. */
const check = (expected: readonly string[], ...placed: readonly Placed[]) => {
  const frames = placed.map(frame)
  const rowAt = (y: number) => Math.round((y - grid.top) / grid.row)
  const said = storyRules(frames[0] as Frame, frames, { t, grid }).map((r) => {
    if (r.x1 === r.x2) return `| ${rowAt(r.y1)}–${rowAt(r.y2)}`
    const from = Array.from({ length: 9 }, (_, i) => i).find((c) => Math.abs(columnX(grid, c) - r.x1) < 0.1) ?? -1
    const span = Array.from({ length: 9 }, (_, i) => i).find((n) => Math.abs(spanWidth(grid, n) - r.x2 + r.x1) < 0.1)
    return `— ${from}–${from + (span ?? -1)}`
  })
  expect(said).toEqual(expected)
}
const lead = { article: 'a', column: 0, span: 3, row: 0, rows: 30 }
const beside = { column: 3, span: 1 }

it('one stands between two stories, as long as the first', () =>
  check(['| 0–30'], lead, { article: 'b', ...beside, row: 0, rows: 20 }))
it('it goes on to the next story where both have a neighbour', () => {
  const next = { article: 'c', column: 0, span: 3, row: 32, rows: 20 }
  check(['— 0–3', '| 0–32'], lead, next, { article: 'b', ...beside, row: 0, rows: 52 })
  check(['| 0–30'], lead, { ...next, boxed: true }, { article: 'b', ...beside, row: 0, rows: 52 })
})
it('none runs along a box, which has a frame', () => {
  check(
    ['| 14–30'],
    lead,
    { article: 'b', ...beside, row: 0, rows: 12, boxed: true },
    { article: 'c', ...beside, row: 14, rows: 16 },
  )
  check(
    ['| 0–16'],
    lead,
    { article: 'c', ...beside, row: 0, rows: 16 },
    { article: 'b', ...beside, row: 18, rows: 12, boxed: true },
  )
  check([], lead, { article: 'b', ...beside, row: 0, rows: 12, boxed: true })
  check([], { ...lead, boxed: true }, { article: 'b', ...beside, row: 0, rows: 12 })
})
it('under a story one stands over what has no box', () => {
  const below = { row: 32, rows: 10 }
  check(
    ['— 0–2'],
    lead,
    { article: 'b', column: 0, span: 2, ...below },
    { article: 'c', column: 2, span: 1, ...below, boxed: true },
  )
  check(['— 0–3'], lead, { article: 'b', column: 0, span: 2, ...below }, { article: 'c', column: 2, span: 1, ...below })
  check([], lead, { article: 'c', column: 0, span: 3, ...below, boxed: true })
})
it('none parts a story from itself', () => check([], lead, { ...lead, ...beside }, { ...lead, row: 32, rows: 9 }))
it('it stands in the middle of the gap', () => {
  const frames = [frame(lead), frame({ article: 'b', ...beside, row: 0, rows: 20 })]
  expect(storyRules(frames[0] as Frame, frames, { t, grid })[0]).toMatchObject({
    x1: columnX(grid, 3) - grid.gap / 2,
    y1: rowY(grid, 0) + 4,
  })
})

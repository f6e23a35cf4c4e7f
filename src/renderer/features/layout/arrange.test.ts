import { expect, test } from 'vitest'
import {
  addStory,
  continueOn,
  exchange,
  neighbour,
  placeFrame,
  removeFrame,
  sendOn,
  setColumns,
  setLeading,
  within,
} from './arrange.ts'
import type { Frame, Placement } from '../../../shared/layout/placement.ts'

const CELLS = { columns: 6, rows: 100 }

const frame = (article: string, column: number, span: number, row: number, rows: number, more: Partial<Frame> = {}) =>
  ({
    article,
    page: 0,
    column,
    span,
    row,
    rows,
    rank: 'story',
    head: 'over',
    boxed: false,
    pinned: false,
    air: 0,
    insets: [],
    ...more,
  }) satisfies Frame
const placed = (...frames: Frame[]): Placement => ({ template: 't', leading: 13, frames })
const areaOf = (f: Frame | undefined) => f && [f.page, f.column, f.span, f.row, f.rows]

test('a frame stays on the sheet', () => {
  expect(within({ column: 5, span: 3, row: 95, rows: 20 }, CELLS)).toEqual({ column: 3, span: 3, row: 80, rows: 20 })
  expect(within({ column: -2, span: 9, row: -1, rows: 1 }, CELLS)).toEqual({ column: 0, span: 6, row: 0, rows: 3 })
})

test('a pinned frame does not move', () => {
  const p = placed(frame('a', 0, 2, 0, 30, { pinned: true }), frame('b', 2, 2, 0, 30))
  expect(placeFrame(p, 0, { column: 3, span: 1, row: 0, rows: 9 }, CELLS)).toEqual(p)
  expect(exchange(p, 0, 1)).toEqual(p)
})

test('a narrower frame gives up its own columns and narrows its pictures', () => {
  const p = placed(
    frame('a', 0, 4, 0, 30, {
      columns: 3,
      insets: [{ kind: 'picture', block: 'p', column: 2, span: 2, row: 0, rows: 9 }],
    }),
  )
  const [made] = placeFrame(p, 0, { column: 0, span: 1, row: 0, rows: 30 }, CELLS).frames
  expect(made?.columns).toBeUndefined()
  expect(made?.insets[0]).toMatchObject({ column: 0, span: 1 })
})

test('as many columns as the frame spans are the page’s own', () => {
  const p = placed(frame('a', 0, 4, 0, 30))
  expect(setColumns(p, 0, 3).frames[0]?.columns).toBe(3)
  expect(setColumns(setColumns(p, 0, 3), 0, 4).frames[0]).not.toHaveProperty('columns')
})

test('two stories change places', () => {
  const p = placed(frame('a', 0, 4, 0, 30), frame('b', 4, 2, 0, 50))
  const { frames } = exchange(p, 0, 1)
  expect(frames.map((f) => [f.article, ...(areaOf(f) ?? [])])).toEqual([
    ['a', 0, 4, 2, 0, 50],
    ['b', 0, 0, 4, 0, 30],
  ])
})

test('neighbours go by rows, then columns', () => {
  const p = placed(frame('a', 4, 2, 0, 30), frame('b', 0, 4, 0, 30), frame('c', 0, 6, 40, 20))
  expect([neighbour(p, 0, 1), neighbour(p, 0, -1), neighbour(p, 2, 1)]).toEqual([2, 1, undefined])
})

test('a story sent on finds free room on the next sheet', () => {
  const p = placed(frame('a', 0, 2, 0, 30), frame('b', 0, 6, 0, 40, { page: 1 }))
  expect(areaOf(sendOn(p, 0, CELLS).frames[0])).toEqual([1, 0, 2, 42, 30])
})

test('what does not fit goes on in a further frame right after the last', () => {
  const p = placed(frame('a', 2, 2, 0, 30), frame('b', 0, 2, 0, 30))
  const { frames } = continueOn(p, 'a', 20, CELLS)
  expect(frames.map((f) => f.article)).toEqual(['a', 'a', 'b'])
  expect(areaOf(frames[1])).toEqual([1, 2, 2, 0, 14])
})

test('a new story comes into free room or onto a sheet of its own', () => {
  expect(areaOf(addStory(placed(frame('a', 0, 6, 0, 50)), 'n', 30, CELLS).frames[1])).toEqual([0, 0, 2, 52, 21])
  expect(areaOf(addStory(placed(frame('a', 0, 6, 0, 100)), 'n', 30, CELLS).frames[1])).toEqual([1, 0, 2, 0, 21])
})

test('frames go, and rows follow the leading', () => {
  expect(removeFrame(placed(frame('a', 0, 6, 0, 50)), 0).frames).toEqual([])
  expect(areaOf(setLeading(placed(frame('a', 0, 6, 13, 26)), 6.5, 200).frames[0])).toEqual([0, 0, 6, 26, 52])
})

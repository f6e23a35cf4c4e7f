import { expect, test } from 'vitest'
import { article, block, page } from '../../page/build.ts'
import { compose } from '../compose.ts'
import type { Frame } from '../placement.ts'
import { templateOf } from '../templates.ts'
import { linesOf, paragraph, textOf } from '../testing.ts'

const HEADS = ['车次', '始发站', '终到站', '开点', '到点', '票价']
const ROWS = [HEADS, HEADS.map(() => '---'), ...[1, 2, 3].map((i) => HEADS.map((h, k) => `${h.slice(0, 2)}${i}${k}`))]
const t = templateOf('national-broadsheet')
/** A page of one story: paragraphs, a table wider than a column, paragraphs. */
const storyWith = (before: number, behind: number) =>
  page([
    article([
      block('headline', '下月起列车运行图调整'),
      ...Array.from({ length: before }, () => paragraph(3)),
      ...ROWS.map((cells) => block('paragraph', `| ${cells.join(' | ')} |`)),
      ...Array.from({ length: behind }, () => paragraph(3)),
    ]),
  ])
const setIn = (before: number, behind: number, change: Partial<Frame> = {}) => {
  const p = storyWith(before, behind)
  const { placement } = compose(p, t)
  const frames = placement.frames.map((f) => ({ ...f, ...change }))
  return compose(p, t, Object.keys(change).length > 0 ? { ...placement, frames } : placement)
}
/** Where the table of the first frame stands. */
const tableOf = (before: number, behind: number) => {
  const [frame] = setIn(before, behind).placement.frames
  const inset = frame?.insets.find((i) => i.kind === 'table')
  return frame && inset && { ...inset, isLast: inset.column + inset.span === frame.span }
}

test('spoken of at a story’s beginning it stands at the head of the first columns', () => {
  expect(tableOf(1, 12)).toMatchObject({ row: 0, column: 0, isLast: false })
})
test('spoken of at a story’s end it stands at the foot of the last columns', () => {
  const table = tableOf(12, 0)
  expect(table).toMatchObject({ isLast: true })
  expect(table?.row).toBeGreaterThan(0)
})
test('the later it is spoken of, the further right it stands', () => {
  const columns = [1, 4, 6, 8, 11].map((before) => tableOf(before, 12 - before)?.column ?? NaN)
  expect(columns).toEqual(columns.toSorted((a, b) => a - b))
  expect(new Set(columns).size).toBeGreaterThan(2)
})
test('in a column wide enough for it it stands between the paragraphs that it stands between in the text', () => {
  const c = setIn(2, 2, { columns: 1, span: 3, insets: [], rows: 70 })
  const [, , before, ...rest] = storyWith(2, 2).articles[0]?.blocks ?? []
  const behind = rest[ROWS.length]
  const ys = (id: string | undefined) =>
    linesOf(c)
      .filter((l) => l.block === id)
      .map((l) => l.y)
  const [cell] = linesOf(c).filter((l) => textOf(l) === '票价25')
  expect(cell?.y).toBeGreaterThan(Math.max(...ys(before?.id)))
  expect(cell?.y).toBeLessThan(Math.min(...ys(behind?.id)))
})
test('it goes on with a story that is told of it on the next sheet', () => {
  const { placement, pages } = setIn(150, 3)
  expect(pages.length).toBeGreaterThan(1)
  expect(placement.frames.map((f) => f.insets.map((i) => i.kind))).toEqual([...pages.slice(1).map(() => []), ['table']])
})

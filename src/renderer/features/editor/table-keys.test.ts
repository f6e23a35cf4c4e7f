import { expect, test } from 'vitest'
import { block } from '../../../shared/page/build.ts'
import { cellBeside } from './table-keys.ts'

const LINES = ['字', '| 车次 | 开点 |', '| --- | --- |', '| 甲 | |\n| 乙 | 07:00 |', '| 完 |', '尾']
const BLOCKS = LINES.map((text, i) => ({ ...block('paragraph', text), id: `${i}` }))

/** From offset `at` of the `n`th line, to `[line, from, to]`. */
function check(
  n: number,
  at: number,
  by: -1 | 1,
  expected: readonly [number, number, number] | undefined,
  blocks = BLOCKS,
) {
  const cell = cellBeside(blocks, { block: `${n}`, offset: at }, by)
  expect(cell && [Number(cell.from.block), cell.from.offset, cell.to.offset]).toEqual(expected)
}

test('to the next cell, from wherever in this one', () => {
  for (const at of [0, 1, 2, 4, 5]) check(1, at, 1, [1, 7, 9])
})
test('over the end of the row and the rule, and back', () => {
  check(1, 8, 1, [3, 2, 3])
  check(3, 2, -1, [1, 7, 9])
})
test('into an empty cell, and on to the next line of the block', () => {
  check(3, 3, 1, [3, 5, 5])
  check(3, 5, 1, [3, 10, 11])
  check(3, 10, -1, [3, 5, 5])
})
test('behind the last bar', () => check(1, 11, 1, [3, 2, 3]))
test('into a row of one cell', () => check(3, 14, 1, [4, 2, 3]))
test('at the ends of the table, in its rule and outside', () => {
  check(1, 2, -1, undefined)
  check(4, 2, 1, undefined)
  check(2, 3, 1, undefined)
  check(0, 0, 1, undefined)
  check(5, 1, -1, undefined)
})
test('in rows of HTML, past the places that a cell reaches over', () => {
  const rows = ['<tr><td colspan="2">车次</td><td>开点</td></tr>', '<tr><td>甲</td><td></td><td>07:00</td></tr>']
  const blocks = rows.map((text, i) => ({ ...block('paragraph', text), id: `${i}` }))
  for (const at of [0, 20, 22]) check(0, at, 1, [0, 31, 33], blocks)
  check(0, 33, 1, [1, 8, 9], blocks)
  check(1, 9, 1, [1, 18, 18], blocks)
  check(1, 18, 1, [1, 27, 32], blocks)
  check(1, 30, -1, [1, 18, 18], blocks)
  check(1, 8, -1, [0, 31, 33], blocks)
  check(1, 32, 1, undefined, blocks)
})

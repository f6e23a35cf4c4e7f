import { expect, test } from 'vitest'
import { block } from '../../../shared/page/build.ts'
import { cellBeside } from './table-keys.ts'

const LINES = ['字', '| 车次 | 开点 |', '| --- | --- |', '| 甲 | |\n| 乙 | 07:00 |', '| 完 |', '尾']
const BLOCKS = LINES.map((text, i) => ({ ...block('paragraph', text), id: `${i}` }))

/** From offset `at` of the `n`th line, to `[line, from, to]`. */
function check(n: number, at: number, by: -1 | 1, expected: readonly [number, number, number] | undefined) {
  const cell = cellBeside(BLOCKS, { block: `${n}`, offset: at }, by)
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

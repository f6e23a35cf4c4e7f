import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { acceptBlocks, doubtsOf, nextDoubt } from './doubts.ts'

const p = page([
  article([block('headline', '题', { confidence: 0.4 }), block('paragraph', '文')]),
  article([block('paragraph', '甲乙', { joins: [{ at: 1, score: 0.3, reasons: [] }] })]),
])
const check = (from: string | undefined, by: -1 | 1, expected: string) =>
  expect(nextDoubt(p, from, by)?.block).toBe(expected)

test('weak roles and weak joins are doubts, in reading order and round the page', () => {
  expect(doubtsOf(p).map((d) => `${d.block}:${d.kind}`)).toEqual(['b1:role', 'b3:join'])
  check(undefined, 1, 'b1')
  check('b1', 1, 'b3')
  check('b3', 1, 'b1')
  check('b3', -1, 'b1')
  check('b1', -1, 'b3')
})

test('what a person accepted is no doubt any more', () => {
  expect(doubtsOf(acceptBlocks(p, ['b1', 'b3']))).toEqual([])
})

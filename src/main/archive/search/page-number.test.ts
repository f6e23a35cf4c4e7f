import { expect, test } from 'vitest'
import { numberFits, plainNumber } from './page-number.ts'

const check = (typed: string, number: string, expected: boolean) =>
  expect(numberFits(typed)(plainNumber(number))).toBe(expected)

test.for(['A04', '04', '4', '第4版', '第04版', '第四版', '四版', 'B4', '要闻04', 'A03-04', 'A04、05'])(
  '4 is %s',
  (number) => check('4', number, true),
)
test.for(['A14', '40', '14', '', '要闻', 'A03-05'])('4 is not %s', (number) => check('4', number, false))
test.for(['A04', 'a4', 'Ａ０４', 'A04-05', '第A04版'])('A04 is %s', (number) => check('A04', number, true))
test.for(['04', 'B04', '第4版', 'A14', 'AA04'])('A04 is not %s', (number) => check('A04', number, false))
test.for([
  ['第四版', '4'],
  ['十', '10'],
  ['十二', '12'],
  ['二十四', '24'],
  ['二四', '24'],
] as const)('%s is %s', ([typed, number]) => check(typed, number, true))
test('a word is that word only', () => check('要闻', '要闻', true))
test('nothing is no page', () => check('版', '', false))

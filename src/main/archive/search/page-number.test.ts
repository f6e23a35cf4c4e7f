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
test('the second page over two has the letter of the first', () => {
  check('A05', 'A04-05', true)
  check('05', 'A04-05', true)
  check('B05', 'A04-05', false)
})
test('0 is not a page without a number', () => check('0', '', false))
test('a word is that word only', () => check('要闻', '要闻', true))
test('nothing is no page', () => check('版', '', false))

test.for(['A04', 'A05', 'A06', 'a6', '第A05版', 'A06-07', 'A03-04', 'A04-A05'])('A04-A06 holds %s', (number) => {
  for (const typed of [
    'A04-A06',
    'A04-06',
    'A4..A6',
    'A06..A04',
    'Ａ０４—Ａ０６',
    '第A4至A6版',
    '第A4版至第A6版',
    'A04 - A06',
  ])
    check(typed, number, true)
})
test.for(['A03', 'A07', 'B05', '05', '要闻', '', 'A40', 'A07-08'])('A04-A06 does not hold %s', (number) => {
  for (const typed of ['A04-A06', 'A04..06']) check(typed, number, false)
})
test.for(['5', 'B05', 'A06', '特5'])('5-6 holds %s of any part of the paper', (number) => {
  for (const typed of ['5-6', '五至六', '第五版至第六版', '..6']) check(typed, number, true)
})
test('a range of words is none', () => {
  check('特刊-要闻', '5', false)
  check('要闻..', '5', false)
})
test('open ends', () => {
  check('A04..', 'A12', true)
  check('A04..', 'A03', false)
  check('..4', 'B2', true)
  check('..4', '', false)
})
test.for(['A06', 'A12', 'B01', 'B2', 'A05-06', 'B02-03'])('A06-B02 holds %s', (number) => {
  for (const typed of ['A06-B02', 'a6..b2', 'B02-A06', '第A06版至第B02版']) check(typed, number, true)
})
test.for(['A05', 'B03', 'C01', '06', '1', '特7', '要闻', ''])('A06-B02 does not hold %s', (number) =>
  check('A06-B02', number, false),
)
test('a part between two is in whole', () => {
  check('A06-C02', 'B09', true)
  check('A06-C02', 'C03', false)
})
test('two dots alone are no page', () => check('..', '4', false))

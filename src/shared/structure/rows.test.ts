import { expect, test } from 'vitest'
import { PROJECTION_NAMES } from './projections.ts'
import { eachWeight, rowText } from './rows.ts'
import type { Row } from './rows.ts'

const read = (text: string): Row => {
  const row: Record<string, number> = {}
  eachWeight(text, (name, weight) => (row[name] = weight))
  return row
}
const check = (row: Row, text: string) => {
  expect(rowText(row)).toBe(text)
  expect(read(text)).toEqual(row)
}

test('a role and what is told apart in it', () =>
  check({ kicker: -0.06, 'kicker:start': 0.1, 'kicker@head': -1.09, deck: 0.12 }, 'kicker-6:start+10@head-109 deck+12'))
test('a role that has no weight of its own', () =>
  check({ start: -0.32, 'byline:new': -0.27, 'byline@signed': 0.13 }, 'start-32 byline:new-27@signed+13'))
test('nothing', () => check({}, ''))
test('every name that there is', () => {
  const row = Object.fromEntries(PROJECTION_NAMES.map((name, i) => [name, (i - 50) / 100]))
  expect(read(rowText(row))).toEqual(row)
})

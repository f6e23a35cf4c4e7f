import { expect, test } from 'vitest'
import { NO_CHOICE, stretch, toggle } from './choice.ts'
import type { Choice } from './choice.ts'

const check = (choice: Choice, expected: number[]) =>
  expect([...choice.ids].toSorted((a, b) => a - b)).toEqual(expected)
const order = [11, 12, 13, 14, 15]

test('pages are chosen one by one and in stretches', () => {
  check(toggle(NO_CHOICE, 12, 1), [12])
  check(toggle(toggle(NO_CHOICE, 12, 1), 12, 1), [])
  check(stretch(toggle(NO_CHOICE, 12, 1), order, 3), [12, 13, 14])
  check(stretch(toggle(NO_CHOICE, 14, 3), order, 1), [12, 13, 14])
  check(stretch(stretch(toggle(toggle(NO_CHOICE, 15, 4), 12, 1), order, 3), order, 2), [12, 13, 15])
  check(stretch(stretch(toggle(NO_CHOICE, 12, 1), order, 2), order, 0), [11, 12])
  check(stretch({ ...stretch(toggle(NO_CHOICE, 12, 1), order, 2), anchor: undefined }, order, 4, 3), [12, 13, 14, 15])
  check(stretch(NO_CHOICE, order, 2), [13])
})

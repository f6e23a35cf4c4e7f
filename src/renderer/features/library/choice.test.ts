import { expect, test } from 'vitest'
import { NO_CHOICE, chosen, remaining, stretch, toggle } from './choice.ts'
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

test('what is gone from the list is not chosen any more, and what is left is stretched from where one is', () => {
  check(remaining(chosen([11, 13, 15]), order), [11, 13, 15])
  check(remaining(chosen([11, 13, 15]), [12, 13, 14]), [13])
  check(remaining(chosen([11]), []), [])
  check(stretch(remaining(toggle(chosen([11]), 14, 3), [12, 13, 14, 15]), [12, 13, 14, 15], 3, 2), [14, 15])
  check(stretch(remaining(toggle(NO_CHOICE, 14, 3), order), order, 1), [12, 13, 14])
})

import { expect, test } from 'vitest'
import { stepTo } from './step.ts'

const check = (key: string, index: number, expected: number | undefined) =>
  expect(stepTo(key, index, 40)).toBe(expected)

test('a row on and back, and no further than the list', () => {
  check('ArrowDown', 3, 4)
  check('ArrowUp', 3, 2)
  check('ArrowDown', 39, 39)
  check('ArrowUp', 0, 0)
})
test('to the ends, and a screen on', () => {
  check('Home', 20, 0)
  check('End', 20, 39)
  check('PageDown', 30, 39)
  check('PageUp', 30, 15)
})
test('other keys lead nowhere', () => check('Enter', 3, undefined))

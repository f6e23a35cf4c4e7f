import { expect, test } from 'vitest'
import { MARGIN, percentOf, PRINT, scaleOf, stepFrom } from './zoom.ts'

const SHEET = { width: 1000, height: 2000 }
const PANE = { width: 511 + 2 * MARGIN, height: 800 + 2 * MARGIN }

test('fit goes by the width or by the whole sheet', () => {
  expect(scaleOf('width', SHEET, PANE)).toBe(0.5)
  expect(scaleOf('page', SHEET, PANE)).toBe(0.4)
  expect(scaleOf(2, SHEET, PANE)).toBe(2)
})

test('at print size 72 points are 25.4 CSS millimetres', () => {
  expect(72 * PRINT).toBe(96)
  expect(percentOf(PRINT)).toBe(100)
})

test('steps go up and down and stop at the ends', () => {
  expect(percentOf(stepFrom(PRINT, 1))).toBe(125)
  expect(percentOf(stepFrom(PRINT, -1))).toBe(80)
  expect(stepFrom(99, 1)).toBe(99)
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample, errorBounds, leastSample } from './sampling.ts'

const check = (wrong: number, n: number, low: number, high: number) => {
  const bounds = errorBounds(wrong, n)
  expect(bounds.low).toBeCloseTo(low, 4)
  expect(bounds.high).toBeCloseTo(high, 4)
}

test('bounds are those of the published tables', () => {
  check(0, 10, 0, 0.3085)
  check(1, 10, 0.0025, 0.445)
  check(5, 10, 0.1871, 0.8129)
  check(10, 10, 0.6915, 1)
  check(2, 100, 0.0024, 0.0704)
  check(0, 0, 0, 1)
})

test('a sample without errors bounds the rate when it is large enough', () => {
  for (const rate of [0.01, 0.02, 0.05, 0.2]) {
    expect(errorBounds(0, leastSample(rate)).high).toBeLessThanOrEqual(rate)
    expect(errorBounds(0, leastSample(rate) - 1).high).toBeGreaterThan(rate)
  }
})

test('a draw has as many different numbers as it says, and the same again by its seed', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(60), fc.nat(), (total, n, seed) => {
      const drawn = drawSample(total, n, seed)
      expect(drawn.length).toBe(Math.min(total, n))
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(drawn.every((x) => x >= 0 && x < total)).toBe(true)
      expect(drawSample(total, n, seed)).toEqual(drawn)
    }),
  )
})

test('every number is drawn about as often as any other', () => {
  const seen = Array.from({ length: 20 }, () => 0)
  for (let seed = 0; seed < 2000; seed++) for (const x of drawSample(20, 5, seed)) seen[x]!++
  for (const n of seen) expect(Math.abs(n - 500)).toBeLessThan(110)
})

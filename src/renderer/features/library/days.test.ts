import { expect, test } from 'vitest'
import { allYears, monthsOf, stepDay } from './days.ts'

const check = (year: number, month: number, first: string, weeks: number) => {
  const found = monthsOf(year)[month - 1]
  expect([found?.weeks[0]?.map((d) => d ?? '.').join(' '), found?.weeks.length]).toEqual([first, weeks])
}

test('months begin on their weekday', () => {
  check(2026, 3, '. . . . . . 1', 6)
  check(2021, 2, '1 2 3 4 5 6 7', 4)
  check(2024, 2, '. . . 1 2 3 4', 5)
})

test('arrow keys go from issue to issue', () => {
  const dates = ['2026-01-30', '2026-02-06', '2026-02-07', '2026-03-20']
  const step = (date: string, key: string, expected: string | undefined) =>
    expect(stepDay(dates, date, key)).toBe(expected)
  step('2026-02-06', 'ArrowLeft', '2026-01-30')
  step('2026-01-30', 'ArrowLeft', '2026-01-30')
  step('2026-02-07', 'ArrowRight', '2026-03-20')
  step('2026-01-30', 'ArrowDown', '2026-02-06')
  step('2026-02-06', 'ArrowDown', '2026-03-20')
  step('2026-03-20', 'ArrowDown', '2026-03-20')
  step('2026-03-20', 'ArrowUp', '2026-02-07')
  step('2026-02-07', 'ArrowUp', '2026-01-30')
  step('2026-03-20', 'Home', '2026-01-30')
  step('2026-01-30', 'End', '2026-03-20')
  step('2026-01-30', 'a', undefined)
})

test.each([
  [[], []],
  [[2025], [2025]],
  [
    [1968, 1965],
    [1965, 1966, 1967, 1968],
  ],
  [
    [1026, 2025, 2026],
    [1026, 2025, 2026],
  ],
])('the years of %j', (held, years) => expect(allYears(held)).toEqual(years))

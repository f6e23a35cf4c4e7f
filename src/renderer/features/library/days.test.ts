import { expect, test } from 'vitest'
import { monthsOf } from './days.ts'

const check = (year: number, month: number, first: string, weeks: number) => {
  const found = monthsOf(year)[month - 1]
  expect([found?.weeks[0]?.map((d) => d ?? '.').join(' '), found?.weeks.length]).toEqual([first, weeks])
}

test('months begin on their weekday', () => {
  check(2026, 3, '. . . . . . 1', 6)
  check(2021, 2, '1 2 3 4 5 6 7', 4)
  check(2024, 2, '. . . 1 2 3 4', 5)
})

import { expect, test } from 'vitest'
import { isoDay, monthsOf, readDay } from './days.ts'

const check = (year: number, month: number, first: string, weeks: number) => {
  const found = monthsOf(year)[month - 1]
  expect([found?.weeks[0]?.map((d) => d ?? '.').join(' '), found?.weeks.length]).toEqual([first, weeks])
}

test('months begin on their weekday', () => {
  check(2026, 3, '. . . . . . 1', 6)
  check(2021, 2, '1 2 3 4 5 6 7', 4)
  check(2024, 2, '. . . 1 2 3 4', 5)
})

test('a day as dates are written', () => expect(isoDay(2026, 3, 8)).toBe('2026-03-08'))

test('days as people write them', () => {
  const reads = (text: string, expected: string | undefined) => expect(readDay(text)).toBe(expected)
  reads('2026-03-08', '2026-03-08')
  reads('2026-3-8', '2026-03-08')
  reads('20260308', '2026-03-08')
  reads('2026年3月8日', '2026-03-08')
  reads('２０２６/３/８', '2026-03-08')
  reads(' ', '')
  reads('2026-02-30', undefined)
  reads('三月八日', undefined)
})

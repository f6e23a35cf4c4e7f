import { expect, test } from 'vitest'
import { dayOf, daysInMonth, isDay, longDate, weekdayOf } from './dates.ts'

const check = (date: string, expected: string) => () => expect(longDate(date)).toBe(expected)

test('a Sunday in March', check('2022-03-13', '2022年3月13日 星期日'))
test('a January day, counted to the year before', check('2026-01-01', '2026年1月1日 星期四'))
test('a leap day', check('2024-02-29', '2024年2月29日 星期四'))
test('the turn of the century', check('2000-03-01', '2000年3月1日 星期三'))
test('every day of forty years agrees with the platform', () => {
  for (let t = Date.UTC(1990, 0, 1); t < Date.UTC(2030, 0, 1); t += 86_400_000) {
    const date = new Date(t)
    expect(weekdayOf(dayOf(date.toISOString().slice(0, 10)))).toBe(date.getUTCDay())
  }
})
test('days of a month', () => expect([1, 2, 4].map((m) => daysInMonth(2023, m))).toEqual([31, 28, 30]))

test('a day that there is', () =>
  expect(['2024-02-29', '2022-12-31', '0001-01-01'].map(isDay)).toEqual([true, true, true]))
test('a day that there is not', () =>
  expect(['2022-02-29', '2022-13-45', '2022-00-10', '2022-04-31', '2022-1-1', ''].map(isDay)).toEqual(
    Array<boolean>(6).fill(false),
  ))

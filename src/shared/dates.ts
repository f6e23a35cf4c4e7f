/** Days of the calendar by arithmetic alone: no clock, no time zone. Dates are YYYY-MM-DD. */

export type Day = { readonly year: number; readonly month: number; readonly day: number }

export function dayOf(date: string): Day {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day }
}

/** 0 = Sunday, by Zeller's congruence. */
export function weekdayOf({ year: y, month: m, day }: Day): number {
  const month = m < 3 ? m + 12 : m
  const year = m < 3 ? y - 1 : y
  const [century, k] = [Math.floor(year / 100), year % 100]
  const zeller =
    day + Math.floor((13 * (month + 1)) / 5) + k + Math.floor(k / 4) + Math.floor(century / 4) + 5 * century
  return (zeller + 6) % 7
}

export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/** Whether there is such a day: 2022-02-30 is none. */
export function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const { year, month, day } = dayOf(date)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** 2022-03-13 → 2022年3月13日 星期日. */
export function longDate(date: string): string {
  const day = dayOf(date)
  return `${shortDate(date)} 星期${WEEKDAYS[weekdayOf(day)] ?? ''}`
}

/** 2022-03-13 → 2022年3月13日. */
export function shortDate(date: string): string {
  const { year, month, day } = dayOf(date)
  return `${year}年${month}月${day}日`
}

/** The days of a year as a calendar shows them: twelve months of weeks that begin on Monday. Pure. */

/** Day of the month, or undefined before its first and after its last. */
export type Week = readonly (number | undefined)[]
export type Month = { readonly month: number; readonly weeks: readonly Week[] }

export function monthsOf(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, i) => {
    const first = new Date(Date.UTC(year, i, 1))
    const days = new Date(Date.UTC(year, i + 1, 0)).getUTCDate()
    const lead = (first.getUTCDay() + 6) % 7
    const cells = Array.from({ length: Math.ceil((lead + days) / 7) * 7 }, (_, cell) => {
      const day = cell - lead + 1
      return day >= 1 && day <= days ? day : undefined
    })
    return { month: i + 1, weeks: Array.from({ length: cells.length / 7 }, (_, w) => cells.slice(w * 7, w * 7 + 7)) }
  })
}

/** A day as people write it (2026-3-8, 20260308, 2026年3月8日, 2026/3/8) as YYYY-MM-DD; '' for nothing, undefined for no day. */
export function readDay(text: string): string | undefined {
  const trimmed = text.normalize('NFKC').trim()
  if (trimmed === '') return ''
  const match = /^(\d{4})(?:[-./年]?)(\d{1,2})(?:[-./月]?)(\d{1,2})日?$/u.exec(trimmed)
  const [year, month, day] = match?.slice(1).map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(year, month, day) : undefined
}

export const isoDay = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** A day: read as people write it, written as YYYY-MM-DD. Pure. */
import { inFigures } from '../../shared/han-dates.ts'

/** A day as people write it (2026-3-8, 20260308, 2026年3月8日, 2026/3/8, 二〇二六年三月八日) as YYYY-MM-DD; '' for nothing, undefined for no day. */
export function readDay(text: string): string | undefined {
  const trimmed = inFigures(text.normalize('NFKC').trim())
  if (trimmed === '') return ''
  const match = /^(\d{4})(?:[-./年]?)(\d{1,2})(?:[-./月]?)(\d{1,2})日?$/u.exec(trimmed)
  const [year, month, day] = match?.slice(1).map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(year, month, day) : undefined
}

export const isoDay = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

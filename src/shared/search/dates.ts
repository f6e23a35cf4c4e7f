/** Dates as they are typed in a query. */
import { inFigures } from '../han-dates.ts'

/** Both ends are in, YYYY-MM-DD. The 31st of a shorter month stands for its last day. Both ends '': no date at all. */
export type Dates = { readonly from: string; readonly to: string; readonly reversed: boolean }

/** `2022`, `2022-05`, `2022-05-04`, `20220504`, 二〇二二年五月, `A..B` with either end left open, and 无 for no date; undefined for what is no date. */
export function datesOf(typed: string): Dates | undefined {
  const value = inFigures(typed)
  if (NO_DATE.test(value)) return { from: '', to: '', reversed: false }
  const [from = '', to, more] = /^(\d{4}|\d{8})[-–—](\d{4}|\d{8})$/.exec(value)?.slice(1) ?? value.split(RANGE)
  if (more !== undefined || (from === '' && (to ?? '') === '')) return undefined
  const [start, end] = [dayOf(from, 'start'), dayOf(to ?? from, 'end')]
  if (start === undefined || end === undefined) return undefined
  if (start === '' || end === '' || start <= end)
    return { from: start || '0000-01-01', to: end || '9999-12-31', reversed: false }
  const [first, last] = [dayOf(to ?? from, 'start'), dayOf(from, 'end')]
  return first && last ? { from: first, to: last, reversed: true } : undefined
}

/** Whether a day (YYYY-MM-DD, '' where it is not known) lies between both ends. */
export const isWithin = (day: string, { from, to }: Omit<Dates, 'reversed'>): boolean =>
  to === '' ? day === '' : day !== '' && day >= from && day <= to

const NO_DATE = /^(?:无|未知|不明|没有|none|unknown)$/i
const RANGE = /\.\.+|…+|至|~|～/

/** '' for an end that is left open. */
function dayOf(text: string, which: 'start' | 'end'): string | undefined {
  if (text === '') return ''
  const match = /^(\d{4})(?:[-./年]?(\d{1,2})(?:[-./月]?(\d{1,2}))?)?[年月日]?$/.exec(text)
  if (!match) return undefined
  const [, year = '', month = which === 'start' ? '01' : '12', day] = match
  if (Number(month) < 1 || Number(month) > 12) return undefined
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month)))) return undefined
  return `${year}-${month.padStart(2, '0')}-${(day ?? (which === 'start' ? '01' : '31')).padStart(2, '0')}`
}

const daysIn = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

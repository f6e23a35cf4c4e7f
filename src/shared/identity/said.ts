/** What paths and folio lines say alike: days, spreads, page numbers in Chinese, papers by their names. */
import { daysInMonth } from '../dates.ts'
import { hanNumber } from '../han-numbers.ts'

export const DATE = /((?:18|19|20)\d{2})(?:[-_./年 ]\s?(\d{1,2})[-_./月 ]\s?(\d{1,2})日?|(\d{2})(\d{2}))(?!\d)/gu

export function dateIn(text: string): { date: string; start: number; end: number } | undefined {
  // most texts have none, and taking all matches costs a copy of the pattern
  if (text.search(DATE) < 0) return undefined
  for (const m of text.matchAll(DATE)) {
    const date = dateOf(m[1], m[2] ?? m[4], m[3] ?? m[5])
    if (date && !/\d/.test(text[m.index - 1] ?? '')) return { date, start: m.index, end: m.index + m[0].length }
  }
  return undefined
}

export function dateOf(year?: string, month?: string, day?: string): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!(y >= 1800 && m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m))) return undefined
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** A spread over two pages (跨版) as its first and last: A04-05 or A04-A05, without a letter only before 版. Its pages follow each other. */
export function spreadIn(text: string, alone: boolean): string | undefined {
  const found = SPREAD.exec(text)
  if (found?.[5] === undefined && (!alone || !found?.[1])) return undefined
  return spreadOf(found)
}

/** Of the letter and number of its first page, and of its last; undefined where they do not follow each other. */
export function spreadOf(found: RegExpExecArray | null): string | undefined {
  const [, letter = '', first = '', again = '', last = ''] = found ?? []
  if (!found || Number(last) !== Number(first) + 1) return undefined
  if (again !== '' && again.toUpperCase() !== letter.toUpperCase()) return undefined
  return `${letter}${first}-${again}${last}`.toUpperCase()
}

const SPREAD =
  /(?<![A-Za-z\d][-—–~]?|[转轉接见見] ?第?)第?([A-Za-z]?)(\d{1,3})[-—–~]([A-Za-z])?(\d{1,3})(?:(版)|(?![A-Za-z\d]|[-—–~]\d))/u

/** 四 → 04, as the pages of a paper are numbered. */
export const twoDigits = (han: string): string => String(hanNumber(han)).padStart(2, '0')

/** Papers whose name does not end as those of papers do. */
export const TITLES =
  '[参參]考消息|新[华華]每日[电電][讯訊]|南方周末|第一[财財][经經]|每日[经經][济濟]新[闻聞]|世[纪紀][经經][济濟][报報]道'

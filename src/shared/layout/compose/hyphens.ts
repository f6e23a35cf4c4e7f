/** Where a Western word may be parted at a line's end, by the TeX patterns of American English. */
import english from 'hyphen/en-us/index.js'
import { isWestern } from '../chars.ts'

/** What stands behind the first part of a word that a line's end parts: drawn, never a character of the text. */
export const HYPHEN = '-'

/** A word alone, with the marks around it: names in capitals, addresses, what is written with figures or hyphens are no such words. */
const WORD = /^["'([]*(?:[A-Z][a-z]{5,}|[a-z]{6,})["'\])]*[.,;:!?]*["'\])]*$/
const SOFT = '\u00ad'
/** A line does not begin with fewer letters of a word than these. */
const LEAST = 3

/** The parts of the word `text.slice(start, end)` between which a line may end; one where it is not to be parted. */
export function syllablesOf(text: string, start: number, end: number): readonly string[] {
  const word = text.slice(start, end)
  const isWhole = !isWestern(text[start - 1] ?? ' ') && !isWestern(text[end] ?? ' ')
  if (!isWhole || !WORD.test(word)) return [word]
  const parts = english.hyphenateSync(word, { hyphenChar: SOFT }).split(SOFT)
  const last = parts.at(-1)?.match(/[a-z]/g) ?? []
  return last.length < LEAST && parts.length > 1 ? [...parts.slice(0, -2), parts.slice(-2).join('')] : parts
}

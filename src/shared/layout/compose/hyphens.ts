/** Where a Western word may be parted at a line's end, by the TeX patterns of American English. */
import english from 'hyphen/en-us/index.js'
import { isWestern } from '../chars.ts'

/** What stands behind the first part of a word that a line's end parts: drawn, never a character of the text. */
export const HYPHEN = '-'

/**
 * A word alone, and the marks before and behind it: names in capitals, addresses, what is written with figures or hyphens are no such
 * words, nor is what no dictionary holds for its length.
 */
const WORD = /^(["'([]*)([A-Z][a-z]{5,39}|[a-z]{6,40})(["'\]).,;:!?]*)$/
/** A syllable of Chinese in Latin letters that begins with a consonant, as all do but the first. */
const SYLLABLE =
  '(?:[zcs]h|[b-df-hj-np-tw-z])(?:[iu]?a(?:i|o|ng?)?|[iu]?e(?:i|ng?)?|i(?:ng?|u|ong)?|o(?:u|ng)?|u[ino]?)'
const PINYIN = new RegExp(`^(?:${SYLLABLE}|[aeo](?:i|o|u|ng?)?)(?:${SYLLABLE})*$`)
const SOFT = '\u00ad'
/** A line does not begin with fewer letters of a word than these. */
const LEAST = 3

/** The parts of the word `text.slice(start, end)` between which a line may end; one where it is not to be parted. */
export function syllablesOf(text: string, start: number, end: number): readonly string[] {
  const word = text.slice(start, end)
  const isWhole = !isWestern(text[start - 1] ?? ' ') && !isWestern(text[end] ?? ' ')
  const [, before = '', letters, behind = ''] = (isWhole && WORD.exec(word)) || []
  if (letters === undefined || isChineseName(letters)) return [word]
  const syllables = english.hyphenateSync(letters, { hyphenChar: SOFT }).split(SOFT)
  const isShort = syllables.length > 1 && (syllables.at(-1) ?? '').length < LEAST
  const parts = isShort ? [...syllables.slice(0, -2), syllables.slice(-2).join('')] : syllables
  return parts.map((part, i) => (i === 0 ? before : '') + part + (i === parts.length - 1 ? behind : ''))
}

/** Chinese people and places: the English patterns would part them within a syllable, as Shi·ji·azhuang. */
const isChineseName = (letters: string): boolean => /^[A-Z]/.test(letters) && PINYIN.test(letters.toLowerCase())

/** A word as it goes into the dictionary, and what keeps a text from being one. Pure. */
import { WORD_MOST } from '../../../shared/api/keep.ts'
import { hasAtMost } from '../../../shared/characters.ts'

/** Without blanks around it and between Chinese characters: bylines set 宁 川 apart. */
export const asWord = (typed: string): string => typed.trim().replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')

/** `short`: a single character; `long`: more than a word may have; `blank`: a blank in it, at which every text is cut anyway. */
export function wrongWord(word: string): 'short' | 'long' | 'blank' | undefined {
  if (word === '') return undefined
  if (/\s/.test(word)) return 'blank'
  if (hasAtMost(word, 1)) return 'short'
  return hasAtMost(word, WORD_MOST) ? undefined : 'long'
}

/** Western runs and figures in Chinese text: where a long one may be broken, so that a word or a figure stays whole and an address does not. */
import { isSmall, isWestern } from '../chars.ts'

/** A piece without a place to break it that is longer than this, in characters, is no word: it is broken anywhere. */
export const LONGEST_WORD = 24

/** Where the piece that starts at `at` ends: at a place where the run may be broken, or with the run; not after `limit`. */
export function pieceEnd(text: string, at: number, limit: number): number {
  const small = isSmall(text[at] ?? ' ')
  let end = at + 1
  for (; end < limit && !opensBetween(text, end); end++) {
    const next = text[end] ?? ' '
    if (!isWestern(next) || isSmall(next) !== small) break
  }
  return end
}

/** A Western word or a figure goes on here, and may be broken (`open`) or not. */
export type Tie = 'open' | 'closed'

export function tieAt(text: string, at: number): Tie | undefined {
  if (isApostrophe(text, at) || isApostrophe(text, at - 1) || isWithinFigure(text, at)) return 'closed'
  if (!isWestern(text[at] ?? ' ') || !isWestern(text[at - 1] ?? ' ')) return undefined
  return opensBetween(text, at) ? 'open' : 'closed'
}

/** Behind these a Western run may be broken at all. */
const OPENING = './-?&=_@#~'

/** True if the Western run around `at` may be broken before it: behind the parts of an address, behind a hyphen between words. */
function opensBetween(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at] ?? ' ']
  if (!OPENING.includes(before) || !isWord(after)) return false
  if (before === '.') return isLetter(text[at - 2] ?? ' ') && isLetter(after) && hasTwo(text, at)
  if (before === '/') return (isLetter(after) || !isFigure(text[at - 2] ?? ' ')) && hasTwo(text, at)
  return hasTwo(text, at)
}

/** ’ between two letters is no closing quotation mark. */
const isApostrophe = (text: string, at: number): boolean =>
  text[at] === '’' && isLetter(text[at - 1] ?? ' ') && isLetter(text[at + 1] ?? ' ')

/** Wide marks that stand within a figure as narrow ones do: 9：00, 3∶1, １３．５. */
const IN_FIGURES = '：∶．'

/** True before a mark between two figures, behind it, and between wide figures and letters: ２０２６, ＣＢＡ. */
function isWithinFigure(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at] ?? ' ']
  if (IN_FIGURES.includes(after)) return isAnyFigure(before) && isAnyFigure(text[at + 1] ?? ' ')
  if (IN_FIGURES.includes(before)) return isAnyFigure(text[at - 2] ?? ' ') && isAnyFigure(after)
  return isWide(before) && isWide(after)
}

/** Two characters stand on either side: km/h, 3/4 and GPT-5 are no places to break. */
const hasTwo = (text: string, at: number): boolean =>
  isWestern(text[at - 2] ?? ' ') && isWestern(text[at - 3] ?? ' ') && isWestern(text[at + 1] ?? ' ')

const isLetter = (c: string): boolean => isWestern(c) && /\p{L}/u.test(c)
const isFigure = (c: string): boolean => c >= '0' && c <= '9'
const isWide = (c: string): boolean => /[０-９Ａ-Ｚａ-ｚ]/.test(c)
const isAnyFigure = (c: string): boolean => isFigure(c) || (c >= '０' && c <= '９')
const isWord = (c: string): boolean => isLetter(c) || isFigure(c)

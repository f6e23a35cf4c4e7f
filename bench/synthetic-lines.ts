/** Text as OCR reads it line by line: one line of a printed column to one line of text. */
import type { Words } from '../src/shared/words.ts'

/** A mark that printers never put at a line's head, and one that they never leave at a line's end. */
const NEVER_FIRST = /[，。、；：？！”’）》】…—·,.;:?!)]/
const NEVER_LAST = /[“‘（《【(]/

/**
 * `text` in lines of about `width` characters, the first by `indent` shorter. With `halves` figures and Latin letters are half as wide,
 * and words of them are not parted.
 */
export function brokenAt(text: string, width: number, indent: number, halves = false): readonly string[] {
  const lines: string[] = []
  let at = 0
  while (at < text.length) {
    const room = Math.max(4, width - (lines.length === 0 ? indent : 0))
    let end = Math.min(text.length, halves ? endOf(text, at, room) : at + room)
    if (end < text.length && NEVER_FIRST.test(text[end]!)) end++
    while (end < text.length && end > at + 2 && NEVER_LAST.test(text[end - 1]!)) end--
    if (end < text.length && isLow(text.charCodeAt(end))) end++
    lines.push(text.slice(at, end))
    at = end
  }
  return lines
}

const NARROW = /[!-~]/
const LETTER = /[0-9A-Za-z.%]/
/** A longer word is parted. */
const LONGEST_WORD = 6

/** Where a line that begins at `at` ends. */
function endOf(text: string, at: number, room: number): number {
  let end = at
  for (let used = 0; end < text.length; end++) {
    used += NARROW.test(text[end]!) ? 0.5 : 1
    if (used > room) break
  }
  let whole = end
  while (whole < text.length && whole > at && LETTER.test(text[whole]!) && LETTER.test(text[whole - 1]!)) whole--
  return whole > at && end - whole <= LONGEST_WORD ? whole : end
}

/** `text` in lines of about `width` characters, as desks break headings: where a blank or a word ends, never inside a word. */
export function brokenAtWords(text: string, width: number, words: Words | undefined): readonly string[] {
  const ends: number[] = []
  let at = 0
  for (const word of words?.cut(text) ?? [...text]) ends.push((at += word.length))
  const lines: string[] = []
  let from = 0
  while (text.length - from > width + 2) {
    const near = ends.filter((e) => e > from + 2 && e < text.length - 1 && fits(text, e))
    if (near.length === 0) break
    const cost = (e: number) => Math.abs(e - from - width) - (/\s/.test(text[e]!) || /\s/.test(text[e - 1]!) ? 3 : 0)
    const to = near.reduce((best, e) => (cost(e) < cost(best) ? e : best))
    lines.push(text.slice(from, to).trim())
    from = to
  }
  lines.push(text.slice(from).trim())
  return lines.filter(Boolean)
}

const fits = (text: string, at: number): boolean => !NEVER_FIRST.test(text[at]!) && !NEVER_LAST.test(text[at - 1]!)

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/**
 * The stars that Markdown sets around what is bold or slanted, as some OCR writes headings: the engine reads past them, and they stay in
 * the block whose words they are set around.
 */
import type { Span } from '../page/page.ts'
import { isBlank } from './lines.ts'

/** Stands for a star that is read past: a blank without a width, so that it is no indent and no line break. */
export const UNSEEN = '\ufeff'

/** `**…**` behind a line's start or a blank, so that masked names (张**、李**) stay, and no marks of a heading within; one star each side only around a whole line. */
const BOLD = /(?<![^\s#])(\*{2,3})(?=[^\s*#])([^*\n]*[^\s*])\1(?!\*)/gu
const SLANTED = /^([^\S\n]*(?:#{1,6}\s+)?)\*(?=[^\s*#])([^*\n]*[^\s*])\*([^\S\n]*)$/gmu

/** `source` with such stars unseen: every character stands where it stood. */
export function withoutEmphasis(source: string): string {
  if (!source.includes('*')) return source
  return source
    .replace(BOLD, (_, stars: string, text: string) => UNSEEN.repeat(stars.length) + text + UNSEEN.repeat(stars.length))
    .replace(SLANTED, (_, before: string, text: string, after: string) => before + UNSEEN + text + UNSEEN + after)
}

/** The span with the stars that were read past: those before it open where a blank or nothing is before them, those behind it close. */
export function withStars(source: string, read: string, [start, end]: Span): Span {
  if (source === read) return [start, end]
  const isStar = (at: number) => source[at] === '*' && read[at] === UNSEEN
  let from = start
  while (isStar(from - 1)) from--
  const opens = from === 0 || isBlank(source.charCodeAt(from - 1)) || source[from - 1] === '#'
  let to = end
  while (isStar(to)) to++
  return [opens ? from : start, to]
}

/** The stars that Markdown sets around what is bold or slanted, as some OCR writes headings: the engine reads past them. */
import { UNSEEN } from './markup.ts'

/** `**…**` behind a line's start or a blank, so that masked names (张**、李**) stay, and no marks of a heading within; one star each side only around a whole line. */
const BOLD = /(?<![^\s#])(\*{2,3})(?=[^\s*#])([^*\n]*[^\s*])\1(?!\*)/gu
const SLANTED = /^([^\S\r\n\u2028\u2029]*(?:#{1,6}\s+)?)\*(?=[^\s*#])([^*\n]*[^\s*])\*([^\S\r\n\u2028\u2029]*)$/gmu

/** `source` with such stars unseen: every character stands where it stood. */
export function withoutEmphasis(source: string): string {
  if (!source.includes('*')) return source
  return source
    .replace(BOLD, (_, stars: string, text: string) => UNSEEN.repeat(stars.length) + text + UNSEEN.repeat(stars.length))
    .replace(SLANTED, (_, before: string, text: string, after: string) => before + UNSEEN + text + UNSEEN + after)
}

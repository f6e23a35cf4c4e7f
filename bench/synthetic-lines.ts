/** Text as OCR reads it line by line: one line of a printed column to one line of text. */

/** A mark that printers never put at a line's head, and one that they never leave at a line's end. */
const NEVER_FIRST = /[，。、；：？！”’）》】…—·,.;:?!)]/
const NEVER_LAST = /[“‘（《【(]/

/** `text` in lines of about `width` characters, the first by `indent` shorter. */
export function brokenAt(text: string, width: number, indent: number): readonly string[] {
  const lines: string[] = []
  let at = 0
  while (at < text.length) {
    let end = Math.min(text.length, at + Math.max(4, width - (lines.length === 0 ? indent : 0)))
    if (end < text.length && NEVER_FIRST.test(text[end]!)) end++
    while (end < text.length && end > at + 2 && NEVER_LAST.test(text[end - 1]!)) end--
    if (end < text.length && isLow(text.charCodeAt(end))) end++
    lines.push(text.slice(at, end))
    at = end
  }
  return lines
}

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** Provenance 溯源: the text that spans of the source make as a block, and the way back from a place in that text to the source. */
import type { Block, Role, Span } from './page.ts'

/** Roles whose lines are lines: joined by a line break. All others are running text. */
const LINED: ReadonlySet<Role> = new Set([
  'label',
  'kicker',
  'headline',
  'deck',
  'byline',
  'keyword',
  'crosshead',
  'folio',
])

/** The text of a block of `role` made of `spans`: lines of headings and bylines joined by `\n`, running text by nothing, or by a blank between two Latin words. */
export function joinSpans(source: string, spans: readonly Span[], role: Role): string {
  let text = ''
  for (const [start, end] of spans) {
    const piece = source.slice(start, end)
    text += text === '' ? piece : seam(text, piece, role) + piece
  }
  return text
}

/** What stands between two fragments of a block of `role`. */
export function seam(before: string, after: string, role: Role): string {
  if (LINED.has(role)) return '\n'
  return /[A-Za-z][,;.]?$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}

/**
 * The source offset of the character at `offset` (UTF-16) of the block's text, or undefined where the text is no longer what its
 * spans say, or stands between two spans. `offset === text.length` gives the end of the last span.
 */
export function sourceOffset(
  source: string,
  block: Pick<Block, 'text' | 'spans' | 'role'>,
  offset: number,
): number | undefined {
  if (block.spans.length === 0 || block.text !== joinSpans(source, block.spans, block.role)) return undefined
  let text = ''
  for (const [start, end] of block.spans) {
    const piece = source.slice(start, end)
    const at = text === '' ? 0 : text.length + seam(text, piece, block.role).length
    if (offset < at) return undefined
    if (offset < at + piece.length) return start + offset - at
    text = text === '' ? piece : text + seam(text, piece, block.role) + piece
  }
  return offset === text.length ? block.spans.at(-1)![1] : undefined
}

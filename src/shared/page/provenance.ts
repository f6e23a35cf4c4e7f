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
  const parts: string[] = []
  let last = ''
  for (const [start, end] of spans) {
    const piece = source.slice(start, end)
    if (parts.length > 0) parts.push(seam(last, piece, role))
    parts.push(piece)
    last = piece
  }
  return parts.join('')
}

/** What stands between two fragments of a block of `role`. */
export function seam(before: string, after: string, role: Role): string {
  if (LINED.has(role)) return '\n'
  return /[A-Za-z][,;.]?$/.test(before.slice(-2)) && /^[A-Za-z]/.test(after) ? ' ' : ''
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
  let at = 0
  let last: string | undefined
  for (const [start, end] of block.spans) {
    const piece = source.slice(start, end)
    if (last !== undefined) at += seam(last, piece, block.role).length
    if (offset < at) return undefined
    if (offset < at + piece.length) return start + offset - at
    at += piece.length
    last = piece
  }
  return offset === at ? block.spans.at(-1)![1] : undefined
}

/** Provenance 溯源: the text that spans of the source make as a block. */
import type { Role, Span } from './page.ts'

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

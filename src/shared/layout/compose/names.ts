/** A list of names in its column: each three em wide with an em between them, as papers set it. */
import { nameStarts } from '../../page/name-list.ts'

/** Width of a name with the blank behind it, in em; one of two characters has a blank between them. */
const CELL = 4

/** `text`, which is of a list, with a newline for the blank before each name that opens a line of at most `measure` em; and the lines' left edge in em. */
export function nameLines(text: string, measure: number): { readonly text: string; readonly edge: number } {
  const across = Math.max(1, Math.floor((measure + 1) / CELL))
  const opens = new Set((nameStarts(text) ?? []).filter((_, i) => i > 0 && i % across === 0))
  const broken = text.replaceAll(/\s/g, (blank, at: number) => (opens.has(at + 1) ? '\n' : blank))
  return { text: broken, edge: Math.max(0, (measure - across * CELL + 1) / 2) }
}

/** A list of names in its column: each three em wide with an em between them, as papers set it. */
import { nameStarts, namesBehind } from '../../page/name-list.ts'
import type { Block } from '../../page/page.ts'
import { naturalWidth } from './set.ts'
import type { Setting } from './setting.ts'

/** Width of a name with the blank behind it, in em; one of two characters has a blank between them. */
const CELL = 4

/** `text`, which is of a list, with a newline for the blank before each name that opens a line of at most `measure` em; and the lines' left edge in em. */
export function nameLines(text: string, measure: number): { readonly text: string; readonly edge: number } {
  const across = Math.max(1, Math.floor((measure + 1) / CELL))
  const opens = new Set((nameStarts(text) ?? []).filter((_, i) => i > 0 && i % across === 0))
  const broken = text.replaceAll(/\s/g, (blank, at: number) => (opens.has(at + 1) ? '\n' : blank))
  return { text: broken, edge: Math.max(0, (measure - across * CELL + 1) / 2) }
}

/** The text of names behind what they have in common, with a newline for the blank before each that no longer goes on its line; of others undefined. */
export function namedText(block: Block, { face, measure, indent }: Measured): string | undefined {
  const starts = namesBehind(block)
  const units = block.text.split('')
  let [from, room] = [0, measure - indent]
  for (const [i, start] of (starts ?? []).entries()) {
    const text = block.text.slice(from, starts?.[i + 1]).trimEnd()
    if (i === 0 || naturalWidth(text, face, false) <= room) continue
    units[start - 1] = '\n'
    ;[from, room] = [start, measure]
  }
  return starts && units.join('')
}
type Measured = Pick<Setting, 'face' | 'measure' | 'indent'>

/** Verse on its way into a column: which lines stay together, where white stands, where a line too wide breaks. */
import type { Block } from '../../page/page.ts'
import { stanzasOf } from '../../page/set-apart.ts'
import type { Face } from '../advances.ts'
import { naturalWidth } from './set.ts'

/** A longer stanza flows like text. */
export const STANZA_MOST = 8

/** White stands behind `ends`; the lines of a short stanza stay together, though each is a block. */
export function stanzaLooks(blocks: readonly Block[]): {
  readonly ends: ReadonlySet<Block>
  readonly keeps: ReadonlySet<Block>
} {
  const [ends, keeps] = [new Set<Block>(), new Set<Block>()]
  for (const run of stanzasOf(blocks)) {
    for (const stanza of run.slice(0, -1)) for (const b of stanza.slice(-1)) ends.add(b)
    for (const stanza of run) if (stanza.length <= STANZA_MOST) for (const b of stanza.slice(0, -1)) keeps.add(b)
  }
  return { ends, keeps }
}

/** The text of a line of verse with a newline behind its middle mark where it is wider than `most` em: a couplet becomes two lines. */
export function verseText({ text, marks }: Block, face: Face, most: number): string {
  if (marks.length > 0 || naturalWidth(text, face, false) <= most) return text
  return text
    .split('\n')
    .map((line) => (naturalWidth(line, face, false) > most ? line.replace(MIDDLE, '$1\n') : line))
    .join('\n')
}
const MIDDLE = /^(\S{4,}?[，、；？！。](?=\S{4,}$))/

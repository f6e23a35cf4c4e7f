/** Verse and short items on their way into a column: which lines stay together, where white stands, where a line too wide breaks. */
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

/**
 * The text of a short item with newlines for the blanks at which its lines end, where it is wider than `most` em: what is counted, timed or
 * named stays together. As it is where a part is wider than a line, or would leave one half empty.
 */
export function itemText({ text, marks }: Block, face: Face, most: number): string {
  if (marks.length > 0 || text.includes('\n')) return text
  // a blank of text is narrower than one of a heading
  const wide = (from: number, to: number) => {
    const part = text.slice(from, to)
    return naturalWidth(part.replaceAll(/\s/g, ''), face, false) + (part.match(/\s/g)?.length ?? 0) / 4
  }
  const blanks = [...text.replaceAll(NAME_BLANK, '·').matchAll(/\s+/g)]
  const ends: number[] = []
  let from = 0
  let last: RegExpExecArray | undefined
  for (const next of [...blanks, undefined]) {
    const to = next?.index ?? text.length
    if (wide(from, to) > most - (ends.length === 0 ? INDENT : 0)) {
      if (!last || last.index <= from || wide(from, last.index) < most * LEAST_FILLED) return text
      ends.push(last.index)
      from = last.index + last[0].length
      if (wide(from, to) > most) return text
    }
    last = next
  }
  return ends.reduce((broken, at) => `${broken.slice(0, at)}\n${broken.slice(at + 1)}`, text)
}
/** The blank within a name of two characters is no place to break. */
const NAME_BLANK = /(?<=(?:^|\s)\p{sc=Han})\s(?=\p{sc=Han}(?:[\s（(]|$))/gu
/** The first line of an item begins so far from the left, in em. */
const INDENT = 2
/** A line that ends at a blank fills at least so much of the column. */
const LEAST_FILLED = 0.3

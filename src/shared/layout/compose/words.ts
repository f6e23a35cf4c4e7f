/** The words of a picture: captions and, on the caption's last line where it has room, who made the picture. */
import type { Template } from '../template.ts'
import type { PictureSet } from './parts.ts'
import type { Line } from './paragraph.ts'
import { setBlock } from './set.ts'
import type { SetBlock } from './set.ts'

/** `x` from the picture's edge, `y` the top of the line's leading below its foot, in points. */
export type WordLine = { readonly set: SetBlock; readonly line: Line; readonly x: number; readonly y: number }
export type PictureWords = { readonly lines: readonly WordLine[]; readonly height: number }

/** Between picture and words, in points. */
const UNDER = 4
/** A credit stands on the caption's last line if so many em are free between them. */
const APART = 1.5

export function wordsOf(p: PictureSet, width: number, t: Template): PictureWords {
  const lines: WordLine[] = []
  let y = UNDER
  for (const block of p.words) {
    const isCredit = block.role === 'credit'
    const set = setBlock(block, t[isCredit ? 'credit' : 'caption'], width, {
      align: isCredit ? 'right' : 'justify',
      blank: 0.5,
    })
    const before = lines.at(-1)
    const start = (set.lines[0]?.runs[0]?.x ?? 0) * set.size
    const joins =
      isCredit &&
      before?.set.block.role === 'caption' &&
      set.lines.length === 1 &&
      start - before.line.width * before.set.size > APART * set.size
    if (joins) y = before.y
    for (const line of set.lines) {
      lines.push(joins ? { set, line: fromStart(line), x: start, y } : { set, line, x: 0, y })
      y += set.leading
    }
  }
  return { lines, height: y }
}

/** A line set to the right as one that starts where its words do. */
function fromStart(line: Line): Line {
  const by = line.runs[0]?.x ?? 0
  return { ...line, width: line.width - by, runs: line.runs.map((r) => ({ ...r, x: r.x - by })) }
}

/** The head of a story: kicker, headline that fits its width, deck, byline and standfirst, set over its columns. */
import type { Block } from '../../page/page.ts'
import type { Face } from '../advances.ts'
import type { Words } from '../../words.ts'
import type { Template } from '../template.ts'
import { BLACK, setBlock } from './flow.ts'
import type { Set } from './flow.ts'
import { linesOf } from './paragraph.ts'

export type Rank = 'lead' | 'story' | 'brief'

/** A set piece of the head: `y` is the first baseline below the head's top, in points. */
export type HeadPiece = { readonly set: Set; readonly y: number }
export type Head = { readonly pieces: readonly HeadPiece[]; readonly height: number }

/** The head set to `width` points. `air` points of white are shared around the headline. */
export function headOf(blocks: readonly Block[], t: Template, width: number, rank: Rank, words?: Words, air = 0): Head {
  const pieces: HeadPiece[] = []
  let y = rank === 'lead' ? 8 + air / 2 : rank === 'story' ? 4 + air / 2 : 2 + air / 2
  const put = (set: Set, before: number, after: number) => {
    y += before
    pieces.push({ set, y: y + set.leading / 2 + set.size * 0.38 })
    y += set.lines.length * set.leading + after
  }
  for (const block of blocks) {
    switch (block.role) {
      case 'headline':
        put(headlineOf(block, t, width, rank, words), 2, rank === 'lead' ? 6 : 3)
        break
      case 'kicker':
      case 'deck': {
        const style =
          rank === 'brief'
            ? { ...t[block.role], size: 11, leading: 14 }
            : rank === 'story'
              ? { ...t[block.role], size: 12, leading: 16 }
              : t[block.role]
        put(setBlock(block, style, width, { align: 'center' }), 1, 2)
        break
      }
      case 'label':
      case 'byline':
        put(setBlock(block, t[block.role], width, { align: 'center' }), 1, 2)
        break
      default:
        put(setBlock(block, t.standfirst, width - 4 * t.standfirst.size), 2, 4)
    }
  }
  return { pieces, height: pieces.length === 0 ? 0 : y + air / 2 + 4 }
}

/** The headline in the largest size whose lines fit: one line when it can, else two broken between words. */
function headlineOf(block: Block, t: Template, width: number, rank: Rank, words?: Words): Set {
  const { face, sizes } = t.headline[rank]
  const given = block.text.split('\n')
  for (const count of given.length > 1 ? [given.length] : [1, 2, 3]) {
    const lines = given.length > 1 ? given : splitTitle(block.text, count, words)
    const text = lines.join('\n')
    const widest = Math.max(...lines.map((l) => naturalWidth(l, face)))
    const size = sizes.find(
      (s, i) => widest * s <= width && (count > 1 || given.length > 1 || i <= sizes.length * 0.75),
    )
    if (size) return titleSet({ ...block, text }, block, face, size, width, t)
  }
  const size = sizes.at(-1) ?? 18
  return titleSet(block, block, face, size, width, t)
}

function titleSet(shaped: Block, block: Block, face: Face, size: number, width: number, t: Template): Set {
  const breaksAdded = shaped.text.length - block.text.length
  const set = setBlock(shaped, { face, size, leading: size * 1.22 }, width, { align: 'center' })
  // offsets must count in the block's own text, which has no break where one was added
  const lines =
    breaksAdded === 0
      ? set.lines
      : set.lines.map((l, i) => ({
          ...l,
          start: l.start - i,
          end: l.end - i,
          runs: l.runs.map((r) => ({ ...r, start: r.start - i })),
        }))
  return { block, lines, size, leading: size * 1.22, ink: t.headline.ink ?? BLACK }
}

/** `text` in `count` lines of about one length, broken between words where they are known. */
export function splitTitle(text: string, count: number, words?: Words): readonly string[] {
  if (count === 1) return [text]
  const pieces = words ? words.cut(text) : [...text]
  const target = text.length / count
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    const here = Math.abs(line.length - target)
    const there = Math.abs(line.length + piece.length - target)
    if (line && lines.length < count - 1 && there > here && !/^[，。、；：？！”’）》】]/.test(piece)) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line]
}

/** Width of `text` on one line, in em. */
export function naturalWidth(text: string, face: Face): number {
  const line = linesOf(text, { face, measure: 1e6, indent: 0, align: 'left', hang: false })[0]
  return line?.width ?? 0
}

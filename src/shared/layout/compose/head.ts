/** The head of a story: kicker, headline that fits its width, deck, byline and standfirst, over the columns or vertical. */
import type { Block } from '../../page/page.ts'
import { closedUp } from '../../page/spread.ts'
import { cutOut } from '../../page/tables.ts'
import type { Words } from '../../words.ts'
import type { Rank } from '../placement.ts'
import type { Template, TypeStyle } from '../template.ts'
import { BLACK, breakHeading, linesWithin, naturalWidth, setBlock, setHeading } from './set.ts'
import type { SetBlock } from './set.ts'
import { splitTitle } from './split.ts'
import { shifted } from './table.ts'

/** A set piece: `y` is its top below the head's top in points; `badge` is a filled box behind it; vertical pieces have `x` too. */
export type HeadPiece = { readonly set: SetBlock; readonly x: number; readonly y: number; readonly badge?: boolean }
export type Head = { readonly pieces: readonly HeadPiece[]; readonly height: number }

/** White over the headline, under it and under the whole head, in points. */
const AIR: Readonly<Record<Rank, readonly [number, number, number]>> = {
  lead: [10, 8, 8],
  story: [5, 5, 6],
  brief: [2, 3, 4],
}
/** White between names and what is set off from the text, in points. */
const STANDFIRST_AIR = 3
const SMALL: Readonly<Record<Rank, number>> = { lead: 1, story: 0.85, brief: 0.75 }

/** The head over columns of `width` points; `air` more points of white are shared around it. */
export function headOf(
  blocks: readonly Block[],
  t: Template,
  width: number,
  rank: Rank,
  words?: Words,
  air = 0,
  smaller = 0,
): Head {
  if (blocks.length === 0) return { pieces: [], height: 0 }
  const [above, below, end] = AIR[rank]
  const pieces: HeadPiece[] = []
  let y = above + air * 0.4
  const put = (set: SetBlock, after: number, x = 0, badge = false) => {
    pieces.push({ set, x, y, ...(badge ? { badge } : {}) })
    y += set.lines.length * set.leading + after
  }
  const labels = badgesOf(blocks, t, width)
  for (const block of blocks) {
    switch (block.role) {
      case 'headline':
        {
          const [title, column] = titleParts(block, t, width, rank, smaller, words)
          put(title, column ? COLUMN_AIR : below + air * 0.2)
          if (column) put(column, below + air * 0.2)
        }
        break
      case 'kicker':
      case 'deck':
        put(setHeading(block, scaled(t[block.role], SMALL[rank]), width, words, t.headline.align), 3)
        break
      case 'label': {
        const x = labels?.get(block)
        if (x === undefined)
          put(setHeading(block, t.label, width - 2 * t.label.size, words, t.headline.align), 4, t.label.size, true)
        else {
          const set = setBlock(block, t.label, width, { align: 'left', blank: 1 })
          pieces.push({ set, x, y, badge: true })
          if (block === [...(labels?.keys() ?? [])].at(-1)) y += set.leading + 4
        }
        break
      }
      case 'byline':
        put(setHeading(block, t.byline, width, words, t.headline.align), 2)
        break
      default: {
        const side = t.standfirst.size * 2
        const whole = width - 2 * side
        const isLine =
          !block.text.includes('\n') && naturalWidth(block.text, t.standfirst.face, false) * t.standfirst.size <= whole
        y += STANDFIRST_AIR
        // on one line it stands like the headline
        put(setBlock(block, t.standfirst, whole, { indent: 0, ...(isLine && { align: t.headline.align }) }), 4, side)
      }
    }
  }
  return { pieces, height: y + end + air * 0.4 }
}

/** Where several labels stand side by side over the headline, in points from the left; undefined where they do not fit on one line. */
function badgesOf(blocks: readonly Block[], t: Template, width: number): ReadonlyMap<Block, number> | undefined {
  const labels = blocks.filter((b) => b.role === 'label')
  if (labels.length < 2) return undefined
  const { face, size } = t.label
  const wides = labels.map((b) => naturalWidth(b.text, face) * size + 2 * size)
  const whole = wides.reduce((sum, w) => sum + w, (labels.length - 1) * size)
  if (whole > width || labels.some((b) => b.text.includes('\n'))) return undefined
  const at = new Map<Block, number>()
  let x = t.headline.align === 'left' ? 0 : (width - whole) / 2
  for (const [i, label] of labels.entries()) {
    at.set(label, x + size)
    x += (wides[i] ?? 0) + size
  }
  return at
}

/** Where the name of the column begins that stands in brackets at a headline's end: （新春走基层）; figures, as in （12.6%）, name none. */
export function columnNameAt(text: string): number | undefined {
  const at = text.search(/（(?=[^（）]*\p{sc=Han})[^（）%％]{2,18}）$/u)
  return at > 0 && text.slice(0, at).trim() !== '' ? at : undefined
}
/** The name of a column beside its headline's size, and its least size in points. */
const COLUMN_SCALE = 0.55
const COLUMN_LEAST = 10.5
/** White between a headline and the name of its column, in points. */
const COLUMN_AIR = 2

/** A headline that needs several lines has its column's name smaller under it. */
function titleParts(
  block: Block,
  t: Template,
  width: number,
  rank: Rank,
  smaller: number,
  words?: Words,
): readonly [SetBlock, SetBlock?] {
  const whole = headlineOf(block, t, width, rank, smaller, words)
  const at = columnNameAt(block.text)
  if (at === undefined || whole.lines.length < 2) return [whole]
  const title = headlineOf(cutOut(block, 0, block.text.slice(0, at).trimEnd().length), t, width, rank, smaller, words)
  const { face } = t.headline[rank]
  const one = (width * 0.98) / naturalWidth(block.text.slice(at), face)
  const size = Math.max(COLUMN_LEAST, Math.floor(Math.min(title.size * COLUMN_SCALE, one) * 2) / 2)
  const style = { face, size, leading: size * 1.3, ink: title.ink }
  const name = setHeading(cutOut(block, at), style, width, words, t.headline.align)
  return [
    { ...title, block },
    { ...name, block, lines: name.lines.map((l) => shifted(l, at)) },
  ]
}

/** The headline in the largest size whose lines fit: one line when it can, else broken between words. */
function headlineOf(block: Block, t: Template, width: number, rank: Rank, smaller: number, words?: Words): SetBlock {
  const { face } = t.headline[rank]
  const sizes = t.headline[rank].sizes.slice(Math.min(smaller, t.headline[rank].sizes.length - 1))
  const { text } = closedUp(block)
  const given = text.split('\n')
  const smallest = sizes.at(-1) ?? 18
  // in one column a story's title goes down to a brief's sizes rather than into four lines
  const briefs = t.headline.brief.sizes.filter((s) => rank === 'story' && s < smallest)
  for (const count of given.length > 1 ? [given.length] : [1, 2, 3]) {
    const lines = given.length > 1 ? given : splitTitle(text, count, words)
    const widest = Math.max(...lines.map((l) => naturalWidth(l, face)))
    const size = [...sizes, ...(count === 3 ? briefs : [])].find((s) => widest * s <= width * 0.98)
    // one line is better than two as long as it is not among the smallest sizes
    const isGood = size !== undefined && (count > 1 || sizes.indexOf(size) < Math.max(2, sizes.length * 0.7))
    if (isGood) return titleSet(block, lines.join('\n'), size, width, t, rank)
  }
  return titleSet(block, breakHeading(text, face, width / smallest, words), smallest, width, t, rank)
}

function titleSet(block: Block, text: string, size: number, width: number, t: Template, rank: Rank): SetBlock {
  const { face } = t.headline[rank]
  const leading = size * (size > 30 ? 1.2 : 1.25)
  const align = t.headline.align
  const lines = linesWithin(block.text, text, {
    face,
    measure: width / size,
    indent: 0,
    align,
    hang: false,
    blank: 1,
    halfMarks: true,
  })
  return { block, lines, size, leading, ink: t.headline.ink ?? BLACK }
}

/** A head whose headline stands vertical at the right edge, kicker to its right and deck to its left; the rest goes to the text. */
export type VerticalHead = {
  readonly pieces: readonly HeadPiece[]
  readonly width: number
  readonly height: number
  readonly rest: readonly Block[]
}

/** A longer line is not read downwards at a glance. */
const VERTICAL_MOST = 20
/** White over and under a vertical headline, in points. */
const VERTICAL_TOP = 4
const VERTICAL_END = 8

/** The vertical head within `width` × `height` points, or undefined where it does not fit or there is no headline for it. */
export function verticalHeadOf(
  blocks: readonly Block[],
  t: Template,
  width: number,
  height: number,
  rank: Rank,
): VerticalHead | undefined {
  const headline = blocks.find((b) => b.role === 'headline')
  if (!headline) return undefined
  const { face, sizes } = t.headline[rank]
  const lines = closedUp(headline).text.split('\n')
  const longest = Math.max(...lines.map((l) => naturalWidth(l, face, false)))
  const room = height - VERTICAL_TOP - VERTICAL_END
  const size = sizes.find((s) => longest * s <= room && s * 1.2 * lines.length <= width * 0.75)
  if (!size || longest < 4 || longest > VERTICAL_MOST) return undefined
  const pieces: HeadPiece[] = []
  let x = width
  for (const role of ['kicker', 'headline', 'deck'] as const) {
    const block = blocks.find((b) => b.role === role)
    if (!block) continue
    const style: TypeStyle = role === 'headline' ? { face, size, leading: size * 1.2 } : scaled(t[role], 0.9)
    const y = role === 'deck' ? size * 1.5 : VERTICAL_TOP
    const tall = {
      face: style.face,
      measure: (height - y - VERTICAL_END) / style.size,
      indent: 0,
      align: 'left' as const,
      hang: false,
      blank: 1,
    }
    const set: SetBlock = {
      ...setBlock(block, style, height),
      lines: linesWithin(block.text, breakHeading(closedUp(block).text, style.face, tall.measure), tall),
    }
    x -= set.lines.length * style.leading + (role === 'headline' ? 6 : 3)
    pieces.push({
      set: role === 'headline' ? { ...set, ink: t.headline.ink ?? BLACK } : set,
      x,
      y,
    })
  }
  if (x < 0) return undefined
  const shift = x / 2
  const used = Math.max(...pieces.map((p) => p.y + Math.max(...p.set.lines.map((l) => l.width)) * p.set.size))
  const rest = blocks.filter((b) => !['kicker', 'headline', 'deck'].includes(b.role))
  return { pieces: pieces.map((p) => ({ ...p, x: p.x - shift })), width, height: used + VERTICAL_END, rest }
}

const scaled = (s: TypeStyle, by: number): TypeStyle => ({
  ...s,
  size: Math.round(s.size * by * 2) / 2,
  leading: s.leading * by,
})

/** The body of a story as lines of whole grid rows, ready to be threaded through columns. */
import type { Block } from '../../page/page.ts'
import type { Words } from '../../words.ts'
import { setApartOf, versesOf } from '../../page/set-apart.ts'
import type { SetApart } from '../../page/set-apart.ts'
import { speakersOf, withSpeaker } from '../../page/speakers.ts'
import { cutOut, tablesOf } from '../../page/tables.ts'
import type { Table } from '../../page/tables.ts'
import type { Template, TypeStyle } from '../template.ts'
import { dressesOf } from './dress.ts'
import { nameLines, namedText } from './names.ts'
import type { Line } from './paragraph.ts'
import { BLACK, baselineIn, linesWithin, naturalWidth, setBlock, setHeading } from './set.ts'
import type { SetBlock } from './set.ts'
import type { Setting } from './setting.ts'
import { setTable, shifted } from './table.ts'
import type { SetRow } from './table.ts'
import { STANZA_MOST, itemText, stanzaLooks, verseText } from './verse.ts'

/** A line of body. `rows` are the grid rows it takes, `baseline` is below their top in points. */
export type FlowLine = {
  readonly set: SetBlock
  readonly line: Line
  readonly rows: number
  readonly baseline: number
  /** It stays with what follows: a heading never stands without two lines more, names under a story and a table's last two rows are not parted. */
  readonly keepNext: boolean
  /** How far it stands below the middle of its rows, in points: a keyword and its crosshead stand nearer to each other. */
  readonly shift: number
  readonly first: boolean
  readonly last: boolean
  /** White on a filled badge. */
  readonly badge: boolean
  /** The row of a table, which has lines and rules of its own. */
  readonly cells?: SetRow
  /** What stands once more over a row of a table that opens a column. */
  readonly again?: readonly FlowLine[]
  /** White about a table or between stanzas: it falls away where it would open a column. */
  readonly white?: true
}

export type Flow = {
  readonly template: Template
  /** Leading of the page in points. */
  readonly row: number
  /** Column width in points. */
  readonly width: number
  readonly words?: Words
  /** Body size in points where it is not the page's. */
  readonly size?: number
  /** Distance between characters of all paragraphs, in em. */
  readonly track?: number
  /** Blocks of the head that open the text, where the headline stands beside it. */
  readonly opening?: ReadonlySet<string>
  /** Tables that stand in places of their own, by their first blocks. */
  readonly apart?: ReadonlySet<string>
  /** Paragraphs set tighter or looser by so many em a character, to win or fill a line. */
  readonly tracks?: ReadonlyMap<string, number>
}

/** Where a story goes on: the block, and the offset of its first character not yet set. */
export type From = { readonly block: number; readonly offset: number }

/** The lines of `blocks` from `from` on. */
export function flowOf(
  blocks: readonly Block[],
  flow: Flow,
  from: From = { block: 0, offset: 0 },
): readonly FlowLine[] {
  const out: FlowLine[] = []
  const tables = tablesOf(blocks)
  const apart = setApartOf(blocks)
  const edges = verseEdges(blocks, flow)
  const stanzas = stanzaLooks(blocks)
  const speakers = speakersOf(blocks)
  for (let i = from.block; i < blocks.length; i++) {
    const table = tables.find((t) => t.from <= i && i < t.to)
    const isApart = table && flow.apart?.has(blocks[table.from]?.id ?? '')
    const rows = isApart ? [] : table && tableLines(blocks, table, flow, from)
    if (table && rows) {
      out.push(...rows)
      i = table.to - 1
      continue
    }
    const block = blocks[i] as Block // in range
    const isRest = i === from.block && from.offset > 0
    const look: Look = {
      apart: apart.get(block),
      edge: edges.get(block) ?? 0,
      keeps: stanzas.keeps.has(block),
      speaker: speakers.get(block),
      shift: shiftOf(blocks, i) * flow.row,
    }
    out.push(...(isRest ? restOf(block, from.offset, flow, look) : linesOfBlock(block, flow, look)))
    const last = out.at(-1)
    if (last && stanzas.ends.has(block)) out.push(whiteBy(last, false))
  }
  return out
}

/** How a block is set among its neighbours: apart from the text, so many em from the left, kept with the stanza's next line, so many points lower. */
type Look = {
  readonly apart: SetApart | undefined
  readonly edge: number
  readonly keeps: boolean
  /** So many characters say who speaks. */
  readonly speaker: number | undefined
  readonly shift: number
}

/** The left edge of verse in em: what stands together stands in the column's middle by its longest line. */
function verseEdges(blocks: readonly Block[], flow: Flow): ReadonlyMap<Block, number> {
  const edges = new Map<Block, number>()
  for (const verse of versesOf(blocks)) {
    const { face, size } = textStyle(verse[0] as Block, flow.template, flow.size) // a run has at least one
    const most = flow.width / size
    const widest = Math.max(...verse.map((b) => naturalWidth(verseText(b, face, most), face, false)))
    for (const b of verse) edges.set(b, Math.max(0, (most - widest) / 2))
  }
  return edges
}

/**
 * The rows of a table from `from` on, white before and behind it; undefined where it does not go into the column, and where a row of it has
 * begun as a line of text in a narrower one.
 */
function tableLines(blocks: readonly Block[], table: Table, flow: Flow, from: From): readonly FlowLine[] | undefined {
  const set = setTable(table, flow)
  const hasBegun = ({ row }: SetRow) => row.at === from.block && row.start < from.offset && from.offset < row.end
  if (!set || set.some(hasBegun)) return undefined
  const heads = set.filter((r) => r.head).map((r) => rowLine(r))
  const rows = set
    .filter(({ row }) => row.at > from.block || (row.at === from.block && row.start >= from.offset))
    .map((r, i, all) => (r.head ? rowLine(r) : { ...rowLine(r), again: heads, keepNext: i === all.length - 2 }))
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const isWhole = rows.length === set.length
  return [
    ...(isWhole && table.from > 0 ? [whiteBy(first, true)] : []),
    ...rows,
    ...(table.to < blocks.length ? [whiteBy(last, false)] : []),
  ]
}

function rowLine(cells: SetRow): FlowLine {
  const { row, rows } = cells
  const set: SetBlock = { block: row.block, lines: [], size: 0, leading: 0, ink: BLACK }
  const line: Line = { start: row.start, end: row.end, runs: [], width: 0 }
  return { set, line, rows, baseline: 0, keepNext: cells.head, shift: 0, first: true, last: true, badge: false, cells }
}

/** A row of white before (`keepNext`) or behind the row of a table or a stanza. */
function whiteBy(row: FlowLine, keepNext: boolean): FlowLine {
  const { cells: _, again: __, ...rest } = row
  const at = keepNext ? row.line.start : row.line.end
  return { ...rest, line: { start: at, end: at, runs: [], width: 0 }, rows: 1, keepNext, white: true }
}

const linesOfBlock = (block: Block, flow: Flow, look: Look): readonly FlowLine[] =>
  isHeading(block) ? headingLines(block, flow, look.shift) : textLines(block, flow, look)

/** A heading stands in the middle of its rows; one that opens another goes down to it, in rows, and the other up. */
function shiftOf(blocks: readonly Block[], i: number): number {
  const [before, role, after] = [blocks[i - 1]?.role, blocks[i]?.role, blocks[i + 1]?.role]
  if (role === 'keyword' && after === 'crosshead') return 0.12
  return role === 'crosshead' && before === 'keyword' ? -0.22 : 0
}

/** What is left of a block that began in an earlier frame, set anew: this frame may have another measure. Offsets count in the whole text. */
function restOf(block: Block, offset: number, flow: Flow, look: Look): readonly FlowLine[] {
  const rest = cutOut(block, offset)
  const template = { ...flow.template, body: { ...flow.template.body, indent: 0 } }
  return linesOfBlock(rest, { ...flow, template }, { ...look, speaker: undefined, shift: 0 }).map((l) => ({
    ...l,
    line: shifted(l.line, offset),
  }))
}

export const isHeading = (b: Block): boolean =>
  b.role === 'crosshead' || b.role === 'keyword' || b.role === 'label' || b.role === 'headline' || b.role === 'kicker'

/** The ground of a badge stands out on either side of its words so far, in points. */
export const BADGE_SIDE = 9

/** A heading of more lines than these flows like text; so do names and stanzas. */
const HEADING_MOST = 6
const NAMES_MOST = 4

function headingLines(block: Block, flow: Flow, shift: number): readonly FlowLine[] {
  const t = flow.template
  const badge = block.role === 'keyword' || block.role === 'label'
  const style = block.role === 'keyword' || block.role === 'label' ? t[block.role] : t.crosshead
  const side = badge ? BADGE_SIDE : 0
  const set = setHeading(block, style, flow.width - 2 * side, flow.words, t.headline.align)
  const inset = side / set.size
  const count = set.lines.length
  return set.lines.map((line, i) => ({
    set,
    line: inset ? movedBy(line, inset) : line,
    rows: i === count - 1 ? 2 : 1,
    baseline: flow.row / 2 + baselineIn(flow.row, style.size) + shift,
    keepNext: count <= HEADING_MOST,
    shift,
    first: i === 0,
    last: i === count - 1,
    badge,
  }))
}

function textLines(
  block: Block,
  flow: Flow,
  { apart, edge: verseEdge, keeps: keepsOn, speaker }: Look,
): readonly FlowLine[] {
  const t = flow.template
  const style = textStyle(block, t, flow.size)
  const tail = block.role === 'byline' || (block.role === 'jump' && !isFrom(block))
  const opens = block.role === 'jump' && !tail
  const isRight = tail || apart === 'signed' || isAttribution(block, style, flow.width)
  const isVerse = apart === 'verse'
  const names = apart === 'names'
  const most = flow.width / style.size
  const named = namedText(block, { face: style.face, measure: most, indent: t.body.indent })
  const item = named === undefined && isItem(block)
  const isRagged = opens || isVerse || names || named !== undefined || item
  const track = flow.tracks?.get(block.id) ?? flow.track
  const setting = {
    indent: isRight || opens || isVerse || names ? 0 : t.body.indent,
    hang: t.body.hang,
    align: flow.opening?.has(block.id) ? 'center' : isRight ? 'right' : isRagged ? 'left' : 'justify',
    changes: dressesOf(withSpeaker(block, speaker), style.face, t.body.dateline),
    ...(track === undefined ? {} : { track }),
    ...(tail ? { blank: 0.75 } : names || named !== undefined ? { blank: 1 } : {}),
  } satisfies Partial<Setting>
  const plain = setBlock(block, style, flow.width, setting)
  const list = names ? nameLines(block.text, most) : undefined
  const edge = list?.edge ?? verseEdge
  const broken =
    list?.text ??
    named ??
    (isVerse ? verseText(block, style.face, most) : item ? itemText(block, style.face, most) : block.text)
  const set =
    broken === block.text
      ? plain
      : { ...plain, lines: linesWithin(block.text, broken, { face: style.face, measure: most, ...setting }) }
  const count = set.lines.length
  const keeps = block.role === 'byline' || apart === 'signed' ? count <= NAMES_MOST : isVerse && count <= STANZA_MOST
  return set.lines.map((line, i) => ({
    set,
    line: edge > 0 ? movedBy(line, edge) : line,
    rows: 1,
    baseline: baselineIn(flow.row, style.size),
    keepNext: i < count - 1 ? keeps : keepsOn,
    shift: 0,
    first: i === 0,
    last: i === count - 1,
    badge: false,
  }))
}

/** A short item of a list, as those of 导读 with their pages, what is said of a day or 联系地址：…, is not spread over its lines. */
const isItem = ({ role, text }: Block): boolean =>
  role === 'paragraph' && text.length <= ITEM_MOST && (/^[●•■□◆◇▲△★☆○◎]/.test(text) || ITEM.test(text))
const ITEM = /^(?:\S{1,14}\s+\S.*|[^：，。]{2,12}：.*)[^。！？…”：；，]$/
const ITEM_MOST = 36

/** （作者为县作家协会会员）on one line stands at the right, under the names; longer notes are text. */
const isAttribution = (block: Block, { face, size }: TypeStyle, width: number): boolean =>
  (block.role === 'note' || block.role === 'credit') &&
  /^（[^（）]+）$/.test(block.text) &&
  naturalWidth(block.text, face, false) * size <= width

/** `line` so many em to the right. */
const movedBy = (line: Line, by: number): Line => ({
  ...line,
  width: line.width + by,
  runs: line.runs.map((r) => ({ ...r, x: r.x + by })),
})

/** （上接第一版）stands at the text's head, not at its tail. */
const isFrom = (block: Block): boolean => /^[（(【]?(上接|紧接|接第)/.test(block.text)

function textStyle(block: Block, t: Template, size: number | undefined): TypeStyle {
  switch (block.role) {
    case 'note':
    case 'jump':
    case 'byline':
    case 'standfirst':
    case 'caption':
    case 'credit':
      return t[block.role]
    default:
      return { face: t.body.face, size: size ?? t.grid.size, leading: t.grid.leading, ink: BLACK }
  }
}

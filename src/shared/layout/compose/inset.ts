/** Draws what stands inside a story: a picture with its words, a section in a box, a wide table. */
import type { Inset } from '../placement.ts'
import { drawFlow, drawRow, textLine } from './drawn.ts'
import type { Canvas } from './drawn.ts'
import { fill, segmentsOf } from './fill.ts'
import { BADGE_SIDE, flowOf } from './flow.ts'
import { AROUND, BOX_HEAD, boxColumns, boxRows, widthOf, xOf } from './room.ts'
import type { Columns, Desk } from './room.ts'
import { WHITE, baselineIn, setBlock } from './set.ts'
import type { Story } from './story.ts'
import { TABLE_AIR, nameOf, tableIn } from './wide.ts'
import { wordsOf } from './words.ts'

/** Rows that a picture is drawn in at least, words included. */
const LEAST_ROWS = 4

/**
 * The rows that `inset` takes at least: a picture is made lower as long as a row of it stands over its words, a box and a table
 * have their text; no number is enough for a table of too many columns, and for what is none any more.
 */
export function leastRows(story: Story, inset: Inset, columns: Columns, desk: Desk): number {
  if (inset.kind === 'table') return tableOf(story, inset, columns, desk) ?? Infinity
  if (inset.kind === 'box')
    return story.parts.box[0]?.id === inset.block ? boxRows(story.parts, columns, inset.span, desk) : Infinity
  const p = story.parts.pictures.find((candidate) => candidate.picture.id === inset.block)
  if (!p) return Infinity
  const words = wordsOf(p, widthOf(columns, inset.span), desk.t).height
  return Math.max(LEAST_ROWS, Math.ceil(words / desk.grid.row + AROUND + 1))
}

/** The rows that the inset's table takes with the white between it and the text. */
function tableOf(story: Story, inset: Inset, columns: Columns, desk: Desk): number | undefined {
  const wide = story.parts.tables.find((w) => nameOf(w) === inset.block)
  const set = wide && tableIn(wide, inset.span, columns, desk)
  return set && set.rows + TABLE_AIR
}

/** Where an inset stands: its top left corner and its width, in points. */
type Place = { readonly x: number; readonly y: number; readonly width: number }

export function drawInset(story: Story, inset: Inset, columns: Columns, y: number, desk: Desk, canvas: Canvas): void {
  const place = { x: xOf(columns, inset.column), y, width: widthOf(columns, inset.span) }
  DRAW[inset.kind](story, inset, columns, place, desk, canvas)
}

const DRAW = { picture: drawPicture, table: drawTable, box: drawBox } as const

function drawPicture(story: Story, inset: Inset, _: Columns, { x, y, width }: Place, desk: Desk, canvas: Canvas): void {
  const { row } = desk.grid
  const p = story.parts.pictures.find((candidate) => candidate.picture.id === inset.block)
  if (!p) return
  const atFoot = inset.row > 0
  const words = wordsOf(p, width, desk.t)
  const height = inset.rows * row - row * AROUND - words.height
  const sha256 = p.picture.picture?.sha256
  const from = y + row * (atFoot ? AROUND - 0.2 : 0.2)
  canvas.graphics.push({ kind: 'photo', x, y: from, width, height, block: p.picture.id, ...(sha256 ? { sha256 } : {}) })
  const top = from + height
  for (const { set, line, x: right, y: below } of words.lines)
    canvas.lines.push(textLine(set, line, x + right, top + below + baselineIn(set.leading, set.size)))
  const blocks = p.words.map((b) => b.id)
  canvas.areas.push({ kind: 'words', blocks, x, y: top, width, height: words.height })
}

function drawTable(
  story: Story,
  inset: Inset,
  columns: Columns,
  { x, y, width }: Place,
  desk: Desk,
  canvas: Canvas,
): void {
  const wide = story.parts.tables.find((w) => nameOf(w) === inset.block)
  const set = wide && tableIn(wide, inset.span, columns, desk)
  if (!set) return
  const { row } = desk.grid
  const top = y + (inset.row > 0 ? TABLE_AIR * row : 0)
  for (const part of set.parts) for (const r of part.rows) drawRow(r.set, x + part.x, top + r.top * row, desk, canvas)
  canvas.areas.push({ kind: 'table', blocks: wide.blocks.map((b) => b.id), x, y: top, width, height: set.rows * row })
}

/** A section in a box: its keyword as a badge on the upper edge, its text in columns of its own. */
function drawBox(
  story: Story,
  inset: Inset,
  columns: Columns,
  { x, y, width }: Place,
  desk: Desk,
  canvas: Canvas,
): void {
  const { t, grid } = desk
  const [opener, ...blocks] = story.parts.box
  if (!opener) return
  const inner = boxColumns(columns, inset.span, desk)
  const top = y + grid.row * 1.4
  canvas.graphics.push({
    kind: 'box',
    x,
    y: top,
    width,
    height: (inset.rows - 1.4) * grid.row - 3,
    fill: t.tint,
    stroke: { weight: t.rules.box, ink: t.rules.ink },
  })
  const set = setBlock(opener, t.keyword, width - 4 * t.keyword.size, {
    align: t.headline.align,
    blank: 0.5,
  })
  for (const [i, line] of set.lines.entries()) {
    const middle = top + i * set.leading
    const start = (line.runs[0]?.x ?? 0) * set.size
    const left = x + 2 * t.keyword.size
    canvas.graphics.push({
      kind: 'box',
      x: left + start - BADGE_SIDE,
      y: middle - set.leading / 2,
      width: line.width * set.size - start + 2 * BADGE_SIDE,
      height: set.leading,
      fill: t.accent,
    })
    canvas.lines.push(textLine(set, line, left, middle + set.size * 0.38, WHITE))
  }
  const body = flowOf(blocks, {
    template: t,
    row: grid.row,
    width: inner.width,
    ...(desk.words ? { words: desk.words } : {}),
  })
  canvas.areas.push({
    kind: 'box',
    blocks: [opener.id],
    x,
    y: top - set.leading / 2,
    width,
    height: set.lines.length * set.leading,
  })
  const room = { columns: inner.n, rows: inset.rows - BOX_HEAD - 1, insets: [] }
  const { placed } = fill(body, 0, room)
  for (const s of segmentsOf(room)) {
    const inside = [...new Set(placed.filter((p) => p.column === s.column).map((p) => p.line.set.block.id))]
    const left = x + xOf(inner, s.column)
    const area = { x: left, y: y + BOX_HEAD * grid.row, width: inner.width, height: room.rows * grid.row }
    if (inside.length > 0) canvas.areas.push({ kind: 'box', blocks: inside, ...area })
  }
  drawFlow(placed, inner, x, y + BOX_HEAD * grid.row, desk, canvas)
}

/** What is drawn of a frame besides its body: head, vertical headline, box, badges, rules, jump lines. */
import type { Item, TextArea, TextLine } from '../geometry.ts'
import type { Frame } from '../placement.ts'
import { columnX, rowY, spanWidth } from '../template.ts'
import type { Ink } from '../template.ts'
import type { Area, PlacedLine } from './fill.ts'
import { BADGE_SIDE } from './flow.ts'
import type { FlowLine } from './flow.ts'
import type { VerticalHead } from './head.ts'
import type { Line } from './paragraph.ts'
import { widthOf, xOf } from './room.ts'
import type { Columns, Desk } from './room.ts'
import { BLACK, WHITE, baselineIn, setBlock } from './set.ts'
import type { SetBlock } from './set.ts'
import { headFor } from './story.ts'
import type { Story } from './story.ts'
import type { SetRow } from './table.ts'

/** A text area before the page knows its story and frame. */
export type DrawnArea = Omit<TextArea, 'article' | 'frame'>
/** What a frame gathers: graphics lie under the text. */
export type Canvas = { readonly graphics: Item[]; readonly lines: TextLine[]; readonly areas: DrawnArea[] }

/** Draws the head over the columns, or the line that says where a story comes from; gives its rows. */
export function drawHead(
  story: Story,
  frame: Frame,
  columns: Columns,
  desk: Desk,
  from: string,
  canvas: Canvas,
): number {
  const top = rowY(desk.grid, frame.row + columns.pad)
  const left = xOf(columns, 0)
  const width = widthOf(columns, columns.n)
  if (!story.first) {
    canvas.lines.push(jumpLine(from, left, top, width, desk, 'left'))
    return 2
  }
  if (story.parts.head.length === 0) return 0
  const natural = headFor(story, columns, desk).height
  const rows = Math.ceil(natural / desk.grid.row) + frame.air
  const head = headFor(story, columns, desk, rows - natural / desk.grid.row)
  for (const p of head.pieces) {
    if (p.badge) canvas.graphics.push(pieceBadge(p.set, left + p.x, top + p.y, desk))
    for (const [i, l] of p.set.lines.entries()) {
      const y = top + p.y + i * p.set.leading + baselineIn(p.set.leading, p.set.size)
      canvas.lines.push(textLine(p.set, l, left + p.x, y, p.badge ? WHITE : p.set.ink))
    }
  }
  const blocks = head.pieces.map((p) => p.set.block.id)
  canvas.areas.push({ kind: 'head', blocks, x: left, y: top, width, height: rows * desk.grid.row })
  return rows
}

/** Draws a vertical headline with its kicker and deck; lines run from right to left. */
export function drawVertical(head: VerticalHead, x: number, y: number, canvas: Canvas): void {
  for (const p of head.pieces) {
    for (const [i, line] of p.set.lines.entries()) {
      const left = x + p.x + (p.set.lines.length - 1 - i) * p.set.leading
      canvas.lines.push({ ...textLine(p.set, line, left, y + p.y), vertical: true })
    }
  }
  const blocks = head.pieces.map((p) => p.set.block.id)
  canvas.areas.push({ kind: 'head', blocks, x, y, width: head.width, height: head.height, vertical: true })
}

/** Draws a row of a table: what stands in its cells, and its rules. */
export function drawRow(row: SetRow, x: number, y: number, { t }: Desk, canvas: Canvas): void {
  for (const { set, line, x: right, y: down } of row.lines) canvas.lines.push(textLine(set, line, x + right, y + down))
  for (const { x1, y1, x2, y2, weight } of row.rules)
    canvas.graphics.push({ kind: 'rule', x1: x + x1, y1: y + y1, x2: x + x2, y2: y + y2, weight, ink: t.rules.ink })
}

/** Draws lines of a flow in their columns, the first row's top at `top` points; `left` is added to where a column stands. */
export function drawFlow(
  placed: readonly PlacedLine[],
  columns: Columns,
  left: number,
  top: number,
  desk: Desk,
  canvas: Canvas,
): void {
  for (const { line, column, row } of placed) {
    const x = left + xOf(columns, column)
    const y = top + row * desk.grid.row
    if (line.cells) drawRow(line.cells, x, y, desk, canvas)
    if (line.cells || line.white) continue
    if (line.badge) canvas.graphics.push(badgeOf(line, x, y, desk))
    canvas.lines.push(textLine(line.set, line.line, x, y + line.baseline, line.badge ? WHITE : line.set.ink))
  }
}

export const textLine = (set: SetBlock, line: Line, x: number, y: number, ink: Ink = set.ink): TextLine => ({
  kind: 'line',
  block: set.block.id,
  start: line.start,
  end: line.end,
  x,
  y,
  width: line.width * set.size,
  size: set.size,
  runs: line.runs,
  ink,
})

export const frameBox = (frame: Frame, { t, grid }: Desk): Item => ({
  kind: 'box',
  x: columnX(grid, frame.column),
  y: rowY(grid, frame.row) + 2,
  width: spanWidth(grid, frame.span),
  height: frame.rows * grid.row - 4,
  stroke: { weight: t.rules.box, ink: t.rules.ink },
})

/** The ground behind a line of a badge, as wide as the widest of its lines: together they are one. */
export function badgeOf(line: FlowLine, x: number, y: number, { t, grid }: Desk): Item {
  const { lines, size } = line.set
  const inset = line.line.width - (lines.find((l) => l.start === line.line.start) ?? line.line).width
  const start = (Math.min(...lines.map((l) => l.runs[0]?.x ?? Infinity)) + inset) * size
  const end = (Math.max(...lines.map((l) => l.width)) + inset) * size
  return {
    kind: 'box',
    x: x + start - BADGE_SIDE,
    y: y + grid.row * 0.2 + line.shift,
    width: end - start + 2 * BADGE_SIDE,
    height: grid.row * 1.6,
    fill: t.accent,
  }
}

function pieceBadge(set: SetBlock, x: number, y: number, { t }: Desk): Item {
  const start = Math.min(...set.lines.map((l) => l.runs[0]?.x ?? 0)) * set.size
  const end = Math.max(...set.lines.map((l) => l.width)) * set.size
  return {
    kind: 'box',
    x: x + start - set.size,
    y: y + 1,
    width: end - start + 2 * set.size,
    height: set.lines.length * set.leading - 2,
    fill: t.accent,
  }
}

/** A line that belongs to the page, not to a block: `jump-to`, `jump-from`. */
export function jumpLine(
  text: string,
  x: number,
  y: number,
  width: number,
  { t, grid }: Desk,
  align: 'left' | 'right',
): TextLine {
  const block = {
    id: align === 'right' ? 'jump-to' : 'jump-from',
    role: 'jump',
    text,
    marks: [],
    spans: [],
    confidence: 1,
    reasons: [],
    joins: [],
  } as const
  const set = setBlock(block, t.jump, width, { align, indent: 0 })
  const line = set.lines[0] ?? { start: 0, end: 0, runs: [], width: 0 }
  return textLine(set, line, x, y + baselineIn(grid.row, set.size), BLACK)
}

export function columnRules(
  columns: Columns,
  top: number,
  rows: number,
  areas: readonly Area[],
  { t, grid }: Desk,
): readonly Item[] {
  if (t.rules.column === 0) return []
  return Array.from({ length: columns.n - 1 }, (_, i): readonly Item[] => {
    const x = xOf(columns, i + 1) - columns.gap / 2
    const crossing = areas.filter((a) => a.column <= i && i + 1 < a.column + a.span).toSorted((a, b) => a.row - b.row)
    const pieces: Item[] = []
    let from = 0
    for (const { row, rows: height } of [...crossing, { row: rows, rows: 0 }]) {
      if (row - from > 1)
        pieces.push({
          kind: 'rule',
          x1: x,
          y1: rowY(grid, top + from) + 2,
          x2: x,
          y2: rowY(grid, top + row) - 2,
          weight: t.rules.column,
          ink: t.rules.ink,
        })
      from = row + height
    }
    return pieces
  }).flat()
}

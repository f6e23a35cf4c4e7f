/** Draws a story into one of its frames: box, head, insets, threaded body; says what is left and what is amiss. */
import type { Frame, Inset } from '../placement.ts'
import { columnX, rowY, spanWidth } from '../template.ts'
import type { Item, TextLine } from '../geometry.ts'
import { fill } from './fill.ts'
import type { Area, Filled, Room } from './fill.ts'
import { flowOf } from './flow.ts'
import type { FlowLine, From } from './flow.ts'
import type { Line } from './paragraph.ts'
import { AROUND, BOX_HEAD, boxColumns, columnsOf, widthOf, wordsHeight, wordsOf, xOf } from './room.ts'
import type { Columns, Desk } from './room.ts'
import { BLACK, WHITE, baselineIn, setBlock } from './set.ts'
import type { SetBlock } from './set.ts'
import { headFor, linesOfStory, verticalArea, verticalOf } from './story.ts'
import type { Story } from './story.ts'
import type { Ink } from '../template.ts'

export type DrawnFrame = {
  readonly items: readonly Item[]
  /** Where the text goes on in the next frame; undefined when all of it stands. */
  readonly rest: From | undefined
  /** Cells of the body there are, and cells that its text takes, all of it. */
  readonly available: number
  readonly used: number
  /** Paragraphs whose last line stands alone at a column's head. */
  readonly lonely: readonly string[]
}

/** What is said at the foot when the story goes on elsewhere, and at the head when it comes from there. */
export type Jumps = { readonly to?: string; readonly from?: string }

export function drawFrame(story: Story, frame: Frame, desk: Desk, jumps: Jumps): DrawnFrame {
  const { grid } = desk
  const columns = columnsOf(frame, desk)
  const graphics: Item[] = []
  const lines: TextLine[] = []
  if (frame.boxed) graphics.push(frameBox(frame, desk))
  const vertical = frame.head === 'vertical' && story.first ? verticalOf(story, columns, desk) : undefined
  const top = frame.row + columns.pad
  const headHeight = drawHead(story, frame, columns, desk, jumps, vertical !== undefined, graphics, lines)
  if (vertical) {
    const x = xOf(columns, columns.n - 1)
    for (const p of vertical.pieces)
      for (const [i, l] of p.set.lines.entries())
        lines.push(
          verticalLine(p.set, l, x + p.x + (p.set.lines.length - 1 - i) * p.set.leading, rowY(grid, top) + p.y),
        )
  }
  const bodyTop = top + headHeight
  const rows = Math.max(0, frame.row + frame.rows - columns.pad - bodyTop)
  const insets = story.first ? frame.insets.filter((i) => i.column + i.span <= columns.n) : []
  const areas: Area[] = [...insets, ...(vertical ? [verticalArea(vertical, columns, desk)] : [])]
  const jumpArea: readonly Area[] = jumps.to ? [{ column: columns.n - 1, span: 1, row: rows - 1, rows: 1 }] : []
  const body = thread(story, columns, desk, vertical, { columns: columns.n, rows, insets: [...areas, ...jumpArea] })
  for (const { line, column, row } of body.filled.placed) {
    const x = xOf(columns, column)
    const y = rowY(grid, bodyTop + row)
    if (line.badge) graphics.push(badgeOf(line, x, y, desk))
    lines.push(textLine(line.set, line.line, x, y + line.baseline, line.badge ? WHITE : line.set.ink))
  }
  for (const inset of insets) drawInset(story, inset, columns, rowY(grid, bodyTop + inset.row), desk, graphics, lines)
  if (jumps.to)
    lines.push(
      jumpLine(jumps.to, xOf(columns, columns.n - 1), rowY(grid, bodyTop + rows - 1), columns.width, desk, 'right'),
    )
  graphics.push(...columnRules(columns, bodyTop, Math.min(rows, body.filled.depth), areas, desk))
  const free = rows * columns.n - areas.reduce((sum, a) => sum + a.rows * a.span, 0)
  const next = body.lines[body.filled.next]
  const blocks = vertical ? [...vertical.rest, ...story.parts.body] : story.parts.body
  return {
    items: [...graphics, ...inReadingOrder(lines, story)],
    rest: next ? { block: blocks.findIndex((b) => b.id === next.set.block.id), offset: next.line.start } : undefined,
    available: free,
    used: body.lines.reduce((sum, l) => sum + l.rows, 0),
    lonely: body.filled.lonely,
  }
}

type Threaded = { readonly lines: readonly FlowLine[]; readonly filled: Filled }

/** Threads the body; a line left alone at a column's head is won back or given company by setting its paragraph tighter or looser. */
function thread(
  story: Story,
  columns: Columns,
  desk: Desk,
  vertical: ReturnType<typeof verticalOf>,
  room: Room,
): Threaded {
  const tracks = new Map<string, number>()
  let lines = linesOfStory(story, columns, desk, vertical)
  let filled = fill(lines, 0, balanced(lines, room))
  const [tight, loose] = desk.t.limits.track
  for (let attempt = 0; attempt < 8; attempt++) {
    const id = filled.lonely.find((b) => !tracks.has(b))
    if (id === undefined) break
    const before = { lines, filled }
    for (const track of [tight / 2, tight, loose / 2, loose]) {
      tracks.set(id, track)
      lines = linesOfStory(story, columns, desk, vertical, tracks)
      filled = fill(lines, 0, balanced(lines, room))
      if (!filled.lonely.includes(id) && filled.next - lines.length >= before.filled.next - before.lines.length) break
      tracks.set(id, 0)
      lines = before.lines
      filled = before.filled
    }
  }
  return { lines, filled }
}

/** The least rows within the room in which the text still stands, so that columns end together. */
function balanced(lines: readonly FlowLine[], room: Room): Room {
  const taken = room.insets.reduce((sum, a) => sum + a.rows * a.span, 0)
  const total = lines.reduce((sum, l) => sum + l.rows, 0)
  for (
    let rows = Math.max(Math.ceil((total + taken) / room.columns), ...room.insets.map((a) => a.row + a.rows), 1);
    rows < room.rows;
    rows++
  ) {
    if (fill(lines, 0, { ...room, rows }).next >= lines.length) return { ...room, rows }
  }
  return room
}

function drawHead(
  story: Story,
  frame: Frame,
  columns: Columns,
  desk: Desk,
  jumps: Jumps,
  vertical: boolean,
  graphics: Item[],
  lines: TextLine[],
): number {
  const top = rowY(desk.grid, frame.row + columns.pad)
  const left = xOf(columns, 0)
  if (!story.first) {
    lines.push(jumpLine(jumps.from ?? '', xOf(columns, 0), top, widthOf(columns, columns.n), desk, 'left'))
    return 2
  }
  if (vertical || story.parts.head.length === 0) return 0
  const natural = headFor(story, columns, desk).height
  const rows = Math.ceil(natural / desk.grid.row) + frame.air
  const head = headFor(story, columns, desk, rows - natural / desk.grid.row)
  for (const p of head.pieces) {
    if (p.badge) graphics.push(pieceBadge(p.set, left + p.x, top + p.y, desk))
    for (const [i, l] of p.set.lines.entries()) {
      lines.push(
        textLine(
          p.set,
          l,
          left + p.x,
          top + p.y + i * p.set.leading + baselineIn(p.set.leading, p.set.size),
          p.badge ? WHITE : p.set.ink,
        ),
      )
    }
  }
  return rows
}

function drawInset(
  story: Story,
  inset: Inset,
  columns: Columns,
  y: number,
  desk: Desk,
  graphics: Item[],
  lines: TextLine[],
): void {
  const x = xOf(columns, inset.column)
  const width = widthOf(columns, inset.span)
  const { row } = desk.grid
  if (inset.kind === 'box') {
    drawBox(story, inset, columns, x, y, width, desk, graphics, lines)
    return
  }
  const p = story.parts.pictures.find((candidate) => candidate.picture.id === inset.block)
  if (!p) return
  const atFoot = inset.row > 0
  const height = inset.rows * row - row * AROUND - wordsHeight(p, width, desk)
  const sha256 = p.picture.picture?.sha256
  const from = y + row * (atFoot ? AROUND - 0.2 : 0.2)
  graphics.push({ kind: 'photo', x, y: from, width, height, block: p.picture.id, ...(sha256 ? { sha256 } : {}) })
  let at = from + height + 4
  for (const set of wordsOf(p, width, desk)) {
    for (const line of set.lines) {
      lines.push(textLine(set, line, x, at + baselineIn(set.leading, set.size)))
      at += set.leading
    }
  }
}

/** A section in a box: its keyword as a badge on the upper edge, its text in columns of its own. */
function drawBox(
  story: Story,
  inset: Inset,
  columns: Columns,
  x: number,
  y: number,
  width: number,
  desk: Desk,
  graphics: Item[],
  lines: TextLine[],
): void {
  const { t, grid } = desk
  const [opener, ...blocks] = story.parts.box
  if (!opener) return
  const inner = boxColumns(columns, inset.span, desk)
  const top = y + grid.row * 1.4
  graphics.push({
    kind: 'box',
    x,
    y: top,
    width,
    height: (inset.rows - 1.4) * grid.row - 3,
    fill: t.tint,
    stroke: { weight: t.rules.box, ink: t.rules.ink },
  })
  const set = setBlock({ ...opener, text: opener.text }, t.keyword, width - 4 * t.keyword.size, {
    align: 'center',
    blank: 0.5,
  })
  for (const [i, line] of set.lines.entries()) {
    const middle = top + i * set.leading
    const start = (line.runs[0]?.x ?? 0) * set.size
    const left = x + 2 * t.keyword.size
    graphics.push({
      kind: 'box',
      x: left + start - 9,
      y: middle - set.leading / 2,
      width: line.width * set.size - start + 18,
      height: set.leading,
      fill: t.accent,
    })
    lines.push(textLine(set, line, left, middle + set.size * 0.38, WHITE))
  }
  const body = flowOf(blocks, {
    template: t,
    row: grid.row,
    width: inner.width,
    ...(desk.words ? { words: desk.words } : {}),
  })
  const rows = inset.rows - BOX_HEAD - 1
  for (const { line, column, row } of fill(body, 0, { columns: inner.n, rows, insets: [] }).placed) {
    lines.push(textLine(line.set, line.line, x + xOf(inner, column), y + (BOX_HEAD + row) * grid.row + line.baseline))
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

const verticalLine = (set: SetBlock, line: Line, x: number, y: number): TextLine => ({
  ...textLine(set, line, x, y),
  vertical: true,
})

const frameBox = (frame: Frame, { t, grid }: Desk): Item => ({
  kind: 'box',
  x: columnX(grid, frame.column),
  y: rowY(grid, frame.row) + 2,
  width: spanWidth(grid, frame.span),
  height: frame.rows * grid.row - 4,
  stroke: { weight: t.rules.box, ink: t.rules.ink },
})

function badgeOf(line: FlowLine, x: number, y: number, { t, grid }: Desk): Item {
  const start = (line.line.runs[0]?.x ?? 0) * line.set.size
  const end = line.line.width * line.set.size
  return {
    kind: 'box',
    x: x + start - 9,
    y: y + grid.row * 0.2,
    width: end - start + 18,
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
function jumpLine(
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

function columnRules(
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

/** Text lines in the order of the story's blocks, so that the page reads as it is written; what is no block's comes last. */
function inReadingOrder(lines: readonly TextLine[], story: Story): readonly TextLine[] {
  const order = new Map(story.article.blocks.map((b, i) => [b.id, i]))
  return lines.toSorted((a, b) => (order.get(a.block) ?? 1e9) - (order.get(b.block) ?? 1e9) || a.start - b.start)
}

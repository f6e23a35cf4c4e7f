/** Draws a story into one of its frames: box, head, insets, threaded body; says what is left and what is amiss. */
import type { Frame } from '../placement.ts'
import { rowY } from '../template.ts'
import type { Item, TextLine } from '../geometry.ts'
import { columnRules, drawFlow, drawHead, drawVertical, frameBox, jumpLine } from './drawn.ts'
import type { Canvas, DrawnArea } from './drawn.ts'
import { cellsOf, segmentsOf } from './fill.ts'
import type { Area } from './fill.ts'
import { heldIn } from './held.ts'
import { drawInset, leastRows } from './inset.ts'
import { columnsOf, xOf } from './room.ts'
import type { Columns, Desk } from './room.ts'
import { jumpArea, verticalArea, verticalOf } from './story.ts'
import type { Story } from './story.ts'
import { restOf, withOpening, withStray } from './stray.ts'
import { thread } from './thread.ts'
import type { Threaded } from './thread.ts'

export type DrawnFrame = {
  readonly items: readonly Item[]
  readonly areas: readonly DrawnArea[]
  /** What the next frame has to hold; undefined when all of the story stands. */
  readonly rest: Story | undefined
  /** Cells of the body there are, and cells that its text takes, all of it. */
  readonly available: number
  readonly used: number
  /** Rows of text that found no room. */
  readonly over: number
  /** Paragraphs whose last line stands alone at a column's head. */
  readonly lonely: readonly string[]
}

/** What is said at the foot when the story goes on elsewhere, and at the head when it comes from there. */
export type Jumps = { readonly to?: string; readonly from?: string }

/** Draws what the frame holds of `given`; a picture that has no place in its `last` frame has its words in the text. */
export function drawFrame(given: Story, frame: Frame, desk: Desk, jumps: Jumps, last = true): DrawnFrame {
  const columns = columnsOf(frame, desk)
  const canvas: Canvas = { graphics: [], lines: [], areas: [] }
  if (frame.boxed) canvas.graphics.push(frameBox(frame, desk))
  const deepest = frame.rows - 2 * columns.pad
  const vertical = frame.head === 'vertical' && given.first ? verticalOf(given, columns, desk, deepest) : undefined
  const top = frame.row + columns.pad
  if (vertical) drawVertical(vertical, xOf(columns, columns.n - 1), rowY(desk.grid, top), canvas)
  const bodyTop = top + (vertical ? 0 : drawHead(given, frame, columns, desk, jumps.from ?? '', canvas))
  const rows = Math.max(0, frame.row + frame.rows - columns.pad - bodyTop)
  const beside = vertical && verticalArea(vertical, columns, desk)
  const insets = heldIn(
    frame.insets.filter((i) => i.column + i.span <= columns.n),
    {
      columns: columns.n,
      rows,
      vertical: beside,
      goesOn: jumps.to !== undefined,
      least: (inset) => leastRows(given, inset, columns, desk),
    },
  )
  const story = withStray(given, insets, last)
  const taken: readonly Area[] = [...insets, ...(beside ? [beside] : [])]
  const jump: readonly Area[] = jumps.to ? [jumpArea(columns.n, rows)] : []
  const body = thread(story, columns, desk, vertical, { columns: columns.n, rows, insets: [...taken, ...jump] })
  drawBody(body, columns, bodyTop, desk, canvas)
  for (const inset of insets) drawInset(story, inset, columns, rowY(desk.grid, bodyTop + inset.row), desk, canvas)
  if (jumps.to) {
    const x = xOf(columns, columns.n - 1)
    canvas.lines.push(jumpLine(jumps.to, x, rowY(desk.grid, bodyTop + rows - 1), columns.width, desk, 'right'))
  }
  canvas.graphics.push(...columnRules(columns, bodyTop, Math.min(rows, body.filled.depth), taken, desk))
  const next = body.lines[body.filled.next]
  // no further frame will have what was left to it
  const isOver = !next && story.parts.pictures.some((p) => !insets.some((i) => i.block === p.picture.id))
  if (isOver && !last) return drawFrame(given, frame, desk, jumps)
  // the rest of a vertical headline's head opens the text, and may itself go on
  const going = vertical ? withOpening(story, vertical.rest) : story
  const block =
    next &&
    Math.max(
      0,
      going.parts.body.findIndex((b) => b.id === next.set.block.id),
    )
  return {
    items: [...canvas.graphics, ...inReadingOrder(canvas.lines, story)],
    areas: canvas.areas,
    rest: next && block !== undefined ? restOf(going, insets, { block, offset: next.line.start }) : undefined,
    available: cellsOf({ columns: columns.n, rows, insets: taken }),
    used: body.lines.reduce((sum, l) => sum + l.rows, 0),
    over: body.lines.slice(body.filled.next).reduce((sum, l) => sum + l.rows, 0),
    lonely: body.filled.lonely,
  }
}

function drawBody(body: Threaded, columns: Columns, top: number, desk: Desk, canvas: Canvas): void {
  drawFlow(body.filled.placed, columns, 0, rowY(desk.grid, top), desk, canvas)
  for (const s of segmentsOf(body.room)) {
    const inside = body.filled.placed.filter((p) => p.column === s.column && s.top <= p.row && p.row < s.bottom)
    if (inside.length === 0) continue
    canvas.areas.push({
      kind: 'body',
      blocks: [...new Set(inside.map((p) => p.line.set.block.id))],
      x: xOf(columns, s.column),
      y: rowY(desk.grid, top + s.top),
      width: columns.width,
      height: (s.bottom - s.top) * desk.grid.row,
    })
  }
}

/** Text lines in the order of the story's blocks, so that the page reads as it is written; what is no block's comes last. */
function inReadingOrder(lines: readonly TextLine[], story: Story): readonly TextLine[] {
  const order = new Map(story.article.blocks.map((b, i) => [b.id, i]))
  return lines.toSorted((a, b) => (order.get(a.block) ?? 1e9) - (order.get(b.block) ?? 1e9) || a.start - b.start)
}

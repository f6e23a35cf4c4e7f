/** One story prepared for its page: its parts set once, its needs by width, and its items drawn into frames. */
import type { Article } from '../../page/page.ts'
import type { Words } from '../../words.ts'
import type { Item, Rule, TextLine } from '../geometry.ts'
import type { Frame, PicturePlace } from '../placement.ts'
import type { Grid, Template } from '../template.ts'
import { balancedRows, fill } from './fill.ts'
import { BLACK, baselineIn, bodyOf, partsOf, setBlock } from './flow.ts'
import type { FlowLine, Parts, PictureSet, Set } from './flow.ts'
import { headOf } from './head.ts'
import type { Head, Rank } from './head.ts'

export type Story = {
  readonly article: Article
  readonly parts: Parts
  readonly lines: readonly FlowLine[]
  readonly rank: Rank
}

export function storyOf(article: Article, t: Template, grid: Grid, rank: Rank, words?: Words): Story {
  const parts = partsOf(article)
  return { article, parts, lines: bodyOf(parts.body, t, grid.column, words), rank }
}

/** Rows between two stories, one over the other. */
export const STORY_GAP = 2

/** The rows that the story takes in `span` columns: head, pictures and balanced body. */
export function rowsNeeded(
  story: Story,
  t: Template,
  grid: Grid,
  span: number,
  words?: Words,
): { rows: number; head: number; pictures: readonly PicturePlace[] } {
  const head = Math.ceil(headOf(story.parts.head, t, grid.width(span), story.rank, words).height / grid.row)
  const pictures = placePictures(story.parts.pictures, t, grid, span)
  const body = story.lines.length === 0 && pictures.length === 0 ? 0 : balancedRows(story.lines, 0, span, pictures)
  return { rows: head + body, head, pictures }
}

/** Pictures at the top of the last columns: two of four columns for a large one, one below the other. */
export function placePictures(
  pictures: readonly PictureSet[],
  t: Template,
  grid: Grid,
  span: number,
): readonly PicturePlace[] {
  let row = 0
  return pictures.map((p, i) => {
    const wide = i === 0 ? Math.max(1, Math.round(span / 2)) : 1
    const ratio = p.picture.picture ? p.picture.picture.height / p.picture.picture.width : 2 / 3
    const words = wordsHeight(p, t, grid.width(wide))
    const rows = Math.ceil((grid.width(wide) * Math.min(ratio, 1.4) + words + grid.row * 0.8) / grid.row)
    const place = { block: p.picture.id, column: span - wide, span: wide, row, rows }
    row += rows
    return place
  })
}

const wordsOf = (p: PictureSet, t: Template, width: number): readonly Set[] =>
  p.words.map((b) =>
    setBlock(b, t[b.role === 'credit' ? 'credit' : 'caption'], width, {
      align: b.role === 'credit' ? 'right' : 'justify',
    }),
  )

const wordsHeight = (p: PictureSet, t: Template, width: number): number =>
  wordsOf(p, t, width).reduce((sum, s) => sum + s.lines.length * s.leading, 4)

export type DrawnFrame = {
  readonly items: readonly Item[]
  readonly next: number
  readonly available: number
  readonly used: number
}

/** Draws body line `from` on into `frame`; the first frame carries the head and the pictures. */
export function drawFrame(
  story: Story,
  frame: Frame,
  from: number,
  first: boolean,
  t: Template,
  grid: Grid,
  words?: Words,
): DrawnFrame {
  const items: Item[] = []
  const left = grid.x(frame.column)
  const width = grid.width(frame.span)
  let headRows = 0
  if (first) {
    const natural = headOf(story.parts.head, t, width, frame.rank, words)
    headRows = Math.ceil(natural.height / grid.row)
    drawHead(
      headOf(story.parts.head, t, width, frame.rank, words, headRows * grid.row - natural.height),
      left,
      grid.y(frame.row),
      items,
    )
  }
  const bodyRows = frame.rows - headRows
  const pictures = first ? frame.pictures : []
  const rest = story.lines.slice(from).reduce((sum, l) => sum + l.rows, 0)
  const rows = Math.min(bodyRows, balancedRows(story.lines, from, frame.span, pictures))
  const filled = fill(story.lines, from, frame.span, rows, pictures)
  const top = frame.row + headRows
  for (const p of pictures)
    drawPicture(story, p, left + p.column * (grid.column + grid.gap), grid.y(top + p.row), t, grid, items)
  for (const { line, column, row } of filled.placed) {
    const x = grid.x(frame.column + column)
    const y = grid.y(top + row)
    if (line.badge) items.push(...badge(line, x, y, t, grid))
    items.push(textLine(line.set, line.line, x, y + line.baseline, line.badge ? [0, 0, 0, 0] : undefined))
  }
  for (let c = 1; c < frame.span; c++) items.push(columnRule(grid, frame.column + c, top, rows, t, pictures, c))
  const blocked = pictures.reduce((sum, p) => sum + p.rows * p.span, 0)
  return { items, next: filled.next, available: bodyRows * frame.span - blocked, used: rest }
}

export const textLine = (set: Set, line: Set['lines'][number], x: number, y: number, ink = set.ink): TextLine => ({
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

function drawHead(head: Head, x: number, y: number, items: Item[]): void {
  for (const { set, y: first } of head.pieces) {
    for (const [i, line] of set.lines.entries()) items.push(textLine(set, line, x, y + first + i * set.leading))
  }
}

function drawPicture(
  story: Story,
  place: PicturePlace,
  x: number,
  y: number,
  t: Template,
  grid: Grid,
  items: Item[],
): void {
  const p = story.parts.pictures.find((candidate) => candidate.picture.id === place.block)
  if (!p) return
  const width = grid.width(place.span)
  const height = place.rows * grid.row - grid.row * 0.8 - wordsHeight(p, t, width)
  const sha256 = p.picture.picture?.sha256
  items.push({ kind: 'photo', x, y: y + 2, width, height, block: p.picture.id, ...(sha256 ? { sha256 } : {}) })
  let at = y + 2 + height + 4
  for (const set of wordsOf(p, t, width)) {
    for (const line of set.lines) {
      items.push(textLine(set, line, x, at + baselineIn(set.leading, set.size)))
      at += set.leading
    }
  }
}

function badge(line: FlowLine, x: number, y: number, t: Template, grid: Grid): readonly Item[] {
  const text = line.line.runs
  const start = (text[0]?.x ?? 0) * line.set.size
  const last = text.at(-1)
  const end = last ? (last.x + last.width) * line.set.size : start
  return [
    {
      kind: 'box',
      x: x + start - 8,
      y: y + grid.row * 0.15,
      width: end - start + 16,
      height: grid.row * 1.7,
      fill: t.accent,
    },
  ]
}

function columnRule(
  grid: Grid,
  column: number,
  row: number,
  rows: number,
  t: Template,
  pictures: readonly PicturePlace[],
  local: number,
): Rule {
  const x = grid.x(column) - grid.gap / 2
  const crossed = pictures.filter((p) => p.column < local && local < p.column + p.span)
  const from = Math.max(0, ...crossed.map((p) => p.row + p.rows))
  return {
    kind: 'rule',
    x1: x,
    y1: grid.y(row + from) + 2,
    x2: x,
    y2: grid.y(row + rows),
    weight: t.rules.column,
    ink: BLACK,
  }
}

/** Threads body lines through the columns of a frame, around its pictures, and says what is left over. */
import type { FlowLine } from './flow.ts'
import type { PicturePlace } from '../placement.ts'

export type PlacedLine = { readonly line: FlowLine; readonly column: number; readonly row: number }
export type Filled = {
  readonly placed: readonly PlacedLine[]
  /** Index of the first line that found no room. */
  readonly next: number
  /** Rows taken in the fullest column. */
  readonly depth: number
}

type Segment = { readonly column: number; readonly top: number; readonly bottom: number }

/** Fills `columns` columns of `rows` rows from line `from` on. Headings never stand at a column's foot (背题). */
export function fill(
  lines: readonly FlowLine[],
  from: number,
  columns: number,
  rows: number,
  pictures: readonly PicturePlace[] = [],
): Filled {
  const placed: PlacedLine[] = []
  let i = from
  let depth = 0
  for (const segment of segmentsOf(columns, rows, pictures)) {
    let row = segment.top
    while (i < lines.length) {
      const line = lines[i] as FlowLine // in range
      if (row + neededRows(lines, i) > segment.bottom) break
      placed.push({ line, column: segment.column, row })
      row += line.rows
      i++
    }
    depth = Math.max(depth, row)
    if (i >= lines.length) break
  }
  return { placed, next: i, depth }
}

/** The rows that line `i` needs to stand here: its own, and for a heading those of what it must keep with, two lines more. */
function neededRows(lines: readonly FlowLine[], i: number): number {
  let sum = 0
  for (let k = i; k < lines.length; k++) {
    const line = lines[k] as FlowLine // in range
    sum += line.rows
    if (!line.keepNext) return k === i ? sum : sum + (line.last ? 0 : 1)
  }
  return sum
}

/** The free stretches of the columns, in reading order. */
function segmentsOf(columns: number, rows: number, pictures: readonly PicturePlace[]): readonly Segment[] {
  const segments: Segment[] = []
  for (let column = 0; column < columns; column++) {
    const taken = pictures
      .filter((p) => p.column <= column && column < p.column + p.span)
      .map((p) => ({ from: p.row, to: p.row + p.rows }))
      .sort((a, b) => a.from - b.from)
    let top = 0
    for (const { from, to } of taken) {
      if (from > top) segments.push({ column, top, bottom: Math.min(from, rows) })
      top = Math.max(top, to)
    }
    if (top < rows) segments.push({ column, top, bottom: rows })
  }
  return segments
}

/** The least rows in which all lines from `from` on stand in `columns` columns: columns balanced. */
export function balancedRows(
  lines: readonly FlowLine[],
  from: number,
  columns: number,
  pictures: readonly PicturePlace[] = [],
): number {
  let total = 0
  for (let i = from; i < lines.length; i++) total += (lines[i] as FlowLine).rows // in range
  const blocked = pictures.reduce((sum, p) => sum + p.rows * p.span, 0)
  let rows = Math.max(1, Math.ceil((total + blocked) / columns))
  for (const p of pictures) rows = Math.max(rows, p.row + p.rows)
  while (fill(lines, from, columns, rows, pictures).next < lines.length) rows++
  return rows
}

/** Threads body lines through the columns of a frame, around what stands in it, balances them, and says what is left over. */
import type { Inset } from '../placement.ts'
import type { FlowLine } from './flow.ts'

export type PlacedLine = { readonly line: FlowLine; readonly column: number; readonly row: number }
export type Filled = {
  readonly placed: readonly PlacedLine[]
  /** Index of the first line that found no room. */
  readonly next: number
  /** Rows taken in the fullest column. */
  readonly depth: number
  /** Paragraphs whose last line stands alone at a column's head (寡行), by block id. */
  readonly lonely: readonly string[]
}

/** Columns, their rows, and what takes room in them. */
export type Room = {
  readonly columns: number
  readonly rows: number
  readonly insets: readonly Area[]
  /** Text goes no deeper than this row: columns end together though an inset stands deeper. */
  readonly limit?: number
}
export type Area = Pick<Inset, 'column' | 'span' | 'row' | 'rows'>

/** A free stretch of a column, in rows. */
export type Segment = { readonly column: number; readonly top: number; readonly bottom: number }

/** Fills `room` from line `from` on. Headings never stand at a column's foot (背题). */
export function fill(lines: readonly FlowLine[], from: number, room: Room): Filled {
  const placed: PlacedLine[] = []
  const lonely: string[] = []
  let i = from
  let depth = 0
  for (const segment of segmentsOf(room)) {
    let row = segment.top
    while (i < lines.length) {
      const line = lines[i] as FlowLine // in range
      if (line.white && row === segment.top) {
        i++
        continue
      }
      const again = row === segment.top ? (line.again ?? []) : []
      const head = again.reduce((sum, l) => sum + l.rows, 0)
      if (row + head + neededRows(lines, i) > segment.bottom) break
      for (const l of again) {
        placed.push({ line: l, column: segment.column, row })
        row += l.rows
      }
      if (again.length === 0 && row === segment.top && i > from && line.last && !line.first && !line.keepNext)
        lonely.push(line.set.block.id)
      placed.push({ line, column: segment.column, row })
      row += line.rows
      i++
    }
    depth = Math.max(depth, row)
    if (i >= lines.length) break
  }
  return { placed, next: i, depth, lonely }
}

/** The rows that line `i` needs to stand here: its own, and for a heading those of what it must keep with and two lines more. */
function neededRows(lines: readonly FlowLine[], i: number): number {
  let sum = 0
  for (let k = i; k < lines.length; k++) {
    const line = lines[k] as FlowLine // in range
    sum += line.rows
    if (line.keepNext) continue
    // a paragraph of one line is followed by the next one
    const next = line.last ? lines[k + 1] : line
    return k === i || !next || (line.last && (next.keepNext || next.white)) ? sum : sum + 1
  }
  return sum
}

/** The free stretches of the columns, in reading order; a single row over or under what stands in a column stays free (孤行). */
export function segmentsOf({ columns, rows: deepest, insets, limit }: Room): readonly Segment[] {
  const rows = Math.min(deepest, limit ?? deepest)
  const segments: Segment[] = []
  for (let column = 0; column < columns; column++) {
    const here = insets.filter((p) => covers(p, column)).toSorted((a, b) => a.row - b.row)
    const least = here.length > 0 ? LEAST_ROWS : 1
    let top = 0
    for (const { row, rows: height } of [...here, { row: rows, rows: 0 }]) {
      const bottom = Math.min(row, rows)
      if (bottom - top >= least) segments.push({ column, top, bottom })
      top = Math.max(top, row + height)
    }
  }
  return segments
}

/** The rows of all free stretches. */
export const cellsOf = (room: Room): number => segmentsOf(room).reduce((sum, s) => sum + s.bottom - s.top, 0)

/** Text that stands over or under a picture has so many rows. */
const LEAST_ROWS = 2

export const covers = (p: Area, column: number): boolean => p.column <= column && column < p.column + p.span

/**
 * The least rows in which the lines from `from` to before `to` stand in `columns` columns, the columns balanced; `insets` may
 * hang on the rows. The lines after `to` say what those before them keep with: a heading is not the last of them.
 */
export function balancedRows(
  lines: readonly FlowLine[],
  from: number,
  columns: number,
  insets: (rows: number) => readonly Area[],
  to = lines.length,
): number {
  let total = 0
  for (let i = from; i < to; i++) total += (lines[i] as FlowLine).rows // in range
  let rows = Math.max(1, Math.ceil(total / columns))
  for (; rows < MOST_ROWS;) {
    const areas = insets(rows)
    const taken = areas.reduce((sum, p) => sum + p.rows * p.span, 0)
    const least = Math.max(Math.ceil((total + taken) / columns), ...areas.map((p) => p.row + p.rows))
    if (least > rows) rows = least
    else if (!overlap(areas) && fill(lines, from, { columns, rows, insets: areas }).next >= to) return rows
    else rows++
  }
  return rows
}

/** Nothing is set deeper than this; it ends a search that cannot succeed. */
const MOST_ROWS = 4000

const overlap = (areas: readonly Area[]): boolean =>
  areas.some((a, i) => areas.slice(i + 1).some((b) => crosses(a, b)) || a.row < 0)

/** Whether two areas have a cell in common. */
export const crosses = (a: Area, b: Area): boolean =>
  a.column < b.column + b.span && b.column < a.column + a.span && a.row < b.row + b.rows && b.row < a.row + a.rows

/** Which lines are lines of a printed column that the OCR did not put together, and how they fill it. */
import type { Line } from './lines.ts'

/** A line of no column, one that is shorter than its column (a paragraph's last), one that fills it. */
export const COLUMN = { none: 0, short: 1, full: 2 } as const

export type Columns = {
  /** For each line how it stands in its column: a value of `COLUMN`. */
  readonly column: Uint8Array
  /** For each line how it fills its column, by the number of `FILLS`. */
  readonly fill: Uint8Array
  /** How wide most columns are on a page that is all columns; 0 on another. */
  readonly width: number
}

/**
 * How a line fills its column: in no column; up to a quarter, half, three quarters of it or nearly all; shorter by a character, right,
 * longer by one or more. A line that goes on below is shorter only where what it would have ended with cannot end a line.
 */
export const FILLS = ['none', '1/4', '1/2', '3/4', '4/4', '-1', '0', '+1', '+2'] as const
const RIGHT = FILLS.indexOf('0')
const MOST_OVER = 2

/** The OCR has put together longer lines than this; shorter ones may be verse. */
const LONGEST = 34
const SHORTEST = 8
/** So many lines above and below are looked at, and so many of them must be of one length. */
const AROUND = 4
const ENOUGH = 4

/** The column's lines are of one length but for each paragraph's last; figures and Latin letters count half where more lines fill it then. */
export function columnsOf(lines: readonly Line[]): Columns {
  const found = columnsBy(widthsOf(lines, wholeWidth))
  // the most are whole paragraphs to a line
  if (!found.column.includes(COLUMN.full)) return found
  const halved = columnsBy(widthsOf(lines, halvedWidth))
  return rightLines(halved) > rightLines(found) ? halved : found
}

const rightLines = ({ fill }: Columns): number => fill.reduce((n, f) => n + +(f === RIGHT), 0)

function widthsOf(lines: readonly Line[], widthOf: (line: Line) => number): Float64Array {
  const widths = new Float64Array(lines.length)
  for (let i = 0; i < lines.length; i++) widths[i] = widthOf(lines[i]!)
  return widths
}

const wholeWidth = (line: Line): number => line.indent + line.text.length

/** Rounded up: the next character would have found no room. */
function halvedWidth({ indent, units, start, end }: Line): number {
  let narrow = 0
  if (end - start <= 2 * LONGEST) for (let i = start; i < end; i++) narrow += +(units[i]! < 0x80)
  return Math.ceil(indent + end - start - narrow / 2)
}

/** How many lines around are of each width. */
const counts = new Int16Array(LONGEST + 2)

function columnsBy(widths: Float64Array): Columns {
  const { length } = widths
  const column = new Uint8Array(length)
  const fill = new Uint8Array(length)
  counts.fill(0)
  let near = 0
  let lined = 0
  for (let i = 0; i < Math.min(AROUND, length); i++) near += count(widths[i]!, 1)
  for (let i = 0; i < length; i++) {
    if (i + AROUND < length) near += count(widths[i + AROUND]!, 1)
    if (i > AROUND) near += count(widths[i - AROUND - 1]!, -1)
    const own = widths[i]!
    if (near < ENOUGH || own > LONGEST) continue
    const { most, width } = usualWidth()
    if (most < ENOUGH || own > width + 2) continue
    column[i] = own >= width - 1 ? COLUMN.full : COLUMN.short
    fill[i] = fillOf(own, width)
    lined++
  }
  const width = lined > 0 && lined * 2 >= length ? mainWidth(column, widths) : 0
  if (width > 0) fillIn(column, fill, widths, width)
  return { column, fill, width }
}

/** The number in `FILLS` of a line of `own` characters in a column of `width`. */
const fillOf = (own: number, width: number): number =>
  own >= width - 1 ? RIGHT + Math.min(MOST_OVER, Math.floor(own - width)) : 1 + Math.floor((own * 4) / width)

/** Counts a line of width `w` in or out; an odd number of narrow blanks is no printed indent. */
function count(w: number, by: 1 | -1): 1 | 0 | -1 {
  if (w < SHORTEST || w > LONGEST || !Number.isInteger(w)) return 0
  counts[w]! += by
  return by
}

/** The width that most lines around have, give or take one, and how many they are. */
function usualWidth(): { readonly most: number; readonly width: number } {
  let most = 0
  let width = 0
  for (let w = SHORTEST; w <= LONGEST; w++) {
    const n = counts[w - 1]! + counts[w]! + counts[w + 1]!
    if (n > most || (n === most && counts[w]! > counts[width]!)) {
      most = n
      width = w
    }
  }
  return { most, width }
}

/** The width that most lines have that fill their column. */
function mainWidth(column: Uint8Array, widths: Float64Array): number {
  const found = new Int32Array(LONGEST + 3)
  column.forEach((c, i) => {
    if (c === COLUMN.full) found[Math.floor(widths[i]!)]!++
  })
  return found.indexOf(Math.max(...found))
}

/** On a page that is all columns, a line as long as most of them is one too where few stand together. */
function fillIn(column: Uint8Array, fill: Uint8Array, widths: Float64Array, width: number): void {
  for (let i = 0; i < column.length; i++) {
    const own = widths[i]!
    if (column[i] !== COLUMN.none || Math.abs(own - width) > 1) continue
    column[i] = COLUMN.full
    fill[i] = fillOf(own, width)
  }
}

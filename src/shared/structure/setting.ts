/** How lines are set on the page: which are indented, which are lines of a printed column that the OCR did not put together. */
import type { Line } from './lines.ts'
import { KIND } from './kinds.ts'
import { codesOf } from './classes.ts'
import type { Look } from './look.ts'

/** A line of no column, one that is shorter than its column (a paragraph's last), one that fills it. */
export const COLUMN = { none: 0, short: 1, full: 2 } as const

/** The OCR has put together longer lines than this; shorter ones may be verse. */
const LONGEST = 34
const SHORTEST = 8
/** So many lines above and below are looked at, and so many of them must be of one length. */
const AROUND = 4
const ENOUGH = 4

/** How many lines around are of each width. */
const counts = new Int16Array(LONGEST + 2)

/** For each line how it stands in its column: the column's lines are of one length but for each paragraph's last. */
export function columnsOf(lines: readonly Line[]): Uint8Array {
  const column = new Uint8Array(lines.length)
  counts.fill(0)
  let near = 0
  let lined = 0
  for (let i = 0; i < Math.min(AROUND, lines.length); i++) near += count(lines[i]!, 1)
  for (let i = 0; i < lines.length; i++) {
    if (i + AROUND < lines.length) near += count(lines[i + AROUND]!, 1)
    if (i > AROUND) near += count(lines[i - AROUND - 1]!, -1)
    const own = widthOf(lines[i]!)
    if (near < ENOUGH || own > LONGEST) continue
    const { most, width } = usualWidth()
    if (most < ENOUGH || own > width + 2) continue
    column[i] = own >= width - 1 ? COLUMN.full : COLUMN.short
    lined++
  }
  if (lined > 0 && lined * 2 >= column.length) fillIn(column, lines)
  return column
}

const widthOf = (line: Line): number => line.indent + line.text.length

/** Counts a line in or out; an odd number of narrow blanks is no printed indent. */
function count(line: Line, by: 1 | -1): 1 | 0 | -1 {
  const w = widthOf(line)
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

/** On a page that is all columns, a line as long as most of them is one too where few stand together. */
function fillIn(column: Uint8Array, lines: readonly Line[]): void {
  const widths = new Int32Array(LONGEST + 3)
  column.forEach((c, i) => {
    if (c === COLUMN.full) widths[Math.floor(widthOf(lines[i]!))]!++
  })
  const width = widths.indexOf(Math.max(...widths))
  for (let i = 0; i < column.length; i++)
    if (column[i] === COLUMN.none && Math.abs(widthOf(lines[i]!) - width) <= 1) column[i] = COLUMN.full
}

/** How many of the lines near each line are short, in steps of two: verse, lists and tables are nothing else. */
export function briefAround(lines: readonly Line[]): Uint8Array {
  const brief = new Uint8Array(lines.length)
  for (let i = 0; i < lines.length; i++) brief[i] = +(lines[i]!.text.length <= SHORT)
  return sumsAround(brief)
}

const SHORT = 14

/** How many of the lines near each line end with a mark, in steps of two: lines of verse do, lines of a column seldom. */
export function marksAround(looks: readonly Look[]): Uint8Array {
  const marked = new Uint8Array(looks.length)
  for (let i = 0; i < looks.length; i++) marked[i] = +MARKS.has(looks[i]!.ends)
  return sumsAround(marked)
}

const MARKS = codesOf('，。、；：？！…”,.;:?!')

/** For each line half the number of ones near it, itself included. */
function sumsAround(ones: Uint8Array): Uint8Array {
  const sums = new Uint8Array(ones.length)
  let n = 0
  for (let i = 0; i < Math.min(AROUND, ones.length); i++) n += ones[i]!
  for (let i = 0; i < ones.length; i++) {
    if (i + AROUND < ones.length) n += ones[i + AROUND]!
    if (i > AROUND) n -= ones[i - AROUND - 1]!
    sums[i] = n >> 1
  }
  return sums
}

/** How alike a line is to the one before and the one after: 1 for either, 2 for both. Lists and tables are rows of such lines. */
export function rowsOf(looks: readonly Look[]): Uint8Array {
  const rows = new Uint8Array(looks.length)
  for (let i = 1; i < looks.length; i++) {
    if (!areRows(looks[i - 1]!, looks[i]!)) continue
    rows[i - 1]!++
    rows[i]!++
  }
  return rows
}

/** Longer lines are no rows. */
const LONGEST_ROW = 40

/** As many parts between blanks, more than one of them; or both mostly of figures; neither ends its sentence. */
function areRows(a: Look, b: Look): boolean {
  if (a.ended || b.ended || a.size > LONGEST_ROW || b.size > LONGEST_ROW) return false
  if (a.groups > 1 && a.groups === b.groups && a.commas === b.commas) return true
  return a.digits * 4 >= a.size && b.digits * 4 >= b.size
}

/** How many of the sizes are no further than `near` from `size`, `most` for as many or more. */
export function alikeUpTo(most: number, sizes: readonly number[], size: number, near: number): number {
  let alike = 0
  for (let i = 0; i < sizes.length && alike < most; i++) if (Math.abs(sizes[i]! - size) <= near) alike++
  return alike
}

/** Whether the page begins its paragraphs with blanks. */
export function isIndented(lines: readonly Line[], looks: readonly Look[]): boolean {
  let bodies = 0
  let set = 0
  lines.forEach((line, i) => {
    const { kind } = looks[i]!
    if (kind !== KIND.body && kind !== KIND.cut && kind !== KIND.dated) return
    bodies++
    if (line.indent > 0) set++
  })
  return set >= 2 && set * 10 >= bodies
}

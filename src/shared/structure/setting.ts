/** How lines are set on the page: which are indented, which are lines of a printed column that the OCR did not put together. */
import type { Line } from './lines.ts'
import { KIND } from './kinds.ts'
import { codesOf, lastCode } from './classes.ts'
import type { Look } from './look.ts'

/** A line of no column, one that is shorter than its column (a paragraph's last), one that fills it. */
export const COLUMN = { none: 0, short: 1, full: 2 } as const

/** The OCR has put together longer lines than this; shorter ones may be verse. */
const LONGEST = 34
const SHORTEST = 8
/** So many lines above and below are looked at, and so many of them must be of one length. */
const AROUND = 4
const ENOUGH = 4

/** For each line how it stands in its column: the column's lines are of one length but for each paragraph's last. */
export function columnsOf(lines: readonly Line[]): Uint8Array {
  const widths = lines.map((l) => l.indent + l.text.length)
  const column = new Uint8Array(lines.length)
  const counts = new Int16Array(LONGEST + 2)
  let near = 0
  const count = (i: number, by: number) => {
    const w = widths[i] ?? 0
    // an odd number of narrow blanks is no printed indent
    if (w < SHORTEST || w > LONGEST || !Number.isInteger(w)) return
    counts[w]! += by
    near += by
  }
  for (let i = 0; i < AROUND; i++) count(i, 1)
  for (let i = 0; i < lines.length; i++) {
    count(i + AROUND, 1)
    count(i - AROUND - 1, -1)
    if (near < ENOUGH || widths[i]! > LONGEST) continue
    let most = 0
    let width = 0
    for (let w = SHORTEST; w <= LONGEST; w++) {
      const n = counts[w - 1]! + counts[w]! + counts[w + 1]!
      if (n > most || (n === most && counts[w]! > counts[width]!)) {
        most = n
        width = w
      }
    }
    if (most >= ENOUGH && widths[i]! <= width + 2) column[i] = widths[i]! >= width - 1 ? COLUMN.full : COLUMN.short
  }
  fillIn(column, widths)
  return column
}

/** On a page that is all columns, a line as long as most of them is one too where few stand together. */
function fillIn(column: Uint8Array, widths: readonly number[]): void {
  const counts = new Int32Array(LONGEST + 3)
  let lined = 0
  column.forEach((c, i) => {
    if (c === COLUMN.none) return
    lined++
    if (c === COLUMN.full) counts[Math.floor(widths[i]!)]!++
  })
  if (lined * 2 < column.length) return
  const width = counts.indexOf(Math.max(...counts))
  for (let i = 0; i < column.length; i++)
    if (column[i] === COLUMN.none && Math.abs(widths[i]! - width) <= 1) column[i] = COLUMN.full
}

/** How many of the lines near each line are short, in steps of two: verse, lists and tables are nothing else. */
export function briefAround(lines: readonly Line[]): Uint8Array {
  const around = new Uint8Array(lines.length)
  let n = 0
  const brief = (i: number) => +((lines[i]?.text.length ?? SHORT + 1) <= SHORT)
  for (let i = 0; i < AROUND; i++) n += brief(i)
  for (let i = 0; i < lines.length; i++) {
    n += brief(i + AROUND) - brief(i - AROUND - 1)
    around[i] = n >> 1
  }
  return around
}

const SHORT = 14

/** How many of the lines near each line end with a mark, in steps of two: lines of verse do, lines of a column seldom. */
export function marksAround(looks: readonly Look[]): Uint8Array {
  const around = new Uint8Array(looks.length)
  let n = 0
  const marked = (i: number) => {
    const text = looks[i]?.text
    return text === undefined ? 0 : +MARKS.has(lastCode(text))
  }
  for (let i = 0; i < AROUND; i++) n += marked(i)
  for (let i = 0; i < looks.length; i++) {
    n += marked(i + AROUND) - marked(i - AROUND - 1)
    around[i] = n >> 1
  }
  return around
}

const MARKS = codesOf('，。、；：？！…”,.;:?!')

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

/** The indents of printed columns that OCR programs drop where they write a page line by line: told by how long its lines are. */
import { codesOf } from './classes.ts'
import type { Line } from './lines.ts'

/** Lines of columns are so long; longer ones the OCR has put together. */
const SHORTEST = 8
const LONGEST = 34
/** So many lines above and below are looked at. */
const AROUND = 10
/** What a paragraph is indented by, in characters. */
const INDENT = 2
/** So many first lines must be seen, and so many times as many as blocks that begin with a full line. */
const FEWEST = 3
const TIMES = 2
/** So many lines must fit the column's width. */
const ENOUGH = 4

/** Marks that print puts at no line's head, so that they may stand one over; and at no line's end, so that they begin the next. */
const HUNG = codesOf('，。、；：？！”’）》】…,.;:?!)')
const OPENERS = codesOf('“‘（《【(')
const STOPS = codesOf('。！？”…!?；')
/** A sentence that is said, not asked: no heading ends so. */
const SAID = /。[”’）)]?$/u

/** How much of its column a line takes. */
const PART = { none: 0, short: 1, first: 2, full: 3 } as const

/** The lines, with the indents of first lines as print had them; the same where none are missing. */
export function withIndents(lines: readonly Line[]): readonly Line[] {
  if (!isBare(lines)) return lines
  const whole = firstsOf(lines, Int32Array.from(lines, wholeWidth))
  const halved = firstsOf(lines, Int32Array.from(lines, halvedWidth))
  const found = halved.size > whole.size ? halved : whole
  return found.size === 0 ? lines : lines.map((line, i) => (found.has(i) ? { ...line, indent: INDENT } : line))
}

/** Hardly a line is indented, and most are as short as those of columns. */
function isBare(lines: readonly Line[]): boolean {
  let indented = 0
  let narrow = 0
  for (const { indent, text } of lines) {
    indented += +(indent > 0)
    narrow += +(text.length >= SHORTEST && text.length <= LONGEST)
  }
  return narrow * 2 > lines.length && indented * 20 < lines.length
}

const wholeWidth = ({ text }: Line): number => text.length

/** Figures and Latin letters are half as wide. */
function halvedWidth({ units, start, end }: Line): number {
  let narrow = 0
  for (let i = start; i < end && end - start <= 2 * LONGEST; i++) narrow += +(units[i]! < 0x80)
  return Math.ceil(end - start - narrow / 2)
}

/** The numbers of the lines whose indent is missing; none where blocks begin with full lines as often. */
function firstsOf(lines: readonly Line[], widths: Int32Array): ReadonlySet<number> {
  const parts = partsOf(lines, widths)
  const isEnded = (i: number) => i < 0 || STOPS.has(lines[i]!.units[lines[i]!.end - 1]!)
  const isFull = (i: number) => i >= 0 && parts[i]! >= PART.first
  const goesOn = (i: number) => parts[i] === PART.full || (parts[i] === PART.short && isEnded(i))
  const isFirst = (i: number) => {
    if (parts[i] === PART.short)
      return i > 0 && SAID.test(lines[i]!.text) && parts[i - 1] === PART.short && isEnded(i - 1)
    if (parts[i] !== PART.first) return false
    const isShut = isEnded(i - 1) || !isFull(i - 1)
    if (isEnded(i)) return isShut && SAID.test(lines[i]!.text)
    // no line in the midst of a paragraph is so short, whatever became of the stop above
    return parts[i + 1] === PART.full || (isShut && goesOn(i + 1))
  }
  let firsts = 0
  let others = 0
  for (let i = 0; i < lines.length; i++) {
    if (isFull(i - 1) || isEnded(i) || !goesOn(i + 1)) continue
    firsts += +(parts[i] === PART.first)
    others += +(parts[i] === PART.full)
  }
  const found = new Set<number>()
  if (firsts < FEWEST || firsts < TIMES * others) return found
  for (let i = 0; i < lines.length; i++) if (isFirst(i)) found.add(i)
  return found
}

function partsOf(lines: readonly Line[], widths: Int32Array): Uint8Array {
  const parts = new Uint8Array(lines.length)
  const counts = new Int32Array(LONGEST + 2)
  const count = (i: number, by: number) => {
    const width = widths[i] ?? 0
    if (width >= SHORTEST && width <= LONGEST) counts[width]! += by
  }
  for (let i = 0; i < AROUND; i++) count(i, 1)
  for (let i = 0; i < lines.length; i++) {
    count(i + AROUND, 1)
    count(i - AROUND - 1, -1)
    const width = widthIn(counts)
    const own = widths[i]!
    if (width > 0 && own <= width + 2) parts[i] = partOf(lines, i, own - width)
  }
  return parts
}

/** What a line is that is by so much longer than its column. */
function partOf(lines: readonly Line[], i: number, over: number): number {
  const { units, end } = lines[i]!
  const next = lines[i + 1]
  const opens = next !== undefined && OPENERS.has(units[next.start]!)
  const printed = over + INDENT
  if (printed === 0 || (printed === 1 && HUNG.has(units[end - 1]!) && !opens) || (printed === -1 && opens))
    return PART.first
  return over >= -1 ? PART.full : PART.short
}

/**
 * How wide the column is, by how many of the lines around have each length: so that most of them fill it, are shorter by an indent, or
 * have a mark over; 0 where there is none.
 */
function widthIn(counts: Int32Array): number {
  let best = 0
  let most = 0
  for (let width = SHORTEST; width <= LONGEST; width++) {
    const fit = counts[width]! + counts[width - INDENT]! + counts[width + 1]! / 2
    if (counts[width]! < 2 || fit <= most) continue
    best = width
    most = fit
  }
  return most >= ENOUGH ? best : 0
}

/** How lines are set on the page: which lines are indented, which are short, marked or rows like their neighbours. */
import type { Line } from './lines.ts'
import { KIND } from './kinds.ts'
import { codesOf } from './classes.ts'
import type { Look } from './look.ts'

/** So many lines above and below are looked at. */
const AROUND = 4

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
  return (a.digits * 4 >= a.size && b.digits * 4 >= b.size) || (FIELD.test(a.text) && FIELD.test(b.text))
}

/** 时间：, 联系电话：, as lists of particulars have them. */
const FIELD = /^\p{Script=Han}{2,6}\s?[:：]/u

/** How many of the sizes are no further than `near` from `size`, `most` for as many or more. */
export function alikeUpTo(most: number, sizes: readonly number[], size: number, near: number): number {
  let alike = 0
  for (let i = 0; i < sizes.length && alike < most; i++) if (Math.abs(sizes[i]! - size) <= near) alike++
  return alike
}

/** So many lines have headings and the rest of sentences among them. */
const MANY = 20

/** Whether all lines but for one in forty, and those with '#' marks, have as many blanks in front. */
function areAllAlike(lines: readonly Line[]): boolean {
  const bare = lines.filter((line) => line.level === 0)
  // The first line may be the one: a folio strip.
  const usual = bare[bare.length >> 1]?.indent
  const other = bare.reduce((n, line) => n + +(line.indent !== usual), 0)
  return bare.length >= MANY && other * 40 < bare.length
}

/** A shorter line without blanks may be one of verse. */
const LEAST_TEXT = 20

/**
 * Whether the page begins its paragraphs with blanks; not where nearly every line has as many of them, headings and the rest of sentences
 * too, nor where most lines that begin a sentence have none: some blanks were lost, or none of them means anything. A page that is
 * all columns (`width` > 0) has many of those in the middle of its paragraphs. `open`: see `Sheet`.
 */
export function isIndented(lines: readonly Line[], looks: readonly Look[], open: Int32Array, width: number): boolean {
  if (areAllAlike(lines)) return false
  let bodies = 0
  let set = 0
  let fresh = 0
  lines.forEach((line, i) => {
    const { kind } = looks[i]!
    if (kind !== KIND.body && kind !== KIND.cut && kind !== KIND.dated) return
    bodies++
    const own = line.indent > 0 ? 1 : -1
    if (own > 0) set++
    if (open[i]! < 0 && (own > 0 || line.text.length >= LEAST_TEXT)) fresh += own
  })
  return set >= 2 && set * 10 >= bodies && (width > 0 || fresh >= 0)
}

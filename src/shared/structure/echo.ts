/** What a heading shares with the text around it: a story's heading speaks of what comes, not of what went before. */
import { isHan } from './classes.ts'
import { KIND } from './kinds.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'

/** How many pairs of characters of a heading's run stand in the text after it, and in the text before it. */
export type Echo = { readonly after: number; readonly before: number }

const NO_ECHO: Echo = { after: 0, before: 0 }

/** So many lines on either side are looked through for so many lines of text, and of each so many characters. */
const NEAR = 7
const TEXTS = 2
const READ = 240
/** Longer lines are no headings. */
const LONGEST = 40

export function echoOf(
  lines: readonly Line[],
  looks: readonly Look[],
  line: number,
  first: number,
  last: number,
): Echo {
  const { units, start, end } = lines[line]!
  if (end - start > LONGEST) return NO_ECHO
  const pairs: number[] = []
  for (let i = start + 1; i < end; i++) {
    const [a, b] = [units[i - 1]!, units[i]!]
    if (isHan(a) && isHan(b)) pairs.push(pairOf(a, b))
  }
  if (pairs.length === 0) return NO_ECHO
  for (const pair of pairs) begins[pair >>> 16] = 1
  const echo = {
    after: echoesIn(pairs, lines, looks, last + 1, 1),
    before: echoesIn(pairs, lines, looks, first - 1, -1),
  }
  for (const pair of pairs) begins[pair >>> 16] = 0
  return echo
}

const pairOf = (a: number, b: number): number => (a << 16) | b

/** A 1 for each character that a pair begins with; and for each pair whether it was met. */
const begins = new Uint8Array(0x10000)
const met = new Uint8Array(LONGEST)

/** How many of the pairs stand in the text lines from `from` on, read as one text. */
function echoesIn(
  pairs: readonly number[],
  lines: readonly Line[],
  looks: readonly Look[],
  from: number,
  step: 1 | -1,
): number {
  met.fill(0)
  let before = 0
  for (let i = from, n = 0, k = 0; i >= 0 && i < lines.length && n < NEAR && k < TEXTS; i += step, n++) {
    const { kind } = looks[i]!
    if (kind !== KIND.body && kind !== KIND.cut && kind !== KIND.dated && kind !== KIND.brief) continue
    const { units, start, end } = lines[i]!
    const from = step > 0 ? start : Math.max(start, end - READ)
    const to = Math.min(end, from + READ)
    for (let at = from; at < to; at++) {
      const code = units[at]!
      if (begins[before] === 1) meet(pairs, pairOf(before, code))
      before = code
    }
    k++
  }
  let heard = 0
  for (let n = 0; n < pairs.length; n++) heard += met[n]!
  return heard
}

function meet(pairs: readonly number[], pair: number): void {
  for (let n = 0; n < pairs.length; n++) if (pairs[n] === pair) met[n] = 1
}

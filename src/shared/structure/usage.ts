/** Which pairs and triples of Chinese characters a page uses within its lines: names and terms that a cut goes through stand whole elsewhere. */
import { isHan } from './classes.ts'
import type { Line } from './lines.ts'

/** What is used of a cut: neither, the pair of characters on both sides, a triple of them. */
export const USED = ['none', 'pair', 'triple'] as const

/** How much of what stands across the cut between `tail` and `head` the page uses elsewhere, by the number of `USED`. */
export type Usage = (tail: string, head: string) => number

/** Bits for each character of the page, so that two sequences seldom fall on one; and the most and fewest bits in all. */
const SPARSE = 32
const FEWEST = 16
const MOST = 25

/** The usage of the page with these lines; it is read when the first cut is asked about. */
export function usageOf(lines: readonly Line[]): Usage {
  let own: Uint32Array | undefined
  return (tail, head) => {
    const [before, last] = [tail.charCodeAt(tail.length - 2), tail.charCodeAt(tail.length - 1)]
    const [first, after] = [head.charCodeAt(0), head.charCodeAt(1)]
    if (!isHan(last) || !isHan(first)) return 0
    const set = own ?? (keptFor === lines ? kept : sequencesOf(lines))
    if (set !== kept) own = set
    if (isHan(before) && has(set, mixed(before, last), first)) return 2
    if (isHan(after) && has(set, mixed(last, first), after)) return 2
    return has(set, mixed(last, first), 0) ? 1 : 0
  }
}

/** The room that short pages are read into, and whose it is: where another page was read meanwhile, this one is read again. */
const kept = new Uint32Array(1 << (FEWEST - 5))
let keptFor: readonly Line[] | undefined

/** A bit for each pair and triple of Chinese characters within the lines. */
function sequencesOf(lines: readonly Line[]): Uint32Array {
  let size = 0
  for (const { text } of lines) size += text.length
  const bits = Math.min(MOST, Math.max(FEWEST, Math.ceil(Math.log2(size * SPARSE))))
  const set = bits === FEWEST ? kept.fill(0) : new Uint32Array(1 << (bits - 5))
  if (set === kept) keptFor = lines
  for (const { text } of lines) read(text, set)
  return set
}

function read(text: string, set: Uint32Array): void {
  const shift = shiftOf(set)
  // the character before, 0 where it is none of ours; the two before it, where `two`
  let last = 0
  let pair = 0
  let two = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isHan(code)) {
      last = 0
      two = false
      continue
    }
    if (last !== 0) {
      if (two) {
        const triple = bitOf(pair, code, shift)
        set[triple >> 5]! |= 1 << (triple & 31)
      }
      pair = mixed(last, code)
      two = true
      const bit = bitOf(pair, 0, shift)
      set[bit >> 5]! |= 1 << (bit & 31)
    }
    last = code
  }
}

const mixed = (a: number, b: number): number => Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca6b)
const bitOf = (pair: number, third: number, shift: number): number => Math.imul(pair + third, 0xc2b2ae35) >>> shift
/** A bit's number is the highest bits of a hash, as many as the set has room for. */
const shiftOf = (set: Uint32Array): number => Math.clz32(set.length) - 4

function has(set: Uint32Array, pair: number, third: number): boolean {
  const bit = bitOf(pair, third, shiftOf(set))
  return (set[bit >> 5]! & (1 << (bit & 31))) !== 0
}

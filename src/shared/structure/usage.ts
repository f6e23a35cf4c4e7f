/** Which pairs and triples of Chinese characters a page uses within its lines: names and terms that a cut goes through stand whole elsewhere. */
import { codesOf, isHan } from './classes.ts'
import type { Line } from './lines.ts'

/** What is used of a cut: neither, the pair of characters on both sides, a triple of them. */
export const USED = ['none', 'pair', 'triple'] as const

export type Usage = {
  /** How much of what stands across the cut between `tail` and `head` the page uses elsewhere, by the number of `USED`. */
  readonly across: (tail: string, head: string) => number
  /** How many other lines or sentences begin with the first two characters of `head`, the text of a line: up to two. */
  readonly begins: (head: string) => number
  /** Whether these characters stand elsewhere in the middle of a sentence. */
  readonly amid: (head: string) => boolean
  /** Whether a sentence ends with the last two characters of `tail`. */
  readonly ends: (tail: string) => boolean
}

/** Bits for each character of the page, so that two sequences seldom fall on one; and the most and fewest bits in all. */
const SPARSE = 32
const FEWEST = 16
const MOST = 25

/** The usage of the page with these lines; it is read when the first cut is asked about. */
export function usageOf(lines: readonly Line[]): Usage {
  let own: Uint32Array | undefined
  const sequences = (): Uint32Array => {
    const set = own ?? (keptFor === lines ? kept : sequencesOf(lines))
    if (set !== kept) own = set
    return set
  }
  return {
    across: (tail, head) => {
      const [before, last] = [tail.charCodeAt(tail.length - 2), tail.charCodeAt(tail.length - 1)]
      const [first, after] = [head.charCodeAt(0), head.charCodeAt(1)]
      if (!isHan(last) || !isHan(first)) return 0
      const set = sequences()
      const pair = mixed(last, first)
      if (isHan(before) && has(set, mixed(before, last), first)) return 2
      if (isHan(after) && has(set, pair, after)) return 2
      return has(set, pair, AMID) || has(set, pair, ONCE) ? 1 : 0
    },
    begins: (head) => {
      const pair = pairAt(head, 0)
      return pair === 0 || !has(sequences(), pair, TWICE) ? 0 : has(sequences(), pair, OFTEN) ? 2 : 1
    },
    amid: (head) => {
      const pair = pairAt(head, 0)
      return pair !== 0 && has(sequences(), pair, AMID)
    },
    ends: (tail) => {
      const pair = pairAt(tail, tail.length - 2)
      return pair !== 0 && has(sequences(), pair, END)
    },
  }
}

/** What is kept of a pair beside the third character that it stands before: that it stands in the middle of a sentence, begins one once, twice or more often, ends one. */
const [AMID, ONCE, TWICE, OFTEN, END] = [0, 1, 2, 3, 4] as const

/** The pair of Chinese characters at a place, 0 where there is none. */
function pairAt(text: string, at: number): number {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
  return isHan(a) && isHan(b) ? mixed(a, b) : 0
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
  for (const line of lines) read(line, set)
  return set
}

function read({ units, start, end }: Line, set: Uint32Array): void {
  const shift = shiftOf(set)
  // the character before, 0 where it is none of ours; the two before it, where `two`
  let last = 0
  let pair = 0
  let two = false
  // a sentence or the line begins with the next character; and did with the last one
  let fresh = true
  let began = false
  for (let i = start; i < end; i++) {
    const code = units[i]!
    if (!isHan(code)) {
      fresh = STOPS.has(code)
      if (fresh && two) put(set, bitOf(pair, END, shift))
      last = 0
      two = false
      continue
    }
    if (last !== 0) {
      if (two) put(set, bitOf(pair, code, shift))
      pair = mixed(last, code)
      two = true
      if (began) begin(set, pair, shift)
      else put(set, bitOf(pair, AMID, shift))
    }
    began = fresh
    fresh = false
    last = code
  }
}

/** Counts a pair that begins a sentence once more. */
function begin(set: Uint32Array, pair: number, shift: number): void {
  if (has(set, pair, TWICE)) put(set, bitOf(pair, OFTEN, shift))
  put(set, bitOf(pair, has(set, pair, ONCE) ? TWICE : ONCE, shift))
}

function put(set: Uint32Array, bit: number): void {
  set[bit >> 5]! |= 1 << (bit & 31)
}

const STOPS = codesOf('。！？”；')

const mixed = (a: number, b: number): number => Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca6b)
const bitOf = (pair: number, third: number, shift: number): number => Math.imul(pair + third, 0xc2b2ae35) >>> shift
/** A bit's number is the highest bits of a hash, as many as the set has room for. */
const shiftOf = (set: Uint32Array): number => Math.clz32(set.length) - 4

function has(set: Uint32Array, pair: number, third: number): boolean {
  const bit = bitOf(pair, third, shiftOf(set))
  return (set[bit >> 5]! & (1 << (bit & 31))) !== 0
}

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
  let known: Uint32Array | undefined
  let shift = 0
  const at = (a: number, b: number, c: number) =>
    Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca6b) + c, 0xc2b2ae35) >>> shift
  const has = (a: number, b: number, c: number) => {
    const bit = at(a, b, c)
    return (known![bit >> 5]! & (1 << (bit & 31))) !== 0
  }
  const read = () => {
    const size = lines.reduce((n, line) => n + line.text.length, 0)
    const bits = Math.min(MOST, Math.max(FEWEST, Math.ceil(Math.log2(size * SPARSE))))
    shift = 32 - bits
    const set = new Uint32Array(1 << (bits - 5))
    for (const { text } of lines) {
      let [a, b] = [0, 0]
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        const c = isHan(code) ? code : 0
        if (b !== 0 && c !== 0) {
          const pair = at(b, c, 0)
          set[pair >> 5]! |= 1 << (pair & 31)
          if (a !== 0) {
            const triple = at(a, b, c)
            set[triple >> 5]! |= 1 << (triple & 31)
          }
        }
        a = b
        b = c
      }
    }
    known = set
  }
  return (tail, head) => {
    const [before, last] = [tail.charCodeAt(tail.length - 2), tail.charCodeAt(tail.length - 1)]
    const [first, after] = [head.charCodeAt(0), head.charCodeAt(1)]
    if (!isHan(last) || !isHan(first)) return 0
    if (!known) read()
    if ((isHan(before) && has(before, last, first)) || (isHan(after) && has(last, first, after))) return 2
    return has(last, first, 0) ? 1 : 0
  }
}

/** Whether the text goes on with its matter over a run of headings: a section speaks of what went before, a new story does not. */
import { KIND } from './kinds.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'

/** Not yet asked for. */
export const UNKNOWN = -2

/** So much text on either side is compared, from so many lines at most. */
const SIDE = 500
const LINES = 9

/** Marks of the groups of three characters, by a hash: twice the number of the comparison that saw it last, and one more when it was counted. */
const BITS = 19
const seen = new Int32Array(1 << BITS)
let round = 0

/**
 * How many groups of three Chinese characters stand both in the text above `first` and in that below `last`; −1 where one side has no
 * text. Groups that begin or end with what any text is full of are passed over.
 */
export function cohesionOf(lines: readonly Line[], looks: readonly Look[], first: number, last: number): number {
  round = (round + 2) & 0x3fffffff
  if (read(lines, looks, first - 1, -1, put) === 0) return -1
  let common = 0
  const length = read(lines, looks, last + 1, 1, (slot) => {
    if (seen[slot] !== round) return
    seen[slot] = round + 1
    common++
  })
  return length === 0 ? -1 : common
}

function put(slot: number): void {
  seen[slot] = round
}

/** Calls `each` for the groups of the text lines from `from` on; gives how many characters were read. */
function read(
  lines: readonly Line[],
  looks: readonly Look[],
  from: number,
  step: 1 | -1,
  each: (slot: number) => void,
): number {
  let length = 0
  for (let i = from, n = 0; i >= 0 && i < lines.length && n < LINES && length < SIDE; i += step, n++) {
    const { kind } = looks[i]!
    if (kind !== KIND.body && kind !== KIND.cut && kind !== KIND.dated && kind !== KIND.brief) continue
    const { text } = lines[i]!
    const begin = step > 0 ? 0 : Math.max(0, text.length - (SIDE - length))
    const end = step > 0 ? Math.min(text.length, SIDE - length) : text.length
    let a = 0
    let b = 0
    for (let k = begin; k < end; k++) {
      const code = text.charCodeAt(k)
      const c = code >= 0x4e00 && code <= 0x9fff && !FILLER[code - 0x4e00] ? code : 0
      if (a && b && c)
        each((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0x27d4eb2f)) >>> (32 - BITS))
      a = b
      b = c
    }
    length += end - begin
  }
  return length
}

/** Characters of grammar and counting, which say nothing of a text's matter. */
const FILLER = new Uint8Array(0x9fff - 0x4e00 + 1)
for (const c of '的了在是和与及或也就都而且并被把将对从向以为于等这那其他她它们我你不没有个一二三四五六七八九十百千万年月日时上下中来去说')
  FILLER[c.charCodeAt(0) - 0x4e00] = 1

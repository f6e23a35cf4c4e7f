/** What a heading shares with the text around it: a story's heading speaks of what comes, not of what went before. */
import { isHan } from './classes.ts'
import { KIND } from './kinds.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'

/** How many pairs of characters of a heading's run stand in the text after it, and in the text before it. */
export type Echo = { readonly after: number; readonly before: number }

export const NO_ECHO: Echo = { after: 0, before: 0 }

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
  const { text } = lines[line]!
  if (text.length > LONGEST) return NO_ECHO
  const after = textFrom(lines, looks, last + 1, 1)
  const before = textFrom(lines, looks, first - 1, -1)
  let inAfter = 0
  let inBefore = 0
  for (let i = 0; i + 1 < text.length; i++) {
    if (!isHan(text.charCodeAt(i)) || !isHan(text.charCodeAt(i + 1))) continue
    const pair = text.slice(i, i + 2)
    if (after.includes(pair)) inAfter++
    if (before.includes(pair)) inBefore++
  }
  return { after: inAfter, before: inBefore }
}

function textFrom(lines: readonly Line[], looks: readonly Look[], from: number, step: 1 | -1): string {
  let out = ''
  for (let i = from, n = 0, k = 0; i >= 0 && i < lines.length && n < NEAR && k < TEXTS; i += step, n++) {
    const { kind } = looks[i]!
    if (kind !== KIND.body && kind !== KIND.cut && kind !== KIND.dated && kind !== KIND.brief) continue
    out += step > 0 ? lines[i]!.text.slice(0, READ) : lines[i]!.text.slice(-READ)
    k++
  }
  return out
}

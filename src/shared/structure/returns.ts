/** Where a whole other story may have got between the halves of a paragraph: a sentence is cut off right before a heading and goes on further down. */
import { codesOf, isHan } from './classes.ts'
import { cuesOf } from './cues.ts'
import { KIND } from './kinds.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'
import type { Reading } from './reading.ts'
import { COLUMN } from './columns.ts'
import type { Usage } from './usage.ts'

export type Returns = {
  /** For each line the one further up whose sentence may go on in it over another story, −1 for none. */
  readonly from: Int32Array
  /** For each line the one further down where its own sentence may go on, −1 for none. */
  readonly to: Int32Array
}

/** A sentence goes on no more lines further down than this. */
export const FAR = 40
/** So many cut sentences are remembered. */
const MOST = 3

/** A sentence that was cut off, the last first; `done`: other text has stood behind it. */
type Cut = { readonly line: number; readonly done: boolean }

export function returnsOf(
  lines: readonly Line[],
  looks: readonly Look[],
  column: Uint8Array,
  words: Reading | undefined,
  usage: Usage,
): Returns {
  const from = new Int32Array(lines.length).fill(-1)
  const to = new Int32Array(lines.length).fill(-1)
  let cuts: readonly Cut[] = []
  const remember = (line: number): void => {
    cuts = [{ line, done: false }, ...cuts].slice(0, MOST)
  }
  for (let i = 0; i < lines.length; i++) {
    const look = looks[i]!
    if (!isText(lines[i]!, look)) continue
    cuts = cuts.filter((c) => i - c.line <= FAR)
    const may = cuts.length > 0 && mayReturn(lines[i - 1]!, looks[i - 1]!, column[i - 1]!)
    if (may && !look.cues.some((n) => BEGINS[n] === 1)) {
      const { cut, fit } = likeliest(cuts, i, looks, words, usage)
      if (cut.done) {
        from[i] = cut.line
        to[cut.line] = i
        if (fit >= SURE && breaksOff(looks[i - 1]!) && isText(lines[i - 1]!, looks[i - 1]!)) remember(i - 1)
      }
      if (fit >= SURE) cuts = cuts.filter((c) => c !== cut)
    }
    if (cuts.some((c) => !c.done)) cuts = cuts.map((c) => ({ ...c, done: true }))
    if (breaksOff(look) && i + 1 < lines.length && !isText(lines[i + 1]!, looks[i + 1]!)) remember(i)
  }
  return { from, to }
}

/** What begins with one of these goes on with nothing. */
const BEGINS = cuesOf('opener-clear', 'dateline', 'bullet', 'number-head')

/** A shorter line is no piece of a paragraph that breaks off. */
const LEAST = 12
const CLOSERS = codesOf('）)】]》”’」』')

/** The text is finished: its sentence has ended, or a name in brackets stands behind it. */
const isOver = ({ ended, ends }: Look): boolean => ended || CLOSERS.has(ends)
const breaksOff = (look: Look): boolean => look.size >= LEAST && !isOver(look)

/** A line of a column goes on with the one above it, and text under a heading belongs to that. */
function mayReturn(above: Line, look: Look, column: number): boolean {
  if (isOver(look)) return true
  const { kind } = look
  const heading = above.level > 0 || kind === KIND.short || kind === KIND.label || kind === KIND.asked
  return !heading && column !== COLUMN.full
}

const isText = (line: Line, { kind }: Look): boolean =>
  line.level === 0 && (kind === KIND.body || kind === KIND.cut || kind === KIND.dated || kind === KIND.brief)

/** Of the sentences that were cut off, the one that the line goes on with best; the last of them where none is better. */
function likeliest(
  cuts: readonly Cut[],
  i: number,
  looks: readonly Look[],
  words: Reading | undefined,
  usage: Usage,
): { readonly cut: Cut; readonly fit: number } {
  let likely = { cut: cuts[0]!, fit: -1 }
  for (const cut of cuts) {
    const fit = fitOf(looks[cut.line]!, looks[i]!, words, usage)
    // the sentence right above goes on where nothing else does clearly
    if (fit > likely.fit + (likely.cut.done || fit >= SURE ? 0 : SURE)) likely = { cut, fit }
  }
  return likely
}

/** More fit is not chance: a word stands across the cut. */
const SURE = 3

function fitOf({ text, ends, size }: Look, head: Look, words: Reading | undefined, usage: Usage): number {
  const long = +(size >= 30)
  if (!isHan(ends) || !isHan(head.begins)) return long
  return long + usage.across(text, head.text) + (words?.across(text, head.text) ? SURE : 0)
}

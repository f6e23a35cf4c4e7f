/** Which source characters a part of a block came from, also after its text was corrected. */
import type { Block, Span } from './page.ts'

/**
 * The block's spans on both sides of `at`, an offset in its text. Where the text still reads like the source the cut is exact;
 * inside a corrected stretch it lies in proportion. Blanks count for nothing, so lost or added line ends do no harm.
 */
export function cutSpans(block: Block, at: number, source: string): readonly [readonly Span[], readonly Span[]] {
  const offsets = offsetsOf(block.spans, source)
  const text = solid(block.text)
  const wanted = solid(block.text.slice(0, at)).length
  const original = offsets.map((o) => source[o]).join('')
  const n = matchOffset(text, original, wanted)
  if (n <= 0) return [[], block.spans]
  if (n >= offsets.length) return [block.spans, []]
  const cut = offsets[n] ?? 0
  const before: Span[] = []
  const after: Span[] = []
  let past = false
  for (const [start, end] of block.spans) {
    if (!past && cut >= start && cut < end) {
      past = true
      const last = offsets[n - 1] ?? start
      if (cut > start) before.push([start, last >= start && last < cut ? last + 1 : cut])
      after.push([cut, end])
    } else (past ? after : before).push([start, end])
  }
  return [before, after]
}

/** Spans put one after another; what touches becomes one. */
export function joinSpans(...parts: readonly (readonly Span[])[]): readonly Span[] {
  const all: Span[] = []
  for (const span of parts.flat()) {
    const last = all.at(-1)
    if (last && last[1] === span[0]) all[all.length - 1] = [last[0], span[1]]
    else all.push(span)
  }
  return all
}

const BLANK = /\s/

const solid = (text: string): string => text.replace(/\s/g, '')

function offsetsOf(spans: readonly Span[], source: string): readonly number[] {
  const offsets: number[] = []
  for (const [start, end] of spans)
    for (let i = start; i < end && i < source.length; i++) if (!BLANK.test(source[i] ?? '')) offsets.push(i)
  return offsets
}

/** Where offset `at` of the corrected `text` lies in `original`: by equal head, equal tail, then the nearest equal neighbourhood. */
function matchOffset(text: string, original: string, at: number): number {
  if (text === original) return at
  let head = 0
  while (head < text.length && head < original.length && text[head] === original[head]) head++
  if (at <= head) return at
  const room = Math.min(text.length, original.length) - head
  let tail = 0
  while (tail < room && text[text.length - 1 - tail] === original[original.length - 1 - tail]) tail++
  if (text.length - at <= tail) return original.length - (text.length - at)
  const guess = head + ((at - head) * (original.length - head - tail)) / Math.max(1, text.length - head - tail)
  for (let size = 8; size >= 2; size--) {
    const found = nearest(original, text.slice(at, at + size), size, guess)
    if (found !== undefined) return found
    const ended = nearest(original, text.slice(Math.max(0, at - size), at), size, guess - size)
    if (ended !== undefined) return ended + size
  }
  return Math.round(guess)
}

function nearest(original: string, piece: string, size: number, guess: number): number | undefined {
  if (piece.length < size) return undefined
  let best: number | undefined
  for (let i = original.indexOf(piece); i >= 0; i = original.indexOf(piece, i + 1))
    if (best === undefined || Math.abs(i - guess) < Math.abs(best - guess)) best = i
  return best
}

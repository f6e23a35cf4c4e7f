/** From a stretch of a block's text to the source characters it came from, and back, also where the text was corrected. */
import { diff } from '../diff.ts'
import { joinSpans, seam } from './provenance.ts'
import type { Block, Span } from './page.ts'

type Sourced = Pick<Block, 'text' | 'spans' | 'role'>

/** The source characters of `[from, to)` of the block's text, in reading order. Inside a correction: all that it replaced. Offsets are UTF-16. */
export function sourceOf(source: string, block: Sourced, from: number, to: number): readonly Span[] {
  const all = stretches(source, block)
  const first = all.find((s) => s.textTo > from) ?? all.at(-1)
  const last = all.findLast((s) => s.textFrom < to) ?? first
  if (!first || !last || to <= from) return []
  const start = first.same ? first.from + Math.max(0, from - first.textFrom) : first.from
  const end = last.same ? last.from + Math.min(last.to - last.from, to - last.textFrom) : last.to
  return spansOf(placesOf(source, block).slice(start, end))
}

/** `[from, to)` of the block's text for source characters `[start, end)`; undefined where none of them came into the block. */
export function textOf(source: string, block: Sourced, [start, end]: Span): Span | undefined {
  if (!block.spans.some(([from, to]) => from < end && to > start)) return undefined
  const places = placesOf(source, block)
  const inside = (place: number) => place >= start && place < end
  const first = places.findIndex(inside)
  const last = places.findLastIndex(inside)
  if (first < 0) return undefined
  const all = stretches(source, block)
  const head = all.find((s) => first >= s.from && first < s.to)
  const tail = all.find((s) => last >= s.from && last < s.to)
  if (!head || !tail) return undefined
  return [
    head.same ? head.textFrom + first - head.from : head.textFrom,
    tail.same ? tail.textFrom + last + 1 - tail.from : tail.textTo,
  ]
}

/** `[from, to)` of what the source says and `[textFrom, textTo)` of what the page says: the same, or the one in place of the other. */
type Stretch = {
  readonly from: number
  readonly to: number
  readonly textFrom: number
  readonly textTo: number
  readonly same: boolean
}

function stretches(source: string, block: Sourced): readonly Stretch[] {
  const joined = joinSpans(source, block.spans, block.role)
  const found: Stretch[] = []
  let [at, textAt] = [0, 0]
  for (const { kind, text } of joined === block.text
    ? [{ kind: 'same', text: joined } as const]
    : diff(joined, block.text)) {
    const same = kind === 'same'
    const [from, textFrom] = [at, textAt]
    if (kind !== 'in') at += text.length
    if (kind !== 'out') textAt += text.length
    const last = found.at(-1)
    if (last && !last.same && !same) found[found.length - 1] = { ...last, to: at, textTo: textAt }
    else found.push({ from, to: at, textFrom, textTo: textAt, same })
  }
  return found
}

/** For each character that the spans make, its source offset; -1 for what stands between two spans. */
function placesOf(source: string, block: Sourced): readonly number[] {
  const places: number[] = []
  let last: string | undefined
  for (const [start, end] of block.spans) {
    const piece = source.slice(start, end)
    if (last !== undefined) for (const _ of seam(last, piece, block.role)) places.push(-1)
    for (let i = start; i < Math.min(end, source.length); i++) places.push(i)
    last = piece
  }
  return places
}

function spansOf(places: readonly number[]): readonly Span[] {
  const spans: [number, number][] = []
  for (const place of places) {
    const last = spans.at(-1)
    if (place < 0) continue
    if (last?.[1] === place) last[1] = place + 1
    else spans.push([place, place + 1])
  }
  return spans
}

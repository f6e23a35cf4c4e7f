/** From a point on the page to the words there, and from words to their places: what links preview and editor. */
import type { ComposedPage, TextLine } from './geometry.ts'
import type { Run } from './compose/runs.ts'

/** A place in a block's text, in UTF-16 units. */
export type TextPlace = { readonly block: string; readonly offset: number }
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The words at (`x`, `y`) in points from the trim's corner, or the nearest within a line's height; undefined where none are near. */
export function placeAt(page: ComposedPage, x: number, y: number): TextPlace | undefined {
  let best: { line: TextLine; distance: number } | undefined
  for (const item of page.items) {
    if (item.kind !== 'line') continue
    const r = rectOf(item)
    const dx = Math.max(r.x - x, 0, x - r.x - r.width)
    const dy = Math.max(r.y - y, 0, y - r.y - r.height)
    const distance = dx + dy * 2
    if (distance <= item.size * 2 && (!best || distance < best.distance)) best = { line: item, distance }
  }
  if (!best) return undefined
  const { line } = best
  const along = line.vertical ? (y - line.y) / line.size : (x - line.x) / line.size
  return { block: line.block, offset: offsetAt(line, along) }
}

/** The rectangles that `[start, end)` of `block` takes on the page, a rectangle a line. */
export function rectsOf(page: ComposedPage, block: string, start: number, end: number): readonly Rect[] {
  const rects: Rect[] = []
  for (const item of page.items) {
    if (item.kind !== 'line' || item.block !== block || item.end < start || item.start > end) continue
    const from = alongOf(item, Math.max(start, item.start)) * item.size
    const to = alongOf(item, Math.min(end, item.end)) * item.size
    const whole = rectOf(item)
    rects.push(
      item.vertical
        ? { ...whole, y: item.y + from, height: to - from }
        : { ...whole, x: item.x + from, width: to - from },
    )
  }
  return rects
}

/** Where a line stands: a Han character's square from a little over the baseline's middle. */
export const rectOf = (line: TextLine): Rect =>
  line.vertical
    ? { x: line.x, y: line.y, width: line.size, height: line.width }
    : { x: line.x, y: line.y - line.size * 0.88, width: line.width, height: line.size }

/** The offset of the character at `along` em of the line. */
function offsetAt(line: TextLine, along: number): number {
  let found = line.start
  for (const run of line.runs) {
    for (const [i, at] of startsOf(run).entries()) {
      if (at.x + at.width / 2 > along) return found
      found = run.start + i + at.length
    }
  }
  return Math.min(found, line.end)
}

/** How many em along the line the character at `offset` starts. */
function alongOf(line: TextLine, offset: number): number {
  for (const run of line.runs) {
    const at = startsOf(run)[Math.max(0, offset - run.start)]
    if (offset < run.start + run.text.length && at) return at.x
  }
  const last = line.runs.at(-1)
  return last ? last.x + last.width : 0
}

type Start = { readonly x: number; readonly width: number; readonly length: number }

/** Where each UTF-16 unit of a run starts, in em; the characters of a Western word share its width. */
function startsOf(run: Run): readonly Start[] {
  const step = run.text.length === 0 ? 0 : (run.width + run.track) / run.text.length
  return Array.from({ length: run.text.length }, (_, i) => ({ x: run.x + i * step, width: step, length: 1 }))
}

/** The source as lines with their offsets, and which block each source character belongs to. */
import { walk } from '../../../shared/page/walk.ts'
import type { Page, Span } from '../../../shared/page/page.ts'

/** `start` counts UTF-16 code units from the source's beginning; `text` is without its line end. */
export type SourceLine = { readonly start: number; readonly text: string }

export function sourceLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = []
  let start = 0
  for (const end of source.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, text: source.slice(start, end.index) })
    start = end.index + end[0].length
  }
  lines.push({ start, text: source.slice(start) })
  return lines
}

/** The block that source character `offset` came into, or the nearest one on its line. */
export function blockAt(page: Page, offset: number): string | undefined {
  let best: { id: string; far: number } | undefined
  for (const { block } of walk(page))
    for (const [start, end] of block.spans) {
      const far = offset < start ? start - offset : offset >= end ? offset - end + 1 : 0
      if (!best || far < best.far) best = { id: block.id, far }
    }
  return best?.id
}

/** Where in the block's text its source character `offset` stands, counting only what is not blank. */
export function textOffset(text: string, spans: readonly Span[], source: string, offset: number): number {
  let solid = 0
  for (const [start, end] of spans)
    for (let i = start; i < Math.min(end, offset); i++) if (/\S/.test(source[i] ?? '')) solid++
  for (let i = 0; i < text.length; i++) {
    if (/\S/.test(text[i] ?? '') && solid-- === 0) return i
  }
  return text.length
}

/** The parts of `[start, end)` on each line: line index and offsets within its text. */
export function onLines(
  lines: readonly SourceLine[],
  [start, end]: Span,
): readonly { line: number; from: number; to: number }[] {
  const parts = []
  for (let i = lineAt(lines, start); i < lines.length; i++) {
    const line = lines[i]
    if (!line || line.start >= end) break
    const from = Math.max(0, start - line.start)
    const to = Math.min(line.text.length, end - line.start)
    if (from < to) parts.push({ line: i, from, to })
  }
  return parts
}

/** A stretch of one line and what it is lit as. */
export type Piece<K extends string> = { readonly from: number; readonly to: number; readonly kinds: readonly K[] }

/** Lines that are lit, by index, in pieces that do not overlap; a line that is not lit is not there. */
export function litPieces<K extends string>(
  lines: readonly SourceLine[],
  lit: readonly (readonly [kind: K, spans: readonly Span[]])[],
): ReadonlyMap<number, readonly Piece<K>[]> {
  const byLine = new Map<number, Piece<K>[]>()
  for (const [kind, spans] of lit)
    for (const span of spans)
      for (const { line, from, to } of onLines(lines, span))
        byLine.set(line, [...(byLine.get(line) ?? []), { from, to, kinds: [kind] }])
  return new Map([...byLine].map(([line, pieces]) => [line, parted(pieces)]))
}

function parted<K extends string>(pieces: readonly Piece<K>[]): readonly Piece<K>[] {
  const edges = [...new Set(pieces.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
  return edges.flatMap((from, i) => {
    const to = edges[i + 1]
    const kinds = pieces.filter((p) => p.from <= from && to !== undefined && p.to >= to).flatMap((p) => p.kinds)
    return to === undefined || kinds.length === 0 ? [] : [{ from, to, kinds: [...new Set(kinds)] }]
  })
}

function lineAt(lines: readonly SourceLine[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The ledger of a page: how many characters of the source stand in it, were corrected, stand outside its stories, or were removed, and which ones. */
import { diff } from '../diff.ts'
import { joinSpans, seam } from './provenance.ts'
import type { Block, Page, Span } from './page.ts'
import { walk } from './walk.ts'

/** A stretch of source that reads otherwise on the page now; `now` is empty where it was taken out. */
export type Correction = { readonly block: string; readonly span: Span; readonly was: string; readonly now: string }

/** A stretch of source that no story holds: page furniture (`folio`), or in no block at all (`removed`). */
export type SetAside = {
  readonly kind: 'folio' | 'removed'
  readonly block?: string
  readonly span: Span
  readonly text: string
}

/** Counts are of non-blank UTF-16 code units; `standing + corrected + outside + removed` is `total`. Lists are in the source's order. */
export type Ledger = {
  readonly total: number
  readonly standing: number
  readonly corrected: number
  readonly outside: number
  readonly removed: number
  readonly corrections: readonly Correction[]
  readonly aside: readonly SetAside[]
}

/** What became of every non-blank character of `source`; one to six `#` at a line's start are marks, not text. Cost is linear but for corrected blocks. */
export function ledgerOf(source: string, page: Page): Ledger {
  const corrections: Correction[] = []
  const aside: SetAside[] = []
  const held = new Uint8Array(source.length)
  for (const { block } of walk(page)) {
    for (const [start, end] of block.spans) held.fill(1, start, end)
    if (block.role === 'folio') {
      for (const span of block.spans) aside.push({ kind: 'folio', block: block.id, span, text: textOf(source, span) })
    } else if (block.text !== joinSpans(source, block.spans, block.role)) corrections.push(...corrected(source, block))
  }
  for (const { index, 0: line } of source.matchAll(/^#{1,6}(?=\s)/gm))
    // A line of nothing else stands in a block as it is.
    if (held[index] === 0) held.fill(2, index, index + line.length)
  const marks = countWhere(source, (i) => held[i] === 2)
  for (const span of gaps(source, held)) aside.push({ kind: 'removed', span, text: textOf(source, span) })
  const total = countWhere(source, () => true) - marks
  const solidOf = (kind: SetAside['kind']) => aside.reduce((n, a) => n + (a.kind === kind ? solid(a.text) : 0), 0)
  const outside = solidOf('folio')
  const removed = solidOf('removed')
  const correctedCount = corrections.reduce((n, c) => n + solid(c.was), 0)
  return {
    total,
    standing: total - outside - removed - correctedCount,
    corrected: correctedCount,
    outside,
    removed,
    corrections: corrections.toSorted(inOrder),
    aside: aside.toSorted(inOrder),
  }
}

const inOrder = (a: { readonly span: Span }, b: { readonly span: Span }): number => a.span[0] - b.span[0]

const textOf = (source: string, [start, end]: Span): string => source.slice(start, end).trim()

const solid = (text: string): number => text.replace(/\s/g, '').length

function countWhere(source: string, holds: (i: number) => boolean): number {
  let n = 0
  for (let i = 0; i < source.length; i++) if (holds(i) && !/\s/.test(source[i] ?? '')) n++
  return n
}

/** Stretches of non-blank source that nothing holds, blanks inside them included. */
function gaps(source: string, held: Uint8Array): readonly Span[] {
  const found: [number, number][] = []
  let open: [number, number] | undefined
  for (let i = 0; i < source.length; i++) {
    if (held[i]) open = undefined
    else if (source[i] === '\n') open = undefined
    else if (!/\s/.test(source[i] ?? '')) {
      if (open) open[1] = i + 1
      else found.push((open = [i, i + 1]))
    }
  }
  return found
}

/** Where the block's text differs from what its spans say: each change with the source it stands for. */
function corrected(source: string, block: Block): readonly Correction[] {
  const places = placesOf(source, block)
  const found: Correction[] = []
  let at = 0
  let last: { was: string; now: string; from: number } | undefined
  const close = () => {
    if (last)
      found.push({ block: block.id, was: last.was, now: last.now, span: spanAt(places, last.from, last.was.length) })
    last = undefined
  }
  for (const change of diff(joinSpans(source, block.spans, block.role), block.text)) {
    if (change.kind === 'same') {
      close()
      at += change.text.length
      continue
    }
    last ??= { was: '', now: '', from: at }
    if (change.kind === 'out') {
      last.was += change.text
      at += change.text.length
    } else last.now += change.text
  }
  close()
  return found.filter((c) => solid(c.was) + solid(c.now) > 0)
}

/** For each character of the joined text its offset in the source; a seam has the offset before which it stands. */
function placesOf(source: string, block: Block): readonly number[] {
  const places: number[] = []
  let last: string | undefined
  for (const [start, end] of block.spans) {
    const piece = source.slice(start, end)
    if (last !== undefined) for (const _ of seam(last, piece, block.role)) places.push(start)
    for (let i = start; i < end; i++) places.push(i)
    last = piece
  }
  return places
}

function spanAt(places: readonly number[], from: number, length: number): Span {
  const start = places[from] ?? (places.at(-1) ?? -1) + 1
  return length === 0 ? [start, start] : [start, Math.max(start, (places[from + length - 1] ?? start) + 1)]
}

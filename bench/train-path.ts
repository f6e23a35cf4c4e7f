/** Gold page → the path through its lattice that the engine should have taken. */
import { latticeOf } from '../src/shared/structure/lattice.ts'
import type { Arc } from '../src/shared/structure/lattice.ts'
import { linesOf } from '../src/shared/structure/lines.ts'
import { STATES, TOP, follows } from '../src/shared/structure/states.ts'
import type { Entry, Zone } from '../src/shared/structure/states.ts'
import type { Role } from '../src/shared/page/page.ts'
import type { Words } from '../src/shared/words.ts'
import type { BenchPage } from './structure-pages.ts'

export type Lesson = {
  readonly page: BenchPage
  readonly arcs: readonly Arc[]
  readonly path: readonly { readonly arc: number; readonly state: number }[]
  readonly missedCuts: number
}

type Piece = {
  readonly start: number
  readonly end: number
  readonly article: number
  readonly block: string
  readonly role: Role
  readonly part: number
  readonly parts: number
}

/** The lesson of a page; cuts that only gold knows are added to the lattice, so that the path always exists. */
export function lessonOf(page: BenchPage, words: Words | undefined): Lesson {
  const lines = linesOf(page.source)
  const pieces = piecesOf(page, lines)
  const cuts = new Map<number, number[]>()
  pieces.forEach((p) => {
    const line = lineAt(lines, p.start)
    if (p.start > lines[line]!.start) cuts.set(line, [...(cuts.get(line) ?? []), p.start - lines[line]!.start])
  })
  const bare = latticeOf(page.source, words)
  const starts = new Set(bare.arcs.map((a) => a.start))
  const missedCuts = pieces.filter((p) => !starts.has(p.start)).length
  const lattice = missedCuts > 0 ? latticeOf(page.source, words, cuts) : bare
  return { page, arcs: lattice.arcs, path: pathOf(pieces, lattice.arcs, page.name), missedCuts }
}

function piecesOf(
  page: BenchPage,
  lines: readonly { readonly start: number; readonly end: number }[],
): readonly Piece[] {
  const pieces: Piece[] = []
  page.articles.forEach((article, a) =>
    article.blocks.forEach((block, b) => {
      // a span may run over line ends: one piece a line
      const parts = block.spans.flatMap(([start, end]) => {
        const inside: [number, number][] = []
        for (let i = lineAt(lines, start); i < lines.length && lines[i]!.start < end; i++) {
          const from = Math.max(start, lines[i]!.start)
          const to = Math.min(end, lines[i]!.end)
          const text = page.source.slice(from, to)
          const trimmed = text.trim()
          if (trimmed) inside.push([from + text.indexOf(trimmed), from + text.indexOf(trimmed) + trimmed.length])
        }
        return inside
      })
      parts.forEach(([start, end], part) =>
        pieces.push({ start, end, article: a, block: `${a}.${b}`, role: block.role, part, parts: parts.length }),
      )
    }),
  )
  const ordered = pieces.sort((x, y) => x.start - y.start)
  // what no gold block names (the reference gold leaves nothing out; be safe) would break the path: it goes with the piece before
  return ordered
}

function lineAt(lines: readonly { readonly start: number; readonly end: number }[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (lines[mid]!.start <= offset) low = mid
    else high = mid - 1
  }
  return low
}

function pathOf(pieces: readonly Piece[], arcs: readonly Arc[], name: string) {
  const byStart = new Map<number, number[]>()
  arcs.forEach((a, i) => byStart.set(a.start, [...(byStart.get(a.start) ?? []), i]))
  const seen = new Set<number>()
  const opened = new Set<string>()
  let before = TOP
  let previous: Piece | undefined
  let current = -1
  return pieces.map((p) => {
    const arc = (byStart.get(p.start) ?? []).find((i) => arcs[i]!.end === p.end)
    if (arc === undefined) throw new Error(`${name}: no piece [${p.start}, ${p.end})`)
    // an article that OCR interleaved with another counts as going on: the order of columns is not the words' doing
    const starts = p.role !== 'folio' && p.article !== current && !seen.has(p.article)
    if (p.role !== 'folio') {
      seen.add(p.article)
      current = p.article
    }
    const goesOn = opened.has(p.block)
    opened.add(p.block)
    const adjacent = previous?.block === p.block
    const wish: Entry = starts
      ? 'start'
      : !goesOn
        ? 'new'
        : p.role === 'paragraph'
          ? 'again'
          : adjacent
            ? 'inside'
            : 'again'
    const wants: readonly Entry[] = [wish, 'inside', 'new', 'start']
    const ends: Zone = p.part + 1 < p.parts ? 'open' : 'closed'
    const state = wants.flatMap((entry) => candidates(p.role, entry, before, !arcs[arc]!.first, ends))[0]
    if (state === undefined)
      throw new Error(`${name}: no state for ${p.role} after ${STATES[before]?.role}@${STATES[before]?.zone}`)
    before = state
    previous = p
    return { arc, state }
  })
}

function candidates(role: Role, entry: Entry, before: number, sameLine: boolean, ends: Zone): readonly number[] {
  return STATES.flatMap((s, i) =>
    s.role === role &&
    s.entry === entry &&
    follows(STATES[before], s, sameLine) &&
    (role !== 'paragraph' || s.zone === ends)
      ? [i]
      : [],
  )
}

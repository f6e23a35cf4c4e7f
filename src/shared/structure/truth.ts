/** A page whose blocks are known → the path through its lattice that the engine should have taken: what training and learning start from. */
import type { Role, Span } from '../page/page.ts'
import type { Words } from '../words.ts'
import { cleaned, inText } from './clean.ts'
import type { Clean } from './clean.ts'
import { latticeOf } from './lattice.ts'
import type { Arc } from './lattice.ts'
import { linesOf } from './lines.ts'
import { picturesIn } from './pictures.ts'
import type { Line } from './lines.ts'
import { GROUPS, GROUP_OF, STATES, TOP, follows } from './states.ts'
import type { Entry, Zone } from './states.ts'

export type Known = readonly { readonly blocks: readonly { readonly role: Role; readonly spans: readonly Span[] }[] }[]
export type Truth = {
  readonly arcs: readonly Arc[]
  readonly path: readonly { readonly arc: number; readonly state: number }[]
  /** Pieces that begin where the engine would not have looked for a cut. */
  readonly unforeseen: number
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

/** Undefined where the blocks do not cover the page's lines, as after edits that lost spans. */
export function truthOf(source: string, known: Known, words?: Words): Truth | undefined {
  const clean = cleaned(source)
  const lines = linesOf(clean.text)
  const pieces = piecesOf(clean, known, lines)
  const pictures = picturesIn(clean)
  const bare = latticeOf(clean.text, words, undefined, pictures)
  const starts = new Set(bare.arcs.map((a) => a.start))
  const unforeseen = pieces.filter((p) => !starts.has(p.start))
  const cuts = new Map<number, number[]>()
  for (const p of unforeseen) {
    const line = lineAt(lines, p.start)
    cuts.set(line, [...(cuts.get(line) ?? []), p.start - lines[line]!.start])
  }
  const { arcs } = unforeseen.length > 0 ? latticeOf(clean.text, words, cuts, pictures) : bare
  const path = pathOf(pieces, arcs, (p) => backFrom(pieces, p, lines, bare.returns))
  return path && { arcs, path, unforeseen: unforeseen.length }
}

function piecesOf(clean: Clean, known: Known, lines: readonly Line[]): readonly Piece[] {
  const pieces: Piece[] = []
  known.forEach((article, a) =>
    article.blocks.forEach((block, b) => {
      const parts = block.spans.flatMap((span) => byLine(clean.text, inText(clean, span), lines))
      parts.forEach(([start, end], part) =>
        pieces.push({ start, end, article: a, block: `${a}.${b}`, role: block.role, part, parts: parts.length }),
      )
    }),
  )
  return pieces.sort((x, y) => x.start - y.start)
}

/** A span of the text may run over line ends: its part in each line, without outer blanks. */
function byLine(text: string, [start, end]: Span, lines: readonly Line[]): readonly Span[] {
  const parts: Span[] = []
  for (let i = lineAt(lines, start); i < lines.length && lines[i]!.start < end; i++) {
    const from = Math.max(start, lines[i]!.start)
    const part = text.slice(from, Math.min(end, lines[i]!.end))
    const inner = part.trim()
    if (inner) parts.push([from + part.indexOf(inner), from + part.indexOf(inner) + inner.length])
  }
  return parts
}

/** The last line that begins at or before `offset`. */
function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** Whether the engine would look for the piece's beginning where it is: in the line with which the same block was interrupted. */
function backFrom(pieces: readonly Piece[], p: Piece, lines: readonly Line[], returns: Int32Array): boolean {
  const before = pieces.find((other) => other.block === p.block && other.part === p.part - 1)
  return before !== undefined && returns[lineAt(lines, p.start)] === lineAt(lines, before.start)
}

function pathOf(
  pieces: readonly Piece[],
  arcs: readonly Arc[],
  isBack: (piece: Piece) => boolean,
): Truth['path'] | undefined {
  const at = new Map(arcs.map((a, i) => [`${a.start}-${a.end}`, i]))
  const seen = new Set<number>()
  const opened = new Set<string>()
  let group = TOP
  let node = 0
  let previous: Piece | undefined
  let current = -1
  const path: { arc: number; state: number }[] = []
  for (const p of pieces) {
    const arc = at.get(`${p.start}-${p.end}`)
    if (arc === undefined || arcs[arc]!.from !== node) return undefined
    node = arcs[arc]!.to
    // an article that OCR interleaved with another counts as going on: the order of columns is not the words' doing
    const other = p.role !== 'folio' && p.article !== current
    const starts = other && !seen.has(p.article)
    if (p.role !== 'folio') {
      seen.add(p.article)
      current = p.article
    }
    const goesOn = opened.has(p.block)
    opened.add(p.block)
    const beside = previous?.block === p.block
    const wishes: readonly Entry[] = starts
      ? ['start']
      : !goesOn
        ? ['new']
        : p.role === 'paragraph'
          ? [...(other && isBack(p) ? (['back'] as const) : []), 'again']
          : [beside ? 'inside' : 'again']
    const ends: Zone = p.part + 1 < p.parts ? 'open' : 'closed'
    const state = stateFor(p.role, [...wishes, 'inside', 'new', 'start'], group, !arcs[arc]!.first, ends)
    if (state === undefined) return undefined
    path.push({ arc, state })
    group = GROUP_OF[state]!
    previous = p
  }
  return arcs.length === 0 || node === arcs.at(-1)!.to ? path : undefined
}

/** The first of `entries` that is possible after `group`. */
function stateFor(
  role: Role,
  entries: readonly Entry[],
  group: number,
  sameLine: boolean,
  ends: Zone,
): number | undefined {
  for (const entry of entries) {
    const state = STATES.findIndex(
      (s) =>
        s.role === role &&
        s.entry === entry &&
        (role !== 'paragraph' || s.zone === ends) &&
        follows(GROUPS[group]!, s, sameLine),
    )
    if (state >= 0) return state
  }
  return undefined
}

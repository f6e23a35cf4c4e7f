/** The lattice of a page: every piece that the lines may fall into, with the evidence for what it is. */
import type { Words } from '../words.ts'
import { cue } from './cues.ts'
import { cutsOf } from './cuts.ts'
import type { Cut } from './cuts.ts'
import { featuresOf } from './features.ts'
import { hasContent } from './features-wording.ts'
import { linesOf } from './lines.ts'
import { asPrinted } from './marks.ts'
import type { Line } from './lines.ts'
import { KIND } from './kinds.ts'
import { lookAt } from './look.ts'
import type { Look } from './look.ts'
import type { Piece } from './piece.ts'
import { readingOf } from './reading.ts'
import type { Reading } from './reading.ts'
import { COLUMN } from './columns.ts'
import { sheetOf } from './sheet.ts'
import { isClosedUp } from './spaced.ts'
import type { Sheet } from './sheet.ts'

/** A piece of a line from node `from` to node `to`; nodes are numbered through the page, one before each possible piece and one at the end. */
export type Arc = {
  readonly from: number
  readonly to: number
  readonly line: number
  /** Offsets in the text that was read; outer blanks are not part of it. */
  readonly start: number
  readonly end: number
  /** It begins where its line does; and ends so. */
  readonly first: boolean
  readonly last: boolean
  /** It may go on with a sentence that another story interrupted. */
  readonly back: boolean
  /** The numbers of the evidence about it. */
  readonly features: readonly number[]
  readonly look: Look
}

export type Lattice = {
  readonly lines: readonly Line[]
  readonly arcs: readonly Arc[]
  /** Number of nodes; the last one is the end. */
  readonly nodes: number
  readonly words: Reading | undefined
  /** For each line the one whose sentence may go on in it over another story, −1 for none. */
  readonly returns: Int32Array
}

/** Cuts that a gold page knows of: line number → offsets into its text. */
type More = ReadonlyMap<number, readonly number[]>

/** The lattice of a text as `cleaned` gives it; `more` adds cuts, `pictures`: see `picturesIn`. */
export const latticeOf = (text: string, words?: Words, more?: More, pictures?: readonly number[]): Lattice =>
  latticeOn(sheetFor(text, words, pictures), more)

export const sheetFor = (text: string, words?: Words, pictures?: readonly number[]): Sheet =>
  sheetOf(linesOf(asPrinted(text)), words && readingOf(words), pictures)

/** The lattice of the page that `sheet` tells of. */
export function latticeOn(sheet: Sheet, more?: More): Lattice {
  const arcs: Arc[] = []
  let node = 0
  for (let i = 0; i < sheet.lines.length; i++) {
    const found = cutsFor(sheet, i)
    const added = more?.get(i)
    node = pushArcs(arcs, node, sheet, i, added ? withMore(found, added) : found)
  }
  return { lines: sheet.lines, arcs, nodes: node + 1, words: sheet.words, returns: sheet.returns.from }
}

/** Adds the pieces that line `i` may fall into, from node `node` on; gives the node behind the line. */
function pushArcs(arcs: Arc[], node: number, sheet: Sheet, i: number, cuts: readonly Cut[]): number {
  const line = sheet.lines[i]!
  const parts = partsOf(sheet, i, cuts)
  sheet.words?.readTags(parts.flatMap(({ piece: { look } }) => (hasContent(look) ? look.text : [])))
  for (const { from, to, end, piece } of parts) {
    const { at, first, last, look } = piece
    arcs.push({
      from: node + from,
      to: node + to,
      line: i,
      start: line.start + at,
      end: line.start + end,
      first,
      last,
      back: first && sheet.returns.from[i]! >= 0,
      look,
      features: featuresOf(sheet, piece),
    })
  }
  return node + cuts.length + 1
}

/** A piece of a line, from and to which of the line's nodes it leads, and where it ends in the line's text. */
type Part = { readonly from: number; readonly to: number; readonly end: number; readonly piece: Piece }

function partsOf(sheet: Sheet, i: number, cuts: readonly Cut[]): readonly Part[] {
  const line = sheet.lines[i]!
  const { length } = line.text
  const parts: Part[] = []
  for (let a = 0; a <= cuts.length; a++) {
    const at = a === 0 ? 0 : cuts[a - 1]!.at
    for (let b = a; b <= cuts.length; b++) {
      const first = a === 0
      const last = b === cuts.length
      const text = first && last ? line.text : line.text.slice(at, last ? length : cuts[b]!.at).trimEnd()
      const look = first && last ? sheet.looks[i]! : lookAt(text, line.units, line.start + at)
      const glueBefore = first ? 0 : cuts[a - 1]!.glue
      const glueAfter = last ? 0 : cuts[b]!.glue
      const piece = { line: i, at, first, last, look, glueBefore, glueAfter }
      parts.push({ from: a, to: b + 1, end: at + text.length, piece })
    }
  }
  return parts
}

function cutsFor(sheet: Sheet, i: number): readonly Cut[] {
  const open = sheet.open[i]!
  const wide = sheet.lines[i]!.gap > sheet.gap
  // nothing but its characters stands apart: there is nothing to part
  if (isClosedUp(sheet.lines[i]!, sheet.looks[i]!)) return NO_CUTS
  const openTail = open >= 0 && (wide || isBrokenInto(sheet, i)) ? sheet.lines[open]!.text.slice(-8) : undefined
  return cutsOf(sheet.lines[i]!, { openTail, wide, whole: UNPARTED.has(sheet.looks[i]!.kind), words: sheet.words })
}

/** Something was put between a paragraph and its rest, with no more blank lines than usual: its sentence is open, and no column broke it. */
function isBrokenInto(sheet: Sheet, i: number): boolean {
  const before = sheet.looks[i - 1]!
  return (
    sheet.open[i] === i - 1 &&
    (sheet.lines[i]!.gap > 0 || sheet.column[i] === COLUMN.none) &&
    before.kind !== KIND.short &&
    before.size >= OF_TEXT &&
    !goesOn(sheet, i)
  )
}

/** It can only be the rest itself: a word stands across the break, or it begins with what begins no line. */
const goesOn = ({ lines, looks, words }: Sheet, i: number): boolean =>
  looks[i]!.cues.some((n) => n === ILLEGAL || n === PARTICLE) ||
  words?.across(lines[i - 1]!.text, lines[i]!.text) === true

const [ILLEGAL, PARTICLE] = [cue('illegal-head'), cue('leading-particle')]

/** A line of text is at least so long. */
const OF_TEXT = 20

const NO_CUTS: readonly Cut[] = []
const UNPARTED: ReadonlySet<number> = new Set([KIND.names, KIND.byline, KIND.furniture])

function withMore(cuts: readonly Cut[], more: readonly number[]): readonly Cut[] {
  const extra = more.filter((at) => !cuts.some((c) => c.at === at)).map((at) => ({ at, glue: 0 }))
  return extra.length === 0 ? cuts : [...cuts, ...extra].sort((a, b) => a.at - b.at)
}

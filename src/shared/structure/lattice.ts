/** The lattice of a page: every piece that the lines may fall into, with the evidence for what it is. */
import type { Words } from '../words.ts'
import { cutsOf } from './cuts.ts'
import type { Cut } from './cuts.ts'
import { featuresOf } from './features.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'
import { KIND } from './kinds.ts'
import { lookAt } from './look.ts'
import type { Look } from './look.ts'
import { readingOf } from './reading.ts'
import type { Reading } from './reading.ts'
import { sheetOf } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** A piece of a line from node `from` to node `to`; nodes are numbered through the page, one before each possible piece and one at the end. */
export type Arc = {
  readonly from: number
  readonly to: number
  readonly line: number
  /** Offsets in the source; outer blanks are not part of it. */
  readonly start: number
  readonly end: number
  /** It begins where its line does; and ends so. */
  readonly first: boolean
  readonly last: boolean
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
}

/** The lattice of `source`. `more` adds cuts that a gold page knows of: line number → offsets into its text. */
export function latticeOf(source: string, words?: Words, more?: ReadonlyMap<number, readonly number[]>): Lattice {
  const sheet = sheetOf(linesOf(source), words && readingOf(words))
  const arcs: Arc[] = []
  let node = 0
  sheet.lines.forEach((line, i) => {
    const cuts = withMore(cutsFor(sheet, i), more?.get(i) ?? [])
    const stops = [0, ...cuts.map((c) => c.at), line.text.length]
    for (let a = 0; a + 1 < stops.length; a++) {
      for (let b = a + 1; b < stops.length; b++) {
        const raw = line.text.slice(stops[a]!, stops[b]!)
        const text = raw.trimEnd()
        const look = a === 0 && b + 1 === stops.length ? sheet.looks[i]! : lookAt(text)
        const start = line.start + stops[a]!
        const piece = {
          line: i,
          at: stops[a]!,
          first: a === 0,
          last: b + 1 === stops.length,
          look,
          glueBefore: cuts[a - 1]?.glue ?? 0,
          glueAfter: cuts[b - 1]?.glue ?? 0,
        }
        arcs.push({
          from: node + a,
          to: node + b,
          line: i,
          start,
          end: start + text.length,
          first: piece.first,
          last: piece.last,
          look,
          features: featuresOf(sheet, piece),
        })
      }
    }
    node += stops.length - 1
  })
  return { lines: sheet.lines, arcs, nodes: node + 1, words: sheet.words }
}

function cutsFor(sheet: Sheet, i: number): readonly Cut[] {
  const open = sheet.open[i]!
  const wide = sheet.lines[i]!.gap > sheet.gap
  // a sentence that goes on further up only matters where something was put between: a picture leaves blank lines
  const openTail = open >= 0 && wide ? sheet.lines[open]!.text.slice(-8) : undefined
  return cutsOf(sheet.lines[i]!.text, { openTail, wide, whole: UNPARTED.has(sheet.looks[i]!.kind), words: sheet.words })
}

const UNPARTED: ReadonlySet<number> = new Set([KIND.names, KIND.byline, KIND.furniture])

function withMore(cuts: readonly Cut[], more: readonly number[]): readonly Cut[] {
  const extra = more.filter((at) => !cuts.some((c) => c.at === at)).map((at) => ({ at, glue: 0 }))
  return extra.length === 0 ? cuts : [...cuts, ...extra].sort((a, b) => a.at - b.at)
}

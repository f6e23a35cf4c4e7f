/** What the whole page tells about its lines: how each looks, what runs of headings there are, how its columns are set. */
import type { Cohesion } from './cohesion.ts'
import { cue } from './cues.ts'
import { withoutStrewn } from './gaps.ts'
import { withIndents } from './indents.ts'
import type { Line } from './lines.ts'
import { lostOf } from './lost.ts'
import { KIND } from './kinds.ts'
import { lookAt, resized } from './look.ts'
import type { Look } from './look.ts'
import { picturedOf } from './pictures.ts'
import { openingsOf } from './openings.ts'
import type { Openings } from './openings.ts'
import { COLUMN, columnsOf } from './columns.ts'
import { briefAround, isIndented, marksAround, rowsOf } from './setting.ts'
import { returnsOf } from './returns.ts'
import type { Returns } from './returns.ts'
import { closedUp } from './spaced.ts'
import { usageOf } from './usage.ts'
import type { Usage } from './usage.ts'
import type { Reading } from './reading.ts'
import { mapped } from '../packed.ts'

/** What the whole page tells about its lines. */
export type Sheet = {
  readonly lines: readonly Line[]
  readonly looks: readonly Look[]
  readonly marked: boolean
  /** The most usual number of blank lines between two lines. */
  readonly gap: number
  /** Short lines that stand alone between body lines: what crossheads look like. */
  readonly lonely: number
  /** Their sizes (at most 60 of them): crossheads of a page are alike. */
  readonly lonelySizes: readonly number[]
  readonly words: Reading | undefined
  /** For each line the line before it whose sentence is still open, −1 for none. */
  readonly open: Int32Array
  /** For each line its run of heading-like lines; a line that is none is alone. */
  readonly runs: readonly Run[]
  /** The sizes of runs of two headings between body lines (at most 60): crossheads of two lines are alike. */
  readonly pairs: readonly number[]
  /** How the text opens under the runs. */
  readonly openings: Openings
  /** By a run's first line what its text on both sides has in common, filled in when asked for. */
  readonly cohesion: Map<number, Cohesion | undefined>
  /** The page begins its paragraphs with blanks. */
  readonly indented: boolean
  /** For each line how it stands in its column. */
  readonly column: Uint8Array
  /** How much of it, by the number of `FILLS`. */
  readonly fill: Uint8Array
  /** How wide most columns are on a page that is all columns, in characters; 0 on another. */
  readonly width: number
  /** How many of the lines near each line are short. */
  readonly brief: Uint8Array
  /** How many of the lines near each line end with a mark. */
  readonly marks: Uint8Array
  /** Of how many of its neighbours each line is a row like itself. */
  readonly rows: Uint8Array
  /** How readily the page loses its full stops, by the number of `LOST`. */
  readonly lost: number
  /** Beside which lines the OCR put pictures, by the number of `PICTURED`. */
  readonly pictured: Uint8Array
  /** What the page uses elsewhere of the characters on both sides of a cut. */
  readonly usage: Usage
  /** Which sentences may go on over a whole other story. */
  readonly returns: Returns
}

/** The numbers of a run's first, last and (first) longest line. */
type Run = { readonly first: number; readonly last: number; readonly longest: number }

export function sheetOf(read: readonly Line[], words: Reading | undefined, pictures: readonly number[] = []): Sheet {
  const indented = withIndents(read)
  const { column, fill, width } = columnsOf(indented)
  const lines = withoutStrewn(indented, column)
  const looks = mapped(lines, (line, i) =>
    inColumn(closedUp(line, lookAt(line.text, line.units, line.start)), column[i]!),
  )
  const open = new Int32Array(lines.length).fill(-1)
  for (let i = 1; i < lines.length; i++) open[i] = openBefore(lines, looks, i)
  const lonely = lonelyOf(looks)
  const runs = runsOf(lines, looks)
  const usage = usageOf(lines)
  return {
    lines,
    looks,
    marked: lines.some((l) => l.level > 0),
    gap: usualGap(lines),
    lonely: lonely.length,
    lonelySizes: lonely.slice(0, 60),
    words,
    open,
    runs,
    pairs: pairsOf(runs, looks),
    openings: openingsOf(lines, looks, runs),
    cohesion: new Map(),
    indented: isIndented(lines, looks, open, width),
    column,
    fill,
    width,
    brief: briefAround(lines),
    marks: marksAround(looks),
    rows: rowsOf(looks),
    lost: lostOf(lines, looks),
    pictured: picturedOf(lines, pictures),
    usage,
    returns: returnsOf(lines, looks, column, words, usage),
  }
}

/** As large as a line that fills its column counts: it is text, however narrow the column. */
const FULL_SIZE = 60

function inColumn(look: Look, column: number): Look {
  if (column !== COLUMN.full || look.size >= FULL_SIZE) return look
  const { kind } = look
  const text =
    kind === KIND.short ||
    kind === KIND.label ||
    kind === KIND.brief ||
    kind === KIND.asked ||
    kind === KIND.cut ||
    kind === KIND.body
  return text ? resized(look, FULL_SIZE, look.ended ? KIND.body : KIND.cut) : look
}

/** The sizes of the short lines that stand alone between body lines. */
function lonelyOf(looks: readonly Look[]): readonly number[] {
  const sizes: number[] = []
  for (let i = 1; i + 1 < looks.length; i++) {
    const { kind, size } = looks[i]!
    if ((kind === KIND.short || kind === KIND.asked) && isBody(looks[i - 1]!.kind) && isBody(looks[i + 1]!.kind))
      sizes.push(size)
  }
  return sizes
}

function pairsOf(runs: readonly Run[], looks: readonly Look[]): readonly number[] {
  const pairs: number[] = []
  for (let i = 0; i < runs.length; i = runs[i]!.last + 1) {
    const { first, last } = runs[i]!
    if (last === first + 1 && isBody(looks[first - 1]?.kind) && isBody(looks[last + 1]?.kind))
      pairs.push(looks[first]!.size + looks[last]!.size)
  }
  return pairs.slice(0, 60)
}

/** Longer runs than this are no heads of stories but tables and lists: they are taken in parts. */
const LONGEST_RUN = 12

/** Runs of lines that could be headings, whatever blank lines are between. */
function runsOf(lines: readonly Line[], looks: readonly Look[]): readonly Run[] {
  const heading = (i: number) => {
    const look = looks[i]!
    return (
      look.kind === KIND.short ||
      look.kind === KIND.label ||
      look.kind === KIND.asked ||
      lines[i]!.level > 0 ||
      (look.kind === KIND.cut && look.size < 60 && look.stops === 0)
    )
  }
  const runs: Run[] = []
  for (let i = 0; i < lines.length;) {
    let last = i
    if (heading(i)) while (last + 1 < lines.length && last - i < LONGEST_RUN && heading(last + 1)) last++
    let longest = i
    for (let k = i + 1; k <= last; k++) if (looks[k]!.size > looks[longest]!.size) longest = k
    const run = { first: i, last, longest }
    for (let k = i; k <= last; k++) runs.push(run)
    i = last + 1
  }
  return runs
}

const isBody = (kind: number | undefined): boolean => kind === KIND.body || kind === KIND.cut || kind === KIND.dated

/** The most usual gap of the first lines; the smaller of two that are as usual. */
function usualGap(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  let usual = 0
  let most = 0
  for (let i = 1; i < lines.length && i < 400; i++) {
    const { gap } = lines[i]!
    const n = (counts.get(gap) ?? 0) + 1
    counts.set(gap, n)
    if (n < most || (n === most && gap > usual)) continue
    usual = gap
    most = n
  }
  return usual
}

const PICTURE_IN = cue('picture-in')
const DATE_HEAD = cue('date-head')

/** How many lines back an open sentence is looked for. */
const FAR = 12

function openBefore(lines: readonly Line[], looks: readonly Look[], i: number): number {
  for (let j = i - 1; j >= 0 && j >= i - FAR; j--) {
    const look = looks[j]!
    if (lines[j]!.level > 0) continue
    if (look.kind === KIND.cut || look.kind === KIND.dated || (look.kind === KIND.body && !look.ended)) {
      if (!look.ended) return j
    }
    if (look.kind === KIND.short && look.size >= 8 && look.commas > 0) return j
    if (
      (look.kind === KIND.body || look.kind === KIND.dated) &&
      look.ended &&
      !(lines[j]!.gap > 0 && look.size < 90 && look.cues.some((c) => c === PICTURE_IN || c === DATE_HEAD))
    ) {
      // a caption's sentence may stand between the halves of a paragraph; a body sentence ends the search
      return -1
    }
  }
  return -1
}

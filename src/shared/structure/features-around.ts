/** The evidence about a piece that lies around it: its neighbours and its run of heading-like lines. */
import { CHARACTERS, HAN, SIZES, characterOf, sizeOf, upTo } from './classes.ts'
import { CUES, cuesOf } from './cues.ts'
import { NO_YES, evidence } from './evidence.ts'
import type { Values } from './evidence.ts'
import { DANGLING } from './features-join.ts'
import type { Piece } from './piece.ts'
import { TAGS } from './reading.ts'
import { firstSort, lastSort } from './features-wording.ts'
import type { Sheet } from './sheet.ts'
import { KIND, KINDS } from './kinds.ts'
import type { Look } from './look.ts'

/** What may stand beside a piece: a kind of line, one marked as a heading, the page's edge, or another piece of the same line. */
const BESIDE: Values = [...KINDS, '#', ...KINDS.map((kind) => `#${kind}`), 'top', 'end', 'same-line']
const HEADING = BESIDE.indexOf('#')
const TOP = BESIDE.indexOf('top')
const END = BESIDE.indexOf('end')
const SAME_LINE = BESIDE.indexOf('same-line')
const GAPS: Values = ['top', 'usual', 'more', 'none', 'less', 'glued', 'end']
const GLUED = GAPS.indexOf('glued')
const LAST_GAP = GAPS.indexOf('end')

const ABOVE = evidence`above=${GAPS}`
const BELOW = evidence`below=${GAPS}`
const ABOVE_KIND = evidence`above=${GAPS}&kind=${KINDS}`
const BELOW_KIND = evidence`below=${GAPS}&kind=${KINDS}`
const ABOVE_PREV = evidence`above=${GAPS}&prev=${BESIDE}`
const PREV = evidence`prev=${BESIDE}`
const NEXT = evidence`next=${BESIDE}`
const PREV_KIND = evidence`prev=${BESIDE}&kind=${KINDS}`
const NEXT_KIND = evidence`next=${BESIDE}&kind=${KINDS}`
const PREV_NEXT = evidence`prev=${BESIDE}&next=${BESIDE}`
const NEXT2 = evidence`next2=${BESIDE}`
const PREV2 = evidence`prev2=${BESIDE}`
const NEXT_NEXT2_KIND = evidence`next=${BESIDE}&next2=${BESIDE}&kind=${KINDS}`
const PREV_PREV2_KIND = evidence`prev=${BESIDE}&prev2=${BESIDE}&kind=${KINDS}`
const PREV_NEXT_KIND = evidence`prev=${BESIDE}&next=${BESIDE}&kind=${KINDS}`

export function neighbourFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const line = sheet.lines[p.line]!
  const next = sheet.lines[p.line + 1]
  const before = p.first ? gapOf(line.gap, sheet.gap, p.line) : GLUED
  const after = p.last ? (next ? gapOf(next.gap, sheet.gap, p.line + 1) : LAST_GAP) : GLUED
  const prev = p.first ? besideAt(sheet, p.line - 1) : SAME_LINE
  const follow = p.last ? besideAt(sheet, p.line + 1) : SAME_LINE
  const prev2 = besideAt(sheet, p.line - 2)
  const next2 = besideAt(sheet, p.line + 2)
  const { kind } = p.look
  f.push(ABOVE(before), BELOW(after), ABOVE_KIND(before, kind), BELOW_KIND(after, kind), ABOVE_PREV(before, prev))
  f.push(PREV(prev), NEXT(follow), PREV_KIND(prev, kind), NEXT_KIND(follow, kind), PREV_NEXT(prev, follow))
  f.push(NEXT2(next2), PREV2(prev2))
  if (kind !== KIND.body)
    f.push(NEXT_NEXT2_KIND(follow, next2, kind), PREV_PREV2_KIND(prev, prev2, kind), PREV_NEXT_KIND(prev, follow, kind))
  if (p.first && p.line > 0) aboveFeatures(f, sheet, p)
  if (p.last && next) belowFeatures(f, sheet, p)
}

const SIGNS: Values = ['-1', '0', '1']
const ABOVE_BREAKS = evidence`above-breaks`
const ABOVE_BREAKS_KIND = evidence`above-breaks&kind=${KINDS}`
const LEVELS = evidence`levels=${upTo(1)}${upTo(1)}${['=', '<', '>']}`
const LONGER = evidence`longer=${SIGNS}`
const ABOVE_CUE = evidence`above:${CUES.map((c) => c.name)}`
const SAYS_BELOW = cuesOf(
  'dash-tail',
  'dash-head',
  'square-head',
  'jump-head',
  'bracket-tail',
  'photo-take',
  'report-end',
  'org-end',
  'jump-turn',
  'note-tail',
  'addressee',
  'label-word',
  'paper-name',
  'section-name',
  'folio-page',
  'bullet',
  'says-tail',
)

function aboveFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const line = sheet.lines[p.line]!
  const above = sheet.lines[p.line - 1]!
  if (above.broken && line.gap === 0) f.push(ABOVE_BREAKS(), ABOVE_BREAKS_KIND(p.look.kind))
  if (above.level > 0 || line.level > 0)
    f.push(
      LEVELS(
        Math.sign(above.level),
        Math.sign(line.level),
        above.level === line.level ? 0 : above.level < line.level ? 1 : 2,
      ),
    )
  const last = sheet.looks[p.line - 1]!
  if (last.size < 40 && p.look.size < 40) f.push(LONGER(compared(p.look, last)))
  pushMarked(f, last, SAYS_BELOW, ABOVE_CUE)
}

const BREAKS = evidence`breaks`
const BREAKS_KIND = evidence`breaks&kind=${KINDS}`
const BELOW_MARKED = evidence`below-marked`
const BELOW_MARKED_KIND = evidence`below-marked&kind=${KINDS}`
const SHORTER = evidence`shorter=${SIGNS}`
const BELOW_CUE = evidence`below:${CUES.map((c) => c.name)}`
const SAYS_ABOVE = cuesOf(
  'dash-tail',
  'dash-head',
  'dateline',
  'reporter-head',
  'jump-head',
  'photo-take',
  'photo-tail',
  'photo-given',
  'photo-text',
  'keyword',
  'date-day-head',
  'opener',
  'addressee',
  'number-head',
  'bullet',
  'section-name',
  'folio-page',
)

function belowFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const next = sheet.lines[p.line + 1]!
  const below = sheet.looks[p.line + 1]!
  if (sheet.lines[p.line]!.broken && next.gap === 0) f.push(BREAKS(), BREAKS_KIND(p.look.kind))
  pushMarked(f, below, SAYS_ABOVE, BELOW_CUE)
  if (next.level > 0) f.push(BELOW_MARKED(), BELOW_MARKED_KIND(p.look.kind))
  if (below.size < 40 && p.look.size < 40) f.push(SHORTER(compared(p.look, below)))
}

/** How a piece's size compares with a neighbour's, by the number of `SIGNS`; less than three characters count for nothing. */
const compared = (own: Look, other: Look): number => Math.sign(Math.trunc((own.size - other.size) / 3)) + 1

function pushMarked(f: number[], look: Look, marks: Uint8Array, name: (cue: number) => number): void {
  for (const n of look.cues) if (marks[n] === 1) f.push(name(n))
}

const PLACES = upTo(4)
const LENGTHS = upTo(5)
const RUN = evidence`run=${PLACES}/${LENGTHS}`
const RUN_AFTER = evidence`run=${PLACES}/${LENGTHS}&after=${BESIDE}`
const RUN_BEFORE = evidence`run=${PLACES}/${LENGTHS}&before=${BESIDE}`
const RUN_LAST = evidence`run:last=${NO_YES}&after=${BESIDE}&kind=${KINDS}`
const RUN_LONGEST = evidence`run:longest=${NO_YES}&place=${PLACES}/${LENGTHS}`
const RUN_SIZE = evidence`run:size=${SIZES}&place=${PLACES}/${LENGTHS}`
const RUN_ENDS = evidence`run:ends=${CHARACTERS}&place=${PLACES}/${LENGTHS}`
const RUN_GROUPS = evidence`run:groups=${upTo(3)}&place=${PLACES}/${LENGTHS}`
const RUN_COMMAS = evidence`run:commas=${upTo(2)}&place=${PLACES}/${LENGTHS}`
const RUN_ABOVE = evidence`run:above=${GAPS}&place=${PLACES}/${LENGTHS}&after=${BESIDE}`

/** Where the line stands in its run of heading-like lines, what comes before and after the run, and how its length compares. */
export function runFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const { first, last, longest } = sheet.runs[p.line]!
  const { look } = p
  if (
    first === last &&
    look.kind !== KIND.short &&
    look.kind !== KIND.label &&
    look.kind !== KIND.cut &&
    look.kind !== KIND.asked
  )
    return
  const length = Math.min(last - first + 1, 5)
  const place = Math.min(p.line - first, 4)
  const after = besideAt(sheet, last + 1)
  f.push(
    RUN(place, length),
    RUN_AFTER(place, length, after),
    RUN_BEFORE(place, length, besideAt(sheet, first - 1)),
    RUN_LAST(+(p.line === last), after, look.kind),
  )
  if (length === 1) return
  f.push(
    RUN_LONGEST(+(p.line === longest), place, length),
    RUN_SIZE(sizeOf(look.size), place, length),
    RUN_ENDS(characterOf(look.ends), place, length),
    RUN_GROUPS(Math.min(look.groups, 3), place, length),
    RUN_COMMAS(Math.min(look.commas, 2), place, length),
  )
  if (p.first && p.line > first) pairFeatures(f, sheet, p.line - 1, UNDER)
  if (p.last && p.line < last) pairFeatures(f, sheet, p.line, OVER)
  if (p.line > first) f.push(RUN_ABOVE(gapOf(sheet.lines[p.line]!.gap, sheet.gap, p.line), place, length, after))
}

const SIDES: Values = ['over', 'under']
const [OVER, UNDER] = [0, 1] as const
const TWO_TAGS = evidence`two:${SIDES}&tags=${TAGS}-${TAGS}`
const TWO_WORD = evidence`two:${SIDES}&word=${NO_YES}`
const TWO_DANGLING = evidence`two:${SIDES}&dangling`
const TWO_OPEN = evidence`two:${SIDES}&quote=${['kept-open', 'closed']}`
/** Longer lines are no headings. */
const LONGEST = 40

/** Two lines of a run, one under the other: halves of one heading may part a phrase or a quotation; a kicker and its headline are two sayings. */
function pairFeatures(f: number[], sheet: Sheet, line: number, side: number): void {
  const over = sheet.looks[line]!
  const under = sheet.looks[line + 1]!
  if (over.size > LONGEST || under.size > LONGEST) return
  if (over.quotes > 0) f.push(TWO_OPEN(side, +(under.quotes < 0)))
  if (DANGLING.has(over.ends)) f.push(TWO_DANGLING(side))
  if (!sheet.words || characterOf(over.ends) !== HAN || characterOf(under.begins) !== HAN) return
  f.push(TWO_WORD(side, +sheet.words.across(over.text, under.text)))
  f.push(TWO_TAGS(side, lastSort(sheet.words, over), firstSort(sheet.words, under)))
}

export const isBodyAt = (sheet: Sheet, line: number): boolean => {
  const kind = sheet.looks[line]?.kind
  return kind === KIND.body || kind === KIND.cut || kind === KIND.dated || kind === KIND.brief
}

/** What stands at a line, by the number of `BESIDE`. */
function besideAt(sheet: Sheet, line: number): number {
  if (line < 0) return TOP
  if (line >= sheet.looks.length) return END
  const { kind } = sheet.looks[line]!
  if (sheet.lines[line]!.level === 0) return kind
  return kind === KIND.short || kind === KIND.cut || kind === KIND.asked ? HEADING : HEADING + 1 + kind
}

/** How many blank lines stand above, by the number of `GAPS`. */
const gapOf = (gap: number, usual: number, line: number): number =>
  line === 0 ? 0 : gap === usual ? 1 : gap > usual ? 2 : gap === 0 ? 3 : 4

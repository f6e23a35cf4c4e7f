/** What one look at a piece of a line tells: its size, its ends, its balance, and which cues stand in it. */
import { CUES, WINDOW } from './cues.ts'
import { kindOf } from './kinds.ts'
import { codesOf } from './classes.ts'
import { BLANKS } from './lines.ts'
import { namesIn } from './names-in.ts'
import { sieveOf } from './sieve.ts'
import { unitsOf } from './units.ts'

export type Look = {
  readonly text: string
  /** The first and the last code unit of the text. */
  readonly begins: number
  readonly ends: number
  /** Characters that are not blank; counted up to `COUNTED`. */
  readonly size: number
  /** The numbers of the cues, ascending. */
  readonly cues: readonly number[]
  /** The piece ends as a sentence does, or as a quotation that ends one does. */
  readonly ended: boolean
  readonly commas: number
  readonly stops: number
  /** Runs of characters between blanks. */
  readonly groups: number
  /** Opening minus closing quotation marks, and brackets. */
  readonly quotes: number
  readonly brackets: number
  /** Twice the number of names that the piece consists of; 1 where it only may be names. */
  readonly names: number
  readonly digits: number
  /** A number of `KIND`. */
  readonly kind: number
}

/** Longer pieces are looked at by their ends only: this many characters from each. */
const COUNTED = 3000

/** A look at `whole`, which begins and ends with no blank; its code units stand in `within` from `at` on. */
export function lookAt(whole: string, within: Uint16Array = unitsOf(whole), at = 0): Look {
  if (whole.length > 2 * COUNTED) return lookAt(whole.slice(0, COUNTED) + whole.slice(-COUNTED))
  const to = at + whole.length
  const c = count(within, at, to)
  const cues = cuesIn(whole, within, at, c.size)
  const ended = endsSentence(within, at, to)
  const names = c.size <= 60 ? namesIn(whole, within, at, c.dressed, c.groups) : 0
  const kind = kindOf(cues, c, ended, names)
  return {
    text: whole,
    begins: whole === '' ? 0 : within[at]!,
    ends: whole === '' ? 0 : within[to - 1]!,
    size: c.size,
    cues,
    ended,
    commas: c.commas,
    stops: c.stops,
    groups: c.groups,
    quotes: c.quotes,
    brackets: c.brackets,
    names,
    digits: c.digits,
    kind,
  }
}

/** The same look with another size and kind; written out, so that all looks have one shape and are read as fast. */
export function resized(look: Look, size: number, kind: number): Look {
  const { text, begins, ends, cues, ended, commas, stops, groups, quotes, brackets, names, digits } = look
  return { text, begins, ends, size, cues, ended, commas, stops, groups, quotes, brackets, names, digits, kind }
}

/** What only very short pieces are asked for, and what only pieces shorter than the window. */
const TINY: ReadonlySet<string> = new Set([
  'label-word',
  'law',
  'spaced',
  'slogan',
  'verse',
  'paper-name',
  'section-name',
  'lunar',
  'office',
])
const TINY_SIZE = 26
const BRIEF: ReadonlySet<string> = new Set([
  ...TINY,
  'weekday',
  'question-tail',
  'exclaim-tail',
  'latin',
  'money',
  'score',
  'bracket-all',
  'slash-credit',
  'reporter-dup',
  'folio-page',
  'by-label',
  'keyword',
  'says-tail',
  'scene-tail',
  'at-work',
  'phone',
  'staff',
  'full-date',
  'place-head',
  'place-name',
])

/** Where a cue is looked for in a long piece: a pattern bound to the head (^) or the tail ($) only there. */
const ASKED = CUES.map(({ name, pattern }) => ({
  pattern,
  tiny: TINY.has(name),
  brief: BRIEF.has(name),
  atHead: pattern.source.startsWith('^') || !pattern.source.endsWith('$'),
  atTail: !pattern.source.startsWith('^'),
}))
const sieve = sieveOf(
  CUES.map((c) => c.needs),
  WINDOW,
)

function cuesIn(text: string, units: Uint16Array, at: number, size: number): readonly number[] {
  const long = text.length > WINDOW
  const head = long ? text.slice(0, WINDOW) : text
  const tail = long ? text.slice(-WINDOW) : ''
  const cues: number[] = []
  for (const n of sieve(units, at, at + text.length)) {
    const { pattern, tiny, brief, atHead, atTail } = ASKED[n]!
    const found = long
      ? !brief && ((atHead && pattern.test(head)) || (atTail && pattern.test(tail)))
      : !(tiny && size > TINY_SIZE) && pattern.test(head)
    if (found) cues.push(n)
  }
  return cues
}

const STOPS = codesOf('。！？!?…；;.')
const CLOSERS = codesOf('”’」』）)】》"\'')

/** A full stop or its like stands at the end, closing marks aside. */
function endsSentence(units: Uint16Array, from: number, to: number): boolean {
  let i = to - 1
  while (i > from && i > to - WINDOW && CLOSERS.has(units[i]!)) i--
  return i >= from && STOPS.has(units[i]!)
}

/** The sorts of characters that are counted; `dress` is what may stand around names, as round brackets may too. */
const SORT = {
  blank: 1,
  digit: 2,
  comma: 3,
  stop: 4,
  quote: 5,
  unquote: 6,
  round: 7,
  roundEnd: 8,
  title: 9,
  titleEnd: 10,
  dress: 11,
} as const
const SORTS = new Uint8Array(0x10000)
for (const [chars, sort] of [
  [BLANKS, SORT.blank],
  ['0123456789', SORT.digit],
  ['，,', SORT.comma],
  ['。！？', SORT.stop],
  ['“「', SORT.quote],
  ['”」', SORT.unquote],
  ['（(', SORT.round],
  ['）)', SORT.roundEnd],
  ['《', SORT.title],
  ['》', SORT.titleEnd],
  ['报华约习者讯汛迅论摄撮供:：/／|｜', SORT.dress],
] as const)
  for (const code of unitsOf(chars)) SORTS[code] = sort

/** How many characters of each sort stand in the text that is counted. */
const tally = new Int32Array(12)

function count(units: Uint16Array, from: number, to: number) {
  tally.fill(0)
  for (let i = from; i < to; i++) {
    const sort = SORTS[units[i]!]!
    // most characters are of none
    if (sort !== 0) tally[sort]!++
  }
  const of = (sort: number) => tally[sort]!
  const blanks = of(SORT.blank)
  return {
    size: to - from - blanks,
    commas: of(SORT.comma),
    stops: of(SORT.stop),
    groups: blanks === 0 ? +(from < to) : groupsIn(units, from, to),
    quotes: of(SORT.quote) - of(SORT.unquote),
    brackets: of(SORT.round) + of(SORT.title) - of(SORT.roundEnd) - of(SORT.titleEnd),
    digits: of(SORT.digit),
    dressed:
      of(SORT.dress) + of(SORT.round) + of(SORT.roundEnd) > 0 ||
      (from < to && (DRESS_TAILS.has(units[to - 1]!) || DRESS_HEADS.has(units[from]!))),
  }
}

function groupsIn(units: Uint16Array, from: number, to: number): number {
  let groups = 0
  let before: number = SORT.blank
  for (let i = from; i < to; i++) {
    const sort = SORTS[units[i]!]!
    if (before === SORT.blank && sort !== SORT.blank) groups++
    before = sort
  }
  return groups
}

/** 张三文, ■张三: what may stand right behind a name, and right before it. */
const DRESS_TAILS = codesOf('文图作')
const DRESS_HEADS = codesOf('■□▲●◎◆★☆※')

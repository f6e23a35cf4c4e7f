/** The evidence about sentences that were cut: whether a piece goes on with the one before, and whether its own goes on further down. */
import { CHARACTERS, HAN, SIZES, characterOf, codesOf, sizeOf, upTo } from './classes.ts'
import { CUES, cue, cuesOf } from './cues.ts'
import { NO_YES, evidence } from './evidence.ts'
import type { Values } from './evidence.ts'
import { firstSort, lastSort } from './features-wording.ts'
import { INDENTS, indentAt } from './features-column.ts'
import { LOST } from './lost.ts'
import { isCounted } from './measures.ts'
import type { Line } from './lines.ts'
import type { Piece } from './piece.ts'
import { TAGS } from './reading.ts'
import type { Sheet } from './sheet.ts'
import { KIND, KINDS } from './kinds.ts'
import { LETTERS, letterOf } from './letters.ts'
import { COLUMN } from './columns.ts'
import { USED } from './usage.ts'

const BACK = upTo(4)
const JOIN_ILLEGAL = evidence`join:head=illegal`
const JOIN_PARTICLE = evidence`join:head=particle`
const JOIN_NONE = evidence`join=none`
const JOIN_NONE_OPENER = evidence`join=none&opener`
const JOIN_SOME = evidence`join=some`
const JOIN_BACK = evidence`join:back=${BACK}`
const JOIN_TAIL = evidence`join:tail=${CHARACTERS}`
const JOIN_TAIL_HEAD = evidence`join:tail=${CHARACTERS}&head=${CHARACTERS}`
const JOIN_SIZE = evidence`join:size=${SIZES}`
const JOIN_COLUMN = evidence`join:column&size=${SIZES}`
const JOIN_BACK_KIND = evidence`join:back=${BACK}&kind=${KINDS}`
const JOIN_ENDED = evidence`join:ended=${NO_YES}`
const JOIN_QUOTE = evidence`join:quote-${['unopened', 'stays-open', 'closes']}`
const JOIN_OPENER = evidence`join:head=opener`
const JOIN_CLEAR = evidence`join:head=clear`
const JOIN_DATELINE = evidence`join:head=dateline`
const JOIN_BULLET = evidence`join:head=bullet`
const JOIN_DANGLING = evidence`join:dangling`
const EXTENTS: Values = ['brief', 'long']
const JOIN_FROM = evidence`join:from=${EXTENTS}`
const JOIN_FROM_TAIL = evidence`join:from=${EXTENTS}&tail=${CHARACTERS}&back=${BACK}`
const JOIN_WORD = evidence`join:word=${NO_YES}`
const JOIN_FIRST = evidence`join:first=${LETTERS}`
const JOIN_LAST = evidence`join:last=${LETTERS}`
const JOIN_SINCE = evidence`join:since=${SIZES}`
const JOIN_TAGS = evidence`join:tags=${TAGS}-${TAGS}`
const JOIN_BRIEF = evidence`join:brief-around=${upTo(4)}&from=${EXTENTS}&size=${SIZES}`
const JOIN_VERSE = evidence`join:brief-around=${upTo(4)}&marks-around=${upTo(4)}&column=${['none', 'short', 'full']}`
const JOIN_ROW = evidence`join:row=${upTo(2)}&back=${BACK}`
const JOIN_BEGINS = evidence`join:begins=${upTo(2)}&amid=${NO_YES}`
const JOIN_ENDS = evidence`join:ends=${NO_YES}`
const JOIN_MEASURE = evidence`join:measure=${NO_YES}`
const JOIN_LOST = evidence`join:lost=${LOST}&indent=${INDENTS}`
const JOIN_LOST_WORD = evidence`join:lost=${LOST}&word=${NO_YES}`
const JOIN_USED = evidence`join:used=${USED}`
const OPENER = cue('opener')
const CLEAR = cue('opener-clear')
const PARTICLE = cue('leading-particle')
const ILLEGAL = cue('illegal-head')
const DATELINE = cue('dateline')
const BULLET = cue('bullet')

/** Whether the piece may go on with the sentence that was open before it. */
export function joinFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const from = sheet.open[p.line]!
  const { look } = p
  const { cues } = look
  // where each printed line is a line, open ends are the rule: what is said of such pages is said of them alone
  const inLines = sheet.width > 0
  if (cues.includes(ILLEGAL)) f.push(JOIN_ILLEGAL())
  if (cues.includes(PARTICLE)) f.push(JOIN_PARTICLE())
  if (from < 0) {
    if (!inLines) f.push(JOIN_NONE())
    if (cues.includes(OPENER)) f.push(JOIN_NONE_OPENER())
    return
  }
  const tail = sheet.looks[from]!
  const back = Math.min(p.line - from, 4)
  const end = characterOf(tail.ends)
  const begin = characterOf(look.begins)
  if (!inLines)
    f.push(
      JOIN_SOME(),
      JOIN_BACK(back),
      JOIN_TAIL(end),
      JOIN_TAIL_HEAD(end, begin),
      JOIN_BACK_KIND(back, look.kind),
      JOIN_ENDED(+look.ended),
    )
  f.push(
    // the last line of a paragraph in a column is as short as it happens to be
    sheet.column[p.line] === COLUMN.none ? JOIN_SIZE(sizeOf(look.size)) : JOIN_COLUMN(sizeOf(look.size)),
  )
  if (tail.quotes > 0) f.push(JOIN_QUOTE(look.quotes < 0 ? 2 : 1))
  else if (look.quotes < 0) f.push(JOIN_QUOTE(0))
  if (cues.includes(OPENER)) f.push(JOIN_OPENER())
  if (cues.includes(CLEAR)) f.push(JOIN_CLEAR())
  if (cues.includes(DATELINE)) f.push(JOIN_DATELINE())
  if (cues.includes(BULLET)) f.push(JOIN_BULLET())
  if (DANGLING.has(tail.ends)) f.push(JOIN_DANGLING())
  const extent = tail.size < 20 ? 0 : 1
  if (!inLines) f.push(JOIN_FROM(extent), JOIN_FROM_TAIL(extent, end, back))
  // lines of verse, lists and tables end without a mark and do not go on
  const brief = sheet.brief[p.line]!
  if (sheet.column[p.line] === COLUMN.none) f.push(JOIN_BRIEF(brief, extent, sizeOf(look.size)))
  if (brief > 1) f.push(JOIN_VERSE(brief, sheet.marks[p.line]!, sheet.column[p.line]!))
  if (sheet.rows[p.line]! > 0) f.push(JOIN_ROW(sheet.rows[p.line]!, back))
  // a tail that ends as a sentence does not, for want of its mark, is told by its last word and by what could not begin a sentence
  f.push(JOIN_SINCE(sizeOf(sinceStop(sheet.lines[from]!))))
  if (begin === HAN) f.push(JOIN_FIRST(letterOf(look.begins)))
  if (end === HAN) f.push(JOIN_LAST(letterOf(tail.ends)))
  const counted = isCounted(tail.ends, look.begins)
  if (counted >= 0) f.push(JOIN_MEASURE(counted))
  if (end === HAN && p.first) f.push(JOIN_LOST(sheet.lost, indentAt(sheet, p.line)))
  if (end === HAN && begin === HAN) f.push(JOIN_USED(sheet.usage.across(tail.text, look.text)))
  if (p.first && begin === HAN) f.push(JOIN_BEGINS(sheet.usage.begins(look.text), +sheet.usage.amid(look.text)))
  if (end === HAN) f.push(JOIN_ENDS(+sheet.usage.ends(tail.text)))
  if (!sheet.words || end !== HAN || begin !== HAN) return
  const word = +sheet.words.across(tail.text, look.text)
  f.push(JOIN_WORD(word), JOIN_LOST_WORD(sheet.lost, word))
  f.push(JOIN_TAGS(lastSort(sheet.words, tail), firstSort(sheet.words, look)))
}

const STOPS = codesOf('。！？；')
/** So far back the last full stop is looked for. */
const SINCE = 141

/** How many characters stand after the last full stop. */
function sinceStop({ units, start, end }: Line): number {
  let i = end - 1
  while (i >= start && end - i < SINCE && !STOPS.has(units[i]!)) i--
  return end - 1 - i
}

/** Words that a sentence cannot end with: after one of them the piece was cut. */
export const DANGLING = codesOf('的和与及或在是将对把为以从到向被让使并而且等其该各于由')

const ONWARD_DANGLING = evidence`onward:dangling`
const ONWARD_NONE = evidence`onward=none`
const ONWARD_TAIL = evidence`onward:tail=${CHARACTERS}&head=${CHARACTERS}&${EXTENTS}`
const ONWARD_BACK = evidence`onward:back=${BACK}&${EXTENTS}`
const ONWARD_CUE = evidence`onward:${CUES.map((c) => c.name)}&${EXTENTS}`
const SAYS_ONWARD = cuesOf('opener', 'opener-clear', 'leading-particle', 'illegal-head', 'dateline', 'bullet')
const ONWARD_QUOTE = evidence`onward:quote=${NO_YES}&${EXTENTS}`
const ONWARD_BEGINS = evidence`onward:begins=${upTo(2)}&amid=${NO_YES}`
const ONWARD_ENDS = evidence`onward:ends=${NO_YES}`
const ONWARD_MEASURE = evidence`onward:measure=${NO_YES}`
const ONWARD_LOST = evidence`onward:lost=${LOST}&indent=${INDENTS}`
const ONWARD_LOST_WORD = evidence`onward:lost=${LOST}&word=${NO_YES}`
const ONWARD_USED = evidence`onward:used=${USED}&${EXTENTS}`
const ONWARD_WORD = evidence`onward:word=${NO_YES}&${EXTENTS}`
const ONWARD_TAG = evidence`onward:tag=${TAGS}&${[...EXTENTS, 'line']}`

/** Shorter pieces may be headings, which have no full stop to lose. */
const TEXT = 26

/** Whether the sentence of an unfinished piece may go on in the next body line. */
export function onwardFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const own = p.look
  if (own.ended || !p.last) return
  if (DANGLING.has(own.ends)) f.push(ONWARD_DANGLING())
  const next = nextBody(sheet, p.line)
  if (next < 0) {
    f.push(ONWARD_NONE())
    return
  }
  const look = sheet.looks[next]!
  const end = characterOf(own.ends)
  const begin = characterOf(look.begins)
  const extent = own.size < 20 ? 0 : 1
  if (sheet.width === 0) f.push(ONWARD_TAIL(end, begin, extent), ONWARD_BACK(Math.min(next - p.line, 4), extent))
  for (const n of look.cues) if (SAYS_ONWARD[n] === 1) f.push(ONWARD_CUE(n, extent))
  if (own.quotes > 0) f.push(ONWARD_QUOTE(+(look.quotes < 0), extent))
  const counted = isCounted(own.ends, look.begins)
  if (counted >= 0) f.push(ONWARD_MEASURE(counted))
  if (end === HAN && own.size >= TEXT) f.push(ONWARD_LOST(sheet.lost, indentAt(sheet, next)))
  if (end === HAN && begin === HAN) f.push(ONWARD_USED(sheet.usage.across(own.text, look.text), extent))
  if (begin === HAN) f.push(ONWARD_BEGINS(sheet.usage.begins(look.text), +sheet.usage.amid(look.text)))
  if (end === HAN) f.push(ONWARD_ENDS(+sheet.usage.ends(own.text)))
  if (!sheet.words || end !== HAN) return
  if (begin === HAN) {
    const word = +sheet.words.across(own.text, look.text)
    f.push(ONWARD_WORD(word, extent))
    if (own.size >= TEXT) f.push(ONWARD_LOST_WORD(sheet.lost, word))
  }
  f.push(ONWARD_TAG(lastSort(sheet.words, own), own.size < 20 ? 0 : own.size < 60 ? 1 : 2))
}

const BRIDGE_HEAD = evidence`bridge:head=${CHARACTERS}&back=${BACK}`
const BRIDGE_CUE = evidence`bridge:${CUES.map((c) => c.name)}`
const BRIDGE_QUOTE = evidence`bridge:quote=${NO_YES}`
const BRIDGE_WORD = evidence`bridge:word=${NO_YES}&own=${NO_YES}`
const BRIDGE_MEASURE = evidence`bridge:measure=${NO_YES}&own=${NO_YES}`
const BRIDGE_FIRST = evidence`bridge:first=${LETTERS}`
const BRIDGE_USED = evidence`bridge:used=${USED}&own=${USED}`
const BRIDGE_TAGS = evidence`bridge:tags=${TAGS}-${TAGS}`
/** What gets between the halves of a paragraph is no longer than this. */
const WEDGE = 60

/** Whether the sentence that was open before a small piece goes on after it rather than in it: a caption or half a heading got between. */
export function bridgeFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const from = sheet.open[p.line]!
  const { look } = p
  if (from < 0 || !p.first || !p.last || look.size > WEDGE) return
  const next = nextBody(sheet, p.line)
  if (next < 0) return
  const tail = sheet.looks[from]!
  const after = sheet.looks[next]!
  const begin = characterOf(after.begins)
  f.push(BRIDGE_HEAD(begin, Math.min(p.line - from, 4)))
  if (look.kind === KIND.short) halfFeatures(f, sheet, p.line, from)
  for (const n of after.cues) if (SAYS_ONWARD[n] === 1) f.push(BRIDGE_CUE(n))
  if (tail.quotes > 0) f.push(BRIDGE_QUOTE(+(after.quotes < 0 && look.quotes >= 0)))
  const counted = isCounted(tail.ends, after.begins)
  if (counted >= 0) f.push(BRIDGE_MEASURE(counted, Math.max(0, isCounted(tail.ends, look.begins))))
  if (begin === HAN) f.push(BRIDGE_FIRST(letterOf(after.begins)))
  if (begin !== HAN || characterOf(tail.ends) !== HAN) return
  f.push(BRIDGE_USED(sheet.usage.across(tail.text, after.text), sheet.usage.across(tail.text, look.text)))
  if (!sheet.words) return
  f.push(BRIDGE_TAGS(lastSort(sheet.words, tail), firstSort(sheet.words, after)))
  const own = characterOf(look.begins) === HAN && sheet.words.across(tail.text, look.text)
  f.push(BRIDGE_WORD(+sheet.words.across(tail.text, after.text), +own))
}

const EVEN: Values = ['even', 'near', 'odd']
const HALF = evidence`half:bodies=${upTo(4)}&sizes=${EVEN}`
const HALF_RUN = evidence`half:bodies=${upTo(4)}&lines=${upTo(3)}`

/** The other half of a heading stands right before the fragment that got between them, and alone. */
function halfFeatures(f: number[], sheet: Sheet, line: number, from: number): void {
  let bodies = 0
  for (let i = from; i >= 0 && i > from - 8; i--) {
    const { kind, size } = sheet.looks[i]!
    if (kind === KIND.body || kind === KIND.cut || kind === KIND.dated) bodies++
    if (kind !== KIND.short) continue
    const apart = Math.abs(size - sheet.looks[line]!.size)
    const { first, last } = sheet.runs[i]!
    f.push(
      HALF(Math.min(bodies, 4), apart === 0 ? 0 : apart < 3 ? 1 : 2),
      HALF_RUN(Math.min(bodies, 4), Math.min(last - first, 3)),
    )
    return
  }
}

/** The next line that could be body text, over what a picture or a crosshead puts between; −1 for none near. */
function nextBody(sheet: Sheet, line: number): number {
  for (let i = line + 1; i < sheet.lines.length && i <= line + 5; i++) {
    const { kind, size } = sheet.looks[i]!
    if (sheet.lines[i]!.level > 0) return -1
    if (kind === KIND.body || kind === KIND.dated || (kind === KIND.cut && size > 26) || kind === KIND.brief) return i
  }
  return -1
}

/** The evidence about one piece: numbers of what was seen, each weighed for every role by the learned table. */
import { CHARACTERS, SIZES, characterOf, codesOf, sizeOf, upTo } from './classes.ts'
import { CUES, cuesOf } from './cues.ts'
import { NO_YES, evidence } from './evidence.ts'
import { isBodyAt, neighbourFeatures, runFeatures } from './features-around.ts'
import { DANGLING, bridgeFeatures, joinFeatures, onwardFeatures } from './features-join.ts'
import { settingFeatures } from './features-setting.ts'
import { returnFeatures } from './features-return.ts'
import { shapeFeatures } from './features-shape.ts'
import { wordingFeatures } from './features-wording.ts'
import { isBlank } from './lines.ts'
import { KIND, KINDS } from './kinds.ts'
import type { Look } from './look.ts'
import type { Piece } from './piece.ts'
import { alikeUpTo } from './setting.ts'
import type { Sheet } from './sheet.ts'

/** The numbers of everything seen about `piece`; pure, the same for the same page. */
export function featuresOf(sheet: Sheet, piece: Piece): readonly number[] {
  const f: number[] = [ANY()]
  ownFeatures(f, piece.look)
  placeFeatures(f, sheet, piece)
  neighbourFeatures(f, sheet, piece)
  runFeatures(f, sheet, piece)
  joinFeatures(f, sheet, piece)
  onwardFeatures(f, sheet, piece)
  bridgeFeatures(f, sheet, piece)
  returnFeatures(f, sheet, piece)
  settingFeatures(f, sheet, piece)
  wordingFeatures(f, sheet, piece)
  shapeFeatures(f, sheet, piece)
  return f
}

const ANY = evidence`any`
const SIZE = evidence`size=${SIZES}`
const IS_KIND = evidence`kind=${KINDS}`
const ENDED = evidence`ended=${NO_YES}`
const SIZE_ENDED = evidence`size=${SIZES}&ended=${NO_YES}`
const END = evidence`end=${CHARACTERS}`
const BEGIN = evidence`begin=${CHARACTERS}`
const CUE_NAMES = CUES.map((c) => c.name)
const HAS_CUE = evidence`cue:${CUE_NAMES}`
const HAS_CUE_BRIEF = evidence`cue:${CUE_NAMES}&brief`
const QUOTES = evidence`quote-${['unopened', 'left-open']}`
const BRACKETS = evidence`bracket-${['unopened', 'left-open']}`
const COMMAS = evidence`commas=${upTo(3)}`
const STOPS = evidence`stops=${upTo(3)}`
const NAME_COUNTS = ['0', '0.5', '1', '2', '3', 'many']
const NAMES = evidence`names=${NAME_COUNTS}`
const GROUPS = evidence`groups=${upTo(5)}`
const GROUPS_COMMAS = evidence`groups=${upTo(5)}&commas=${upTo(2)}`
const DIGITS = evidence`digits=${['some', 'most']}`

function ownFeatures(f: number[], l: Look): void {
  const size = sizeOf(l.size)
  const ended = +l.ended
  f.push(
    SIZE(size),
    IS_KIND(l.kind),
    ENDED(ended),
    SIZE_ENDED(size, ended),
    END(characterOf(l.ends)),
    BEGIN(characterOf(l.begins)),
  )
  for (const n of l.cues) f.push(HAS_CUE(n))
  if (l.size <= 40) for (const n of l.cues) if (PAIRED[n]) f.push(HAS_CUE_BRIEF(n))
  if (l.quotes !== 0) f.push(QUOTES(+(l.quotes > 0)))
  if (l.brackets !== 0) f.push(BRACKETS(+(l.brackets > 0)))
  const names = l.names > 6 ? NAME_COUNTS.length - 1 : l.names < 2 ? l.names : 1 + l.names / 2
  f.push(COMMAS(Math.min(l.commas, 3)), STOPS(Math.min(l.stops, 3)), NAMES(names))
  if (l.size < 60) f.push(GROUPS(Math.min(l.groups, 5)), GROUPS_COMMAS(Math.min(l.groups, 5), Math.min(l.commas, 2)))
  if (l.digits > 0) f.push(DIGITS(+(l.digits * 3 > l.size)))
}

/** Cues that say something else of a brief piece than of a long one. */
const PAIRED = cuesOf(
  'photo-tail',
  'photo-take',
  'photo-given',
  'picture-ref',
  'picture-in',
  'date-head',
  'reporter-any',
  'jump-see',
  'note-head',
  'bracket-all',
  'question',
  'question-tail',
  'square-head',
  'section-name',
  'paper-name',
  'bullet',
  'dash-tail',
  'dash-head',
  'says',
  'says-tail',
  'ask-head',
)

/** Whether headings are marked on the page, and this line is. */
const MARKS = ['none', 'no', 'yes']
const IS_MARKED = evidence`marks=${MARKS}`
const MARKED_KIND = evidence`marks=${MARKS}&kind=${KINDS}`
const LEVEL = evidence`level=${upTo(3)}`
const MID_LINE = ['mid', 'line']
const CUT = evidence`cut=${MID_LINE}-${MID_LINE}`
const CUT_KIND = evidence`cut=${MID_LINE}-${MID_LINE}&kind=${KINDS}`
const GLUED_BEFORE = evidence`glued-before=${upTo(4)}`
const GLUED_AFTER = evidence`glued-after=${upTo(4)}`
const GLUED_SIZE = evidence`glued-after&size=${SIZES}`
const SHARES = upTo(4)
const SHARE = evidence`share=${SHARES}&groups=${upTo(4)}&cut=${MID_LINE}-${MID_LINE}`
const SHARE_KIND = evidence`share=${SHARES}&kind=${KINDS}`
const PAGE_TOP = evidence`page-top`
const PAGE_END = evidence`page-end`
const NEAR_TOP = evidence`near-top`
const NEAR_TOP_KIND = evidence`near-top&kind=${KINDS}`

function placeFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const line = sheet.lines[p.line]!
  const { kind } = p.look
  const marks = sheet.marked ? (line.level > 0 ? 2 : 1) : 0
  const [first, last] = [+p.first, +p.last]
  f.push(IS_MARKED(marks), MARKED_KIND(marks, kind))
  if (line.level > 0) f.push(LEVEL(Math.min(line.level, 3)))
  f.push(CUT(first, last), CUT_KIND(first, last, kind))
  if (p.glueBefore > 0) f.push(GLUED_BEFORE(Math.min(4, Math.floor(p.glueBefore))))
  if (p.glueAfter > 0) f.push(GLUED_AFTER(Math.min(4, Math.floor(p.glueAfter))), GLUED_SIZE(sizeOf(p.look.size)))
  if (!(p.first && p.last) && line.text.length <= 40) balanceFeatures(f, sheet, p)
  if (p.line === 0) f.push(PAGE_TOP())
  if (p.line === sheet.lines.length - 1) f.push(PAGE_END())
  if (p.line < 4) f.push(NEAR_TOP(), NEAR_TOP_KIND(kind))
  if (kind === KIND.cut && p.look.size < 36 && p.look.stops === 0)
    coupletFeatures(f, p.look, isBodyAt(sheet, p.line - 1), isShutBefore(sheet, p.line))
  if (kind === KIND.short || kind === KIND.label || kind === KIND.asked) shortFeatures(f, sheet, p, marks)
}

/** How much of its line a piece is: halves of one heading are even, a badge is much smaller than what it is glued to. */
function balanceFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const whole = sheet.looks[p.line]!
  const ratio = p.look.size / whole.size
  const share = ratio < 0.25 ? 0 : ratio < 0.42 ? 1 : ratio < 0.58 ? 2 : ratio < 0.75 ? 3 : 4
  f.push(SHARE(share, Math.min(whole.groups, 4), +p.first, +p.last), SHARE_KIND(share, p.look.kind))
}

const LONELY = evidence`lonely=${upTo(4)}&marks=${MARKS}`
const SHORT_SIZE = evidence`short&size=${SIZES}&marks=${MARKS}`
const SHORT_UNMARKED = evidence`short-unmarked`
const ALIKE_ALONE = evidence`alike=${upTo(4)}&alone=${NO_YES}`
const ALONE_THROUGH = evidence`alone=${NO_YES}&shut=${NO_YES}&through=${NO_YES}`
const ALONE_ALIKE = evidence`alone=${NO_YES}&shut=${NO_YES}&alike=${upTo(3)}&commas=${upTo(2)}`
const GOES_ON = codesOf('，、：；')

function shortFeatures(f: number[], sheet: Sheet, p: Piece, marks: number): void {
  const { look, line } = p
  f.push(LONELY(Math.min(sheet.lonely, 4), marks), SHORT_SIZE(sizeOf(look.size), marks))
  if (marks === 1) f.push(SHORT_UNMARKED())
  const alike = alikeUpTo(4, sheet.lonelySizes, look.size, 3)
  const alone = isBodyAt(sheet, line - 1) && isBodyAt(sheet, line + 1)
  const shut = isShutBefore(sheet, line)
  const end = look.ends
  f.push(ALIKE_ALONE(alike, +alone), ALONE_THROUGH(+alone, +shut, +(DANGLING.has(end) || GOES_ON.has(end))))
  coupletFeatures(f, look, alone, shut)
  f.push(ALONE_ALIKE(+alone, +shut, Math.min(alike, 3), Math.min(look.commas, 2)))
}

/** The sentence before the line has ended, or nothing is before it. */
const isShutBefore = (sheet: Sheet, line: number): boolean => sheet.looks[line - 1]?.ended ?? true

const EVENNESS = ['even', 'near', 'odd']
const COUPLET = evidence`couplet=${EVENNESS}`
const COUPLET_ALONE = evidence`couplet=${EVENNESS}&alone=${NO_YES}&shut=${NO_YES}`

/** Headings like two halves of one length, parted by a comma or a blank; the first clause of a sentence seldom has them. */
function coupletFeatures(f: number[], { text, size }: Look, alone: boolean, shut: boolean): void {
  const apart = size <= 36 ? halvesApart(text) : -1
  if (apart < 0) return
  const even = apart === 0 ? 0 : apart <= 2 ? 1 : 2
  f.push(COUPLET(even), COUPLET_ALONE(even, +alone, +shut))
}

/** By how much the two halves of a text differ in length; −1 where it has not two. */
function halvesApart(text: string): number {
  let first = -1
  let second = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code !== 0xff0c && code !== 0x2c && !isBlank(code)) continue
    if (second === i) second = i + 1
    else if (first < 0) {
      first = i
      second = i + 1
    } else return -1
  }
  return first < 0 ? -1 : Math.abs(first - (text.length - second))
}

/** The evidence about a piece in how the page is set: indents, lists and rows, what a heading shares with the text around it. */
import { SIZES, codesOf, sizeOf, upTo } from './classes.ts'
import { cohesionOf } from './cohesion.ts'
import type { Cohesion } from './cohesion.ts'
import { echoOf } from './echo.ts'
import { NO_YES, evidence } from './evidence.ts'
import type { Piece } from './piece.ts'
import { INDENTS, columnFeatures, indentAt } from './features-column.ts'
import { KIND, KINDS } from './kinds.ts'
import type { Sheet } from './sheet.ts'
import { OPENINGS } from './openings.ts'
import { PICTURED } from './pictures.ts'
import { alikeUpTo } from './setting.ts'

const INDENT = evidence`indent=${INDENTS}`
const INDENT_KIND = evidence`indent=${INDENTS}&kind=${KINDS}`
const INDENT_OPEN = evidence`indent=${INDENTS}&open=${NO_YES}`
const INDENT_BELOW = evidence`indent=${INDENTS}&below=${INDENTS}`
export function settingFeatures(f: number[], sheet: Sheet, p: Piece): void {
  if (!p.first) return
  const { kind } = p.look
  const indent = indentAt(sheet, p.line)
  f.push(INDENT(indent), INDENT_KIND(indent, kind))
  if (indent > 0)
    f.push(INDENT_OPEN(indent, +(sheet.open[p.line]! >= 0)), INDENT_BELOW(indent, indentAt(sheet, p.line + 1)))
  if (p.last) {
    const brief = sheet.brief[p.line]!
    f.push(BRIEF_AROUND(brief, sizeOf(p.look.size)), BRIEF_KIND(brief, kind))
    const row = sheet.rows[p.line]!
    if (row > 0) f.push(ROW(row, kind), ROW_SIZE(row, sizeOf(p.look.size)))
    listFeatures(f, sheet, p)
    if (brief > 1) f.push(MARKS_AROUND(sheet.marks[p.line]!, kind, brief))
  }
  if (sheet.pictured[p.line]! > 0) pictureFeatures(f, sheet, p)
  columnFeatures(f, sheet, p)
  if (p.last && (kind === KIND.short || kind === KIND.label || kind === KIND.asked || sheet.lines[p.line]!.level > 0))
    echoFeatures(f, sheet, p)
}

const BRIEF_AROUND = evidence`brief-around=${upTo(4)}&size=${SIZES}`
const BRIEF_KIND = evidence`brief-around=${upTo(4)}&kind=${KINDS}`
const ROW = evidence`row=${upTo(2)}&kind=${KINDS}`
const ROW_SIZE = evidence`row=${upTo(2)}&size=${SIZES}`
const MARKS_AROUND = evidence`marks-around=${upTo(4)}&kind=${KINDS}&brief-around=${upTo(4)}`

const PICTURE = evidence`picture=${PICTURED}&kind=${KINDS}`
const PICTURE_SIZE = evidence`picture=${PICTURED}&size=${SIZES}&ended=${NO_YES}`
const PICTURE_OPEN = evidence`picture=${PICTURED}&open=${NO_YES}&marked=${NO_YES}`

function pictureFeatures(f: number[], sheet: Sheet, { line, look }: Piece): void {
  const side = sheet.pictured[line]!
  f.push(PICTURE(side, look.kind), PICTURE_SIZE(side, sizeOf(look.size), +look.ended))
  f.push(PICTURE_OPEN(side, +(sheet.open[line]! >= 0), +(sheet.lines[line]!.level > 0)))
}

const LIST = evidence`list:above=${upTo(2)}&below=${upTo(2)}&ended=${NO_YES}`
const LIST_KIND = evidence`list:alike=${upTo(4)}&kind=${KINDS}`
const LIST_SIZE = evidence`list:alike=${upTo(4)}&size=${SIZES}`
const LIST_MARKS = codesOf('■□▲△▼●○◎◆◇★☆※►▶♦•·①②③④⑤⑥⑦⑧⑨⑩◀▇')
const CIRCLED = codesOf('①②③④⑤⑥⑦⑧⑨⑩')

/** Lines that begin with one mark are the items of a list; a mark that stands alone points at a picture. */
function listFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const own = markAt(sheet, p.line)
  if (own === 0) return
  const above = alikeFrom(sheet, p.line, -1, own)
  const below = alikeFrom(sheet, p.line, 1, own)
  f.push(LIST(above, below, +p.look.ended), LIST_KIND(above + below, p.look.kind))
  f.push(LIST_SIZE(above + below, sizeOf(p.look.size)))
}

/** Items of a list fill so many lines of a column at most. */
const ITEM_LINES = 7

/** How many of the two nearest items above or below begin with the same mark; in a column an item fills several lines. */
function alikeFrom(sheet: Sheet, line: number, step: 1 | -1, own: number): number {
  const most = sheet.width > 0 ? ITEM_LINES : 1
  let alike = 0
  for (let n = 1, i = line + step; n <= 2 * most && alike < 2; n++, i += step) alike += +(markAt(sheet, i) === own)
  return alike
}

/** The mark that a line begins with; numbers in circles are one mark; 0 for none. */
function markAt(sheet: Sheet, line: number): number {
  const code = sheet.looks[line]?.begins ?? 0
  return CIRCLED.has(code) ? 1 : LIST_MARKS.has(code) ? code : 0
}

const ECHO = evidence`echo:after=${upTo(4)}&before=${upTo(3)}`
const ECHO_AFTER = evidence`echo:after=${upTo(4)}&place=${upTo(2)}/${upTo(3)}`
const ECHO_MORE = evidence`echo:${['none', 'before', 'even', 'after']}&kind=${KINDS}`
const PAIRS = evidence`pairs-alike=${upTo(4)}&place=${upTo(1)}`
const PAIR_SIZE = evidence`pair:size=${SIZES}&place=${upTo(1)}`

function echoFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const { first, last } = sheet.runs[p.line]!
  const { after, before } = echoOf(sheet.lines, sheet.looks, p.line, first, last)
  const place = Math.min(p.line - first, 2)
  f.push(
    ECHO(Math.min(after, 4), Math.min(before, 3)),
    ECHO_AFTER(Math.min(after, 4), place, Math.min(last - first, 3)),
  )
  f.push(ECHO_MORE(after + before === 0 ? 0 : 2 + Math.sign(after - before), p.look.kind))
  if (last === first + 1) {
    const size = sheet.looks[first]!.size + sheet.looks[last]!.size
    const alike = alikeUpTo(4, sheet.pairs, size, 4)
    f.push(PAIRS(alike, Math.min(place, 1)), PAIR_SIZE(sizeOf(size), Math.min(place, 1)))
  }
  const { under, alike, signed } = sheet.openings
  const opening = under[first]!
  const length = Math.min(last - first, 2)
  f.push(OPENING(opening, p.look.kind), OPENING_PLACE(opening, place, Math.min(last - first, 3)))
  f.push(OPENING_SIGNED(opening, signed, length), OPENING_ALIKE(opening, Math.min(alike[first]!, 3), length))
  cohesionFeatures(f, cohesionAt(sheet, first, last), p.look.kind, place, Math.min(last - first, 3), opening)
}

/** Shares in per cent; each value holds those up to the number that names it. */
const KIN = ['none', '0', '0.5', '1', '2', '4', '7', '11', '17', '25', 'more']
const KIN_UP_TO = [0, 0.005, 0.01, 0.02, 0.04, 0.07, 0.11, 0.17, 0.25]
const BOUND = ['none', '-20', '-12', '-6', '-2', '0', '2', '5', '9', '14', '20', 'more']
const BOUND_UP_TO = [-0.2, -0.12, -0.06, -0.02, 0, 0.02, 0.05, 0.09, 0.14, 0.2]
const KINSHIP = evidence`kin=${KIN}&kind=${KINDS}`
const KINSHIP_PLACE = evidence`kin=${KIN}&place=${upTo(2)}/${upTo(3)}`
const KIN_ABOVE = evidence`kin-above=${KIN}&place=${upTo(2)}/${upTo(3)}`
const KIN_BELOW = evidence`kin-below=${KIN}&place=${upTo(2)}/${upTo(3)}`
const BINDS = evidence`binds=${BOUND}&kind=${KINDS}`
const BINDS_PLACE = evidence`binds=${BOUND}&place=${upTo(2)}/${upTo(3)}`
const BINDS_OPENING = evidence`binds=${BOUND}&under=${OPENINGS}`

/** What the text around a run of headings has in common; what binds is that, and the heading's words above, but not those below. */
function cohesionFeatures(
  f: number[],
  kin: Cohesion | undefined,
  kind: number,
  place: number,
  length: number,
  opening: number,
): void {
  const text = kin ? 1 + stepOf(kin.text, KIN_UP_TO) : 0
  const bound = kin ? 1 + stepOf(kin.text + kin.above - kin.below, BOUND_UP_TO) : 0
  f.push(KINSHIP(text, kind), KINSHIP_PLACE(text, place, length))
  f.push(BINDS(bound, kind), BINDS_PLACE(bound, place, length), BINDS_OPENING(bound, opening))
  if (!kin) return
  f.push(KIN_ABOVE(1 + stepOf(kin.above, KIN_UP_TO), place, length))
  f.push(KIN_BELOW(1 + stepOf(kin.below, KIN_UP_TO), place, length))
}

function stepOf(value: number, steps: readonly number[]): number {
  let n = 0
  while (n < steps.length && value > steps[n]!) n++
  return n
}

/** Asked for once a run, however many lines it has. */
function cohesionAt(sheet: Sheet, first: number, last: number): Cohesion | undefined {
  if (!sheet.cohesion.has(first)) sheet.cohesion.set(first, cohesionOf(sheet.lines, sheet.looks, first, last))
  return sheet.cohesion.get(first)
}

const OPENING = evidence`under=${OPENINGS}&kind=${KINDS}`
const OPENING_PLACE = evidence`under=${OPENINGS}&place=${upTo(2)}/${upTo(3)}`
const OPENING_SIGNED = evidence`under=${OPENINGS}&signed=${['none', 'few', 'half', 'most']}&run=${upTo(2)}`
const OPENING_ALIKE = evidence`under=${OPENINGS}&in-row=${upTo(3)}&run=${upTo(2)}`

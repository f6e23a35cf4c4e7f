/** The evidence about a line in a column that the OCR did not put together: how it fills the column, and whether text goes on where a full line ends its sentence. */
import { CHARACTERS, HAN, SIZES, characterOf, sizeOf, upTo } from './classes.ts'
import { CUES, cuesOf } from './cues.ts'
import { NO_YES, evidence } from './evidence.ts'
import { KINDS } from './kinds.ts'
import { LETTERS, letterOf } from './letters.ts'
import type { Look } from './look.ts'
import type { Piece } from './piece.ts'
import { TAGS, tagAt } from './reading.ts'
import { COLUMN, FILLS } from './columns.ts'
import type { Sheet } from './sheet.ts'

export const INDENTS = ['unused', 'no', 'yes']

/** Whether a line is indented, by the number of `INDENTS`. */
export const indentAt = (sheet: Sheet, line: number): number =>
  !sheet.indented ? 0 : (sheet.lines[line]?.indent ?? 0) > 0 ? 2 : 1

const COLUMNS = ['none', 'short', 'full']
const LINED = evidence`column=${COLUMNS}`
const LINED_KIND = evidence`column=${COLUMNS}&kind=${KINDS}`
const LINED_ABOVE = evidence`column=${COLUMNS}&above=${COLUMNS}&shut=${NO_YES}`
const LINED_BELOW = evidence`column=${COLUMNS}&below=${COLUMNS}&ended=${NO_YES}`
const LINED_INDENT = evidence`column=${COLUMNS}&above=${COLUMNS}&indent=${INDENTS}`
const FILLED = evidence`fill=${FILLS}&ended=${NO_YES}`
const FILLED_BELOW = evidence`fill=${FILLS}&ended=${NO_YES}&next=${CHARACTERS}`
const FILLED_ABOVE = evidence`fill-above=${FILLS}&shut=${NO_YES}&begin=${CHARACTERS}`
const FILLED_BOTH = evidence`fill-above=${FILLS}&fill=${FILLS}&shut=${NO_YES}&indent=${INDENTS}`

export function columnFeatures(f: number[], sheet: Sheet, p: Piece): void {
  if (sheet.width > 0) linedFeatures(f, sheet, p)
  const column = sheet.column[p.line]!
  const above = sheet.column[p.line - 1] ?? 0
  const below = sheet.column[p.line + 1] ?? 0
  if (column + above + below === 0) return
  const { kind, ended, begins } = p.look
  const indent = indentAt(sheet, p.line)
  const shut = +(sheet.looks[p.line - 1]?.ended ?? true)
  f.push(
    LINED(column),
    LINED_KIND(column, kind),
    LINED_ABOVE(column, above, shut),
    LINED_BELOW(column, below, +ended),
    LINED_INDENT(column, above, indent),
  )
  const fill = sheet.fill[p.line]!
  const over = sheet.fill[p.line - 1] ?? 0
  f.push(FILLED(fill, +ended), FILLED_BELOW(fill, +ended, characterOf(sheet.looks[p.line + 1]?.begins ?? 0)))
  f.push(FILLED_ABOVE(over, shut, characterOf(begins)), FILLED_BOTH(over, fill, shut, indent))
  if (above === COLUMN.full && shut === 1) stopFeatures(f, sheet, p)
}

/** Of a page that is all columns; elsewhere short lines and open ends say something else. */
const LINES_SIZE = evidence`lines:size=${SIZES}&ended=${NO_YES}`
const LINES_KIND = evidence`lines:kind=${KINDS}&column=${COLUMNS}`
const LINES_WIDE = evidence`lines:wide=${upTo(9)}&column=${COLUMNS}&ended=${NO_YES}`
const LINES_AROUND = evidence`lines:prev=${KINDS}&next=${KINDS}`
const LINES_PREV = evidence`lines:prev=${KINDS}&kind=${KINDS}`
const LINES_NEXT = evidence`lines:next=${KINDS}&kind=${KINDS}`
const LINES_EVEN = evidence`lines:even-above=${NO_YES}&even-below=${NO_YES}&column=${COLUMNS}`
const LINES_OPEN = evidence`lines:open=${upTo(4)}&kind=${KINDS}`
const LINES_OPEN_FIT = evidence`lines:open:tail=${CHARACTERS}&head=${CHARACTERS}`
const LINES_OPEN_FROM = evidence`lines:open=${upTo(4)}&tail=${CHARACTERS}&column=${COLUMNS}&above=${COLUMNS}`
const LINES_ONWARD = evidence`lines:tail=${CHARACTERS}&next=${KINDS}&column=${COLUMNS}`
const LINES_OPEN_WORD = evidence`lines:open:word=${NO_YES}`
const LINES_OPEN_SIZE = evidence`lines:open:size=${SIZES}&column=${COLUMNS}`

function linedFeatures(f: number[], sheet: Sheet, { line, look }: Piece): void {
  const column = sheet.column[line]!
  const { kind } = look
  const ended = +look.ended
  f.push(LINES_SIZE(sizeOf(look.size), ended), LINES_KIND(kind, column))
  f.push(LINES_WIDE(Math.min(9, Math.floor((look.text.length * 5) / sheet.width)), column, ended))
  const above = sheet.looks[line - 1]
  const below = sheet.looks[line + 1]
  if (above) f.push(LINES_PREV(above.kind, kind))
  if (below) f.push(LINES_NEXT(below.kind, kind))
  if (above && below) {
    f.push(LINES_AROUND(above.kind, below.kind))
    f.push(LINES_EVEN(+isEven(look, above), +isEven(look, below), column))
  }
  if (!look.ended && below) f.push(LINES_ONWARD(characterOf(look.ends), below.kind, column))
  const from = sheet.open[line]!
  f.push(LINES_OPEN(from < 0 ? 0 : Math.min(4, line - from), kind))
  if (from < 0) return
  const tail = sheet.looks[from]!
  const end = characterOf(tail.ends)
  const begin = characterOf(look.begins)
  f.push(LINES_OPEN_FROM(Math.min(4, line - from), end, column, sheet.column[line - 1] ?? 0))
  f.push(LINES_OPEN_FIT(end, begin), LINES_OPEN_SIZE(sizeOf(look.text.length), column))
  if (sheet.words && end === HAN && begin === HAN) f.push(LINES_OPEN_WORD(+sheet.words.across(tail.text, look.text)))
}

/** Two lines are as long, give or take a character. */
const isEven = (a: Look, b: Look): boolean => Math.abs(a.text.length - b.text.length) <= 1

const STOP_FIRST = evidence`stop:first=${LETTERS}`
const STOP_BEGINS = evidence`stop:begins=${upTo(2)}&amid=${NO_YES}`
const STOP_FIT = evidence`stop:tail=${CHARACTERS}&head=${CHARACTERS}`
const STOP_CUE = evidence`stop:${CUES.map((c) => c.name)}`
const STOP_TAG = evidence`stop:tag=${TAGS}`
const STOP_LINES = evidence`stop:above=${upTo(6)}&below=${upTo(4)}`
const SAYS = cuesOf('opener', 'opener-clear', 'leading-particle', 'illegal-head', 'dateline', 'bullet', 'number-head')

/** A sentence ends where its line does: by what comes next a new paragraph is told from the old one's next sentence. */
function stopFeatures(f: number[], sheet: Sheet, { line, look }: Piece): void {
  f.push(STOP_FIT(characterOf(sheet.looks[line - 1]!.ends), characterOf(look.begins)))
  f.push(STOP_LINES(fullLines(sheet, line - 1, -1, 6), fullLines(sheet, line, 1, 4)))
  for (const n of look.cues) if (SAYS[n] === 1) f.push(STOP_CUE(n))
  if (characterOf(look.begins) !== HAN) return
  f.push(STOP_FIRST(letterOf(look.begins)))
  f.push(STOP_BEGINS(sheet.usage.begins(look.text), +sheet.usage.amid(look.text)))
  if (sheet.words) f.push(STOP_TAG(tagAt(sheet.words.firstTag(look.text))))
}

/** How many lines from `line` on, up or down, fill their column one after the other; up to `most`. */
function fullLines(sheet: Sheet, line: number, step: 1 | -1, most: number): number {
  let n = 0
  while (n < most && sheet.column[line + n * step] === COLUMN.full && !(step < 0 && sheet.lines[line - n]!.gap > 0)) n++
  return n
}

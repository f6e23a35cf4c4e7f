/** The evidence that a sentence goes on over a whole other story: how the two halves fit, what stands behind the one and above the other. */
import { CHARACTERS, HAN, SIZES, characterOf, sizeOf, upTo } from './classes.ts'
import { CUES, cuesOf } from './cues.ts'
import { NO_YES, evidence } from './evidence.ts'
import { DANGLING } from './features-join.ts'
import { KINDS } from './kinds.ts'
import { LETTERS, letterOf } from './letters.ts'
import type { Piece } from './piece.ts'
import type { Sheet } from './sheet.ts'
import { USED } from './usage.ts'

const BACK = evidence`back`
const BACK_FIT = evidence`back:tail=${CHARACTERS}&head=${CHARACTERS}`
const BACK_WORD = evidence`back:word=${NO_YES}&used=${USED}`
const BACK_FIRST = evidence`back:first=${LETTERS}`
const BACK_BEGINS = evidence`back:begins=${upTo(2)}&amid=${NO_YES}`
const BACK_DANGLING = evidence`back:dangling`
const BACK_CUE = evidence`back:${CUES.map((c) => c.name)}`
const BACK_QUOTE = evidence`back:quote=${NO_YES}`
const BACK_SIZE = evidence`back:size=${SIZES}`
const BACK_ABOVE = evidence`back:above=${KINDS}&open=${NO_YES}`
const BACK_BELOW = evidence`back:below=${KINDS}`
const BACK_LINES = evidence`back:lines=${upTo(5)}`
const LEAVES = evidence`leaves:word=${NO_YES}&used=${USED}`
const LEAVES_FIT = evidence`leaves:tail=${CHARACTERS}&head=${CHARACTERS}`
const LEAVES_CUE = evidence`leaves:${CUES.map((c) => c.name)}`
const OPENS = cuesOf('opener', 'opener-clear', 'leading-particle', 'illegal-head', 'dateline', 'bullet', 'number-head')

export function returnFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const from = p.first ? sheet.returns.from[p.line]! : -1
  if (from >= 0) backFeatures(f, sheet, p, from)
  const to = p.last ? sheet.returns.to[p.line]! : -1
  if (to >= 0 && !p.look.ended) leaveFeatures(f, sheet, p, to)
}

function backFeatures(f: number[], sheet: Sheet, { line, look }: Piece, from: number): void {
  const tail = sheet.looks[from]!
  const begin = characterOf(look.begins)
  const end = characterOf(tail.ends)
  f.push(BACK(), BACK_FIT(end, begin), BACK_SIZE(sizeOf(look.size)), BACK_BELOW(sheet.looks[from + 1]!.kind))
  f.push(
    BACK_ABOVE(sheet.looks[line - 1]!.kind, +(sheet.open[line]! >= 0)),
    BACK_LINES(Math.min(5, (line - from) >> 2)),
  )
  for (const n of look.cues) if (OPENS[n] === 1) f.push(BACK_CUE(n))
  if (tail.quotes > 0) f.push(BACK_QUOTE(+(look.quotes < 0)))
  if (begin === HAN) {
    f.push(BACK_FIRST(letterOf(look.begins)))
    f.push(BACK_BEGINS(sheet.usage.begins(look.text), +sheet.usage.amid(look.text)))
  }
  if (DANGLING.has(tail.ends)) f.push(BACK_DANGLING())
  if (begin === HAN && end === HAN) f.push(BACK_WORD(...fitOf(sheet, tail.text, look.text)))
}

function leaveFeatures(f: number[], sheet: Sheet, { look }: Piece, to: number): void {
  const head = sheet.looks[to]!
  const begin = characterOf(head.begins)
  const end = characterOf(look.ends)
  f.push(LEAVES_FIT(end, begin))
  for (const n of head.cues) if (OPENS[n] === 1) f.push(LEAVES_CUE(n))
  if (begin === HAN && end === HAN) f.push(LEAVES(...fitOf(sheet, look.text, head.text)))
}

const fitOf = (sheet: Sheet, tail: string, head: string): readonly [word: number, used: number] => [
  +(sheet.words?.across(tail, head) ?? false),
  sheet.usage.across(tail, head),
]

/** The evidence in how the parts of one line stand to each other: an even couplet before a longer part is a kicker with its headline, even parts are one heading. */
import { codesOf, upTo } from './classes.ts'
import { CUES, WINDOW, cue } from './cues.ts'
import { evidence } from './evidence.ts'
import type { Values } from './evidence.ts'
import type { Piece } from './piece.ts'
import { isBlank } from './lines.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'
import type { Sheet } from './sheet.ts'

/** What the parts between blanks are, by their sizes. */
export const SHAPES: Values = [
  'even',
  'rising',
  'falling',
  'couplet+long',
  'couplet+short',
  'long+couplet',
  'couplets',
  'odd',
]
const [EVEN, RISING, FALLING, COUPLET_LONG, COUPLET_SHORT, LONG_COUPLET, COUPLETS, ODD] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const

const PARTS: Values = ['all', 'first', 'middle', 'last']
const LINE_SHAPE = evidence`line:${SHAPES}&of=${upTo(4)}&${PARTS}=${upTo(3)}`
const PLACE_PART = evidence`line:place&of=${upTo(4)}&${PARTS}=${['own', 'next']}`
const PLACE = cue('place-head')
const PLACE_PATTERN = CUES[PLACE]!.pattern
/** Longer lines are no headings. */
const LONGEST = 50
const MOST = 4

export function shapeFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const { text: line, size, groups } = sheet.looks[p.line]!
  if (size > LONGEST || groups < 2 || groups > MOST) return
  const own = p.look.groups
  if (own > 3 && !(p.first && p.last)) return
  const part = p.first ? (p.last ? 0 : 1) : p.last ? 3 : 2
  f.push(LINE_SHAPE(shapeOf(partsOf(line)), groups, part, Math.min(own, 3)))
  if (beginsWithPlace(p.look)) f.push(PLACE_PART(groups, part, 0))
  if (!p.last && hasPlaceAt(sheet.lines[p.line]!, p.at + p.look.text.length)) f.push(PLACE_PART(groups, part, 1))
}

/** A piece that blanks make too long for it is not asked for that cue. */
const beginsWithPlace = ({ text, cues }: Look): boolean =>
  text.length > WINDOW ? PLACE_PATTERN.test(text) : cues.includes(PLACE)

/** Whether a line goes on with a place behind the blanks at `at`. */
function hasPlaceAt({ text, units, start, end }: Line, at: number): boolean {
  let from = start + at
  while (from < end && isBlank(units[from]!)) from++
  // seldom: what places' names end with is the fifth character at most, and each before it has one code unit or two
  for (let i = from + 2; i <= from + 8 && i < end; i++)
    if (PLACE_ENDS.has(units[i]!)) return PLACE_PATTERN.test(text.slice(from - start))
  return false
}

const PLACE_ENDS = codesOf('省市县区镇乡旗州村')

/** The sizes of the parts that blanks make of a line. */
export function partsOf(line: string): readonly number[] {
  const sizes: number[] = []
  let from = -1
  for (let i = 0; i <= line.length; i++) {
    const blank = i === line.length || isBlank(line.charCodeAt(i))
    if (blank && from >= 0) sizes.push(i - from)
    if (blank) from = -1
    else if (from < 0) from = i
  }
  return sizes
}

/** The number in `SHAPES` of a line with parts of these sizes, two to four of them. */
export function shapeOf(sizes: readonly number[]): number {
  const [a, b, c, d] = sizes as readonly [number, number, number?, number?] // two at least
  if (Math.min(...sizes) < 3) return ODD
  if (c === undefined) return even(a, b) ? EVEN : longer(b, a) ? RISING : longer(a, b) ? FALLING : ODD
  if (d !== undefined) return !even(a, b) || !even(c, d) ? ODD : even(b, c) ? EVEN : COUPLETS
  if (even(a, b)) return even(b, c) ? EVEN : longer(c, b) ? COUPLET_LONG : longer(b, c) ? COUPLET_SHORT : ODD
  return even(b, c) && longer(a, b) ? LONG_COUPLET : ODD
}

const even = (a: number, b: number): boolean => Math.abs(a - b) <= (a > 9 ? 1 : 0)
const longer = (a: number, b: number): boolean => a * 2 >= b * 3 - 1 && a > b + 1

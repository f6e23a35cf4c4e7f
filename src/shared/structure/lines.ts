/** Source text → its non-blank lines, each with where it stands, its '#' marks and the blank lines around it. */
import { codesOf } from './classes.ts'
import { unitsOf } from './units.ts'

export type Line = {
  /** Offsets of the content in the source: without outer blanks and without '#' marks. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** The code units of the whole source: those of `text` stand from `start` to `end`. */
  readonly units: Uint16Array
  /** Number of '#' in front, 0 for none. */
  readonly level: number
  /** Blank lines between the line before and this one; at the top, the blank lines above. */
  readonly gap: number
  /** Blanks in front, in widths of a character. */
  readonly indent: number
  /** Two or more blanks stand at the line's end: a Markdown line break, so the heading goes on. Where most lines have them they say nothing. */
  readonly broken: boolean
}

/** The non-blank lines of `source`, whichever way lines end (LF, CRLF, CR, form feed, U+2028, U+2029). A line of `#` only is text. */
export function linesOf(source: string): readonly Line[] {
  const units = unitsOf(source)
  const lines: Line[] = []
  let at = 0
  let gap = 0
  for (let i = 0; i <= units.length; i++) {
    if (i < units.length && !endsLine(units[i]!)) continue
    const line = lineBetween(source, units, at, i, gap)
    if (line) lines.push(...entryOf(line))
    gap = line ? 0 : gap + 1
    if (units[i] === 13 && units[i + 1] === 10) i++
    at = i + 1
  }
  const broken = lines.reduce((n, line) => n + +line.broken, 0)
  return broken * 2 > lines.length ? lines.map((line) => ({ ...line, broken: false })) : lines
}

/** LF, vertical tab, form feed, CR and the two separators; most characters of a page are told by the first question. */
export const endsLine = (code: number): boolean => code <= 0x2029 && (code >= 0x2028 || (code <= 13 && code >= 10))

function lineBetween(source: string, units: Uint16Array, from: number, to: number, gap: number): Line | undefined {
  let start = from
  let end = to
  while (start < end && isBlank(units[start]!)) start++
  while (end > start && isBlank(units[end - 1]!)) end--
  if (start === end) return undefined
  const indent = widthOf(units, from, start)
  let level = 0
  while (level < 7 && units[start + level] === 35) level++
  let content = start + level
  while (content < end && isBlank(units[content]!)) content++
  // marks are up to six '#' at the line's start; more of them, or nothing behind them, is text
  if (level > 6 || content === end) level = 0
  else start = content
  return {
    start,
    end,
    text: source.slice(start, end),
    units,
    level,
    gap,
    indent,
    broken: to - end >= 2,
  }
}

/** An index's title with the page it leads to: 免费午餐怎么吃 ▶2版, 老码头夜航……A5. */
const LED =
  /^.{3,40}?[^\s▶►▷☞→>》…·.](?=\s*(?:[▶►▷☞→]+|>+|》{2,}|…+|[·.]{3,})\s*(?:第?\s*(?:[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,3})\s*版|[A-Z]\d{1,2})$)/u

/** The line, or two: the page that an index leads to stands on one of its own. */
function entryOf(line: Line): readonly Line[] {
  if (line.text.length > 60 || !PAGE_ENDS.has(line.units[line.end - 1]!)) return [line]
  const title = LED.exec(line.text)?.[0]
  if (title === undefined) return [line]
  const rest = line.text.slice(title.length).trimStart()
  return [
    { ...line, end: line.start + title.length, text: title, broken: false },
    { ...line, start: line.end - rest.length, text: rest, level: 0, gap: 0, indent: 0 },
  ]
}
const PAGE_ENDS = codesOf('版0123456789')

/** A full-width blank counts 1, another ½; more than a few are no indent but a place on the line. */
function widthOf(units: Uint16Array, from: number, to: number): number {
  let width = 0
  for (let i = from; i < to && width < 4; i++) width += units[i] === 0x3000 ? 1 : 0.5
  return width
}

/** What `\s` matches, without the cost of a pattern; most characters of a page are told by the first question. */
export function isBlank(code: number): boolean {
  if (code > 0x3000) return code === 0xfeff
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  return (
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  )
}

/** All characters that `isBlank` is true of. */
export const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

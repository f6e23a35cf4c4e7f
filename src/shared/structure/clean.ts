/** The source without what print never had, and the way between the two: the engine reads the one, blocks keep their spans of the other. */
import type { Span } from '../page/page.ts'
import { withoutRoom } from './apart.ts'
import { withoutEmphasis } from './emphasis.ts'
import { endsLine, isBlank } from './lines.ts'
import { withoutHtmlTables } from './html-tables.ts'
import { withoutLatex } from './latex.ts'
import { BREAK, UNSEEN, withoutMarkup } from './markup.ts'

export type Clean = {
  readonly source: string
  /** What the engine reads. */
  readonly text: string
  /** For each character of the text, and its end, where in the source it stands; undefined where the text is the source. */
  readonly at?: Int32Array
  /** The source with what is read past unseen, as long as it is. */
  readonly read: string
}

/** A heading's marks with nothing behind them. */
const BARE = /^[^\S\r\n\u2028\u2029]*#{1,6}[^\S\r\n\u2028\u2029]*$/gmu
const UNSEEN_CODE = UNSEEN.charCodeAt(0)
const BREAK_CODE = BREAK.charCodeAt(0)

/**
 * `source` without what it holds beside its text. A line of that only leaves the blank lines that there were beside it; where the page
 * parts its lines with blank ones, at least one.
 */
export function cleaned(source: string): Clean {
  const emptied = withoutRoom(emptiedOf(source))
  return emptied === source ? { source, text: source, read: source } : closedUp(source, emptied)
}

/** `cleaned` for a text in which some of that may stand as `UNSEEN` already. */
export const cleanedFurther = (source: string): Required<Clean> => closedUp(source, emptiedOf(source))

const emptiedOf = (source: string): string => withoutEmphasis(withoutMarkup(withoutLatex(withoutHtmlTables(source))))

function closedUp(source: string, emptied: string): Required<Clean> {
  const read = emptied.replace(BARE, (line) => (line.includes(UNSEEN) ? line.replaceAll('#', UNSEEN) : line))
  const least = +isSpaced(read)
  const at: number[] = []
  const parts: string[] = []
  const keep = (from: number, to: number) => {
    if (from === to) return
    parts.push(read.slice(from, to))
    for (let i = from; i < to; i++) at.push(i)
  }
  for (let i = 0; i < read.length;) {
    const from = i
    while (i < read.length && !isBlank(read.charCodeAt(i))) i++
    keep(from, i)
    const blanks = i
    let unseen = false
    for (; i < read.length && isBlank(read.charCodeAt(i)); i++) unseen ||= isMark(read.charCodeAt(i))
    if (!unseen) keep(blanks, i)
    else {
      const room = roomFor(read, blanks, i, least)
      parts.push(room)
      for (let k = 0; k < room.length; k++) at.push(Math.min(blanks + k, i - 1))
    }
  }
  at.push(source.length)
  return { source, text: parts.join(''), at: Int32Array.from(at), read: withoutMarks(read) }
}

/** A heading's marks that stand at their line's start only for the engine: in the source they are characters like others. */
const MARKED = /(?<![^\S\r\n])([^\S\r\n]+)(#{1,6})(?=[^#])/gu
const withoutMarks = (read: string): string =>
  read.replace(MARKED, (found, blanks: string, marks: string, at: number) => {
    const isAtStart = at === 0 || read[at - 1] === '\n' || read[at - 1] === '\r'
    const line = isAtStart ? 0 : blanks.search(/[\u2028\u2029]/u) + 1
    return (isAtStart || line > 0) && hasMark(blanks, line, blanks.length)
      ? blanks + UNSEEN.repeat(marks.length)
      : found
  })

const isMark = (code: number): boolean => code === UNSEEN_CODE || code === BREAK_CODE
/** Whether a real line of the source ends at `i`. */
const endsAt = (read: string, i: number): boolean =>
  read.charCodeAt(i) !== BREAK_CODE && endsLine(read.charCodeAt(i)) && !(read[i] === '\r' && read[i + 1] === '\n')

/** Whether lines stand apart: there are half as many blank ones, or more; what is read past counts as blank. */
function isSpaced(read: string): boolean {
  const lines = read.split('\n')
  const blank = lines.reduce((n, line) => n + +(line.trim() === ''), 0)
  return blank * 3 >= lines.length
}

/** The blanks that stand for those from `from` to `to`, among which something is unseen; a line of it leaves `least` blank ones. */
function roomFor(read: string, from: number, to: number, least: number): string {
  const ends: number[] = []
  for (let i = from; i < to; i++) if (endsAt(read, i)) ends.push(i)
  const seen = (a: number, b: number) => read.slice(a, b).replace(MARKS, '')
  if (ends.length === 0)
    return from > 0 && to < read.length && read.slice(from, to).includes(BREAK) ? '\n' : seen(from, to)
  const first = ends[0]!
  const last = ends.at(-1)!
  let most = 0
  let blank = 0
  let own = from === 0 && hasMark(read, 0, first)
  for (let n = 1; n < ends.length; n++) {
    const isOwn = hasMark(read, ends[n - 1]! + 1, ends[n]!)
    blank = isOwn ? 0 : blank + 1
    most = Math.max(most, blank)
    own ||= isOwn
  }
  if (!own) return seen(from, to)
  const above = from === 0 ? '\n'.repeat(most) : `${seen(from, first)}\n${'\n'.repeat(Math.max(least, most))}`
  return above + seen(last + 1, to)
}

const MARKS = new RegExp(`[${UNSEEN}${BREAK}]+`, 'gu')

function hasMark(read: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isMark(read.charCodeAt(i))) return true
  return false
}

/** The spans of the source for pieces of the text, ascending; `alone`: lines of it that hold nothing the engine reads, ascending. */
export type Placed = { readonly spans: readonly Span[]; readonly alone: readonly Span[] }

/** What is read past belongs to the piece that it touches, or else to one on its line. */
export function placed({ source, read, at }: Clean, pieces: readonly Span[]): Placed {
  if (!at) return { spans: pieces, alone: [] }
  const spans = pieces.map(([start, end]): [number, number] => [at[start]!, at[end - 1]! + 1])
  const alone: Span[] = []
  const isLoose = (i: number) => isBlank(read.charCodeAt(i)) && !isBlank(source.charCodeAt(i))
  const looseIn = (from: number, to: number): Span | undefined => {
    let [first, last] = [from, to - 1]
    while (first < to && !isLoose(first)) first++
    while (last > first && !isLoose(last)) last--
    return first < to ? [first, last + 1] : undefined
  }
  for (let n = 0; n <= spans.length; n++) {
    const before = spans[n - 1]
    const after = spans[n]
    let from = before ? before[1] : 0
    const to = after ? after[0] : source.length
    if (!looseIn(from, to)) continue
    const ends: number[] = []
    for (let i = from; i < to; i++) if (endsAt(read, i)) ends.push(i)
    if (before) {
      // on one line with the piece behind it: what touches the one before
      let own = from
      while (own < to && isLoose(own)) own++
      if (ends.length === 0 && after) before[1] = own
      else before[1] = looseIn(from, ends[0] ?? to)?.[1] ?? from
      from = ends.length === 0 ? before[1] : ends[0]!
    }
    for (const end of ends) {
      const line = end > from ? looseIn(from, end) : undefined
      if (line) alone.push(line)
      from = end + 1
    }
    const rest = looseIn(from, to)
    if (rest && after) after[0] = rest[0]
    else if (rest) alone.push(rest)
  }
  return { spans, alone }
}

/** The span of the text for one of the source: empty where nothing of it is read. */
export const inText = ({ at }: Clean, [start, end]: Span): Span =>
  at ? [firstAt(at, start), firstAt(at, end)] : [start, end]

/** The first character of the text that stands at `offset` of the source or behind it. */
function firstAt(at: Int32Array, offset: number): number {
  let low = 0
  let high = at.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (at[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Tables that OCR programs write as HTML, on one line or on many: the engine reads each row as a line of cells between bars, as other
 * programs write them. What only sets text in columns is read as lines of text.
 */
import { barsWithin } from '../page/tables.ts'
import { BREAK, UNSEEN } from './markup.ts'

const TAG = /<(\/?)(table|thead|tbody|tfoot|tr|td|th|caption)(?=[\s/>])[^<>]{0,400}>/giu
const MAYBE = /<t[rdh][\s/>]/iu
const IN_CELL = /<\/?(?:br|p|div|span)(?:\s[^<>\n]*)?\/?>/giu
const LINE_END = /[\n\v\f\r\u2028\u2029]/gu
const BLANK_LINE = /(?:\r\n?|\n)[^\S\r\n]*[\r\n]/u
/** More is running text. */
const LONGEST_CELL = 60

type Tag = { readonly start: number; readonly end: number; readonly name: string; readonly closes: boolean }

/** `source` with its HTML tables as rows between bars, as long as it was. */
export function withoutHtmlTables(source: string): string {
  if (!MAYBE.test(source)) return source
  const parts: string[] = []
  let at = 0
  for (const tags of tablesIn(source)) {
    parts.push(source.slice(at, tags[0]!.start), isGrid(source, tags) ? rowsOf(source, tags) : linesOf(source, tags))
    at = tags.at(-1)!.end
  }
  parts.push(source.slice(at))
  return parts.join('')
}

/** The tags of each table. One without an end goes as far as its tags follow each other. */
function tablesIn(source: string): readonly (readonly Tag[])[] {
  const tables: Tag[][] = []
  let own: Tag[] | undefined
  for (const found of source.matchAll(TAG)) {
    const tag = {
      start: found.index,
      end: found.index + found[0].length,
      name: found[2]!.toLowerCase(),
      closes: found[1] === '/',
    }
    const last = own?.at(-1)
    if (own && last && goesOn(last, source.slice(last.end, tag.start))) own.push(tag)
    else tables.push((own = [tag]))
    if (tag.name === 'table' && tag.closes) own = undefined
  }
  return tables
}

/** Whether a table goes on over `text`, which stands behind its tag `last`. */
const goesOn = ({ name, closes }: Tag, text: string): boolean =>
  text.trim() === '' || (!closes && /^(?:t[dh]|caption)$/u.test(name) && !BLANK_LINE.test(text))

const isCell = ({ name }: Tag): boolean => name === 'td' || name === 'th'

/** Two rows of two cells or more, and no long text in any: see the pasting of HTML. */
function isGrid(source: string, tags: readonly Tag[]): boolean {
  let rows = 0
  let cells = 0
  for (const [i, tag] of tags.entries()) {
    if (tag.name === 'tr') cells = 0
    if (tag.closes || !isCell(tag)) continue
    if (++cells === 2) rows++
    const next = tags[i + 1]
    if (next && next.start - tag.end > LONGEST_CELL && shown(source.slice(tag.end, next.start)) > LONGEST_CELL)
      return false
  }
  return rows >= 2
}

const shown = (cell: string): number => cell.replace(IN_CELL, '').trim().length

/** Each cell a line of its own. */
function linesOf(source: string, tags: readonly Tag[]): string {
  const seen = (length: number) => BREAK + UNSEEN.repeat(length - 1)
  return replaced(
    source,
    tags,
    (tag) => seen(tag.end - tag.start),
    (text) => text,
  )
}

function rowsOf(source: string, tags: readonly Tag[]): string {
  // what of a row was read: nothing, its tag, a cell
  let row: 'none' | 'begun' | 'cells' = 'none'
  const seenOf = (tag: Tag): string => {
    if (isCell(tag)) {
      if (tag.closes) return ' '
      const isFirst = row === 'begun'
      row = 'cells'
      return isFirst ? '' : '| '
    }
    if (row === 'cells') {
      // a row that has no end goes on
      if (!tag.closes) return tag.name === 'tr' ? '| ' : ' '
      row = 'none'
      return `|${BREAK}`
    }
    if (tag.name !== 'tr' || tag.closes) return BREAK
    row = 'begun'
    return '| '
  }
  const within = (text: string): string =>
    text.trim() === ''
      ? UNSEEN.repeat(text.length)
      : barsWithin(text)
          .replace(IN_CELL, (tag) => ` ${UNSEEN.repeat(tag.length - 1)}`)
          .replace(LINE_END, ' ')
  return replaced(source, tags, (tag) => seenOf(tag).padEnd(tag.end - tag.start, UNSEEN), within)
}

function replaced(
  source: string,
  tags: readonly Tag[],
  ofTag: (tag: Tag) => string,
  ofText: (text: string) => string,
): string {
  let out = ''
  for (const [i, tag] of tags.entries()) {
    out += ofTag(tag)
    const next = tags[i + 1]
    if (next) out += ofText(source.slice(tag.end, next.start))
  }
  return out
}

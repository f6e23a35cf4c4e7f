/** What the page's own folio blocks say, taken apart: paper, number, date, day, section stand where a strip has them; the rest above it. */
import { LONE_NUMBER } from '../../identity/folio-page.ts'
import type { Block, Page } from '../../page/page.ts'
import { walk } from '../../page/walk.ts'

export type FolioPart = 'publication' | 'number' | 'date' | 'weekday' | 'section' | 'rest'
/** `[start, end)` of the block's text. */
export type FolioPiece = {
  readonly part: FolioPart
  readonly block: Block
  readonly start: number
  readonly end: number
}

const DATE = /(\d{4})\s*[年.-]\s*(\d{1,2})\s*[月.-]\s*(\d{1,2})\s*日?/
const NUMBER = /第?\s*[A-Z]?\d{1,3}\s*版/
const WEEKDAY = /星期[一二三四五六日天]/

/** The pieces of all folio blocks, in the order of their text. A part that says otherwise than the page's facts is `rest`. */
export function folioPieces(page: Page): readonly FolioPiece[] {
  const seen = new Set<FolioPart>()
  return [...walk(page)]
    .map((p) => p.block)
    .filter((b) => b.role === 'folio')
    .flatMap((block) => piecesOf(block, page, seen))
}

function piecesOf(block: Block, { meta }: Page, seen: Set<FolioPart>): readonly FolioPiece[] {
  const found: FolioPiece[] = []
  const add = (part: FolioPart, start: number, length: number) => {
    const isFree = found.every((p) => p.end <= start || start + length <= p.start)
    if (start < 0 || length === 0 || !isFree || seen.has(part)) return
    seen.add(part)
    found.push({ part, block, start, end: start + length })
  }
  const { text } = block
  const date = DATE.exec(text)
  if (date && isoOf(date) === meta.date) add('date', date.index, date[0].length)
  const weekday = WEEKDAY.exec(text)
  if (weekday && seen.has('date')) add('weekday', weekday.index, weekday[0].length)
  const number = numberIn(text, meta.number)
  if (number) add('number', number.index, number.length)
  for (const part of ['publication', 'section'] as const) {
    const known = meta[part]
    if (known) add(part, text.indexOf(known), known.length)
  }
  return withRest(block, found)
}

const isoOf = ([, year = '', month = '', day = '']: RegExpExecArray): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

function numberIn(
  text: string,
  known: string | undefined,
): { readonly index: number; readonly length: number } | undefined {
  if (!known) return undefined
  const said = NUMBER.exec(text)
  if (said && bare(said[0]) === bare(known)) return { index: said.index, length: said[0].length }
  const alone = Array.from(text.matchAll(LONE_NUMBER)).find(([number]) => bare(number) === bare(known))
  if (alone) return { index: alone.index, length: alone[0].length }
  const at = new RegExp(`(?<![\\dA-Z])${known.replaceAll(/[^\dA-Za-z]/g, '')}(?![\\d年月日])`).exec(text)
  return at && known.length > 1 ? { index: at.index, length: at[0].length } : undefined
}

const bare = (number: string): string => number.replaceAll(/[第版\s]/g, '').replace(/^([A-Z]?)0+(?=\d)/, '$1')

/** The pieces with what lies between them. */
function withRest(block: Block, found: readonly FolioPiece[]): readonly FolioPiece[] {
  const all: FolioPiece[] = []
  let at = 0
  const rest = (end: number) => {
    const between = block.text.slice(at, end)
    const start = at + between.length - between.trimStart().length
    if (between.trim() !== '') all.push({ part: 'rest', block, start, end: start + between.trim().length })
  }
  for (const piece of found.toSorted((a, b) => a.start - b.start)) {
    rest(piece.start)
    all.push(piece)
    at = piece.end
  }
  rest(block.text.length)
  return all
}

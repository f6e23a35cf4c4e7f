/** A page without what OCR programs left in its text: each block says what the engine reads of it. */
import { changeBlocks, dropBlocks } from '../page/edit-parts.ts'
import { normalMarks } from '../page/marks.ts'
import { seam } from '../page/provenance.ts'
import { tablesOf } from '../page/tables.ts'
import type { Block, Join, Page } from '../page/page.ts'
import type { Cut } from './parted-cells.ts'
import { withoutRoom } from './apart.ts'
import { cleanedFurther } from './clean.ts'
import { withoutHtmlTables } from './html-tables.ts'
import { UNSEEN } from './markup.ts'
import { partedCells } from './parted-cells.ts'

/** `places`: stretches of text that were taken away or gave way to what they stand for; `parted`: merged cells that became single ones. */
export type Tidied = { readonly page: Page; readonly places: number; readonly parted: number }
/** They choose a shape of the character before them, which print shows. */
const VARIANTS = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+$/u

/**
 * The page with the marks and blanks that `cleaned` reads past gone from its blocks, and rows of HTML as lines of cells between bars; the same page
 * where there are none. Blocks keep their ids, roles and spans. A block of such marks only goes, but for one with a picture and for the
 * last of its article. The text of a merged cell stands once, in the first of the cells that it went over; the others are empty.
 */
export function tidied(page: Page): Tidied {
  const { cuts: parts, merged } = partedCells(page)
  if (merged.size > 0) page = withCuts(page, parts)
  let places = [...merged.values()].reduce((sum, n) => sum + n, 0)
  // `&amp;lt;` is a mark of a mark
  for (let last = page; ; last = page) {
    const cuts = cutsOn(page)
    if (cuts.size === 0) return { page: last, places, parted: inTables(last, merged) }
    for (const own of cuts.values()) places += own.length
    page = withCuts(page, cuts)
  }
}

/** How many of the merged cells stand in a table still: of one that only laid text out lines are left. */
function inTables(page: Page, merged: ReadonlyMap<string, number>): number {
  if (merged.size === 0) return 0
  const rows = page.articles.flatMap((a) => tablesOf(a.blocks)).flatMap((t) => t.rows)
  return [...new Set(rows.map((r) => r.block.id))].reduce((sum, id) => sum + (merged.get(id) ?? 0), 0)
}

/** What goes from each block, by its id; blocks of which nothing goes are left out. */
function cutsOn(page: Page): ReadonlyMap<string, readonly Cut[]> {
  const blocks = page.articles.flatMap((a) => a.blocks)
  // each row of a table is a block: only together they are one; so is a page whose characters stand apart
  const texts = blocks.map((b) => b.text)
  const rows = withoutRoom(withoutHtmlTables(texts.join('\n')))
  const all = new Map<string, readonly Cut[]>()
  let at = 0
  for (const [i, { length }] of texts.entries()) {
    const block = blocks[i]!
    const cuts = length > 0 ? cutsIn(block, rows.slice(at, at + length)) : []
    if (cuts.length > 0) all.set(block.id, cuts)
    at += length + 1
  }
  return all
}

/** `rows`: the block's text with rows of HTML between bars and blanks that print never had unseen, as long as it is. */
function cutsIn(block: Block, rows: string): readonly Cut[] {
  const { text } = block
  const { text: clean, at, read } = cleanedFurther(rows)
  const cuts: Cut[] = []
  let done = 0
  let by = ''
  const cut = (end: number) => {
    if (end > done || by !== '') cuts.push({ start: done, end, by })
    by = ''
  }
  // blanks that stood behind a mark open or end no block
  const from = /^\s/.test(text) ? 0 : clean.length - clean.trimStart().length
  const to = clean.trim() === '' ? from : /\s$/.test(text) ? clean.length : clean.trimEnd().length
  let isBehindHash = false
  for (let k = from; k < to; k++) {
    const i = at[k]!
    const c = clean[k]!
    const isHash = c === '#' && read[i] === UNSEEN
    isBehindHash = isHash || (isBehindHash && /[^\S\n]/.test(c))
    if (isBehindHash) continue
    if (i >= done && text[i] === c) {
      cut(i)
      done = i + 1
    } else by += c
  }
  cut(text.length)
  return cuts.filter((c) => c.by !== '' || !VARIANTS.test(text.slice(c.start, c.end))).map((c) => runningOn(block, c))
}

/** Fragments that were joined where a tag ended the line run on. */
function runningOn({ text, role, joins }: Block, cut: Cut): Cut {
  const { start, end, by } = cut
  if (by !== '\n' || /[\r\n]/.test(text.slice(start, end))) return cut
  return joins.some((j) => j.at >= start && j.at <= end)
    ? { start, end, by: seam(text.slice(0, start), text.slice(end), role) }
    : cut
}

function withCuts(page: Page, cuts: ReadonlyMap<string, readonly Cut[]>): Page {
  const next = changeBlocks(page, new Set(cuts.keys()), (b) => withoutCuts(b, cuts.get(b.id) ?? []))
  const gone = next.articles.flatMap(({ blocks }) => {
    const empty = blocks.filter((b) => cuts.has(b.id) && b.text.trim() === '' && !b.picture)
    return empty.length === blocks.length ? empty.slice(1) : empty
  })
  return gone.length > 0 ? dropBlocks(next, new Set(gone.map((b) => b.id))) : next
}

function withoutCuts(block: Block, cuts: readonly Cut[]): Block {
  const parts: string[] = []
  let at = 0
  for (const { start, end, by } of cuts) {
    parts.push(block.text.slice(at, start), by)
    at = end
  }
  const text = parts.join('') + block.text.slice(at)
  const marks = block.marks.map((m) => ({
    ...m,
    start: moved(cuts, m.start, 'behind'),
    end: moved(cuts, m.end, 'before'),
  }))
  const joins = new Map<number, Join>()
  for (const join of block.joins) {
    const to = moved(cuts, join.at, 'before')
    if (to > 0 && to < text.length && !joins.has(to)) joins.set(to, { ...join, at: to })
  }
  return { ...block, text, marks: normalMarks(marks, text.length), joins: [...joins.values()] }
}

/** Where an offset of the text is after the cuts; one within a cut goes before or behind what came in its place. */
function moved(cuts: readonly Cut[], offset: number, side: 'before' | 'behind'): number {
  let by = 0
  for (const cut of cuts) {
    if (offset <= cut.start) break
    if (offset < cut.end) return cut.start + by + (side === 'behind' ? cut.by.length : 0)
    by += cut.by.length - (cut.end - cut.start)
  }
  return offset + by
}

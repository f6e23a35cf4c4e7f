/** Merged cells of the HTML tables on a page as single ones: a line of cells between bars has no others. */
import { hasTags, isMerged, tablesOf } from '../page/tables.ts'
import type { Page } from '../page/page.ts'
import type { Row } from '../page/tables.ts'

/** `[start, end)` of a block's text gives way to `by`. */
export type Cut = { readonly start: number; readonly end: number; readonly by: string }

const OVER = /\s*\b(?:col|row)span\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]*)/gi

/** What gives way in each block, by its id, so that cells stand empty wherever a merged one went over them; `parted`: how many those are. */
export function partedCells(page: Page): {
  readonly cuts: ReadonlyMap<string, readonly Cut[]>
  readonly parted: number
} {
  const cuts = new Map<string, readonly Cut[]>()
  let parted = 0
  for (const { rows } of page.articles.flatMap((a) => tablesOf(a.blocks))) {
    const merged = rows.flatMap((r) => r.cells.filter(isMerged)).length
    parted += merged
    for (const row of merged > 0 ? rows : []) {
      const own = row.cells.some(hasTags) ? cutsIn(row) : []
      if (own.length > 0) cuts.set(row.block.id, [...(cuts.get(row.block.id) ?? []), ...own])
    }
  }
  return { cuts, parted }
}

function cutsIn({ block, start, cells }: Row): readonly Cut[] {
  const first = cells.findIndex(hasTags)
  const cuts: Cut[] = []
  let at = start
  for (const [i, cell] of cells.entries()) {
    if (!hasTags(cell)) {
      cuts.push({ start: at, end: at, by: i < first ? '<td></td>' : '</td><td>' })
      continue
    }
    const tag = block.text.lastIndexOf('<', cell.start - 1)
    for (const { index, 0: over } of block.text.slice(tag, cell.start).matchAll(OVER))
      cuts.push({ start: tag + index, end: tag + index + over.length, by: '' })
    at = cell.end
  }
  return cuts
}

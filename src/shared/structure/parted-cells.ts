/** Merged cells of the HTML tables on a page as single ones: a line of cells between bars has no others. */
import { hasTags, isMerged, tablesOf } from '../page/tables.ts'
import type { Page } from '../page/page.ts'
import type { Row } from '../page/tables.ts'

/** `[start, end)` of a block's text gives way to `by`. */
export type Cut = { readonly start: number; readonly end: number; readonly by: string }

const OVER = /\s*\b(?:col|row)span\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]*)/gi

/** What gives way in each block, by its id, so that cells stand empty wherever a merged one went over them; `merged`: how many of those each has. */
export function partedCells(page: Page): {
  readonly cuts: ReadonlyMap<string, readonly Cut[]>
  readonly merged: ReadonlyMap<string, number>
} {
  const cuts = new Map<string, readonly Cut[]>()
  const merged = new Map<string, number>()
  for (const { rows } of page.articles.flatMap((a) => tablesOf(a.blocks))) {
    if (!rows.some((r) => r.cells.some(isMerged))) continue
    for (const row of rows) {
      const own = row.cells.filter(isMerged).length
      if (own > 0) merged.set(row.block.id, (merged.get(row.block.id) ?? 0) + own)
      const gone = row.cells.some(hasTags) ? cutsIn(row) : []
      if (gone.length > 0) cuts.set(row.block.id, [...(cuts.get(row.block.id) ?? []), ...gone])
    }
  }
  return { cuts, merged }
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

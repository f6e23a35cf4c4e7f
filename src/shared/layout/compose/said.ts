/** What the folio says, part by part, and how such a part stands on a line. */
import type { Face } from '../advances.ts'
import type { Rule, TextLine } from '../geometry.ts'
import { spanWidth } from '../template.ts'
import type { Grid, Ink } from '../template.ts'
import type { FolioPart, FolioPiece } from './folio-words.ts'
import { looseLine } from './loose.ts'
import { BLACK } from './set.ts'

/** A part of what names the page: the words, and where they stand in a folio block, if the page has them. */
export type Said = { readonly text: string; readonly piece?: FolioPiece }
export type FolioSaid = Readonly<Partial<Record<Exclude<FolioPart, 'rest'>, Said>>>

/** `said` on one line; offsets are those of the block that says it. */
export function saidLine(said: Said, x: number, y: number, size: number, face: Face, ink: Ink = BLACK): TextLine {
  const line = looseLine(said.piece?.block.id ?? 'folio', said.text, x, y, size, face, ink)
  const by = said.piece?.start ?? 0
  return {
    ...line,
    start: line.start + by,
    end: line.end + by,
    runs: line.runs.map((r) => ({ ...r, start: r.start + by })),
  }
}

/** A rule over the whole width of the columns. */
export const ruleOver = (grid: Grid, y: number, weight: number, ink: Rule['ink']): Rule => ({
  kind: 'rule',
  x1: grid.left,
  y1: y,
  x2: grid.left + spanWidth(grid, grid.columns),
  y2: y,
  weight,
  ink,
})

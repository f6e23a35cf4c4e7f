/** Tables wider than a column of their frame: over how many columns they stand, and where in the text they belong. */
import type { Block } from '../../page/page.ts'
import type { FlowLine } from './flow.ts'
import type { Parts, WideTable } from './parts.ts'
import type { ApartTable } from './place.ts'
import { widthOf } from './room.ts'
import type { Columns, Desk } from './room.ts'
import { partsWished, setTableIn, tableWidth } from './table.ts'
import type { TableSet } from './table.ts'

/** Rows of white between a table in a place of its own and the text. */
export const TABLE_AIR = 1

/** The first block of a table names it. */
export const nameOf = (w: WideTable): string => w.blocks[0]?.id ?? ''

/** A table set in `span` columns; undefined where its columns are too many for them. */
export const tableIn = (
  { table }: WideTable,
  span: number,
  columns: Columns,
  { t, grid }: Desk,
): TableSet | undefined => setTableIn(table, { template: t, row: grid.row, width: widthOf(columns, span) }, columns.gap)

/** The tables of `parts` that are wider than one of `columns`, and go into several; the others stand in the text like any. */
export const widerThan = (parts: Parts, columns: Columns, desk: Desk): readonly WideTable[] =>
  parts.tables.filter((w) => {
    const span = spanOf(w, parts, columns, desk)
    return span > 1 && tableIn(w, span, columns, desk) !== undefined
  })

/** `wide` with what it takes, and where among the `lines` of `body` it belongs. */
export function apartOf(
  wide: readonly WideTable[],
  parts: Parts,
  lines: readonly FlowLine[],
  columns: Columns,
  desk: Desk,
): readonly ApartTable[] {
  if (wide.length === 0) return []
  const at = new Map(parts.body.map((b, i) => [b.id, i]))
  return wide.map((w) => {
    const span = spanOf(w, parts, columns, desk)
    const own = at.get(nameOf(w)) ?? 0
    // what opens the text is no part of the body, and stands before it
    const behind = lines.findIndex((l) => (at.get(l.set.block.id) ?? -1) > own)
    const count = behind < 0 ? lines.length : behind
    const before = lines.slice(0, count).reduce((sum, l) => sum + l.rows, 0)
    return {
      id: nameOf(w),
      span,
      rows: (tableIn(w, span, columns, desk)?.rows ?? 0) + TABLE_AIR,
      lines: count,
      before,
    }
  })
}

/** Columns in which no cell has more than one line and the parts stand side by side, as far as there are any; all where no text stands beside it. */
function spanOf(w: WideTable, parts: Parts, columns: Columns, desk: Desk): number {
  const { n } = columns
  if (isTablesOnly(parts) && parts.tables.length === 1) return n
  const width = tableWidth(w.table, { template: desk.t, row: desk.grid.row })
  const one = Array.from({ length: n }, (_, i) => i + 1).find((span) => widthOf(columns, span) >= width) ?? n
  return Math.min(one * Math.max(1, Math.min(partsWished(w.table), Math.floor(n / one))), n)
}

/** Whether a story has nothing in its text but wide tables. */
export function isTablesOnly({ body, tables }: Parts): boolean {
  const taken = new Set<Block>(tables.flatMap((w) => w.blocks))
  return body.every((b) => taken.has(b))
}

/** Where a wide table stands among the columns: at the head or the foot that is nearest to where the text speaks of it. */
import { covers, crosses, segmentsOf } from './fill.ts'
import type { Area, Room } from './fill.ts'

/** A table for a place of its own: over `span` columns, `rows` deep with its white, behind so many `lines` and `before` rows of text. */
export type ApartTable = {
  readonly id: string
  readonly span: number
  readonly rows: number
  readonly lines: number
  readonly before: number
}

/**
 * Where a table stands in `rows` rows of body: at the head of columns where nothing stands yet, or over what stands at their `foot` (rows, a column
 * each), whichever is nearest to the text before it. Undefined where every such place is taken.
 */
export function placeOf(
  table: ApartTable,
  foot: readonly number[],
  taken: readonly Area[],
  rows: number,
): Area | undefined {
  const columns = foot.length
  let best: Area | undefined
  let least = Infinity
  for (let column = 0; column + table.span <= columns; column++)
    for (const row of [0, Math.min(...foot.slice(column, column + table.span)) - table.rows]) {
      const area: Area = { column, span: table.span, row, rows: table.rows }
      if (row < 0 || taken.some((t) => crosses(t, area))) continue
      const distance = Math.abs(readBefore(area, { columns, rows, insets: [...taken, area] }) - table.before)
      if (distance < least) [best, least] = [area, distance]
    }
  return best
}

/** Rows of text that one has read on coming to `area`, on the average of its columns. */
function readBefore(area: Area, room: Room): number {
  let sum = 0
  for (const s of segmentsOf(room)) {
    // text in a column to the left is read before all of it that stands further right
    const behind = Math.min(area.span, Math.max(0, area.column + area.span - 1 - s.column))
    const above = covers(area, s.column) && s.bottom <= area.row ? 1 : 0
    sum += (s.bottom - s.top) * (behind + above)
  }
  return sum / area.span
}

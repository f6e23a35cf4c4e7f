/** Which tables of pasted HTML are tables: many only set a page in columns, and what stands in these is text. */

/** More is running text. */
const LONGEST_CELL = 60

/** The cells of each row, in their columns; undefined where one of a row above, or one before it, reaches to. */
export type Grid = ReadonlyMap<HTMLTableRowElement, readonly (HTMLTableCellElement | undefined)[]>

const known = new WeakMap<HTMLTableElement, Grid | undefined>()

/** The rows of a table, undefined where it is none; remembered, for each of its rows asks. */
export function gridOf(table: HTMLTableElement | null): Grid | undefined {
  if (!table) return undefined
  if (!known.has(table)) known.set(table, isGrid(table) ? cellsOf([...table.rows]) : undefined)
  return known.get(table)
}

/** Rows of cells of a few words each. */
function isGrid(table: HTMLTableElement): boolean {
  if (table.querySelector('table, h1, h2, h3, h4, h5, h6')) return false
  const rows = [...table.rows]
  return (
    rows.filter((row) => row.cells.length > 1).length > 1 &&
    rows.every((row) => [...row.cells].every((cell) => cell.textContent.trim().length <= LONGEST_CELL))
  )
}

function cellsOf(rows: readonly HTMLTableRowElement[]): Grid {
  const grid = rows.map((): (HTMLTableCellElement | undefined)[] => [])
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row.cells) {
      while (x in (grid[y] ?? [])) x++
      for (const [below, line] of grid.slice(y, y + Math.max(1, cell.rowSpan)).entries())
        for (let right = 0; right < cell.colSpan; right++) line[x + right] = below + right === 0 ? cell : undefined
    }
  }
  return new Map(rows.map((row, y) => [row, Array.from(grid[y] ?? [])]))
}

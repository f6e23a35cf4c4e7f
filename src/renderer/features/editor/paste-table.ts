/** Which tables of pasted HTML are tables: many only set a page in columns, and what stands in these is text. */

/** More is running text. */
const LONGEST_CELL = 60

/** Rows of cells of a few words each. */
export function isGrid(table: HTMLTableElement | null): boolean {
  if (!table || table.querySelector('table, h1, h2, h3, h4, h5, h6')) return false
  const rows = [...table.rows]
  return (
    rows.filter((row) => row.cells.length > 1).length > 1 &&
    rows.every((row) => [...row.cells].every((cell) => cell.textContent.trim().length <= LONGEST_CELL))
  )
}

/** Frames on the sheet: from cells of the grid to points and back. */
import { columnX, gridOf, rowY, spanWidth } from '../../../shared/layout/template.ts'
import type { Rect } from '../../../shared/layout/hit.ts'
import type { Grid } from '../../../shared/layout/template.ts'
import type { Area } from './arrange.ts'
import type { ComposedState } from './state.ts'

/** The grid of sheet `index`. */
export const gridOn = ({ template, placement, sheets }: ComposedState, index: number): Grid =>
  sheets[index]?.grid ?? gridOf(template, placement.leading)

/** An area of the grid in points from the trim's corner. */
export const rectOn = (grid: Grid, { column, span, row, rows }: Area): Rect => ({
  x: columnX(grid, column),
  y: rowY(grid, row),
  width: spanWidth(grid, span),
  height: rows * grid.row,
})

/** How many columns and rows a way of `dx`, `dy` points is. */
export const cellsFor = (grid: Grid, dx: number, dy: number) => ({
  columns: Math.round(dx / (grid.column + grid.gap)),
  rows: Math.round(dy / grid.row),
})

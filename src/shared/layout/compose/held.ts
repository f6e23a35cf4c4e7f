/** What stands in a frame as the frame is now: made lower, narrower or with its headline vertical by hand, it still holds its pictures. */
import type { Inset } from '../placement.ts'
import { covers } from './fill.ts'
import type { Area } from './fill.ts'

/** A picture is made no lower than this, in rows, words included. */
const LEAST_ROWS = 4

/** The body of a frame: its columns and rows, the vertical headline in its last column, whether its foot says where the story goes on. */
type Body = {
  readonly columns: number
  readonly rows: number
  readonly vertical: Area | undefined
  readonly goesOn: boolean
}

/** `insets` beside the vertical headline and within the rows: moved first, then made smaller. */
export const heldIn = (insets: readonly Inset[], body: Body): readonly Inset[] =>
  insets.map((inset) => within(beside(inset, body), body))

function beside(inset: Inset, { columns, vertical }: Body): Inset {
  if (!vertical || !covers(inset, vertical.column) || inset.row >= vertical.rows) return inset
  if (columns === 1) return { ...inset, row: vertical.rows }
  const span = Math.min(inset.span, columns - 1)
  return { ...inset, span, column: Math.min(inset.column, columns - 1 - span) }
}

function within(inset: Inset, { columns, rows, goesOn }: Body): Inset {
  const foot = goesOn && covers(inset, columns - 1) ? rows - 1 : rows
  if (inset.row + inset.rows <= foot) return inset
  const tall = inset.kind === 'picture' ? Math.max(LEAST_ROWS, Math.min(inset.rows, foot)) : inset.rows
  return { ...inset, row: Math.max(0, foot - tall), rows: tall }
}

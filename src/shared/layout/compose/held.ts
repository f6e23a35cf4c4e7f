/** What stands in a frame as the frame is now: made lower, narrower or with its headline vertical by hand, it still holds its pictures. */
import type { Inset } from '../placement.ts'
import { covers, crosses } from './fill.ts'
import type { Area } from './fill.ts'

/**
 * The body of a frame: its columns and rows, the vertical headline in its last column, whether its foot says where the story goes on,
 * and the rows that an inset takes at least.
 */
type Body = {
  readonly columns: number
  readonly rows: number
  readonly vertical: Area | undefined
  readonly goesOn: boolean
  readonly least: (inset: Inset) => number
}

/** `insets` beside the vertical headline and within the rows: moved first, then made smaller; and as far as there is room, apart. */
export function heldIn(insets: readonly Inset[], body: Body): readonly Inset[] {
  const held = insets.map((inset) => within(beside(inset, body), body))
  const downwards = held.map((_, i) => i).toSorted((a, b) => (insets[a]?.row ?? 0) - (insets[b]?.row ?? 0))
  for (const [n, i] of downwards.entries())
    for (const j of downwards.slice(n + 1)) {
      const [upper, lower] = [held[i], held[j]]
      if (upper && lower && crosses(upper, lower)) [held[i], held[j]] = apart(upper, lower, body)
    }
  return held
}

function beside(inset: Inset, { columns, vertical }: Body): Inset {
  if (!vertical || !covers(inset, vertical.column) || inset.row >= vertical.rows) return inset
  if (columns === 1) return { ...inset, row: vertical.rows }
  const span = Math.min(inset.span, columns - 1)
  return { ...inset, span, column: Math.min(inset.column, columns - 1 - span) }
}

function within(inset: Inset, { columns, rows, goesOn, least }: Body): Inset {
  const foot = goesOn && covers(inset, columns - 1) ? rows - 1 : rows
  if (inset.row + inset.rows <= foot) return inset
  const tall = Math.max(least(inset), Math.min(inset.rows, foot))
  return { ...inset, row: Math.max(0, foot - tall), rows: tall }
}

/** Two that stand on each other share the rows of both: what each could give it gives alike. */
function apart(upper: Inset, lower: Inset, { least }: Body): readonly [Inset, Inset] {
  const top = Math.min(upper.row, lower.row)
  const foot = Math.max(upper.row + upper.rows, lower.row + lower.rows)
  const [least1, least2] = [least(upper), least(lower)]
  const [more1, more2] = [Math.max(0, upper.rows - least1), Math.max(0, lower.rows - least2)]
  const spare = Math.max(0, foot - top - least1 - least2)
  const rows1 = least1 + (more1 > 0 ? Math.round((spare * more1) / (more1 + more2)) : 0)
  const rows2 = Math.max(least2, foot - top - rows1)
  return [
    { ...upper, row: top, rows: rows1 },
    { ...lower, row: Math.max(top, foot - rows2), rows: rows2 },
  ]
}

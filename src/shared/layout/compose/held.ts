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

/**
 * `insets` beside the vertical headline and within the rows: moved first, then made smaller, apart from each other. What then still
 * stands on another goes where room is, smaller if need be; what finds none is left out, and so is a box or a table that
 * the frame is too small for.
 */
export function heldIn(insets: readonly Inset[], body: Body): readonly Inset[] {
  const given = insets
    .map((inset) => withRows(beside(inset, body), body))
    .filter((inset) => (inset.kind === 'picture' ? body.least(inset) < Infinity : inset.rows <= footOf(inset, body)))
  const held = given.map((inset) => within(inset, body))
  const downwards = held.map((_, i) => i).toSorted((a, b) => (given[a]?.row ?? 0) - (given[b]?.row ?? 0))
  for (const [n, i] of downwards.entries())
    for (const j of downwards.slice(n + 1)) {
      const [upper, lower] = [held[i], held[j]]
      if (upper && lower && crosses(upper, lower)) [held[i], held[j]] = apart(upper, lower, body)
    }
  return settled(held, body)
}

/** The insets that stand on nothing, each where it is or where it finds room, in their order. */
function settled(insets: readonly Inset[], body: Body): readonly Inset[] {
  const taken: Area[] = body.vertical ? [body.vertical] : []
  return insets.flatMap((inset): readonly Inset[] => {
    const place = taken.every((t) => !crosses(inset, t)) ? inset : elsewhere(inset, taken, body)
    if (place) taken.push(place)
    return place ? [place] : []
  })
}

const isFree = (a: Area, taken: readonly Area[], { rows }: Body): boolean =>
  a.row >= 0 && a.row + a.rows <= rows && !taken.some((t) => crosses(a, t))

/** Another place for `inset`: as it is, or a picture lower and in fewer columns; at the foot first, beside or over what stands there. */
function elsewhere(inset: Inset, taken: readonly Area[], body: Body): Inset | undefined {
  const spans = inset.kind === 'picture' ? Array.from({ length: inset.span }, (_, i) => inset.span - i) : [inset.span]
  for (const span of spans) {
    const least = body.least({ ...inset, span })
    const usual = Math.max(least, Math.round((inset.rows * span) / inset.span))
    for (const rows of new Set([usual, least])) {
      const edges = [body.rows, ...taken.map((t) => t.row)].map((edge) => edge - rows)
      const tops = [...edges, ...taken.map((t) => t.row + t.rows), 0].toSorted((a, b) => b - a)
      for (const row of tops)
        for (let column = body.columns - span; column >= 0; column--) {
          const place = { ...inset, column, span, row, rows }
          const isSaid = body.goesOn && covers(place, body.columns - 1) && row + rows > body.rows - 1
          if (!isSaid && isFree(place, taken, body)) return place
        }
    }
  }
  return undefined
}

function beside(inset: Inset, { columns, vertical }: Body): Inset {
  if (!vertical || !covers(inset, vertical.column) || inset.row >= vertical.rows) return inset
  if (columns === 1) return { ...inset, row: vertical.rows }
  const span = Math.min(inset.span, columns - 1)
  return { ...inset, span, column: Math.min(inset.column, columns - 1 - span) }
}

/** A box and a table have their rows, whatever they were in another width or before a word was added. */
const withRows = (inset: Inset, { least }: Body): Inset =>
  inset.kind === 'picture' ? inset : { ...inset, rows: least(inset) }

/** The last column's foot says where the story goes on. */
const footOf = (inset: Inset, { columns, rows, goesOn }: Body): number =>
  goesOn && covers(inset, columns - 1) ? rows - 1 : rows

function within(inset: Inset, body: Body): Inset {
  const foot = footOf(inset, body)
  if (inset.row + inset.rows <= foot) return inset
  const tall = Math.max(body.least(inset), Math.min(inset.rows, foot))
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

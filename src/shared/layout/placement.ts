/** A Placement: which frames of the grid each story takes, as plain data that a person can change by hand. */
import { z } from 'zod'

const cells = z.int().nonnegative().max(1000)

/** A picture, a boxed section or a wide table inside a frame: columns from the frame's first, rows from its body's first. `block` is its first one. */
export const insetSchema = z.strictObject({
  kind: z.enum(['picture', 'box', 'table']),
  block: z.string(),
  column: cells,
  span: cells.min(1),
  row: cells,
  rows: cells.min(1),
})
export type Inset = z.infer<typeof insetSchema>

/**
 * One frame of a story, in columns and body rows of the page. A story with several frames runs through them in order; the first has
 * the head and a box. `columns`: the frame's own number of columns (变栏) where it is not `span`.
 */
export const frameSchema = z.strictObject({
  article: z.string(),
  /** 0 is the first sheet; later ones hold what was sent on. */
  page: cells,
  column: cells,
  span: cells.min(1),
  row: cells,
  rows: cells.min(1),
  columns: cells.min(1).exactOptional(),
  rank: z.enum(['lead', 'story', 'brief']),
  /** The headline over the columns, or vertical at the right edge. */
  head: z.enum(['over', 'vertical']),
  boxed: z.boolean(),
  /** A person put it here: a new proposal leaves it alone. */
  pinned: z.boolean(),
  /** Rows of white that the head shares out. */
  air: cells,
  insets: z.array(insetSchema).readonly(),
  /** Fitting by hand: distance between characters of the body in em, its size in points, and steps that the headline is smaller. */
  track: z.number().exactOptional(),
  size: z.number().positive().exactOptional(),
  smaller: cells.exactOptional(),
})
export type Frame = z.infer<typeof frameSchema>
export type Rank = Frame['rank']

/** `leading` and body `size` of the whole page in points, within the template's limits; without a size it is the template's. */
export const placementSchema = z.strictObject({
  template: z.string(),
  leading: z.number().positive(),
  size: z.number().positive().exactOptional(),
  frames: z.array(frameSchema).readonly(),
})
export type Placement = z.infer<typeof placementSchema>

/** What a page template says, as readable data: sheet, type area, column grid, sizes by role, rules, boxes, folio strip. */
import { z } from 'zod'
import { FACES } from './advances.ts'

const face = z.enum(FACES)
/** Points; the trade says 号 beside it: 小五 9, 五号 10.5, 小四 12, 四号 14, 三号 16, 二号 22, 小一 24, 一号 26, 小初 36, 初号 42. */
const points = z.number().positive().max(400)
const mm = z.number().nonnegative().max(2000)
/** Four inks in percent: cyan, magenta, yellow, black. */
const ink = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly()
export type Ink = z.infer<typeof ink>

/** A role's type: face, size and leading in points. */
const style = z.strictObject({ face, size: points, leading: points, ink: ink.exactOptional() })
export type TypeStyle = z.infer<typeof style>

export const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  sheet: z.enum(['broadsheet', 'tabloid']),
  /** The cut sheet and the type area 版心 on it, in mm; the area is centred across, `top` down from the edge. */
  trim: z.strictObject({ width: mm, height: mm, bleed: mm }),
  area: z.strictObject({ width: mm, height: mm, top: mm }),
  /** Columns of `characters` body characters each 栏宽; what is left over is shared as 栏距. `size` and `leading` in points. */
  grid: z.strictObject({ columns: z.int().min(2).max(12), characters: z.int().min(6), size: points, leading: points }),
  body: z.strictObject({ face, indent: z.number(), hang: z.boolean(), dateline: face }),
  /** The headline's sizes, largest first; the lead takes from the front, the smallest story from the back. */
  headline: z.strictObject({
    align: z.enum(['center', 'left']),
    lead: z.strictObject({ face, sizes: z.array(points).min(1).readonly() }),
    story: z.strictObject({ face, sizes: z.array(points).min(1).readonly() }),
    brief: z.strictObject({ face, sizes: z.array(points).min(1).readonly() }),
    ink: ink.exactOptional(),
  }),
  kicker: style,
  deck: style,
  byline: style,
  standfirst: style,
  crosshead: style,
  caption: style,
  credit: style,
  keyword: style,
  label: style,
  note: style,
  jump: style,
  /** Weights in points; a column rule of 0 is none. */
  rules: z.strictObject({ column: z.number().nonnegative(), edge: points, story: points, box: points, ink }),
  /** How far fitting may go: body size and leading of the page in points, characters' distance in em. */
  limits: z.strictObject({
    size: z.tuple([points, points]).readonly().exactOptional(),
    leading: z.tuple([points, points]).readonly(),
    track: z.tuple([z.number().max(0), z.number().nonnegative()]).readonly(),
  }),
  accent: ink,
  tint: ink,
  /** The paper's name on a front page. */
  masthead: z.strictObject({ height: mm, face, size: points, ink, align: z.enum(['left', 'center']) }),
  /** The strip at the head of an inside page; `badge` is how the section's name stands in it. */
  folio: z.strictObject({
    height: mm,
    face,
    size: points,
    number: face,
    ink,
    badge: z.enum(['filled', 'plain', 'underlined']),
    rule: points,
  }),
})
export type Template = z.infer<typeof templateSchema>

/** Least and most body size that fitting may choose, in points. */
export const sizeLimits = (t: Template): readonly [number, number] => t.limits.size ?? [t.grid.size, t.grid.size]

/** Between columns stand at least so many em. */
const LEAST_GAP = 1.1

/** `t` with its body set in `size` points: the columns stay where they are and take as many whole characters as they hold. */
export function sized(t: Template, size: number | undefined): Template {
  if (size === undefined || size === t.grid.size) return t
  const { columns } = t.grid
  const width = (t.area.width * MM - (columns - 1) * LEAST_GAP * size) / columns
  return { ...t, grid: { ...t.grid, size, characters: Math.max(6, Math.floor(width / size)) } }
}

/** Points in a millimetre. */
export const MM = 72 / 25.4

/** The column grid of a page in points, with a whole number of body rows. */
export type Grid = {
  readonly columns: number
  readonly rows: number
  readonly column: number
  readonly gap: number
  readonly left: number
  readonly top: number
  /** Leading: the height of a row. */
  readonly row: number
  readonly size: number
}

/** What stands over the grid: the masthead of a front page, the folio strip of an inside page, nothing where a page has no name. */
export type Head = 'masthead' | 'strip' | 'none'

/** The grid of a template; `leading` in points where it is not the template's. */
export function gridOf(t: Template, leading = t.grid.leading, over: Head = 'strip'): Grid {
  const column = t.grid.characters * t.grid.size
  const width = t.area.width * MM
  const head = { masthead: t.masthead.height, strip: t.folio.height, none: 0 }[over]
  return {
    columns: t.grid.columns,
    rows: Math.floor(((t.area.height - head) * MM) / leading),
    column,
    gap: (width - t.grid.columns * column) / (t.grid.columns - 1),
    left: ((t.trim.width - t.area.width) / 2) * MM,
    top: (t.area.top + head) * MM,
    row: leading,
    size: t.grid.size,
  }
}

export const columnX = (g: Grid, column: number): number => g.left + column * (g.column + g.gap)
export const rowY = (g: Grid, row: number): number => g.top + row * g.row
export const spanWidth = (g: Grid, span: number): number => span * g.column + (span - 1) * g.gap

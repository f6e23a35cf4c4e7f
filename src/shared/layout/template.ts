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
  rules: z.strictObject({ column: points, story: points, box: points, ink }),
  accent: ink,
  tint: ink,
  /** The strip at the head of an inside page; `badge` is how the section's name stands in it. */
  folio: z.strictObject({
    height: mm,
    face,
    size: points,
    badge: z.enum(['filled', 'plain', 'underlined']),
    rule: points,
  }),
})
export type Template = z.infer<typeof templateSchema>

/** Points in a millimetre. */
export const MM = 72 / 25.4

/** The column grid of a template in points: `x(c)` and `width(span)` of columns, `rows` of body lines, `top` of the first. */
export function gridOf(t: Template) {
  const column = t.grid.characters * t.grid.size
  const width = t.area.width * MM
  const gap = (width - t.grid.columns * column) / (t.grid.columns - 1)
  const left = ((t.trim.width - t.area.width) / 2) * MM
  const top = (t.area.top + t.folio.height) * MM
  const rows = Math.floor(((t.area.height - t.folio.height) * MM) / t.grid.leading)
  return {
    columns: t.grid.columns,
    rows,
    column,
    gap,
    left,
    top,
    row: t.grid.leading,
    x: (c: number) => left + c * (column + gap),
    y: (r: number) => top + r * t.grid.leading,
    width: (span: number) => span * column + (span - 1) * gap,
  }
}
export type Grid = ReturnType<typeof gridOf>

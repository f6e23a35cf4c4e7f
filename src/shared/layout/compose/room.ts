/** A frame's own columns and what stands in them: pictures with their words, a boxed section, a vertical headline. */
import type { Words } from '../../words.ts'
import type { Frame, Inset } from '../placement.ts'
import { columnX, spanWidth } from '../template.ts'
import type { Grid, Template } from '../template.ts'
import { balancedRows } from './fill.ts'
import { flowOf } from './flow.ts'
import type { Parts, PictureSet } from './parts.ts'
import { placeOf } from './place.ts'
import type { ApartTable } from './place.ts'
import { wordsOf } from './words.ts'

/** What a composition needs all the time. */
export type Desk = { readonly t: Template; readonly grid: Grid; readonly words?: Words }

/** A frame's columns in points: `n` of `width` with `gap` between, the first at `x`; `pad` rows of a box at head and foot. */
export type Columns = {
  readonly n: number
  readonly x: number
  readonly width: number
  readonly gap: number
  readonly pad: number
}

/** The columns of a frame: the page's own, or as many as it asks for, of whole characters. */
export function columnsOf(
  frame: Pick<Frame, 'column' | 'span' | 'boxed'> & { readonly columns?: number },
  { grid }: Desk,
): Columns {
  const whole = spanWidth(grid, frame.span)
  const x = columnX(grid, frame.column)
  const n = frame.columns ?? frame.span
  if (!frame.boxed && n === frame.span) return { n, x, width: grid.column, gap: grid.gap, pad: 0 }
  // one column has both edges of the page's own, and gives its lines the part of a character that is left
  if (!frame.boxed && n === 1) return { n, x, width: whole, gap: grid.gap, pad: 0 }
  const side = frame.boxed ? grid.size : 0
  const width = Math.floor((whole - 2 * side - (n - 1) * grid.gap) / n / grid.size + 1e-6) * grid.size
  if (frame.boxed) return { n, x: x + (whole - n * width - (n - 1) * grid.gap) / 2, width, gap: grid.gap, pad: 1 }
  return { n, x, width, gap: (whole - n * width) / (n - 1), pad: 0 }
}

export const widthOf = (c: Columns, span: number): number => span * c.width + (span - 1) * c.gap
export const xOf = (c: Columns, column: number): number => c.x + column * (c.width + c.gap)

/** How insets are wished: columns of the first picture and of the others, and how tall placeholders are beside what is usual. */
export type InsetWish = {
  readonly wide: number
  readonly others: number
  readonly scale: number
  readonly reserved: number
}

/** Between 16:9 and 5:4 a placeholder is any picture that a desk may choose. */
export const SMALLEST = 0.86
export const LARGEST = 1.2

/**
 * Where pictures, the boxed section and `tables` stand in `rows` rows of body: the first picture at the top of the last columns (left
 * of `reserved` ones), the others along the foot, the box at the foot of the last columns, tables at head or foot, by where the text
 * speaks of them. A negative row says that `rows` are too few.
 */
export function insetsOf(
  parts: Parts,
  tables: readonly ApartTable[],
  columns: Columns,
  rows: number,
  wish: InsetWish,
  desk: Desk,
  goesOn = false,
): readonly Inset[] {
  const { n } = columns
  const insets: Inset[] = []
  // the last column's foot says where the story goes on
  const foot = Array.from({ length: n }, (_, i) => (goesOn && i === n - 1 ? rows - 1 : rows))
  const put = (kind: Inset['kind'], block: string, column: number, span: number, height: number) => {
    const at = Math.min(...foot.slice(column, column + span)) - height
    insets.push({ kind, block, column, span, row: at, rows: height })
    foot.fill(at, column, column + span)
  }
  const [first, ...others] = parts.pictures
  if (first) {
    const span = Math.max(1, Math.min(wish.wide, n - wish.reserved))
    const column = Math.max(0, n - wish.reserved - span)
    insets.push({
      kind: 'picture',
      block: first.picture.id,
      column,
      span,
      row: 0,
      rows: pictureRows(first, widthOf(columns, span), wish.scale, desk),
    })
  }
  const opener = parts.box[0]
  if (opener) {
    const span = Math.min(n, n > 3 ? 2 : 1)
    put('box', opener.id, n - span, span, boxRows(parts, columns, span, desk))
  }
  for (const table of tables) {
    const { id, span } = table
    // beside the headline no table stands at the head
    const beside = { column: n - wish.reserved, span: wish.reserved, row: 0, rows: 1 }
    const place = placeOf(table, foot, [...insets, beside], rows)
    if (place?.row === 0) insets.push({ kind: 'table', block: id, ...place })
    else put('table', id, place?.column ?? leastFilled(foot, span), span, table.rows)
  }
  // from the foot upwards, so that they are read in their order; the first of them across from the one at the top
  for (const p of others.toReversed()) {
    const span = Math.min(n, wish.others)
    const column = p === others[0] ? leastFilled(foot, span) : leastFilled(foot, span, true)
    put('picture', p.picture.id, column, span, pictureRows(p, widthOf(columns, span), wish.scale, desk))
  }
  return insets
}

/** The first column, or the last, where most is free at the foot. */
function leastFilled(foot: readonly number[], span: number, last = false): number {
  const free = (c: number) => Math.min(...foot.slice(c, c + span))
  let best = 0
  for (let c = 1; c + span <= foot.length; c++) if (free(c) > free(best) || (last && free(c) === free(best))) best = c
  return best
}

/** Height over width of a picture; a placeholder is 3:2, upright where its story is narrow. */
const ratioOf = (p: PictureSet): number =>
  p.picture.picture ? p.picture.picture.height / p.picture.picture.width : 2 / 3

function pictureRows(p: PictureSet, width: number, scale: number, desk: Desk): number {
  const height = Math.min(ratioOf(p) * (p.picture.picture?.sha256 ? 1 : scale), 1.5) * width
  return Math.ceil((height + wordsOf(p, width, desk.t).height + desk.grid.row * AROUND) / desk.grid.row)
}

/** Rows of white that a picture keeps around itself. */
export const AROUND = 0.9

/** The columns inside a boxed section of `span` columns of its story. */
export function boxColumns(columns: Columns, span: number, { grid }: Desk): Columns {
  const whole = widthOf(columns, span)
  const width = Math.floor((whole - 2 * grid.size - (span - 1) * columns.gap) / span / grid.size + 1e-6) * grid.size
  const used = span * width + (span - 1) * columns.gap
  return { n: span, x: (whole - used) / 2, width, gap: columns.gap, pad: 1 }
}

/** Rows of a boxed section: a row of white over it, the keyword's badge on its upper edge, its balanced text. */
export function boxRows(parts: Parts, columns: Columns, span: number, desk: Desk): number {
  const inner = boxColumns(columns, span, desk)
  const lines = flowOf(parts.box.slice(1), {
    template: desk.t,
    row: desk.grid.row,
    width: inner.width,
    ...(desk.words ? { words: desk.words } : {}),
  })
  return BOX_HEAD + balancedRows(lines, 0, inner.n, () => []) + 1
}

/** Rows over the text of a boxed section: white above, and the badge. */
export const BOX_HEAD = 3

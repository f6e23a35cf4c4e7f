/** Placing by hand: each act takes a placement and gives another. Frames stay on the grid; what is pinned does not move. */
import type { Frame, Placement } from '../../../shared/layout/placement.ts'

/** The grid that frames stand on: columns and body rows of the sheet. */
export type Cells = { readonly columns: number; readonly rows: number }
export type Area = Pick<Frame, 'column' | 'span' | 'row' | 'rows'>

/** The least rows of a frame that a hand can make. */
const LEAST_ROWS = 3

/** Puts frame `index` at `area`, kept on the sheet. */
export const placeFrame = (p: Placement, index: number, area: Area, cells: Cells): Placement =>
  change(p, index, (f) => (f.pinned ? f : withArea(f, within(area, cells))))

/** `area` on the sheet: no smaller than a frame can be, no edge outside. */
export function within({ column, span, row, rows }: Area, cells: Cells): Area {
  const wide = clamp(span, 1, cells.columns)
  const tall = clamp(rows, LEAST_ROWS, cells.rows)
  return {
    column: clamp(column, 0, cells.columns - wide),
    span: wide,
    row: clamp(row, 0, cells.rows - tall),
    rows: tall,
  }
}

/** Columns of the frame's own (变栏); as many as it spans is the page's own. */
export const setColumns = (p: Placement, index: number, columns: number): Placement =>
  change(p, index, (frame) => {
    const f = withoutColumns(frame)
    return columns === f.span || columns < 1
      ? { ...f, insets: fitInsets(f.insets, f.span) }
      : { ...f, columns, insets: fitInsets(f.insets, columns) }
  })

type Settable = Partial<Pick<Frame, 'rank' | 'head' | 'boxed' | 'pinned' | 'air'>>

export const setFrame = (p: Placement, index: number, values: Settable): Placement =>
  change(p, index, (f) => ({ ...f, ...values }))

/** The story's rank is the same in all its frames. */
export const setRank = (p: Placement, index: number, rank: Frame['rank']): Placement => {
  const article = p.frames[index]?.article
  return { ...p, frames: p.frames.map((f) => (f.article === article ? { ...f, rank } : f)) }
}

/** Frames `index` and `other` change places, each with its own story; insets stay with their story. */
export function exchange(p: Placement, index: number, other: number): Placement {
  const a = p.frames[index]
  const b = p.frames[other]
  if (!a || !b || a.pinned || b.pinned) return p
  return {
    ...p,
    frames: p.frames.map((f, i) =>
      i === index ? { ...withArea(f, b), page: b.page } : i === other ? { ...withArea(f, a), page: a.page } : f,
    ),
  }
}

/** The frame before or after `index` in reading order of its sheet (down the columns from the left), or undefined. */
export function neighbour(p: Placement, index: number, step: 1 | -1): number | undefined {
  const frame = p.frames[index]
  if (!frame) return undefined
  const order = p.frames
    .map((f, i) => ({ f, i }))
    .filter(({ f }) => f.page === frame.page)
    .toSorted((a, b) => a.f.row - b.f.row || a.f.column - b.f.column)
  return order[order.findIndex(({ i }) => i === index) + step]?.i
}

/** The whole story goes to the next sheet, in the first room of its size there. */
export function sendOn(p: Placement, index: number, cells: Cells): Placement {
  const frame = p.frames[index]
  if (!frame || frame.pinned) return p
  const page = frame.page + 1
  const others = p.frames.filter((f, i) => f.page === page && i !== index)
  const area = freeArea(others, frame, cells) ?? within(frame, cells)
  return change(p, index, (f) => ({ ...withArea(f, area), page }))
}

/** What does not fit goes on to the next sheet: a further frame of `lines` body lines there, and jump lines at both ends. */
export function continueOn(p: Placement, article: string, lines: number, cells: Cells): Placement {
  const at = p.frames.findLastIndex((f) => f.article === article)
  const frame = p.frames[at]
  if (!frame) return p
  const page = frame.page + 1
  const span = Math.min(frame.span, cells.columns)
  const rows = Math.ceil(lines / span) + 4
  const wanted = { column: frame.column, span, row: 0, rows }
  const others = p.frames.filter((f) => f.page === page)
  const area = freeArea(others, wanted, cells) ?? within(wanted, cells)
  const next: Frame = { ...withoutColumns(frame), ...area, page, head: 'over', boxed: false, air: 0, insets: [] }
  return { ...p, frames: [...p.frames.slice(0, at + 1), next, ...p.frames.slice(at + 1)] }
}

/** A frame for a story that has none: in free room of the last sheet, else on a sheet of its own. */
export function addStory(p: Placement, article: string, lines: number, cells: Cells): Placement {
  const last = Math.max(0, ...p.frames.map((f) => f.page))
  const span = Math.min(lines > 60 ? 3 : lines > 20 ? 2 : 1, cells.columns)
  const wanted = { column: 0, span, row: 0, rows: Math.ceil(lines / span) + 6 }
  const free = freeArea(
    p.frames.filter((f) => f.page === last),
    wanted,
    cells,
  )
  const frame: Frame = {
    article,
    page: free ? last : last + 1,
    ...(free ?? within(wanted, cells)),
    rank: lines > 40 ? 'story' : 'brief',
    head: 'over',
    boxed: false,
    pinned: false,
    air: 0,
    insets: [],
  }
  return { ...p, frames: [...p.frames, frame] }
}

/** Takes a frame off the page; a story's only frame too: it is then listed as not placed. */
export const removeFrame = (p: Placement, index: number): Placement => ({
  ...p,
  frames: p.frames.filter((_, i) => i !== index),
})

/** Every row taller or lower by the new leading: frames keep their height in points as far as rows allow. */
export function setLeading(p: Placement, leading: number, rows: number): Placement {
  const by = p.leading / leading
  return {
    ...p,
    leading,
    frames: p.frames.map((f) => {
      const row = Math.round(f.row * by)
      const end = Math.min(rows, Math.round((f.row + f.rows) * by))
      return { ...f, row, rows: Math.max(LEAST_ROWS, end - row) }
    }),
  }
}

function change(p: Placement, index: number, make: (f: Frame) => Frame): Placement {
  return { ...p, frames: p.frames.map((f, i) => (i === index ? make(f) : f)) }
}

/** The frame in another area. Its own number of columns goes where the area has another width, and insets that are too wide shrink. */
function withArea(f: Frame, { column, span, row, rows }: Area): Frame {
  const { columns, ...rest } = f
  const own = columns !== undefined && span === f.span ? { columns } : {}
  return { ...rest, ...own, column, span, row, rows, insets: fitInsets(f.insets, own.columns ?? span) }
}

function withoutColumns(frame: Frame): Frame {
  const { columns, ...rest } = frame
  return columns === undefined ? frame : rest
}

const fitInsets = (insets: Frame['insets'], columns: number): Frame['insets'] =>
  insets.map((i) => {
    const span = Math.min(i.span, columns)
    return { ...i, span, column: Math.min(i.column, columns - span) }
  })

const overlaps = (a: Area, b: Area): boolean =>
  a.column < b.column + b.span && b.column < a.column + a.span && a.row < b.row + b.rows && b.row < a.row + a.rows

/** The first free room of `wanted`'s size, from the top, nearest to its column; undefined where there is none. */
function freeArea(taken: readonly Area[], wanted: Area, cells: Cells): Area | undefined {
  const { span, rows } = within(wanted, cells)
  for (let row = 0; row + rows <= cells.rows; row++) {
    const columns = Array.from({ length: cells.columns - span + 1 }, (_, c) => c).toSorted(
      (a, b) => Math.abs(a - wanted.column) - Math.abs(b - wanted.column),
    )
    for (const column of columns) {
      const area = { column, span, row, rows }
      if (taken.every((t) => !overlaps(area, { ...t, rows: t.rows + 2, row: Math.max(0, t.row - 2) }))) return area
    }
  }
  return undefined
}

const clamp = (x: number, least: number, most: number): number => Math.max(least, Math.min(most, Math.round(x)))

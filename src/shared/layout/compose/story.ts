/** What a story needs in a frame of a given shape: head, insets and balanced body, in grid rows. */
import type { Article, Block } from '../../page/page.ts'
import type { Frame, Inset, Rank } from '../placement.ts'
import { balancedRows } from './fill.ts'
import type { Area } from './fill.ts'
import { flowOf } from './flow.ts'
import type { Flow, FlowLine, From } from './flow.ts'
import { headOf, verticalHeadOf } from './head.ts'
import type { Head, VerticalHead } from './head.ts'
import { partsOf } from './parts.ts'
import type { Parts, PictureSet } from './parts.ts'
import { columnsOf, insetsOf, widthOf } from './room.ts'
import type { Columns, Desk, InsetWish } from './room.ts'
import { apartOf, nameOf, widerThan } from './wide.ts'

/** A story on its way through its frames. `from` is where its text goes on; only a first frame has the head and a box; `parts` has the pictures and the tables still to come. */
export type Story = {
  readonly article: Article
  readonly parts: Parts
  readonly rank: Rank
  readonly from: From
  readonly first: boolean
  /** Tables that stand, or stood in an earlier frame, in places of their own, by their first blocks: the text goes past them. */
  readonly apart: ReadonlySet<string>
  /** Fitting by hand: see `Frame`. */
  readonly track?: number
  readonly size?: number
  readonly smaller?: number
}

export const storyOf = (article: Article, rank: Rank): Story => ({
  article,
  parts: partsOf(article),
  rank,
  from: START,
  first: true,
  apart: new Set(),
})
const START: From = { block: 0, offset: 0 }

/** The shape of a frame before its place and height are known. */
export type Shape = Pick<Frame, 'span' | 'head' | 'boxed'> & { readonly columns?: number; readonly wish: InsetWish }

export type Needs = {
  /** Rows of the whole frame, of its head (with the row over a boxed story), of its body. */
  readonly rows: number
  readonly head: number
  readonly body: number
  readonly insets: readonly Inset[]
  /** Cells (rows of a column) of the body that stay white. */
  readonly white: number
}

/** What `story` needs; for `most` body lines of it at least, if given. Undefined where the shape cannot be. */
export function needsOf(given: Story, shape: Shape, desk: Desk, most = Infinity): Needs | undefined {
  const columns = columnsOf({ ...shape, column: 0 }, desk)
  if (columns.width < 6 * desk.grid.size) return undefined
  const wide = widerThan(given.parts, columns, desk)
  const story = { ...given, apart: new Set([...given.apart, ...wide.map(nameOf)]) }
  const vertical = shape.head === 'vertical' && story.first ? verticalOf(story, columns, desk) : undefined
  if (shape.head === 'vertical' && story.first && !vertical) return undefined
  const lines = linesOfStory(story, columns, desk, vertical)
  const count = Math.min(most, lines.length)
  const goesOn = count < lines.length
  const head = vertical ? 0 : headRows(story, columns, desk)
  const reserved = vertical ? 1 : 0
  const next = lines[count]
  const parts = next
    ? { ...story.parts, pictures: picturesTo(story, next.set.block, count / lines.length) }
    : story.parts
  // what is spoken of in the text that goes on stands there
  const tables = apartOf(wide, story.parts, lines, columns, desk).filter((table) => table.lines <= count)
  const insetsAt = (rows: number): readonly Inset[] =>
    insetsOf(parts, tables, columns, rows, { ...shape.wish, reserved }, desk, goesOn)
  const areasAt = (rows: number): readonly Area[] => [
    ...insetsAt(rows),
    ...(vertical ? [verticalArea(vertical, columns, desk)] : []),
    ...(goesOn && rows > 0 ? [jumpArea(columns.n, rows)] : []),
  ]
  const hasBody = count > 0 || areasAt(0).length > 0
  const body = hasBody ? balancedRows(lines, 0, columns.n, areasAt, count) : 0
  const taken = areasAt(body).reduce((sum, a) => sum + a.rows * a.span, 0)
  // room for more lines than were asked for counts as white: a shape that holds just those is better
  const white = body * columns.n - taken - lines.slice(0, count).reduce((sum, l) => sum + l.rows, 0)
  return { rows: head + body + 2 * columns.pad, head: head + columns.pad, body, insets: insetsAt(body), white }
}

/** The pictures of a frame behind which the story goes on with `next`: those before it, and `share` of all at least; a first frame has one. */
function picturesTo({ article, parts: { pictures }, first }: Story, next: Block, share: number): readonly PictureSet[] {
  const at = new Map(article.blocks.map((b, i) => [b.id, i]))
  const end = at.get(next.id) ?? 0
  const before = pictures.filter((p) => (at.get(p.picture.id) ?? 0) < end).length
  return pictures.slice(0, Math.max(before, Math.floor(pictures.length * share), first ? 1 : 0))
}

/** The row at the foot of the last column that says where a story goes on. */
export const jumpArea = (columns: number, rows: number): Area => ({
  column: columns - 1,
  span: 1,
  row: rows - 1,
  rows: 1,
})

/** Rows of the head over the columns; a continued story has one line that says where from. */
export const headRows = (story: Story, columns: Columns, desk: Desk, air = 0): number =>
  story.first ? Math.ceil(headFor(story, columns, desk, air).height / desk.grid.row) : 2

export const headFor = (story: Story, columns: Columns, desk: Desk, air = 0): Head =>
  headOf(
    story.parts.head,
    desk.t,
    widthOf(columns, columns.n),
    story.rank,
    desk.words,
    air * desk.grid.row,
    story.smaller,
  )

/** The vertical headline in one column, as tall as `most` rows and most of the page at the most; undefined where it does not fit. */
export const verticalOf = (story: Story, columns: Columns, desk: Desk, most = Infinity): VerticalHead | undefined =>
  verticalHeadOf(
    story.parts.head,
    desk.t,
    columns.width,
    Math.min(desk.grid.rows * 0.7, 48, most) * desk.grid.row,
    story.rank,
  )

export const verticalArea = (v: VerticalHead, columns: Columns, desk: Desk): Area => ({
  column: columns.n - 1,
  span: 1,
  row: 0,
  rows: Math.ceil(v.height / desk.grid.row),
})

/** The body's lines in these columns; with a vertical headline the byline and the rest of the head open the text. */
export function linesOfStory(
  story: Story,
  columns: Columns,
  desk: Desk,
  vertical?: VerticalHead,
  tracks?: ReadonlyMap<string, number>,
): readonly FlowLine[] {
  const flow: Flow = {
    template: desk.t,
    row: desk.grid.row,
    width: columns.width,
    ...(desk.words ? { words: desk.words } : {}),
    ...(story.track === undefined ? {} : { track: story.track }),
    ...(tracks ? { tracks } : {}),
    ...(story.size === undefined ? {} : { size: story.size }),
    ...(story.apart.size > 0 ? { apart: story.apart } : {}),
    ...(vertical ? { opening: new Set(vertical.rest.filter((b) => b.role === 'byline').map((b) => b.id)) } : {}),
  }
  return flowOf(vertical ? [...vertical.rest, ...story.parts.body] : story.parts.body, flow, story.from)
}

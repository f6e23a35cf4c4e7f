/** A composed page: everything at its place in points from the trim's top left corner; what is drawn, hit and exported. */
import type { Run } from './compose/runs.ts'
import type { Grid, Ink } from './template.ts'

/** A line of a block's text, `[start, end)` in UTF-16 units of it. `y` is the baseline; runs are in em of `size` from `x`. */
export type TextLine = {
  readonly kind: 'line'
  readonly block: string
  readonly start: number
  readonly end: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly runs: readonly Run[]
  readonly ink: Ink
  /** Characters one below the other: `x` is the column's left edge, `y` its top. */
  readonly vertical?: boolean
}
export type Rule = {
  readonly kind: 'rule'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly weight: number
  readonly ink: Ink
}
export type Box = {
  readonly kind: 'box'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill?: Ink
  readonly stroke?: { readonly weight: number; readonly ink: Ink }
}
export type Photo = {
  readonly kind: 'photo'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly block: string
  readonly sha256?: string
}
/** The inks of a picture still to come. */
export const PLACEHOLDER: { readonly fill: Ink; readonly stroke: Ink } = { fill: [0, 0, 0, 7], stroke: [0, 0, 0, 28] }

export type Item = TextLine | Rule | Box | Photo

/**
 * How a story fits one of its frames (`frame`: index in the placement): body lines there are and lines that its text from here on
 * takes; `over` > 0 is 超 N 行, < 0 缺 N 行. `lonely` are paragraphs whose last line stands alone at a column's head.
 */
export type StoryFit = {
  readonly article: string
  readonly frame: number
  readonly available: number
  readonly used: number
  readonly over: number
  readonly lonely: readonly string[]
}

/**
 * A rectangle that holds text of a story: its head, a stretch of a column, the words of a picture, a boxed section's column, a table. `blocks`
 * are what stands in it, `frame` the index in the placement.
 */
export type TextArea = {
  readonly article: string
  readonly frame: number
  readonly kind: 'head' | 'body' | 'words' | 'box' | 'table'
  readonly blocks: readonly string[]
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly vertical?: boolean
}

export type ComposedPage = {
  /** The trim in points. */
  readonly width: number
  readonly height: number
  /** What its frames stand on. */
  readonly grid: Grid
  readonly items: readonly Item[]
  readonly areas: readonly TextArea[]
  readonly stories: readonly StoryFit[]
}

/** What the window and the composing worker say to each other. Plain values; only what changed travels. */
import type { FitChoice } from '../../../shared/layout/fit.ts'
import type { Item, StoryFit } from '../../../shared/layout/geometry.ts'
import type { LayoutFinding } from '../../../shared/layout/findings.ts'
import type { Placement } from '../../../shared/layout/placement.ts'
import type { Grid, Template } from '../../../shared/layout/template.ts'
import type { Article, Page, PageMeta } from '../../../shared/page/page.ts'
import type { Lang } from '../../../shared/page/roles.ts'
import type { TaggedWord } from '../../../shared/words.ts'

/** The page as it is now: all its articles by id in order, and those that are new to the worker. */
export type PageChange = {
  readonly meta: PageMeta
  readonly order: readonly string[]
  readonly articles: readonly Article[]
}

/** Where heading texts may be broken: a text, its words, and the same with their tags. */
export type Cut = readonly [
  text: string,
  words: { readonly cut: readonly string[]; readonly tagged: readonly TaggedWord[] },
]

export type Ask =
  | {
      readonly kind: 'compose'
      readonly seq: number
      /** Another page: what the worker knows is void. */
      readonly fresh: boolean
      readonly change: PageChange
      readonly template: Template | undefined
      /** By hand; without one the worker proposes, and keeps its proposal while the same stories stand on the page. */
      readonly placement: Placement | undefined
      readonly cuts: readonly Cut[]
    }
  /** A placement with the pinned frames of `base` where they are, and the rest proposed around them. */
  | { readonly kind: 'propose'; readonly seq: number; readonly base: Placement }
  /** The sheets of a page, by itself: nothing else that the worker knows counts. */
  | {
      readonly kind: 'draw'
      readonly seq: number
      readonly page: Page
      readonly template: Template | undefined
      readonly placement: Placement | undefined
      readonly cuts: readonly Cut[]
      /** The A3 proof instead, with what changed since the page was `since`. */
      readonly proof: { readonly since: Page | undefined; readonly lang: Lang } | undefined
    }
  /** What would make `article` fit in `base`: the type's ways, and how each of `placements` would fit. */
  | {
      readonly kind: 'try'
      readonly seq: number
      readonly article: string
      readonly base: Placement
      readonly placements: readonly Placement[]
    }

/** A sheet: its items by number in drawing order (undefined: the same as before), and the new ones among them with their SVG. */
export type SheetChange = {
  readonly width: number
  readonly height: number
  readonly grid: Grid
  readonly order: readonly number[] | undefined
  readonly fresh: readonly { readonly id: number; readonly item: Item; readonly svg: string }[]
  readonly stories: readonly StoryFit[]
}

/** A sheet's size in points and the SVG of what stands on it. */
export type DrawnSheet = { readonly width: number; readonly height: number; readonly svgs: readonly string[] }

/** For each placement tried, and then for that of each way: lines over (> 0) or short (< 0) of each story by its id. */
export type Tried = {
  readonly ways: readonly FitChoice[]
  readonly overs: readonly Readonly<Record<string, number>>[]
}

export type Composed = {
  readonly kind: 'composed'
  readonly seq: number
  readonly template: Template
  readonly placement: Placement
  readonly sheets: readonly SheetChange[]
  readonly findings: readonly LayoutFinding[]
  /** Milliseconds of composing. */
  readonly took: number
}

export type Answer =
  | Composed
  | { readonly kind: 'drawn'; readonly seq: number; readonly sheets: readonly DrawnSheet[] }
  | { readonly kind: 'proposed'; readonly seq: number; readonly placement: Placement }
  | { readonly kind: 'tried'; readonly seq: number; readonly tried: Tried }
  | { readonly kind: 'failed'; readonly seq: number; readonly message: string }

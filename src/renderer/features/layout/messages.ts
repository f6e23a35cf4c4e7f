/** What the window and the composing worker say to each other. Plain values; only what changed travels. */
import type { Item, StoryFit } from '../../../shared/layout/geometry.ts'
import type { LayoutFinding } from '../../../shared/layout/findings.ts'
import type { Placement } from '../../../shared/layout/placement.ts'
import type { Template } from '../../../shared/layout/template.ts'
import type { Article, PageMeta } from '../../../shared/page/page.ts'

/** The page as it is now: all its articles by id in order, and those that are new to the worker. */
export type PageChange = {
  readonly meta: PageMeta
  readonly order: readonly string[]
  readonly articles: readonly Article[]
}

/** Where heading texts may be broken: a text and its words. */
export type Cut = readonly [text: string, words: readonly string[]]

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
  | { readonly kind: 'try'; readonly seq: number; readonly placements: readonly Placement[] }

/** A sheet: its items by number in drawing order, and the new ones among them with their SVG. */
export type SheetChange = {
  readonly width: number
  readonly height: number
  readonly order: readonly number[]
  readonly fresh: readonly { readonly id: number; readonly item: Item; readonly svg: string }[]
  readonly stories: readonly StoryFit[]
}

export type Answer =
  | {
      readonly kind: 'composed'
      readonly seq: number
      readonly template: Template
      readonly placement: Placement
      readonly sheets: readonly SheetChange[]
      readonly findings: readonly LayoutFinding[]
      /** Milliseconds of composing. */
      readonly took: number
    }
  /** For each placement tried: lines over (> 0) or short (< 0) of each story by its id. */
  | { readonly kind: 'tried'; readonly seq: number; readonly overs: readonly Readonly<Record<string, number>>[] }
  | { readonly kind: 'failed'; readonly seq: number; readonly message: string }

/** A plan: stories stacked over and beside each other in whole columns. */
import type { Needs, Shape, Story } from './compose/story.ts'

/** `rows` it takes at the least, `cost` of its looks, `stretch` rows that it can grow by, `white` rows that stay empty on average. */
export type Plan = {
  readonly rows: number
  readonly cost: number
  readonly stretch: number
  readonly white: number
  readonly span: number
  /** Whether a headline over columns stands at the upper edge, at either end. */
  readonly heads: { readonly left: boolean; readonly right: boolean }
  readonly node: Node
}
export type Leaf = {
  readonly kind: 'leaf'
  readonly story: Story
  readonly shape: Shape
  readonly needs: Needs
  readonly most: number
}
type Node = Leaf | { readonly kind: 'over' | 'beside'; readonly a: Plan; readonly b: Plan }

/** Rows between two stories, one over the other: the rule stands in their middle. */
export const STORY_GAP = 2

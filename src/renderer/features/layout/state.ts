/** What the window knows of the open page's layout. */
import type { LayoutFinding } from '../../../shared/layout/findings.ts'
import type { ComposedPage } from '../../../shared/layout/geometry.ts'
import type { Placement } from '../../../shared/layout/placement.ts'
import type { Template } from '../../../shared/layout/template.ts'
import type { Fit } from './fits.ts'

export type ComposedState = {
  readonly template: Template
  readonly placement: Placement
  readonly sheets: readonly ComposedPage[]
  readonly findings: readonly LayoutFinding[]
  readonly fits: readonly Fit[]
  /** Milliseconds that composing took. */
  readonly took: number
}

export type LayoutState = {
  /** Chosen template's id; undefined: the one that suits the text. */
  readonly template: string | undefined
  readonly own: readonly Template[]
  /** A template that is being changed: the preview follows it before it is kept. */
  readonly draft: Template | undefined
  /** Made by hand; undefined: as proposed. */
  readonly placement: Placement | undefined
  /** Shown, but not done. */
  readonly trial: Placement | undefined
  readonly composed: ComposedState | undefined
  readonly sheet: number
  readonly arranging: boolean
  /** Index of a frame in the placement. */
  readonly selected: number | undefined
  readonly past: readonly Decided[]
  readonly future: readonly Decided[]
  /** Another value each time: the preview brings this block into view. */
  readonly show: { readonly block?: string; readonly article?: string } | undefined
  readonly failed: boolean
}

/** What a person decided, as it is kept and undone. */
export type Decided = Pick<LayoutState, 'template' | 'placement'>

export const NOTHING: Omit<LayoutState, 'own' | 'arranging'> = {
  template: undefined,
  draft: undefined,
  placement: undefined,
  trial: undefined,
  composed: undefined,
  sheet: 0,
  selected: undefined,
  past: [],
  future: [],
  show: undefined,
  failed: false,
}

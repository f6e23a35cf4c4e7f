/** A Placement: which frames of the grid each story takes, as plain data that a person can change by hand. */

/** A picture inside a story's body: columns from the story's first, rows from the body's first. */
export type PicturePlace = {
  readonly block: string
  readonly column: number
  readonly span: number
  readonly row: number
  readonly rows: number
}

/** One frame of a story in grid units: columns and body rows of the page. A story with several frames runs through them in order. */
export type Frame = {
  readonly article: string
  /** 0 is the first sheet; later ones hold what was sent on. */
  readonly page: number
  readonly column: number
  readonly span: number
  readonly row: number
  readonly rows: number
  readonly rank: 'lead' | 'story' | 'brief'
  /** A person put it here: proposals leave it alone. */
  readonly pinned: boolean
  readonly boxed?: boolean
  readonly pictures: readonly PicturePlace[]
}

export type Placement = { readonly template: string; readonly frames: readonly Frame[] }

/** A piece of a line as the evidence sees it. */
import type { Look } from './look.ts'

export type Piece = {
  readonly line: number
  /** Offset of the piece in its line's text. */
  readonly at: number
  readonly first: boolean
  readonly last: boolean
  readonly look: Look
  readonly glueBefore: number
  readonly glueAfter: number
}

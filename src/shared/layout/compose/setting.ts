/** How a paragraph is set. `measure`, `indent`, `blank` and `track` are in em. */
import type { Face } from '../advances.ts'
import type { DressChange } from './dress.ts'

export type Setting = {
  readonly face: Face
  readonly measure: number
  readonly indent: number
  readonly align: 'justify' | 'left' | 'center' | 'right'
  /** A full stop or comma may stand outside the column at a line's end. */
  readonly hang: boolean
  /** Other dresses from given offsets on, in order. */
  readonly changes?: readonly DressChange[]
  /** Added between any two characters: the desk's way to win or fill a line. */
  readonly track?: number
  /** Marks are set half an em wide, as in headlines. */
  readonly halfMarks?: boolean
  /** The width of a blank: a quarter em in text, more in headings. */
  readonly blank?: number
}

/** A line that is no block's: folio strip, masthead, notes on a proof. */
import type { Face } from '../advances.ts'
import type { TextLine } from '../geometry.ts'
import type { Ink } from '../template.ts'
import { BLACK, cachedLines } from './set.ts'

/** `value` on one line from (`x`, baseline `y`), in points; `block` names what it is. */
export function looseLine(
  block: string,
  value: string,
  x: number,
  y: number,
  size: number,
  face: Face,
  ink: Ink = BLACK,
): TextLine {
  const line = cachedLines(value, { face, measure: 1e6, indent: 0, align: 'left', hang: false, blank: 0.5 })[0]
  return {
    kind: 'line',
    block,
    start: 0,
    end: value.length,
    x,
    y,
    width: (line?.width ?? 0) * size,
    size,
    runs: line?.runs ?? [],
    ink,
  }
}

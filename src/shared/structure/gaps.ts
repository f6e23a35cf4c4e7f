/** Blank lines that OCR programs strew between the lines of a column: they part nothing. */
import { codesOf } from './classes.ts'
import { COLUMN } from './columns.ts'
import type { Line } from './lines.ts'

const STOPS = codesOf('。！？”…!?；：')
/** Of the places in the midst of a paragraph so many at least, and this share of them, have blank lines; where most have, they are the page's own. */
const FEWEST = 4
const LEAST = 0.1
const MOST = 0.8

/** The lines, without blank ones between where they stand in the midst of paragraphs as well; the same where they do not. */
export function withoutStrewn(lines: readonly Line[], column: Uint8Array): readonly Line[] {
  let amid = 0
  let strewn = 0
  for (let i = 1; i < lines.length; i++) {
    if (column[i - 1] !== COLUMN.full || column[i] === COLUMN.none) continue
    const { units, end } = lines[i - 1]!
    if (STOPS.has(units[end - 1]!) || lines[i]!.indent > 0 || lines[i]!.level > 0) continue
    amid++
    strewn += +(lines[i]!.gap > 0)
  }
  if (strewn < FEWEST || strewn < LEAST * amid || strewn > MOST * amid) return lines
  return lines.map((line, i) => (i > 0 && line.gap > 0 ? { ...line, gap: 0 } : line))
}

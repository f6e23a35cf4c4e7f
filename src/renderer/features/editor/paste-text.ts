/** Plain text as other programs give it, without what nobody sees or can mean; cells that tabs part are rows of a table. */
import { barsWithin } from '../../../shared/page/tables.ts'

/** Control characters, and what only tells where a line may be cut. */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2060\uFEFF]/g

export const clean = (text: string): string => text.replace(UNSEEN, '')

/** Its lines: Word ends one within a paragraph with a vertical tab, and a page with a form feed. */
export const linesOf = (text: string): readonly string[] => clean(text).split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)

/** More is running text. */
const LONGEST_CELL = 60

/**
 * What a spreadsheet copies is lines of cells with tabs between them: two and more, all of as many cells. They are rows of cells between
 * bars, as tables are written in the text. Undefined where the lines are something else.
 */
export function rowsOf(lines: readonly string[]): readonly string[] | undefined {
  const rows = lines.filter((line) => line.trim() !== '').map((line) => line.split('\t').map((cell) => cell.trim()))
  const columns = rows[0]?.length ?? 0
  const isTable =
    rows.length > 1 &&
    columns > 1 &&
    rows.every((cells) => cells.length === columns && cells.every((cell) => cell.length <= LONGEST_CELL)) &&
    // a tab before every line is an indent, one behind every line says nothing
    rows.some((cells) => cells.filter((cell) => cell !== '').length > 1)
  return isTable ? rows.map(rowText) : undefined
}

const rowText = (cells: readonly string[]): string =>
  `|${cells.map((cell) => (cell === '' ? ' |' : ` ${barsWithin(cell)} |`)).join('')}`

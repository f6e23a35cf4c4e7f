/** Tab goes from cell to cell of a table, as in every program that has tables; before its first and behind its last it leaves the text as elsewhere. */
import { COMMAND_PRIORITY_HIGH, KEY_TAB_COMMAND } from 'lexical'
import { barsOf, tablesOf } from '../../../shared/page/tables.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { $readFocus, $selectCaret } from './caret.ts'
import type { LexicalEditor } from 'lexical'
import type { Caret } from '../../../shared/page/edit.ts'
import type { Block } from '../../../shared/page/page.ts'
import type { Cell, Row } from '../../../shared/page/tables.ts'
import type { Desk } from './desk.ts'

export const registerTableKeys = (editor: LexicalEditor, desk: Desk): (() => void) =>
  editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false
      const { page } = desk.get()
      const focus = $readFocus()
      const place = page && focus && findBlock(page, focus.to.block)
      const cell = place && cellBeside(place.article.blocks, focus.to, event.shiftKey ? -1 : 1)
      if (!cell || !$selectCaret(cell.from, cell.to)) return false
      event.preventDefault()
      return true
    },
    COMMAND_PRIORITY_HIGH,
  )

/** The text of the cell after (1) or before (-1) the one that `caret` is in, over the ends of rows; undefined at the table's ends and outside of tables. */
export function cellBeside(
  blocks: readonly Block[],
  caret: Caret,
  by: -1 | 1,
): { readonly from: Caret; readonly to: Caret } | undefined {
  const table = tablesOf(blocks).find((t) => t.rows.some((r) => r.block.id === caret.block))
  const rows = table?.rows.filter((r) => r.block.id === caret.block)
  const row = rows?.findLast((r) => r.start <= caret.offset) ?? rows?.[0]
  if (!table || !row) return undefined
  const here = cellAt(row, caret.offset)
  const cells = table.rows.flatMap((r) => written(r).map((cell) => ({ cell, block: r.block.id })))
  const next = cells[cells.findIndex(({ cell }) => cell === here) + by]
  return (
    next && { from: { block: next.block, offset: next.cell.start }, to: { block: next.block, offset: next.cell.end } }
  )
}

/** The cell of `row` that `offset` of its block is in; before the first one it is that. */
function cellAt(row: Row, offset: number): Cell | undefined {
  const cells = written(row)
  if (isOfTags(row)) return cells.findLast((cell) => cell.start <= offset) ?? cells[0]
  const behind = barsOf(row.block.text.slice(row.start, offset)).length
  return cells[Math.min(Math.max(0, behind - 1), cells.length - 1)]
}

/** The cells that stand in the text: where one of HTML reaches over others, those do not. */
const written = (row: Row): readonly Cell[] =>
  isOfTags(row) ? row.cells.filter(({ start }) => start < row.end) : row.cells

/** Whether tags part its cells, not bars. */
const isOfTags = ({ names }: Row): boolean => names !== undefined

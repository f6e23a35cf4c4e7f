/** Tab goes from cell to cell of a table, as in every program that has tables; before its first and behind its last it leaves the text as elsewhere. */
import { COMMAND_PRIORITY_HIGH, KEY_TAB_COMMAND } from 'lexical'
import { barsOf, tablesOf } from '../../../shared/page/tables.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { $readFocus, $selectCaret } from './caret.ts'
import type { LexicalEditor } from 'lexical'
import type { Caret } from '../../../shared/page/edit.ts'
import type { Block } from '../../../shared/page/page.ts'
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
  const row = table?.rows.findLast((r) => r.block.id === caret.block && r.start <= caret.offset)
  if (!table || !row) return undefined
  const behind = barsOf(row.block.text.slice(row.start, caret.offset)).length
  const here = row.cells[Math.min(Math.max(0, behind - 1), row.cells.length - 1)]
  const cells = table.rows.flatMap((r) => r.cells.map((cell) => ({ cell, block: r.block.id })))
  const next = cells[cells.findIndex(({ cell }) => cell === here) + by]
  return (
    next && { from: { block: next.block, offset: next.cell.start }, to: { block: next.block, offset: next.cell.end } }
  )
}

/** Enter, Backspace, Delete and typing over a selection, as acts on the page: blocks keep what is their own. */
import {
  COMMAND_PRIORITY_HIGH as HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { joinBlocks, leaveEmpty, replaceRange, splitBlock } from '../../../shared/page/edit.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { $readFocus } from './caret.ts'
import type { LexicalEditor } from 'lexical'
import type { Binding } from './binding.ts'
import type { Desk } from './desk.ts'

export function registerKeys(editor: LexicalEditor, binding: Binding, desk: Desk): () => void {
  const page = () => desk.get().page
  const source = () => desk.get().open?.source ?? ''
  const deleting = (backward: boolean): boolean => $replaceAcross(binding, desk, ['']) || $deleteAtEdge(backward)

  const $deleteAtEdge = (backward: boolean): boolean =>
    binding.act(() => {
      const focus = $readFocus()
      const p = page()
      const place = p && focus && findBlock(p, focus.from.block)
      if (!place || focus.from.block !== focus.to.block || focus.from.offset !== focus.to.offset) return undefined
      const edge = backward ? 0 : place.block.text.length
      const other = place.article.blocks[place.blockIndex + (backward ? -1 : 1)]
      if (focus.from.offset !== edge) return undefined
      if (!other) return leaveEmpty(p, place.block.id, backward ? -1 : 1)
      return backward ? joinBlocks(p, other.id, place.block.id) : joinBlocks(p, place.block.id, other.id)
    })

  const $newParagraph = (): boolean =>
    $replaceAcross(binding, desk, ['', '']) ||
    binding.act(() => {
      const focus = $readFocus()
      const p = page()
      if (!p || !focus) return undefined
      if (focus.from.offset !== focus.to.offset) return replaceRange(p, focus.from, focus.to, ['', ''], source())
      return splitBlock(p, focus.from, source())
    })

  return mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $newParagraph, HIGH),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, deleting, HIGH),
    editor.registerCommand(DELETE_WORD_COMMAND, deleting, HIGH),
    editor.registerCommand(DELETE_LINE_COMMAND, deleting, HIGH),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $replaceAcross(binding, desk, ['']), HIGH),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      () => {
        $replaceAcross(binding, desk, [''])
        return false
      },
      HIGH,
    ),
    // The text keeps the focus: what is typed next is meant for it.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, HIGH),
    editor.registerCommand(UNDO_COMMAND, () => (desk.undo(), true), HIGH),
    editor.registerCommand(REDO_COMMAND, () => (desk.redo(), true), HIGH),
  )
}

/** A selection over several blocks gives way to `lines`; with `always` one inside a block too. */
export const $replaceAcross = (binding: Binding, desk: Desk, lines: readonly string[], always = false): boolean =>
  binding.act(
    () => {
      const focus = $readFocus()
      const { page, open } = desk.get()
      if (!page || !focus || (!always && focus.blocks.length < 2)) return undefined
      return replaceRange(page, focus.from, focus.to, lines, open?.source ?? '')
    },
    always && lines.length > 1 ? undefined : 'cut',
  )

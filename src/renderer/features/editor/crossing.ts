/** The arrow keys over the edge of an article: each has its own editor, and the caret goes on into the next one. */
import {
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  mergeRegister,
} from 'lexical'
import { findBlock } from '../../../shared/page/walk.ts'
import { $readFocus } from './caret.ts'
import type { LexicalCommand, LexicalEditor } from 'lexical'
import type { Desk } from './desk.ts'

const KEYS: readonly [LexicalCommand<KeyboardEvent>, -1 | 1, 'line' | 'character'][] = [
  [KEY_ARROW_UP_COMMAND, -1, 'line'],
  [KEY_ARROW_DOWN_COMMAND, 1, 'line'],
  [KEY_ARROW_LEFT_COMMAND, -1, 'character'],
  [KEY_ARROW_RIGHT_COMMAND, 1, 'character'],
]

export const registerCrossing = (editor: LexicalEditor, root: HTMLElement, desk: Desk): (() => void) =>
  mergeRegister(
    ...KEYS.map(([command, by, step]) =>
      editor.registerCommand(
        command,
        (event) => {
          if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false
          if (!$cross(root, desk, by, step)) return false
          event.preventDefault()
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ),
  )

function $cross(root: HTMLElement, desk: Desk, by: -1 | 1, step: 'line' | 'character'): boolean {
  const { page } = desk.get()
  const focus = $readFocus()
  const place = page && focus && findBlock(page, focus.from.block)
  if (!place || focus.from.block !== focus.to.block || focus.from.offset !== focus.to.offset) return false
  const { article, articleIndex, blockIndex, block } = place
  if (blockIndex !== (by < 0 ? 0 : article.blocks.length - 1)) return false
  const edge = by < 0 ? 0 : block.text.length
  if (focus.from.offset !== edge && (step === 'character' || !onEdgeLine(root, block.id, by))) return false
  const target = page.articles[articleIndex + by]?.blocks.at(by < 0 ? -1 : 0)
  if (!target) return false
  desk.moveTo({ block: target.id, offset: by < 0 ? target.text.length : 0 })
  return true
}

/** Whether the caret is on the first (-1) or last (+1) line of the block. */
function onEdgeLine(root: HTMLElement, id: string, by: -1 | 1): boolean {
  const dom = root.querySelector(`[data-block="${CSS.escape(id)}"]`)
  const caret = getSelection()?.getRangeAt(0).getClientRects()[0]
  if (!dom || !caret) return false
  const box = dom.getBoundingClientRect()
  return by < 0 ? caret.top - box.top < caret.height : box.bottom - caret.bottom < caret.height
}

/** Ctrl and an arrow, Ctrl+Backspace and a double click go by words of the archive's segmenter. */
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL as FIRST,
  DELETE_WORD_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
  registerEventListener,
} from 'lexical'
import { replaceRange } from '../../../shared/page/edit.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { isMac } from '../../app/keys.ts'
import { $caretOf, $readFocus, $selectCaret } from './caret.ts'
import { placeOf } from './place.ts'
import { askWords, wordAt, wordEnds, wordStep } from './words.ts'
import type { LexicalEditor } from 'lexical'
import type { Caret } from '../../../shared/page/edit.ts'
import type { Binding } from './binding.ts'
import type { Desk } from './desk.ts'

/** Milliseconds that the caret rests in a block before its words are asked for. */
const REST = 400

export function registerWordKeys(editor: LexicalEditor, root: HTMLElement, binding: Binding, desk: Desk): () => void {
  const textOf = (block: string): string | undefined => {
    const { page } = desk.get()
    return page && findBlock(page, block)?.block.text
  }

  // Lexical tells of arrow keys by themselves only, so the key itself is looked at.
  const onKey = (event: KeyboardEvent): boolean => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined
    const alone = isMac ? event.altKey && !event.ctrlKey : event.ctrlKey && !event.altKey
    if (by === undefined || !alone || event.metaKey || editor.isComposing()) return false
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return false
    const here = $caretOf(selection.focus)
    const to = here && stepFrom(here, by)
    if (!here || !to) return false
    const anchor = event.shiftKey ? $caretOf(selection.anchor) : to
    // Over the edge of the article the caret goes to the next one; a selection stays within its own.
    if (!anchor || !$selectCaret(anchor, to)) {
      if (event.shiftKey) return false
      desk.moveTo(to)
    }
    event.preventDefault()
    return true
  }

  /** One word on, over the ends of blocks and articles. */
  const stepFrom = (here: Caret, by: -1 | 1): Caret | undefined => {
    const { page } = desk.get()
    const text = textOf(here.block)
    if (!page || text === undefined) return undefined
    if (here.offset !== (by < 0 ? 0 : text.length))
      return { block: here.block, offset: wordStep(text, wordEnds(text), here.offset, by) }
    const all = page.articles.flatMap((a) => a.blocks)
    const next = all[all.findIndex((b) => b.id === here.block) + by]
    return next && { block: next.id, offset: by < 0 ? next.text.length : 0 }
  }

  const onDelete = (backward: boolean): boolean =>
    binding.act(() => {
      const focus = $readFocus()
      const { page, open } = desk.get()
      if (!page || !focus || focus.from.block !== focus.to.block || focus.from.offset !== focus.to.offset)
        return undefined
      const at = focus.from
      const text = textOf(at.block)
      if (text === undefined || at.offset === (backward ? 0 : text.length)) return undefined
      const [start, end] = wordAt(text, wordEnds(text), backward ? at.offset - 1 : at.offset)
      const [from, to] = backward ? [start, at.offset] : [at.offset, end]
      return replaceRange(
        page,
        { block: at.block, offset: from },
        { block: at.block, offset: to },
        [''],
        open?.source ?? '',
      )
    })

  const onDoubleClick = (event: MouseEvent) => {
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY)
    if (!caret || !root.contains(caret.startContainer)) return
    editor.update(() => {
      const focus = $readFocus()
      const text = focus && textOf(focus.from.block)
      if (!focus || text === undefined || focus.from.block !== focus.to.block) return
      const place = placeOf(caret)
      const at = place?.block === focus.from.block ? place.offset : focus.from.offset
      const [start, end] = wordAt(text, wordEnds(text), Math.min(at, text.length - 1))
      $selectCaret({ block: focus.from.block, offset: start }, { block: focus.from.block, offset: end })
    })
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let seen: string | undefined
  const prepare = () => {
    if (document.activeElement !== root) return
    const { focus } = desk.get()
    const text = focus && textOf(focus.from.block)
    if (text === undefined || text === seen) return
    seen = text
    clearTimeout(timer)
    timer = setTimeout(() => askWords(text), REST)
  }

  return mergeRegister(
    editor.registerCommand(KEY_DOWN_COMMAND, onKey, FIRST),
    editor.registerCommand(DELETE_WORD_COMMAND, onDelete, FIRST),
    registerEventListener(root, 'dblclick', onDoubleClick),
    desk.subscribe(prepare),
    () => clearTimeout(timer),
  )
}

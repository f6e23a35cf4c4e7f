/**
 * Selecting over several stories. Each story has an editor of its own, and a browser's selection ends with the editor that it began in;
 * from there on the desk keeps it: it is drawn by the highlight registry, and keys and clipboard act on the page as a whole.
 */
import { getNearestEditorFromDOMNode, mergeRegister, registerEventListener } from 'lexical'
import { replaceRange } from '../../../shared/page/edit.ts'
import { pastePieces } from '../../../shared/page/paste.ts'
import { isAcross, wholePage } from '../../../shared/page/stretch.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { headAfter } from './across-keys.ts'
import { $readFocus } from './caret.ts'
import { piecesOf, readPieces, writePieces } from './clipboard.ts'
import { placeAt, placeOf } from './place.ts'
import type { Caret } from '../../../shared/page/edit.ts'
import type { Desk } from './desk.ts'

/** Hears hand, keys and clipboard in the page's `scroller`, before the editors do. */
export function registerAcross(scroller: HTMLElement, desk: Desk): () => void {
  /** Where a hand that still holds the text began. */
  let held: Caret | undefined
  let at: MouseEvent | undefined

  const anchorNow = (): Caret | undefined => desk.get().wide?.anchor ?? selected()?.anchor
  /** As far as the hand or the key went: over stories the desk selects, within one its editor. */
  const reach = (anchor: Caret, head: Caret): boolean => {
    const { page } = desk.get()
    if (!page || !isAcross(page, anchor, head)) return false
    desk.spread(anchor, head)
    return true
  }

  const onDown = (event: MouseEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element) || !event.target.closest('.article-text')) return
    const head = placeAt(event.clientX, event.clientY)
    const anchor = event.shiftKey ? anchorNow() : undefined
    if (anchor && head && (reach(anchor, head) || desk.get().wide)) {
      event.preventDefault()
      if (!reach(anchor, head)) desk.moveTo(anchor, head)
    } else if (desk.get().wide) desk.set({ wide: undefined })
    held = anchor ?? head
  }
  const onMove = (event: MouseEvent) => {
    if ((event.buttons & 1) === 0) held = undefined
    at = event
    drag()
  }
  const drag = () => {
    const head = held && at && placeAt(at.clientX, at.clientY)
    if (!held || !head || reach(held, head) || !desk.get().wide) return
    // Back in the story where it began: the browser has had its own selection all along.
    desk.set({ wide: undefined })
    if (document.activeElement)
      getNearestEditorFromDOMNode(document.activeElement)?.read(() => desk.select($readFocus()))
  }

  const replace = (lines: readonly string[]): void => {
    const { page, focus, open } = desk.get()
    if (page && focus) desk.act(replaceRange(page, focus.from, focus.to, lines, open?.source ?? ''))
  }

  const onKey = (event: KeyboardEvent) => {
    const { page, focus, wide } = desk.get()
    if (!page || !focus || event.isComposing) return
    if (wide) return onWideKey(event)
    const mod = event.ctrlKey || event.metaKey
    if (mod && !event.shiftKey && !event.altKey && event.code === 'KeyA') {
      // Once for the story, once more for the page.
      const article = findBlock(page, focus.from.block)?.article
      const all = focus.blocks.length === article?.blocks.length && atEnds()
      const ends = wholePage(page)
      if (all && ends && reach(...ends)) take(event)
    } else if (mod && !event.altKey && TO_ENDS.test(event.key)) {
      // To the ends of the page, where the browser knows only those of a story.
      const now = selected()
      const head = now && headAfter(page, now.head, event)
      if (!now || !head || (event.shiftKey && !reach(now.anchor, head))) return
      if (!event.shiftKey) desk.moveTo(head)
      take(event)
    } else if (event.shiftKey && !event.altKey) {
      const now = selected()
      const head = now && isAtEnd(now.head, event.key) ? headAfter(page, now.head, event) : undefined
      if (now && head && reach(now.anchor, head)) take(event)
    }
  }

  const onWideKey = (event: KeyboardEvent) => {
    const { page, focus, wide } = desk.get()
    if (!page || !focus || !wide) return
    const mod = event.ctrlKey || event.metaKey
    const plain = !mod && !event.altKey
    const head = headAfter(page, wide.head, event)
    if (head && event.shiftKey) {
      if (!reach(wide.anchor, head)) desk.moveTo(wide.anchor, head)
    } else if (head && mod && TO_ENDS.test(event.key)) desk.moveTo(head)
    else if (head) desk.moveTo(/Left|Up|Home/.test(event.key) ? focus.from : focus.to)
    else if (event.key === 'Escape') desk.moveTo(wide.head)
    else if (event.key === 'Backspace' || event.key === 'Delete') replace([''])
    else if (event.key === 'Enter' && plain) replace(['', ''])
    else if (plain && (event.keyCode === 229 || event.key === 'Process')) {
      // An input method begins: it finds the place free, in the editor that has the focus now.
      replace([''])
      return
    } else if (plain && [...event.key].length === 1) replace([event.key])
    else return
    take(event)
  }

  const atEnds = (): boolean => {
    const { page, focus } = desk.get()
    const last = page && focus && findBlock(page, focus.to.block)?.block
    return focus?.from.offset === 0 && last?.text.length === focus.to.offset
  }
  const isAtEnd = (head: Caret, key: string): boolean => {
    const { page } = desk.get()
    const place = page && findBlock(page, head.block)
    if (!place) return false
    const { article, blockIndex, block } = place
    if (/^Arrow(Left|Up)$/.test(key)) return blockIndex === 0 && head.offset === 0
    return (
      /^Arrow(Right|Down)$/.test(key) && blockIndex === article.blocks.length - 1 && head.offset === block.text.length
    )
  }

  const onClipboard = (event: ClipboardEvent) => {
    const { page, focus, wide, open } = desk.get()
    const data = event.clipboardData
    if (!page || !focus || !wide || !data) return
    take(event)
    if (event.type === 'paste') {
      const pieces = readPieces(data)
      if (pieces) desk.act(pastePieces(page, focus.from, focus.to, pieces, open?.source ?? ''))
    } else if (writePieces(data, piecesOf(page, focus)) && event.type === 'cut') replace([''])
  }

  /** What comes without a key of its own: an input method, dictation, a table of characters. */
  const onCompose = () => {
    if (desk.get().wide) replace([''])
  }
  const onInput = (event: InputEvent) => {
    if (!desk.get().wide || event.inputType !== 'insertText' || event.data === null) return
    take(event)
    replace([event.data])
  }

  return mergeRegister(
    registerEventListener(scroller, 'compositionstart', onCompose, true),
    registerEventListener(scroller, 'beforeinput', onInput, true),
    registerEventListener(scroller, 'mousedown', onDown, true),
    registerEventListener(window, 'mousemove', onMove, true),
    registerEventListener(window, 'mouseup', () => (held = undefined), true),
    registerEventListener(scroller, 'scroll', drag),
    registerEventListener(scroller, 'keydown', onKey, true),
    ...(['copy', 'cut', 'paste'] as const).map((name) => registerEventListener(scroller, name, onClipboard, true)),
  )
}

const TO_ENDS = /^(Home|End)$/

const take = (event: Event): void => {
  event.preventDefault()
  event.stopPropagation()
}

/** What the browser has selected on the page, by its two ends. */
function selected(): { readonly anchor: Caret; readonly head: Caret } | undefined {
  const selection = getSelection()
  if (!selection?.anchorNode || !selection.focusNode) return undefined
  const anchor = placeOf(pointOf(selection.anchorNode, selection.anchorOffset))
  const head = placeOf(pointOf(selection.focusNode, selection.focusOffset))
  return anchor && head && { anchor, head }
}

function pointOf(node: Node, offset: number): Range {
  const range = document.createRange()
  range.setStart(node, offset)
  return range
}

/**
 * Text that is dragged: within a story, from one story to another, or from another program. It goes where it is let go as if it had been
 * cut and pasted, as one act; with Ctrl (Option on a Mac) it is copied.
 */
import { mergeRegister, registerEventListener } from 'lexical'
import { movePieces, pastePieces } from '../../../shared/page/paste.ts'
import { foundAgain } from '../../../shared/page/stretch.ts'
import { isMac } from '../../app/keys.ts'
import { piecesOf, readPieces, writePieces } from './clipboard.ts'
import { placeAt } from './place.ts'
import type { Edit } from '../../../shared/page/edit.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Desk, Focus } from './desk.ts'

/** Hears drags in the page's `scroller`, before the editors do. */
export function registerTextDrag(scroller: HTMLElement, desk: Desk): () => void {
  /** What is dragged from the page. */
  let begun: { readonly id: number | undefined; readonly page: Page; readonly focus: Focus } | undefined

  const onStart = (event: DragEvent) => {
    const { open, page, focus } = desk.get()
    const data = event.dataTransfer
    begun = undefined
    // A label in the margin, a picture and a link go their own ways.
    if (!page || !focus || !data || !isText(event.target) || getSelection()?.isCollapsed !== false) return
    event.stopPropagation()
    data.effectAllowed = 'copyMove'
    if (writePieces(data, piecesOf(page, focus))) begun = { id: open?.id, page, focus }
  }

  const onDrop = (event: DragEvent) => {
    const from = begun
    begun = undefined
    const { page, open } = desk.get()
    const data = event.dataTransfer
    if (!page || !data || data.files.length > 0 || !inText(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    const at = placeAt(event.clientX, event.clientY)
    const pieces = readPieces(data)
    if (!at || !pieces) return
    const source = open?.source ?? ''
    // The page may have changed under the drag, as when another saved it: what is dragged moves as long as it stands there.
    const held = from && from.id === open?.id ? foundAgain(from.page, page, from.focus) : undefined
    const moves = held && !(isMac ? event.altKey : event.ctrlKey)
    const edit: Edit & { readonly start?: typeof at } = moves
      ? movePieces(page, held.from, held.to, at, piecesOf(page, held), source)
      : pastePieces(page, at, at, pieces, source)
    const end = edit.caret
    if (edit.page !== page && end) desk.act(edit, undefined, { from: edit.start ?? at, to: end })
  }

  return mergeRegister(
    registerEventListener(scroller, 'dragstart', onStart, true),
    registerEventListener(scroller, 'drop', onDrop, true),
    registerEventListener(window, 'dragend', () => (begun = undefined), true),
  )
}

/** A selection is dragged by a text node of it. */
const isText = (target: EventTarget | null): boolean => target instanceof Text && inText(target)

const inText = (target: EventTarget | null): boolean =>
  target instanceof Node &&
  (target instanceof Element ? target : target.parentElement)?.closest('.article-text') instanceof Element

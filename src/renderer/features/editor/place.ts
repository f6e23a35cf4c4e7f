/** Places of the page where they are drawn: from a point of the document to block and offset, and back. */
import { rangeOf } from '../find/lights.ts'
import type { Caret } from '../../../shared/page/edit.ts'

/** Where in the page `range` begins; undefined where it is in no block. A `<br>` is one character. */
export function placeOf(range: Range | null): Caret | undefined {
  const node = range?.startContainer
  const dom = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('.paper [data-block]')
  const block = dom?.dataset['block']
  if (!range || !dom || block === undefined) return undefined
  const before = document.createRange()
  before.setStart(dom, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const text = before.cloneContents()
  for (const br of text.querySelectorAll('br')) br.replaceWith('\n')
  return { block, offset: text.textContent?.length ?? 0 }
}

/** The place under a point of the window, in CSS pixels. */
export const placeAt = (x: number, y: number): Caret | undefined => placeOf(document.caretRangeFromPoint(x, y))

export const drawnBlock = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.paper [data-block="${CSS.escape(id)}"]`)

/** The box of the caret at a place: that of the character after it, at a block's end of the one before. */
export function boxOf({ block, offset }: Caret): DOMRect | undefined {
  const dom = drawnBlock(block)
  if (!dom) return undefined
  const after = rangeOf(dom, { start: offset, end: offset + 1 })?.getClientRects()[0]
  if (after) return new DOMRect(after.left, after.top, 0, after.height)
  const before = rangeOf(dom, { start: offset - 1, end: offset })?.getClientRects()
  const last = before?.[before.length - 1]
  return last ? new DOMRect(last.right, last.top, 0, last.height) : dom.getBoundingClientRect()
}

/** Brings the caret into view: its block where that is not higher than the view, and the very place in a longer one. */

/** CSS pixels between the caret and the edge of the view that it was brought in at. */
const EDGE = 24
/** Frames in which stories that are drawn on the way may turn out higher than they were thought to be. */
const FRAMES = 6

export function reveal(root: HTMLElement, id: string): void {
  const block = root.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`)
  const scroller = root.closest<HTMLElement>('.editor-scroll')
  if (!block || !scroller) return
  if (block.offsetHeight < scroller.clientHeight) block.scrollIntoView({ block: 'nearest' })
  const place = focusPlace()
  let left = FRAMES
  const bring = () => {
    // Whoever has gone on meanwhile is not called back.
    if (!block.isConnected || focusPlace() !== place) return
    bringIn(scroller, caretBox(block) ?? block.getBoundingClientRect())
    if (left-- > 0) requestAnimationFrame(bring)
  }
  bring()
}

function bringIn(scroller: HTMLElement, { top, bottom }: DOMRect): void {
  const view = scroller.getBoundingClientRect()
  const first = view.top + (Number.parseFloat(getComputedStyle(scroller).scrollPaddingTop) || 0)
  if (bottom - top > view.bottom - first) return
  if (top < first) scroller.scrollTop -= first - top + EDGE
  else if (bottom > view.bottom) scroller.scrollTop += bottom - view.bottom + EDGE
}

/** Where the moving end of the selection is drawn; undefined where it is not in `block`, or that is empty. */
function caretBox(block: HTMLElement): DOMRect | undefined {
  const { focusNode, focusOffset } = getSelection() ?? {}
  if (!focusNode || focusOffset === undefined || !block.contains(focusNode)) return undefined
  const range = document.createRange()
  range.setStart(focusNode, focusOffset)
  const box = range.getBoundingClientRect()
  return box.height > 0 ? box : undefined
}

function focusPlace(): string {
  const { focusNode, focusOffset } = getSelection() ?? {}
  const block =
    focusNode && (focusNode instanceof Element ? focusNode : focusNode.parentElement)?.closest('[data-block]')
  return `${block?.getAttribute('data-block')} ${focusOffset}`
}

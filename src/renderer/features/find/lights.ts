/** Lights the hits in the text by the highlight registry: the text itself is not touched, so neither caret nor input method notices. */
import { useEffect } from 'react'
import { hitsByBlock } from '../../../shared/page/find.ts'
import type { Hit } from '../../../shared/page/find.ts'

const ALL = 'find-hit'
const NOW = 'find-now'
/** Frames that are waited for a block to be drawn before it is brought into view. */
const PATIENCE = 60
/** CSS pixels between the page's room for the bar, which hangs a little lower, and what is found. */
const UNDER_BAR = 24

/** Lights `hits` wherever their blocks are drawn, and brings the one at hand into view. */
export function useLights(hits: readonly Hit[], at: number): void {
  useEffect(() => {
    const paper = document.querySelector('.editor-scroll')
    if (!paper || hits.length === 0) return
    let frame = 0
    const light = () => {
      frame = 0
      const byBlock = hitsByBlock(hits)
      const all: Range[] = []
      const now: Range[] = []
      for (const block of paper.querySelectorAll<HTMLElement>('[data-block]'))
        for (const hit of byBlock.get(block.dataset['block'] ?? '') ?? []) {
          const range = rangeOf(block, hit)
          if (range) (hit === hits[at] ? now : all).push(range)
        }
      CSS.highlights.set(ALL, new Highlight(...all))
      const lit = new Highlight(...now)
      lit.priority = 1
      CSS.highlights.set(NOW, lit)
    }
    light()
    const watch = new MutationObserver(() => (frame ||= requestAnimationFrame(light)))
    watch.observe(paper, { childList: true, subtree: true, characterData: true })
    return () => {
      watch.disconnect()
      cancelAnimationFrame(frame)
      CSS.highlights.delete(ALL)
      CSS.highlights.delete(NOW)
    }
  }, [hits, at])

  const hit = hits[at]
  const key = hit && `${hit.block} ${hit.start}`
  useEffect(() => {
    if (!hit) return
    let left = PATIENCE
    let frame = 0
    const show = () => {
      const block = document.querySelector<HTMLElement>(`.editor-scroll [data-block="${CSS.escape(hit.block)}"]`)
      const scroller = block?.closest('.editor-scroll')
      const range = block && rangeOf(block, hit)
      if (!scroller || !range) {
        if (left-- > 0) frame = requestAnimationFrame(show)
        return
      }
      const place = range.getBoundingClientRect()
      const view = scroller.getBoundingClientRect()
      const first = view.top + Number.parseFloat(getComputedStyle(scroller).scrollPaddingTop) + UNDER_BAR
      if (place.top < first || place.bottom > view.bottom - 40)
        scroller.scrollBy({ top: place.top - view.top - view.height / 3 })
    }
    show()
    return () => cancelAnimationFrame(frame)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` is the hit by value: typing elsewhere must not scroll
  }, [key])
}

/** `[start, end)` of the block's text as a range; a `<br>` is one character. */
export function rangeOf(block: HTMLElement, { start, end }: Pick<Hit, 'start' | 'end'>): Range | undefined {
  const range = document.createRange()
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let seen = 0
  let open = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node instanceof Text ? node.length : node instanceof HTMLBRElement ? 1 : 0
    if (node instanceof Text) {
      if (!open && start < seen + length) {
        range.setStart(node, Math.max(0, start - seen))
        open = true
      }
      if (open && end <= seen + length) {
        range.setEnd(node, end - seen)
        return range
      }
    }
    seen += length
  }
  return undefined
}

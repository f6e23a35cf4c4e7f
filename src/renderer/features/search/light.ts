/** Lights the words of the search in the page that is open, wherever they stand in it. */
import { useEffect } from 'react'
import { matchesOf } from '../../../shared/search/normalise.ts'

const NAME = 'search-lit'
/** Places lit at most; a page where more match needs no lights. */
const MOST = 2000

/** `needles`, in normal form, are lit in every block on screen; blocks that come later are lit as they come. */
export function useLight(needles: readonly string[]): void {
  useEffect(() => {
    const paper = document.querySelector('.editor')
    if (!paper || needles.length === 0) return
    let frame = 0
    const light = () => {
      frame = 0
      const ranges: Range[] = []
      for (const block of paper.querySelectorAll<HTMLElement>('.article-text [data-block]')) {
        for (const [start, end] of matchesOf(block.textContent ?? '', needles)) {
          const range = rangeIn(block, start, end)
          if (range) ranges.push(range)
          if (ranges.length >= MOST) break
        }
      }
      CSS.highlights.set(NAME, new Highlight(...ranges))
    }
    const soon = () => {
      frame ||= requestAnimationFrame(light)
    }
    light()
    const watch = new MutationObserver(soon)
    watch.observe(paper, { childList: true, subtree: true, characterData: true })
    return () => {
      watch.disconnect()
      cancelAnimationFrame(frame)
      CSS.highlights.delete(NAME)
    }
  }, [needles])
}

/** `[start, end)` of the element's text as a range over its text nodes. */
function rangeIn(element: HTMLElement, start: number, end: number): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = new Range()
  let seen = 0
  let open = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (!open && start < seen + length) {
      range.setStart(node, start - seen)
      open = true
    }
    if (open && end <= seen + length) {
      range.setEnd(node, end - seen)
      return range
    }
    seen += length
  }
  return undefined
}

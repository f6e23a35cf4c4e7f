/**
 * Shows where fragments were joined: the two characters at the seam are marked by the CSS Highlight API. It paints over the text and is
 * no part of it, so that neither the caret nor an input method meets anything there.
 */
import { useEffect } from 'react'
import { isWeakJoin } from '../../../shared/page/doubts.ts'
import type { RefObject } from 'react'
import type { Article, Block } from '../../../shared/page/page.ts'
import type { Outline } from '../editor/use-outline.ts'

const STRONG = 'join'
const WEAK = 'join-weak'

/** Marks the joins of `article` in the text beside the margin `box`. */
export function useJoinMarks(box: RefObject<HTMLElement | null>, article: Article, outline: Outline): void {
  useEffect(() => {
    const root = box.current?.closest('.article')
    const joined = article.blocks.filter((b) => b.joins.length > 0)
    if (!root || joined.length === 0) return
    const marks = joined.flatMap((block) => marksOf(root, block))
    for (const { name, range } of marks) highlight(name).add(range)
    return () => {
      for (const { name, range } of marks) highlight(name).delete(range)
    }
    // `outline` is another value when blocks were drawn anew
  }, [box, article, outline])
}

function highlight(name: string): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}

function marksOf(root: Element, block: Block): { readonly name: string; readonly range: Range }[] {
  const dom = root.querySelector(`[data-block="${CSS.escape(block.id)}"]`)
  if (!dom) return []
  return block.joins.flatMap((join) => {
    const range = rangeAround(dom, join.at)
    return range ? [{ name: isWeakJoin(join) ? WEAK : STRONG, range }] : []
  })
}

/** One character on each side of `offset`, which counts UTF-16 units and a line break as one. */
function rangeAround(dom: Element, offset: number): Range | undefined {
  const from = pointAt(dom, Math.max(0, offset - 1))
  const to = pointAt(dom, offset + 1)
  if (!from || !to) return undefined
  const range = new Range()
  range.setStart(...from)
  range.setEnd(...to)
  return range
}

function pointAt(dom: Element, offset: number): [Text, number] | undefined {
  const walker = document.createTreeWalker(dom, NodeFilter.SHOW_ALL)
  let left = offset
  let last: [Text, number] | undefined
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      if (left <= node.length) return [node, left]
      left -= node.length
      last = [node, node.length]
    } else if (node instanceof HTMLBRElement) left = Math.max(0, left - 1)
  }
  return last
}

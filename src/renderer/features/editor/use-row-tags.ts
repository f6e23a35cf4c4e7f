/** The tags of a table that OCR wrote as HTML step back behind the words of its cells. The CSS Highlight API paints over the text and is no part of it. */
import { useEffect } from 'react'
import { hasTags, tablesOf } from '../../../shared/page/tables.ts'
import type { RefObject } from 'react'
import type { Article } from '../../../shared/page/page.ts'

const NAME = 'row-tag'
const TAG = /<[^<>]*>/g

/** `drawn` is another value when the blocks under `root` were drawn anew. */
export function useRowTags(root: RefObject<HTMLElement | null>, article: Article, drawn: string): void {
  useEffect(() => {
    const rows = tablesOf(article.blocks).flatMap((t) => t.rows.filter((r) => r.cells.some(hasTags)))
    const text = root.current
    if (!text || rows.length === 0) return
    const ranges = [...new Set(rows.map((r) => r.block.id))].flatMap((id) => tagsIn(text, id))
    const all = CSS.highlights.get(NAME) ?? new Highlight()
    // What is found, selected or lit in a tag has the colours of that.
    all.priority = -1
    CSS.highlights.set(NAME, all)
    for (const range of ranges) all.add(range)
    return () => {
      for (const range of ranges) all.delete(range)
    }
  }, [root, article, drawn])
}

function tagsIn(root: Element, id: string): readonly Range[] {
  const dom = root.querySelector(`[data-block="${CSS.escape(id)}"]`)
  if (!dom) return []
  const ranges: Range[] = []
  const walker = document.createTreeWalker(dom, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { index, 0: tag } of (node.textContent ?? '').matchAll(TAG)) {
      const range = new Range()
      range.setStart(node, index)
      range.setEnd(node, index + tag.length)
      ranges.push(range)
    }
  return ranges
}

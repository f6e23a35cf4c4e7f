/** Where each block of an article stands, for the labels in its margin. Measured after layout, and only when a height or the order changed. */
import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { Article } from '../../../shared/page/page.ts'

/** Top of each block in CSS pixels from the article's top, by block id. */
export type Outline = ReadonlyMap<string, number>

export function useOutline(root: RefObject<HTMLElement | null>, article: Article, live: boolean): Outline {
  const [outline, setOutline] = useState<Outline>(new Map())
  const shape = article.blocks.map((b) => b.id + b.role).join()
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    // An observer that begins to watch is told at once after the next layout: nothing is measured before its time.
    const watch = new ResizeObserver(() => setOutline((before) => measured(element, before)))
    watch.observe(element)
    return () => watch.disconnect()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `shape` and `live` say when what is measured is another thing
  }, [root, shape, live])
  return outline
}

function measured(root: HTMLElement, before: Outline): Outline {
  const next = new Map<string, number>()
  for (const dom of root.querySelectorAll<HTMLElement>('[data-block]'))
    next.set(dom.dataset['block'] ?? '', dom.offsetTop)
  const same = next.size === before.size && [...next].every(([id, top]) => before.get(id) === top)
  return same ? before : next
}

/** The articles of the open page in a virtual list, laid out in the paper's own flow with room kept for what is not drawn. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useEffect, useState } from 'react'
import { storyNumbers } from '../../../shared/page/walk.ts'
import { findOf } from '../find/find.ts'
import { ArticleView } from './ArticleView.tsx'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { drawBeforeKeys, useLater } from './use-later.ts'
import type { RefObject } from 'react'
import type { Range } from '@tanstack/react-virtual'
import type { Article } from '../../../shared/page/page.ts'
import { restOfTyping } from './desk.ts'
import type { DeskState } from './desk.ts'

/** CSS pixels between two articles, as `editor.css` has it. */
const GAP = 40
/** Articles drawn beyond the view: few while a page opens, then enough that an ordinary page is there as a whole. */
const FIRST = 0
const THEN = 40

export function Articles({ scroller }: { readonly scroller: RefObject<HTMLDivElement | null> }) {
  const w = useWorkstation()
  const articles = useLater(w.desk, (s) => s.page?.articles, restOfTyping) ?? []
  const held = useLater(w.desk, pinned)
  const sought = useStore(findOf(w.desk), (s) => s.hits[s.at]?.block)
  useEffect(
    () =>
      w.desk.subscribe(() => {
        if (lacksEditor(w.desk.get())) drawBeforeKeys(w.desk)
      }),
    [w.desk],
  )
  const here = `${held}${articles.find((a) => a.blocks.some((b) => b.id === sought))?.id ?? ''} `
  const settled = useSettled()
  const list = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: articles.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(articles[index]),
    getItemKey: (index) => articles[index]?.id ?? index,
    initialRect: { width: 800, height: 900 },
    gap: GAP,
    overscan: settled ? THEN : FIRST,
    // An editor with the caret in it stays, and one that the caret must go to is made, wherever they are.
    rangeExtractor: (range: Range) => {
      const wanted = defaultRangeExtractor(range)
      const far = articles.flatMap((a, i) => (here.includes(`${a.id} `) && !wanted.includes(i) ? [i] : []))
      return [...wanted, ...far].toSorted((a, b) => a - b)
    },
  })
  // A line more in an article that is partly in view must not move the text under the eye.
  list.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, { scrollOffset }) => item.end <= (scrollOffset ?? 0)

  const stories = storyNumbers(articles)
  let end = -GAP
  return (
    <div className="paper" role="feed" aria-busy={!settled}>
      {list.getVirtualItems().map((item) => {
        const article = articles[item.index]
        const room = item.start - end - GAP
        end = item.end
        if (!article) return null
        return (
          <Fragment key={item.key}>
            {room > 0 && <div className="paper-room" style={{ height: room }} />}
            <ArticleView
              article={article}
              index={item.index}
              story={stories.get(article.id)}
              of={articles.length}
              eager={!settled}
              hold={list.measureElement}
            />
          </Fragment>
        )
      })}
      <div className="paper-room" style={{ height: Math.max(0, list.getTotalSize() - Math.max(0, end)) }} />
    </div>
  )
}

/** The articles that the caret is in or must go to, as one text that changes only with them. */
function pinned({ page, focus, caret }: DeskState): string {
  const ids = new Set([focus?.from.block, caret?.from.block])
  return `${page?.articles
    .filter((a) => a.blocks.some((b) => ids.has(b.id)))
    .map((a) => a.id)
    .join(' ')} `
}

/** Whether the caret must go into an article that has no editor yet: what is typed next would come into another. */
function lacksEditor({ page, caret }: DeskState): boolean {
  const to = caret && page?.articles.find((a) => a.blocks.some((b) => b.id === caret.from.block))
  return to !== undefined && !document.querySelector(`[data-article="${CSS.escape(to.id)}"] > [contenteditable]`)
}

/** False for the first frames, then true. That the first was drawn stands in the window's own timeline, for who measures it. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    let idle = 0
    const frame = requestAnimationFrame(() => {
      setTimeout(() => performance.mark('page'))
      idle = requestIdleCallback(() => setSettled(true), { timeout: 300 })
    })
    return () => {
      cancelAnimationFrame(frame)
      cancelIdleCallback(idle)
    }
  }, [])
  return settled
}

/** CSS pixels that an article will be high, near enough to scroll by until it is measured. */
const estimate = (article: Article | undefined): number =>
  (article?.blocks ?? []).reduce((sum, b) => sum + 30 * Math.ceil(Math.max(1, b.text.length) / 38), 20)

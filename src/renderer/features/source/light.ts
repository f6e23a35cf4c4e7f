/**
 * What is lit on the page and of the source's own selection: by the highlight registry, the text untouched. The browser paints all that
 * is lit so anew at every key of the page: nothing may be while the page is written in.
 */
import { sourceOf, textOf } from '../../../shared/page/places.ts'
import { findBlock, walk } from '../../../shared/page/walk.ts'
import { createStore } from '../../app/store.ts'
import { rangeOf } from '../find/lights.ts'
import { onLines } from './lines.ts'
import type { Page, Span } from '../../../shared/page/page.ts'
import type { Focus } from '../editor/desk.ts'
import type { SourceLine } from './lines.ts'

/** A stretch of source that was asked for from elsewhere, as from the ledger; a new value each time. */
export const sought = createStore<{ readonly span: Span | undefined }>({ span: undefined })

/** The source characters of what is selected on the page; of a mere caret those of the character after it. */
export function spansOfFocus(source: string, page: Page, { from, to, blocks }: Focus): readonly Span[] {
  return blocks.flatMap((id) => {
    const block = findBlock(page, id)?.block
    if (!block) return []
    const start = id === from.block ? from.offset : 0
    const end = id === to.block ? to.offset : block.text.length
    if (start !== end || blocks.length > 1) return sourceOf(source, block, start, end)
    const at = Math.min(start, Math.max(0, block.text.length - 1))
    return sourceOf(source, block, at, at + 1)
  })
}

/** Lights what source characters `span` are on the page, wherever it is drawn, and gives the first of it. */
export function lightPage(source: string, page: Page, span: Span): Range | undefined {
  const ranges: Range[] = []
  for (const { block } of walk(page)) {
    const found = textOf(source, block, span)
    const drawn = found && document.querySelector<HTMLElement>(`.paper [data-block="${CSS.escape(block.id)}"]`)
    const range = drawn && rangeOf(drawn, { start: found[0], end: found[1] })
    if (range) ranges.push(range)
  }
  light('page-lit', ranges)
  return ranges[0]
}

/** Lights what is selected in the source's own text, and gives what is lit. */
export function lightSelected(box: HTMLElement, lines: readonly SourceLine[], span: Span): readonly Range[] {
  const ranges = onLines(lines, span).flatMap(({ line, from, to }) => {
    const drawn = box.querySelector<HTMLElement>(`[data-line="${line}"]`)
    return (drawn && rangeOf(drawn, { start: from, end: to })) ?? []
  })
  light('source-now', ranges)
  return ranges
}

export function light(name: string, ranges: readonly Range[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}

/** What is out of view comes to a third of the height, so that what follows is seen too. */
export function bringIntoView(box: Element | null, lit: Range | Element | null | undefined): void {
  if (!box || !lit) return
  const place = lit.getBoundingClientRect()
  const view = box.getBoundingClientRect()
  if (place.top < view.top + 24 || place.bottom > view.bottom - 48)
    box.scrollBy({ top: place.top - view.top - view.height / 3 })
}

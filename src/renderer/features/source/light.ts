/** What is lit in the source and on the page: places of one side shown on the other by the highlight registry, the text untouched. */
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
    const range = drawn && rangeOf(drawn, { block: block.id, start: found[0], end: found[1] })
    if (range) ranges.push(range)
  }
  light('page-lit', ranges)
  return ranges[0]
}

/** Lights `spans` in the source's own text under `name`, and gives what is lit. */
export function lightSource(
  name: string,
  box: HTMLElement,
  lines: readonly SourceLine[],
  spans: readonly Span[],
): readonly Range[] {
  const ranges = spans.flatMap((span) => onLines(lines, span).flatMap((part) => lineRange(box, part)))
  light(name, ranges, name === 'source-now' ? 1 : 0)
  return ranges
}

export function light(name: string, ranges: readonly Range[], priority = 0): void {
  if (ranges.length === 0) return void CSS.highlights.delete(name)
  const highlight = new Highlight(...ranges)
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
}

function lineRange(box: HTMLElement, { line, from, to }: { line: number; from: number; to: number }): Range[] {
  const text = box.children[line]?.firstChild
  if (!(text instanceof Text)) return []
  const range = new Range()
  range.setStart(text, Math.min(from, text.length))
  range.setEnd(text, Math.min(to, text.length))
  return [range]
}

/** What is out of view comes to a third of the height, so that what follows is seen too. */
export function bringIntoView(box: Element | null, range: Range | undefined): void {
  if (!box || !range) return
  const place = range.getBoundingClientRect()
  const view = box.getBoundingClientRect()
  if (place.top < view.top + 24 || place.bottom > view.bottom - 48)
    box.scrollBy({ top: place.top - view.top - view.height / 3 })
}

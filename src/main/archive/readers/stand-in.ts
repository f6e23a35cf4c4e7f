/** For files that state a page themselves and have no OCR text: a source text made of the blocks, so that spans point into something. */
import type { Page, Span } from '../../../shared/page/page.ts'
import { mapBlocks } from '../../../shared/page/walk.ts'

/** A source text made of the blocks, and the page with its spans in it. */
export function standIn(page: Page): { readonly text: string; readonly page: Page } {
  let text = ''
  const moved = mapBlocks(page, (block, { blockIndex, articleIndex }) => {
    if (text) text += blockIndex === 0 && articleIndex > 0 ? '\n\n\n' : '\n\n'
    const span: Span = [text.length, text.length + block.text.length]
    text += block.text
    return { ...block, spans: block.text ? [span] : [] }
  })
  return { text, page: moved }
}

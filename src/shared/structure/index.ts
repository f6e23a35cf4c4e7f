/** Source text → Page: which articles stand on it, what every block is, which fragments are one paragraph. */
import type { Notice } from '../api/pages.ts'
import { block, article, page } from '../page/build.ts'
import type { Page } from '../page/page.ts'
import type { Words } from '../words.ts'

export type StructureOptions = {
  /** The segmenter; without one the engine runs too, only less sure. */
  readonly words?: Words
}

export type Structured = { readonly page: Page; readonly notices: readonly Notice[] }

/** The page that `source` (decoded text, no byte order mark) holds. Never throws; every non-blank character stands in exactly one block. */
export function structure(source: string, _options: StructureOptions = {}): Structured {
  const blocks = [...source.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map((m) => {
    const text = m[0].trim()
    const start = m.index + m[0].indexOf(text)
    return block('paragraph', text, { spans: [[start, start + text.length]], confidence: 0.1 })
  })
  return { page: page(blocks.length > 0 ? [article(blocks)] : []), notices: [] }
}

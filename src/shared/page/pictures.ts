/** The pictures of a page: by their content, or known by their words alone. */
import type { Page } from './page.ts'

/**
 * One entry a picture in reading order: its sha256, or undefined where the page knows only its caption and credit. A caption with
 * the credit beside it is one picture.
 */
export const pictureHashes = (page: Page): readonly (string | undefined)[] =>
  page.articles.flatMap(({ blocks }) =>
    blocks.flatMap((b, i) => {
      const before = blocks[i - 1]
      const isWords = b.role === 'caption' || b.role === 'credit'
      const begins = isWords && (b.role === 'caption' || before?.role !== 'caption')
      if (b.picture) return [b.picture.sha256]
      return begins && !(before && before.picture && b.role === 'credit') ? [undefined] : []
    }),
  )

/** Words of headings, asked of the archive's segmenter once: headings break between words. */
import { headingTexts } from './headings.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Cut } from './messages.ts'

export function createCuts(call: Banxin, onFound: () => void) {
  const known = new Set<string>()
  const wanted = new Set<string>()
  let fresh: readonly Cut[] = []
  return {
    /** What was found since it was last taken. */
    take: (): readonly Cut[] => {
      const taken = fresh
      fresh = []
      return taken
    },
    ask: async (page: Page): Promise<void> => {
      const texts = headingTexts(page).filter((text) => !known.has(text) && !wanted.has(text))
      if (texts.length === 0) return
      for (const text of texts) wanted.add(text)
      try {
        const words = await call('words.tag', { texts })
        const found = texts.flatMap((text, i): readonly Cut[] => (words[i] ? [[text, words[i]]] : []))
        for (const [text] of found) known.add(text)
        fresh = [...fresh, ...found]
        onFound()
      } catch {
        // Without words headings break between characters; the next change asks again.
      } finally {
        for (const text of texts) wanted.delete(text)
      }
    },
  }
}

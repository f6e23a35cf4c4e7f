/** The texts that are broken between words: headings, and each of their lines. */
import { walk } from '../../../shared/page/walk.ts'
import type { Page, Role } from '../../../shared/page/page.ts'

const HEADINGS = new Set<Role>(['label', 'kicker', 'headline', 'deck', 'byline', 'crosshead', 'keyword'])

export const headingTexts = (page: Page): readonly string[] => [
  ...new Set(
    [...walk(page)]
      .filter(({ block }) => HEADINGS.has(block.role))
      .flatMap(({ block }) => [block.text, ...block.text.split('\n')])
      .filter((text) => text.trim() !== ''),
  ),
]

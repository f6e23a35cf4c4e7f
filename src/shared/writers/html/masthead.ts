/** What page this is, in words: the strip at the top, the document's title and description. */
import type { Page, PageMeta } from '../../page/page.ts'
import { titleOf } from '../../page/walk.ts'
import { storiesOf } from '../story.ts'
import { oneLine } from '../text.ts'

/** `04` → 第04版, `A04` → A04版; a number that says 版 itself stays. */
export function pageName({ number }: PageMeta): string {
  if (number === undefined || number.includes('版')) return oneLine(number ?? '')
  return /^\p{L}/u.test(number) ? `${oneLine(number)}版` : `第${oneLine(number)}版`
}

/** The document's title: its story's where it holds one, else the paper, day and page. */
export function titleOfPage(page: Page, fallback: string): string {
  const stories = storiesOf(page)
  const only = stories.length === 1 ? stories[0] : undefined
  const place = [page.meta.publication, page.meta.date, pageName(page.meta), page.meta.section]
    .filter(Boolean)
    .join(' ')
  const first = stories[0] === undefined ? '' : titleOf(stories[0].article)
  if (only) return oneLine([first, page.meta.publication].filter(Boolean).join(' - '))
  return oneLine(page.meta.title ?? (place || first || fallback))
}

/** The first 120 characters of running text, for `description` and Open Graph. */
export function descriptionOf(page: Page): string {
  const blocks = storiesOf(page).flatMap((s) => s.article.blocks)
  const text = oneLine(blocks.find((b) => b.role === 'standfirst' || b.role === 'paragraph')?.text ?? '')
  return text.length > 120 ? `${[...text].slice(0, 119).join('')}…` : text
}

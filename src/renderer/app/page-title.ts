/** The name by which a person knows a page: its first headline. */
import { titleOf } from '../../shared/page/walk.ts'
import type { Page } from '../../shared/page/page.ts'

export function pageTitle(page: Page): string {
  const told = page.articles.find((a) => a.blocks.some((b) => b.role === 'headline')) ?? page.articles[0]
  return told ? titleOf(told) : ''
}

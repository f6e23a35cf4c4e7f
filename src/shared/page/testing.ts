/** For tests of what is done to a page: pages that come from a source, and their shape in a line. */
import { expect } from 'vitest'
import { article, block, page } from './build.ts'
import type { Edit } from './edit.ts'
import type { Page, Role, Span } from './page.ts'

/** A page whose blocks come from a source of their texts on lines of their own. */
export function made(...articles: readonly (readonly (readonly [Role, string])[])[]): { page: Page; source: string } {
  let source = ''
  const blocks = articles.map((a) =>
    a.map(([role, text]) => {
      const span: Span = [source.length, source.length + text.length]
      source += `${text}\n`
      return block(role, text, { spans: [span] })
    }),
  )
  return { page: page(blocks.map((b) => article(b))), source }
}

export const shape = (q: Page) =>
  q.articles.map((a) => a.blocks.map((b) => `${b.role[0]}${b.text}`).join('/')).join(' | ')
export const check = (edit: Edit, expected: string) => expect(shape(edit.page)).toBe(expected)

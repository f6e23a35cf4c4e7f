/** The rival of the structure benchmark: what a Markdown reader makes of a page. `#` is a headline and opens an article, every other line is a paragraph. */
import { linesOf } from '../src/shared/structure/lines.ts'
import type { Role, Span } from '../src/shared/page/page.ts'

export function markdownPage(source: string) {
  const articles: { blocks: { role: Role; spans: Span[] }[] }[] = []
  for (const line of linesOf(source)) {
    const heading = line.level > 0
    const current = articles.at(-1)
    const block = {
      role: heading ? ('headline' as const) : ('paragraph' as const),
      spans: [[line.start, line.end] as const] as Span[],
    }
    if (!current || (heading && current.blocks.some((b) => b.role !== 'headline'))) articles.push({ blocks: [block] })
    else current.blocks.push(block)
  }
  return { articles }
}

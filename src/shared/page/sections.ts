/** Sections 小节: what a keyword box or a crosshead opens, up to the next one. Derived from the blocks, never stored. */
import type { Article, Block } from './page.ts'

export type Section = {
  /** The keyword box and crosshead that open the section; empty for the opening of the article. */
  readonly heading: readonly Block[]
  readonly blocks: readonly Block[]
}

const OPENS = new Set(['keyword', 'crosshead'])

/** The article's blocks as sections, in order; a keyword box and the crosshead right after it open one section together. */
export function sectionsOf(a: Article): readonly Section[] {
  const sections: { heading: Block[]; blocks: Block[] }[] = []
  let current: { heading: Block[]; blocks: Block[] } = { heading: [], blocks: [] }
  for (const b of a.blocks) {
    const joinsHeading = current.blocks.length === 0 && current.heading.every((h) => h.role === 'keyword')
    if (OPENS.has(b.role)) {
      const opensNew =
        current.blocks.length > 0 || (current.heading.length > 0 && !(joinsHeading && b.role === 'crosshead'))
      if (opensNew) {
        sections.push(current)
        current = { heading: [], blocks: [] }
      }
      current.heading.push(b)
    } else current.blocks.push(b)
  }
  if (current.heading.length + current.blocks.length > 0) sections.push(current)
  return sections
}

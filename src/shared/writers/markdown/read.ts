/** Banxin's Markdown back into the page it was written from. */
import type { PhrasingContent, RootContent } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { article, block, page } from '../../page/build.ts'
import type { Block, Page, Role } from '../../page/page.ts'
import { readFrontMatter } from './front-matter.ts'
import { readPhrasing } from './read-phrasing.ts'
import { readTable } from './table.ts'

/**
 * The page that `text` holds, or undefined where its front matter does not say `banxin:` (any other Markdown is OCR text
 * like any other). Never throws: what was written by hand in between becomes paragraphs.
 */
export function readPageMarkdown(text: string): Page | undefined {
  // A rule stands over many an OCR text, which need not be parsed for that.
  if (!text.startsWith('---') || !text.includes('banxin')) return undefined
  try {
    return parsedPage(text)
  } catch (error) {
    // Quotations and lists within each other by the thousand are more than the parser's stack holds, and no page of ours.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function parsedPage(text: string): Page | undefined {
  const [first, ...rest] = processor.parse(text).children
  const meta = first?.type === 'yaml' ? readFrontMatter(first.value) : undefined
  if (meta === undefined) return undefined
  const articles: Block[][] = [[]]
  for (const node of rest) {
    const blocks = articles.at(-1) ?? []
    const rows = node.type === 'html' ? readTable(blocks.at(-1), node.value) : undefined
    if (node.type === 'thematicBreak') articles.push([])
    else if (rows) blocks.splice(-1, 1, ...rows)
    else blocks.push(...blocksOf(node, text))
  }
  return page(
    articles.filter((blocks) => blocks.length > 0).map((blocks) => article(blocks)),
    meta,
  )
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkCjkFriendly).freeze()

function blocksOf(node: RootContent, source: string): readonly Block[] {
  switch (node.type) {
    case 'heading':
      return [leaf(node.depth === 1 ? 'headline' : 'crosshead', node.children)]
    case 'paragraph':
      return [leaf('paragraph', node.children)]
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, source))
    case 'html':
      return [leaf('paragraph', [node])]
    default: {
      const text = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
      return text.trim() === '' ? [] : [block('paragraph', text)]
    }
  }
}

/** A comment at the end says the role and the picture; without one the node's form does. */
function leaf(form: Role, children: readonly PhrasingContent[]): Block {
  const { text, marks, said } = readPhrasing(children)
  return block(said?.role ?? form, text, said?.picture ? { marks, picture: said.picture } : { marks })
}

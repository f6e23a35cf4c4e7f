/** A page as Markdown with YAML front matter, made to be read back to the same page. */
import type { Root, RootContent } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Block, Page } from '../../page/page.ts'
import { eachPart } from '../../page/tables.ts'
import { pictureFile } from '../picture.ts'
import { utf8 } from '../text.ts'
import type { Writer, WriterContext, WrittenFile } from '../writer.ts'
import { frontMatter } from './front-matter.ts'
import { tableNodes } from './table.ts'
import { blockNode } from './tree.ts'

export const markdownWriter: Writer = {
  id: 'markdown',
  extension: '.md',
  name: { zh: 'Markdown（含元数据）', en: 'Markdown with front matter' },
  write: (page, context) => {
    const pictures = new Map<string, WrittenFile>()
    const text = pageMarkdown(page, (b) => picturePath(b, context, pictures))
    return Promise.resolve([{ name: `${context.name}.md`, bytes: utf8(text) }, ...pictures.values()])
  },
}

/** Articles are parted by a rule; `imageOf` gives the address of a block's picture. Empty articles are left out. */
export function pageMarkdown(page: Page, imageOf: (b: Block) => string | undefined = () => undefined): string {
  const articles = page.articles.filter((a) => a.blocks.length > 0)
  const content = articles.flatMap((a, i): RootContent[] => [
    ...(i === 0 ? [] : [{ type: 'thematicBreak' } as const]),
    ...eachPart<readonly RootContent[]>(
      a.blocks,
      (b) => [blockNode(b, imageOf(b))],
      (table) => {
        const blocks = a.blocks.slice(table.from, table.to)
        return tableNodes(table, blocks) ?? blocks.map((b) => blockNode(b, imageOf(b)))
      },
    ).flat(),
  ])
  const root: Root = { type: 'root', children: [{ type: 'yaml', value: frontMatter(page) }, ...content] }
  return processor.stringify(root)
}

const processor = unified()
  .use(remarkFrontmatter)
  .use(remarkCjkFriendly)
  .use(remarkStringify, { rule: '-', emphasis: '*', bullet: '-' })
  .freeze()

function picturePath(b: Block, context: WriterContext, files: Map<string, WrittenFile>): string | undefined {
  const file = b.picture && pictureFile(b.picture, context.picture)
  const sha256 = b.picture?.sha256
  if (!file || sha256 === undefined) return undefined
  const name = `${context.name}.files/${sha256.slice(0, 16)}.${file.kind.extension}`
  files.set(name, { name, bytes: file.bytes })
  return encodeURI(name)
}

declare const encodeURI: (uri: string) => string

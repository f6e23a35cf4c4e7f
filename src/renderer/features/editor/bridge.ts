/**
 * A Page as Lexical editors and back: one editor an article, and `toPage(fromPage(p))` equals `p` (marks in their normal form).
 * Everything Lexical knows about a page passes here; its own JSON never leaves this folder.
 */
import { LinkNode } from '@lexical/link'
import { $getRoot } from 'lexical'
import { normalMarks, sameMarks } from '../../../shared/page/marks.ts'
import { withText } from '../../../shared/page/edit.ts'
import { $createBlockNode, $isBlockNode, BlockNode } from './blocks/block-node.ts'
import { $inlineNodes, $readInline } from './blocks/inline.ts'
import type { LexicalEditor } from 'lexical'
import type { Article, Block, Page } from '../../../shared/page/page.ts'

export const NODES = [BlockNode, LinkNode] as const

/** A page in the window: what is not text, and an editor for each article. */
export type PageEditors = {
  readonly rest: Omit<Page, 'articles'>
  readonly articles: readonly { readonly id: string; readonly editor: LexicalEditor }[]
}

/** Editors made by `create` (which must register `NODES`), filled with the articles of `page`. */
export function fromPage(page: Page, create: () => LexicalEditor): PageEditors {
  const { articles, ...rest } = page
  return {
    rest,
    articles: articles.map((article) => {
      const editor = create()
      editor.update(() => $fromArticle(article), { discrete: true })
      return { id: article.id, editor }
    }),
  }
}

/** The page that the editors hold now. */
export const toPage = ({ rest, articles }: PageEditors): Page => ({
  ...rest,
  articles: articles.map(({ id, editor }) => editor.read(() => $toArticle(id))),
})

/** Makes the active editor show `article`. Blocks that are there already keep their nodes, so the caret stays where it is. */
export function $fromArticle(article: Article, current: (node: BlockNode) => Block = $readBlock): void {
  const root = $getRoot()
  const nodes = new Map<string, BlockNode>()
  for (const node of root.getChildren()) if ($isBlockNode(node)) nodes.set(node.getBlock().id, node)
  let cursor = root.getFirstChild()
  for (const block of article.blocks) {
    const known = nodes.get(block.id)
    const node = known ?? $createBlockNode(block)
    if (!known) node.append(...$inlineNodes(block.text, block.marks))
    else $setBlock(known, block, current(known))
    if (cursor?.is(node)) cursor = cursor.getNextSibling()
    else if (cursor) cursor.insertBefore(node)
    else root.append(node)
    nodes.delete(block.id)
  }
  while (cursor) {
    const next = cursor.getNextSibling()
    cursor.remove()
    cursor = next
  }
}

/** The article that the active editor shows. */
export const $toArticle = (id: string): Article => ({
  id,
  blocks: $getRoot()
    .getChildren()
    .filter($isBlockNode)
    .map((node) => $readBlock(node)),
})

/** The block as it stands in `node` now, beside what was known of it; an unchanged one is the very same value. */
export function $readBlock(node: BlockNode, known: Block = node.getBlock()): Block {
  const { text, marks } = $readInline(node)
  const same = text === known.text && sameMarks(marks, normalMarks(known.marks, known.text.length))
  return same ? known : withText(known, text, marks)
}

function $setBlock(node: BlockNode, block: Block, shown: Block): void {
  if (node.getBlock() !== block) node.setBlock(block)
  const sameText =
    shown.text === block.text &&
    sameMarks(normalMarks(shown.marks, shown.text.length), normalMarks(block.marks, block.text.length))
  if (!sameText) node.clear().append(...$inlineNodes(block.text, block.marks))
}

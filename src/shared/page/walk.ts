/** The one traversal of a Page, and the views that are derived from it. */
import { unspreadTitle } from './spread.ts'
import type { Article, Block, Page, Role } from './page.ts'

export type Place = {
  readonly block: Block
  readonly article: Article
  readonly articleIndex: number
  readonly blockIndex: number
}

/** Every block of the page in reading order, with where it stands. */
export function* walk(p: Page): Generator<Place> {
  for (const [articleIndex, article] of p.articles.entries()) {
    for (const [blockIndex, block] of article.blocks.entries()) yield { block, article, articleIndex, blockIndex }
  }
}

/** The place of the block with `id`, or undefined. */
export function findBlock(p: Page, id: string): Place | undefined {
  for (const place of walk(p)) if (place.block.id === id) return place
  return undefined
}

/** The same page with every block passed through `change`; a block for which it gives undefined is left out, as are emptied articles. */
export function mapBlocks(p: Page, change: (block: Block, place: Place) => Block | undefined): Page {
  const articles = p.articles.map((article, articleIndex) => ({
    ...article,
    blocks: article.blocks.flatMap((block, blockIndex) => {
      const changed = change(block, { block, article, articleIndex, blockIndex })
      return changed ? [changed] : []
    }),
  }))
  return { ...p, articles: articles.filter((a) => a.blocks.length > 0) }
}

/** An article that holds nothing but the folio strip: page furniture, and no story. */
export const isFolio = (a: Article): boolean => a.blocks.every((b) => b.role === 'folio')

/** How many stories a page has. */
export const storyCount = (p: Page): number => p.articles.filter((a) => !isFolio(a)).length

/** Which story of its page each article is, from 1 on, by its id; page furniture is none. */
export const storyNumbers = (articles: readonly Article[]): ReadonlyMap<string, number> =>
  new Map(articles.filter((a) => !isFolio(a)).map((a, i) => [a.id, i + 1]))

/** The text of an article's blocks of `role`, in order. */
export function textsOf(a: Article, role: Role): readonly string[] {
  const texts: string[] = []
  for (const b of a.blocks) if (b.role === role) texts.push(b.text)
  return texts
}

/** The text of a page, a line for each line of its blocks. */
export const textOfPage = (p: Page): string => p.articles.flatMap((a) => a.blocks.map((b) => b.text)).join('\n')

/** The name by which a person knows an article: its headline on one line, unspread, else its first words. */
export function titleOf(a: Article): string {
  const named = onOneLine(textsOf(a, 'headline').join(' '))
  if (named) return unspreadTitle(named)
  const first = a.blocks.find((b) => b.text.trim() !== '')?.text.trimStart() ?? ''
  return unspreadTitle(onOneLine(/^.{0,24}/su.exec(first)?.[0] ?? ''))
}

const onOneLine = (text: string): string => text.replaceAll('\n', ' ').trim()

/** Revisions side by side, with each other and with the OCR text, and parts of old ones brought back. */
import { diff } from '../../shared/diff.ts'
import type { Change } from '../../shared/diff.ts'
import { BanxinError } from '../../shared/errors.ts'
import type { Article, Block, Page } from '../../shared/page/page.ts'
import { upgradePage } from '../../shared/page/versions.ts'
import { findBlock, mapBlocks } from '../../shared/page/walk.ts'
import { sourceText } from './source-text.ts'
import type { Db } from './store/db.ts'
import { getPage } from './store/page.ts'
import { revisionJson } from './store/revision.ts'

type State = number | 'source'

export const pageAt = (db: Db, id: number, revision: number): Page =>
  upgradePage(JSON.parse(revisionJson(db, id, revision)))

/** How `to` differs from `from`. */
export function compare(db: Db, id: number, from: State, to: State): readonly Change[] {
  return diff(textAt(db, id, from), textAt(db, id, to))
}

function textAt(db: Db, id: number, state: State): string {
  if (state !== 'source') return textOf(pageAt(db, id, state))
  // As structure reads it: marks of headings and blank lines are not text.
  const source = sourceText(db, id, getPage(db, id).sourceId)
  return source
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^#{1,6}\s+/, '').trim())
    .filter((line) => line !== '')
    .join('\n')
}

const textOf = (page: Page): string => page.articles.flatMap((a) => a.blocks.map((b) => b.text)).join('\n')

/** `page` with a block, an article or all as they were in `old`. Error: `page/missing` where `old` has no such part. */
export function withRestored(
  page: Page,
  old: Page,
  part: { readonly article?: string; readonly block?: string },
): Page {
  if (part.block !== undefined) return withBlock(page, old, part.block)
  if (part.article !== undefined) return withArticle(page, old, part.article)
  return old
}

function withBlock(page: Page, old: Page, id: string): Page {
  const before = findBlock(old, id)
  if (!before) throw new BanxinError('page/missing')
  if (findBlock(page, id)) return mapBlocks(page, (b) => (b.id === id ? before.block : b))
  // It is gone: it comes back where it stood, after what stood before it then.
  const blocks = (a: Article): readonly Block[] => [
    ...a.blocks.slice(0, before.blockIndex),
    before.block,
    ...a.blocks.slice(before.blockIndex),
  ]
  if (page.articles.some((a) => a.id === before.article.id))
    return {
      ...page,
      articles: page.articles.map((a) => (a.id === before.article.id ? { ...a, blocks: blocks(a) } : a)),
    }
  return {
    ...page,
    articles: insert(page.articles, before.articleIndex, { id: before.article.id, blocks: [before.block] }),
  }
}

function withArticle(page: Page, old: Page, id: string): Page {
  const at = old.articles.findIndex((a) => a.id === id)
  const before = old.articles[at]
  if (!before) throw new BanxinError('page/missing')
  // A block that went elsewhere since comes back with its article and stands only there.
  const own = new Set(before.blocks.map((b) => b.id))
  const others = page.articles.map((a) =>
    a.id === id ? before : { ...a, blocks: a.blocks.filter((b) => !own.has(b.id)) },
  )
  const articles = others.filter((a) => a.blocks.length > 0)
  return { ...page, articles: page.articles.some((a) => a.id === id) ? articles : insert(articles, at, before) }
}

const insert = (articles: readonly Article[], at: number, one: Article): readonly Article[] => [
  ...articles.slice(0, at),
  one,
  ...articles.slice(at),
]

/** Revisions side by side, with each other and with the OCR text, and parts of old ones brought back. */
import { diff } from '../../shared/diff.ts'
import type { Change } from '../../shared/diff.ts'
import { BanxinError } from '../../shared/errors.ts'
import type { Article, Block, Page } from '../../shared/page/page.ts'
import { upgradePage } from '../../shared/page/versions.ts'
import { findBlock, mapBlocks, textOfPage } from '../../shared/page/walk.ts'
import type { Place } from '../../shared/page/walk.ts'
import { sourceText } from './source-text.ts'
import { sql } from './store/db.ts'
import type { Db } from './store/db.ts'
import { revisionJson } from './store/revision.ts'

type State = number | 'source'

export const pageAt = (db: Db, id: number, revision: number): Page =>
  upgradePage(JSON.parse(revisionJson(db, id, revision)))

/** How `to` differs from `from`, of a page in the bin too. Error: `page/missing`. */
export function compare(db: Db, id: number, from: State, to: State): readonly Change[] {
  return diff(textAt(db, id, from), textAt(db, id, to))
}

function textAt(db: Db, id: number, state: State): string {
  if (state !== 'source') return textOfPage(pageAt(db, id, state))
  const row = sql<{ source: number }>(db, 'SELECT source_id AS source FROM page WHERE id = ?').get(id)
  if (!row) throw new BanxinError('page/missing')
  // As structure reads it: marks of headings and blank lines are not text.
  return sourceText(db, id, row.source)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^#{1,6}\s+/, '').trim())
    .filter((line) => line !== '')
    .join('\n')
}

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
  return withPlaced(page, old, before, before.block)
}

/** `page` with `block`, which it lacks, where it stood in `old`: after what stood before it then, or before what came after it. */
function withPlaced(page: Page, old: Page, { article, articleIndex, blockIndex }: Place, block: Block): Page {
  const there = (blocks: readonly Block[]) => blocks.map((b) => findBlock(page, b.id)).find((place) => place)
  const earlier = there(article.blocks.slice(0, blockIndex).toReversed())
  const later = earlier ? undefined : there(article.blocks.slice(blockIndex + 1))
  const home = (earlier ?? later)?.article.id ?? article.id
  if (!page.articles.some((a) => a.id === home))
    return withInserted(page, old, articleIndex, { ...article, blocks: [block] })
  const at = earlier ? earlier.blockIndex + 1 : (later?.blockIndex ?? blockIndex)
  const articles = page.articles.map((a) => (a.id === home ? { ...a, blocks: a.blocks.toSpliced(at, 0, block) } : a))
  return { ...page, articles }
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
  const restored = page.articles.some((a) => a.id === id)
    ? { ...page, articles }
    : withInserted({ ...page, articles }, old, at, before)
  // What came into it from another article since goes back there as it is now: it stands nowhere else.
  const now = page.articles.find((a) => a.id === id)?.blocks ?? []
  return now.reduce((sum, block) => {
    const home = own.has(block.id) ? undefined : findBlock(old, block.id)
    return home ? withPlaced(sum, old, home, block) : sum
  }, restored)
}

/** `one` stood at `at` in `old`, and stands after the nearest article before it that is still there. */
function withInserted(page: Page, old: Page, at: number, one: Article): Page {
  const before = old.articles.slice(0, at).toReversed()
  const place = before.map((b) => page.articles.findIndex((a) => a.id === b.id)).find((index) => index >= 0) ?? -1
  return { ...page, articles: page.articles.toSpliced(place + 1, 0, one) }
}

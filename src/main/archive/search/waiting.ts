/** The pages that wait to be indexed; until then search reads their articles themselves. */
import { TEXT_BYTES } from '../store/article.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import type { IndexedArticle } from './segment.ts'

/** So many characters are indexed at once: enough to be fast, little enough to stay out of the way. */
const BATCH_CHARACTERS = 1_500_000

export const pendingCount = (db: Db): number =>
  sql<{ n: number }>(db, 'SELECT count(*) AS n FROM search_pending').get()?.n ?? 0

/** An article as the archive keeps it, to be indexed. */
export type StoredArticle = Omit<IndexedArticle, 'units'> & { readonly text: string }

export type WaitingPage = {
  readonly id: number
  readonly change: number | null
  readonly articles: readonly StoredArticle[]
}

/** The next pages that wait, as many as make a batch. */
export function nextPages(db: Db): readonly WaitingPage[] {
  return db.transaction(() => {
    const waiting = sql<{ id: number; change: number | null; gone: number }>(
      db,
      `SELECT p.page_id AS id, page.change, page.id IS NULL OR page.deleted_at IS NOT NULL AS gone
        FROM search_pending AS p LEFT JOIN page ON page.id = p.page_id ORDER BY p.page_id LIMIT 5000`,
    ).all()
    const pages: WaitingPage[] = []
    let characters = 0
    for (let at = 0; at < waiting.length && characters <= BATCH_CHARACTERS; at += AT_ONCE) {
      const some = waiting.slice(at, at + AT_ONCE)
      const found = articlesOf(
        db,
        some.flatMap((w) => (w.gone ? [] : [w.id])),
      )
      for (const { id, change } of some) {
        const articles = found.get(id) ?? []
        characters += articles.reduce((n, a) => n + a.text.length, 0)
        pages.push({ id, change, articles })
        if (characters > BATCH_CHARACTERS) break
      }
    }
    return pages
  })()
}

/** The articles of so many pages are read by one statement: a call for each page costs more than its articles. */
const AT_ONCE = 64

/** By page, in the order in which they stand there. */
function articlesOf(db: Db, pageIds: readonly number[]): ReadonlyMap<number, readonly StoredArticle[]> {
  const rows = sql<Omit<StoredArticle, 'text'> & { readonly bytes: Buffer }>(
    db,
    `SELECT article.id, page_id AS pageId, roles, ${TEXT_BYTES} FROM json_each(?) AS wanted
      CROSS JOIN article ON page_id = wanted.value`,
  ).all(JSON.stringify(pageIds))
  const found = new Map<number, StoredArticle[]>()
  // Numbered as they stand on their page; here only their numbers are sorted, there it would be their texts.
  for (const { id, pageId, roles, bytes } of rows.toSorted((a, b) => a.id - b.id)) {
    const article = { id, pageId, roles, text: bytes.toString() }
    const before = found.get(pageId)
    if (before) before.push(article)
    else found.set(pageId, [article])
  }
  return found
}

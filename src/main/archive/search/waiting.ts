/** The pages that wait to be indexed; until then search reads their articles themselves. */
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
    for (const w of waiting) {
      const articles = w.gone ? [] : articlesOf(db, w.id)
      characters += articles.reduce((n, a) => n + a.text.length, 0)
      pages.push({ id: w.id, change: w.change, articles })
      if (characters > BATCH_CHARACTERS) break
    }
    return pages
  })()
}

const articlesOf = (db: Db, pageId: number): readonly StoredArticle[] =>
  sql<{ id: number; text: string; roles: string }>(
    db,
    'SELECT id, text, roles FROM article WHERE page_id = ? ORDER BY id',
  )
    .all(pageId)
    .map((a) => ({ id: a.id, pageId, roles: a.roles, text: a.text }))

/** Articles with their people and keywords: drawn from a page and made again with it. */
import type { Derived } from '../derive.ts'
import { MOST_ARTICLES } from '../derive.ts'
import { soundOf } from '../../../shared/pinyin.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'

/** Makes the articles of a page again; call it in the transaction that stores the page. Search reads them themselves until they are indexed. */
export function putArticles(db: Db, pageId: number, derived: Derived, fresh: boolean): void {
  if (!fresh) {
    sql(db, 'DELETE FROM article WHERE page_id = ?').run(pageId)
    sql(db, 'DELETE FROM likeness WHERE page_id = ?').run(pageId)
  }
  const insert = sql(
    db,
    'INSERT INTO article (id, page_id, key, headline, byline, characters, text, roles, keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const addPerson = sql(db, 'INSERT OR IGNORE INTO article_person (article_id, person_id, kind) VALUES (?, ?, ?)')
  const addKeyword = sql(
    db,
    'INSERT OR IGNORE INTO article_keyword (article_id, keyword_id, weight) SELECT ?, id, ? FROM keyword WHERE word = ?',
  )
  for (const [i, a] of derived.articles.entries()) {
    const id = pageId * MOST_ARTICLES + i
    insert.run(id, pageId, a.key, a.headline, a.byline, a.characters, a.text, a.roles, a.keys)
    for (const [name, kind] of a.people) addPerson.run(id, personId(db, name), kind)
    for (const [word, weight] of a.keywords) {
      if (addKeyword.run(id, weight, word).changes > 0) continue
      sql(db, 'INSERT OR IGNORE INTO keyword (word) VALUES (?)').run(word)
      addKeyword.run(id, weight, word)
    }
  }
  for (const hash of derived.likeness)
    sql(db, 'INSERT OR IGNORE INTO likeness (hash, page_id) VALUES (?, ?)').run(hash, pageId)
  markPending(db, pageId)
}

/** The page must be read anew by search: its articles, its place in the library or whether it is in the bin changed. */
export function markPending(db: Db, pageId: number): void {
  sql(db, 'INSERT OR IGNORE INTO search_pending (page_id) VALUES (?)').run(pageId)
}

export function personId(db: Db, name: string): number {
  const known = sql<{ id: number }>(db, 'SELECT id FROM person WHERE name = ?').get(name)
  if (known) return known.id
  const { pinyin, initials } = soundOf(name, true)
  return Number(
    sql(db, 'INSERT INTO person (name, pinyin, initials) VALUES (?, ?, ?)').run(name, pinyin, initials).lastInsertRowid,
  )
}

/** The page's text as likeness compares it. */
export const pageText = (db: Db, pageId: number): string =>
  sql<{ text: string }>(db, 'SELECT text FROM article WHERE page_id = ? ORDER BY id')
    .all(pageId)
    .map((r) => r.text)
    .join('')

/** Candidates looked at: a page that shares hashes with many is like the first few of them. */
const MOST_ALIKE = 2

/** Pages that may be like one with these hashes, those with most in common first; not those in the bin. */
export function alikeCandidates(db: Db, hashes: readonly number[], except: number): readonly number[] {
  const shared = new Map<number, number>()
  // Hash by hash: the planner would walk all pages rather than look a few hashes up.
  for (const hash of hashes)
    for (const { id } of sql<{ id: number }>(
      db,
      'SELECT page_id AS id FROM likeness WHERE hash = ? ORDER BY page_id LIMIT 64',
    ).all(hash))
      if (id !== except) shared.set(id, (shared.get(id) ?? 0) + 1)
  const kept = sql(db, 'SELECT 1 FROM page WHERE id = ? AND deleted_at IS NULL')
  return [...shared]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([id]) => id)
    .filter((id) => kept.get(id) !== undefined)
    .slice(0, MOST_ALIKE)
}

/** Articles with their people and keywords: drawn from a page and made again with it. */
import type { Derived, DerivedArticle, TextKeywords } from '../derive.ts'
import { MOST_ARTICLES, PRINTED } from '../derive.ts'
import { soundOf } from '../../../shared/pinyin.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'
import { inRows, writeRows } from './rows.ts'

export type PageArticles = { readonly pageId: number; readonly derived: Derived }

/** Makes the articles of pages again; call it in the transaction that stores them. Search reads them themselves until they are indexed. */
export function putArticles(db: Db, pages: readonly PageArticles[], fresh: boolean): void {
  if (!fresh)
    for (const { pageId } of pages) {
      sql(db, 'DELETE FROM article WHERE page_id = ?').run(pageId)
      sql(db, 'DELETE FROM likeness WHERE page_id = ?').run(pageId)
    }
  const people: [number, number, string][] = []
  const keywords: [number, string, number][] = []
  for (const { pageId, derived } of pages)
    for (let i = 0; i < derived.articles.length; i++) {
      const id = pageId * MOST_ARTICLES + i
      const article = derived.articles[i]!
      putArticle(db, id, pageId, article)
      for (const [name, kind] of article.people) people.push([id, personId(db, name), kind])
      for (const [word, weight] of article.keywords) keywords.push([id, word, weight])
    }
  writeRows(db, people, (v) => `INSERT OR IGNORE INTO article_person (article_id, person_id, kind) VALUES ${v}`)
  putKeywords(db, keywords)
  // In the order that the table keeps them: what stands on one of its leaves comes together.
  const hashes = pages
    .flatMap(({ pageId, derived }) => derived.likeness.map((hash) => [hash, pageId] as const))
    .toSorted(([a], [b]) => a - b)
  writeRows(db, hashes, (v) => `INSERT OR IGNORE INTO likeness (hash, page_id) VALUES ${v}`)
  const pending = pages.map(({ pageId }) => [pageId] as const)
  writeRows(db, pending, (v) => `INSERT OR IGNORE INTO search_pending (page_id) VALUES ${v}`)
}

const putArticle = (db: Db, id: number, pageId: number, a: DerivedArticle): void =>
  void sql(
    db,
    'INSERT INTO article (id, page_id, key, headline, byline, characters, text, roles, keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(id, pageId, a.key, a.headline, a.byline, a.characters, a.text, a.roles, a.keys)

function putKeywords(db: Db, keywords: readonly (readonly [article: number, word: string, weight: number])[]): void {
  const words = [...new Set(keywords.map(([, word]) => word))].toSorted()
  writeRows(
    db,
    words.map((word) => [word] as const),
    (v) => `INSERT OR IGNORE INTO keyword (word) VALUES ${v}`,
  )
  const ids = new Map<string, number>()
  inRows<{ n: number; id: number }>(
    db,
    words.map((word, n) => [n, word] as const),
    (v) => `WITH given (n, word) AS (VALUES ${v})
      SELECT n, keyword.id FROM given CROSS JOIN keyword ON keyword.word = given.word`,
    (statement, bound) => {
      for (const { n, id } of statement.all(...bound)) ids.set(words[n] ?? '', id)
    },
  )
  // As the table's index keeps them: the next row goes to the leaf of the one before.
  const rows = keywords.map(([article, word, weight]) => [article, ids.get(word) ?? 0, weight] as const)
  writeRows(
    db,
    rows.toSorted(([, a], [, b]) => a - b),
    (v) => `INSERT OR IGNORE INTO article_keyword (article_id, keyword_id, weight) VALUES ${v}`,
  )
}

/** The keywords that a segmenter found in the page's articles. */
export function textKeywords(db: Db, pageId: number): TextKeywords {
  const found = new Map<string, [string, number][]>()
  const rows = sql<{ key: string; word: string; weight: number }>(
    db,
    `SELECT article.key, keyword.word, article_keyword.weight FROM article
      JOIN article_keyword ON article_id = article.id JOIN keyword ON keyword.id = keyword_id
      WHERE page_id = ? AND weight < ${PRINTED} ORDER BY weight DESC, word`,
  ).all(pageId)
  for (const { key, word, weight } of rows) found.set(key, [...(found.get(key) ?? []), [word, weight]])
  return found
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

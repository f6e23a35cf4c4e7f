/** Articles with their people and keywords: drawn from a page and made again with it. */
import type { Derived, TextKeywords } from '../derive.ts'
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
  const insert = sql(
    db,
    'INSERT INTO article (id, page_id, key, headline, byline, characters, text, roles, keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const people: [number, number, string][] = []
  const keywords: [number, string, number][] = []
  for (const { pageId, derived } of pages)
    for (const [i, a] of derived.articles.entries()) {
      const id = pageId * MOST_ARTICLES + i
      insert.run(id, pageId, a.key, a.headline, a.byline, a.characters, a.text, a.roles, a.keys)
      for (const [name, kind] of a.people) people.push([id, personId(db, name), kind])
      for (const [word, weight] of a.keywords) keywords.push([id, word, weight])
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

function putKeywords(db: Db, keywords: readonly (readonly [article: number, word: string, weight: number])[]): void {
  const words = [...new Set(keywords.map(([, word]) => word))].map((word) => [word] as const)
  writeRows(db, words, (v) => `INSERT OR IGNORE INTO keyword (word) VALUES ${v}`)
  writeRows(
    db,
    keywords,
    (v) => `WITH given (article_id, word, weight) AS (VALUES ${v})
      INSERT OR IGNORE INTO article_keyword (article_id, keyword_id, weight)
      SELECT article_id, keyword.id, weight FROM given CROSS JOIN keyword ON keyword.word = given.word`,
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

/** The page's text as likeness compares it. */
export const pageText = (db: Db, pageId: number): string =>
  sql<{ text: string }>(db, 'SELECT text FROM article WHERE page_id = ? ORDER BY id')
    .all(pageId)
    .map((r) => r.text)
    .join('')

/** A hash of so many pages is of a text that is printed again and again; the last of them are enough. */
const MOST_OF_A_HASH = 64

export type Candidate = { readonly page: number; readonly shared: number; readonly characters: number }

/** For each page the earlier ones that share hashes with it, those with most in common first; not those in the bin. */
export function alikeCandidates(db: Db, pages: readonly PageArticles[]): ReadonlyMap<number, readonly Candidate[]> {
  const shared = new Map<number, Map<number, number>>()
  inRows<{ id: number; earlier: string | null }>(
    db,
    pages.flatMap(({ pageId, derived }) => derived.likeness.map((hash) => [pageId, hash] as const)),
    (v) => `WITH given (id, hash) AS (VALUES ${v}) SELECT id, (SELECT group_concat(page_id) FROM (
        SELECT page_id FROM likeness WHERE likeness.hash = given.hash AND page_id < given.id
        ORDER BY page_id DESC LIMIT ${MOST_OF_A_HASH})) AS earlier FROM given`,
    (statement, bound) => {
      for (const { id, earlier } of statement.all(...bound)) {
        if (earlier === null) continue
        const counts = shared.get(id) ?? new Map<number, number>()
        for (const page of earlier.split(',').map(Number)) counts.set(page, (counts.get(page) ?? 0) + 1)
        shared.set(id, counts)
      }
    },
  )
  const kept = sql<number>(db, 'SELECT characters FROM page WHERE id = ? AND deleted_at IS NULL').pluck()
  return new Map(
    [...shared].map(([id, counts]) => [
      id,
      [...counts]
        .flatMap(([page, n]) => {
          const characters = kept.get(page)
          return characters === undefined ? [] : [{ page, shared: n, characters }]
        })
        .toSorted((a, b) => b.shared - a.shared || a.page - b.page),
    ]),
  )
}

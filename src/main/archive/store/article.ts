/** Articles with their people and keywords: drawn from a page and made again with it. */
import type { Derived, DerivedArticle, TextKeywords } from '../derive.ts'
import { MOST_ARTICLES, PRINTED } from '../derive.ts'
import { mapped } from '../../../shared/packed.ts'
import { soundOf } from '../../../shared/pinyin.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'
import { keywordIds } from './keyword.ts'
import { inOrder, writeRows } from './rows.ts'
import type { Value } from './rows.ts'

export type PageArticles = { readonly pageId: number; readonly derived: Derived }

/** Makes the articles of pages again; call it in the transaction that stores them. Search reads them themselves until they are indexed. */
export function putArticles(db: Db, pages: readonly PageArticles[], fresh: boolean): void {
  if (!fresh)
    for (const { pageId } of pages) {
      sql(db, 'DELETE FROM article WHERE page_id = ?').run(pageId)
      sql(db, 'DELETE FROM likeness WHERE page_id = ?').run(pageId)
    }
  const people: Value[] = []
  for (const { pageId, derived } of pages)
    for (let i = 0; i < derived.articles.length; i++) {
      const id = pageId * MOST_ARTICLES + i
      const article = derived.articles[i]!
      putArticle(db, id, pageId, article)
      for (const [name, kind] of article.people) people.push(id, personId(db, name), kind)
    }
  writeRows(db, 3, people, (v) => `INSERT OR IGNORE INTO article_person (article_id, person_id, kind) VALUES ${v}`)
  putKeywords(db, pages)
  writeRows(db, 2, hashesOf(pages), (v) => `INSERT OR IGNORE INTO likeness (hash, page_id) VALUES ${v}`)
  const pending = pages.map(({ pageId }) => pageId)
  writeRows(db, 1, pending, (v) => `INSERT OR IGNORE INTO search_pending (page_id) VALUES ${v}`)
}

const putArticle = (db: Db, id: number, pageId: number, a: DerivedArticle): void =>
  void sql(
    db,
    'INSERT INTO article (id, page_id, key, headline, byline, characters, text, roles, keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(id, pageId, a.key, a.headline, a.byline, a.characters, a.text, a.roles, a.keys)

function putKeywords(db: Db, pages: readonly PageArticles[]): void {
  const words: string[] = []
  const articles: number[] = []
  const weights: number[] = []
  for (const { pageId, derived } of pages)
    for (let i = 0; i < derived.articles.length; i++)
      for (const [word, weight] of derived.articles[i]!.keywords) {
        words.push(word)
        articles.push(pageId * MOST_ARTICLES + i)
        weights.push(weight)
      }
  const known = keywordIds(db, new Set(words))
  const ids = mapped(words, (word) => known.get(word) ?? 0)
  // As the table's index keeps them: the next row goes to the leaf of the one before.
  const rows: number[] = []
  for (const i of inOrder(ids)) rows.push(articles[i]!, ids[i]!, weights[i]!)
  writeRows(db, 3, rows, (v) => `INSERT OR IGNORE INTO article_keyword (article_id, keyword_id, weight) VALUES ${v}`)
}

/** The likeness hashes of pages, each with its page. In the order that the table keeps them: what stands on one of its leaves comes together. */
export function hashesOf(pages: readonly PageArticles[]): readonly number[] {
  const hashes: number[] = []
  const ids: number[] = []
  for (const { pageId, derived } of pages)
    for (const hash of derived.likeness) {
      hashes.push(hash)
      ids.push(pageId)
    }
  const rows: number[] = []
  for (const i of inOrder(hashes)) rows.push(hashes[i]!, ids[i]!)
  return rows
}

/**
 * SQL for an article's text as bytes, whose `toString` is the text. As a column of text it would come through V8's own decoder, which
 * takes five times as long for Chinese: 9.9 µs for one of a thousand characters, 1.9 µs so (Node 24, better-sqlite3 13.2).
 */
export const TEXT_BYTES = 'CAST(article.text AS BLOB) AS bytes'

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

function personId(db: Db, name: string): number {
  const known = sql<{ id: number }>(db, 'SELECT id FROM person WHERE name = ?').get(name)
  if (known) return known.id
  const { pinyin, initials } = soundOf(name, true)
  return Number(
    sql(db, 'INSERT INTO person (name, pinyin, initials) VALUES (?, ?, ?)').run(name, pinyin, initials).lastInsertRowid,
  )
}

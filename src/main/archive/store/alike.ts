/** Pages that may be alike: those that share hashes with one, and the texts by which they are compared. */
import { hashesOf, TEXT_BYTES } from './article.ts'
import type { PageArticles } from './article.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'
import { inRows } from './rows.ts'

/** A hash of so many pages is of a text that is printed again and again; the last of them are enough. */
const MOST_OF_A_HASH = 64

export type Candidate = { readonly page: number; readonly shared: number; readonly characters: number }

/** For each page the earlier ones that share hashes with it, those with most in common first; not those in the bin. */
export function alikeCandidates(db: Db, pages: readonly PageArticles[]): ReadonlyMap<number, readonly Candidate[]> {
  const shared = new Map<number, Map<number, number>>()
  inRows<{ id: number; earlier: string }>(
    db,
    2,
    hashesOf(pages),
    // Most hashes are of one page only: those give no row.
    (v) => `WITH given (hash, id) AS (VALUES ${v}) SELECT id, (SELECT group_concat(page_id) FROM (
        SELECT page_id FROM likeness WHERE likeness.hash = given.hash AND page_id < given.id
        ORDER BY page_id DESC LIMIT ${MOST_OF_A_HASH})) AS earlier FROM given
      WHERE EXISTS (SELECT 1 FROM likeness WHERE likeness.hash = given.hash AND page_id < given.id)`,
    (statement, bound) => {
      for (const { id, earlier } of statement.all(...bound)) {
        const counts = shared.get(id) ?? new Map<number, number>()
        for (const page of earlier.split(',').map(Number)) counts.set(page, (counts.get(page) ?? 0) + 1)
        shared.set(id, counts)
      }
    },
  )
  const kept = charactersOf(db, new Set([...shared.values()].flatMap((counts) => [...counts.keys()])))
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

/** How many characters each of `pages` has that is not in the bin. */
function charactersOf(db: Db, pages: ReadonlySet<number>): ReadonlyMap<number, number> {
  const rows = sql<{ id: number; characters: number }>(
    db,
    `SELECT page.id, characters FROM json_each(?) AS wanted CROSS JOIN page ON page.id = wanted.value
      WHERE deleted_at IS NULL`,
  ).all(JSON.stringify([...pages]))
  return new Map(rows.map(({ id, characters }) => [id, characters]))
}

/** The texts of pages as likeness compares them. */
export function pageTexts(db: Db, pages: ReadonlySet<number>): ReadonlyMap<number, string> {
  const rows = sql<{ id: number; page: number; bytes: Buffer }>(
    db,
    `SELECT article.id, page_id AS page, ${TEXT_BYTES} FROM json_each(?) AS wanted
      CROSS JOIN article ON page_id = wanted.value`,
  ).all(JSON.stringify([...pages]))
  const texts = new Map<number, string>()
  // Numbered as they stand on their page.
  for (const { page, bytes } of rows.toSorted((a, b) => a.id - b.id))
    texts.set(page, (texts.get(page) ?? '') + bytes.toString())
  return texts
}

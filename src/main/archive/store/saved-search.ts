/** Searches that a person keeps under a name. */
import type { SavedSearch, SearchInput } from '../../../shared/api/search.ts'
import { now, sql } from './db.ts'
import type { Db } from './db.ts'

export const savedSearches = (db: Db): SavedSearch[] =>
  sql<{ id: number; name: string; query: string }>(db, 'SELECT id, name, query FROM saved_search ORDER BY name')
    .all()
    .map(({ id, name, query }) => ({ id, name, search: JSON.parse(query) as SearchInput })) // written by saveSearch

/** One of the same name is replaced; `was` is that one, where it looked for something else. Call it in a transaction. */
export function saveSearch(
  db: Db,
  name: string,
  search: SearchInput,
): { saved: SavedSearch; was: SavedRow | undefined } {
  const query = JSON.stringify(search)
  const was = sql<SavedRow>(db, `DELETE FROM saved_search WHERE name = ? RETURNING ${ROW}`).get(name)
  const { lastInsertRowid } = sql(db, 'INSERT INTO saved_search (name, query, created_at) VALUES (?, ?, ?)').run(
    name,
    query,
    now(),
  )
  return {
    saved: { id: Number(lastInsertRowid), name, search },
    was: was && was.query !== query ? { ...was, by: query } : undefined,
  }
}

/** Gives what it was. Undefined where another one is called so, or there is none to call: nothing is changed then. Call it in a transaction. */
export function renameSearch(db: Db, id: number, name: string): SavedRow | undefined {
  const was = sql<SavedRow>(db, `SELECT ${ROW} FROM saved_search WHERE id = ?`).get(id)
  return was && rename(db, id, was.name, name) ? { ...was, renamed: name } : undefined
}

/** False where it is not called `from`, or another one is called `to`. */
const rename = (db: Db, id: number, from: string, to: string): boolean =>
  sql(
    db,
    `UPDATE saved_search SET name = :to WHERE id = :id AND name = :from
      AND NOT EXISTS (SELECT 1 FROM saved_search WHERE name = :to AND id <> :id)`,
  ).run({ id, from, to }).changes > 0

/** A saved search as its row is. `by`: what the one looks for that was saved over it. `renamed`: what it was called instead. */
export type SavedRow = {
  readonly id: number
  readonly name: string
  readonly query: string
  readonly createdAt: string
  readonly by?: string
  readonly renamed?: string
}

const ROW = 'id, name, query, created_at AS createdAt'

/** Gives what was deleted. Call it in a transaction. */
export const forgetSearch = (db: Db, id: number): SavedRow | undefined =>
  sql<SavedRow>(db, `DELETE FROM saved_search WHERE id = ? RETURNING ${ROW}`).get(id)

/** Gives the names under which another one was saved since, or of what was called otherwise since; those stay. Call it in a transaction. */
export function putBackSearches(db: Db, rows: readonly SavedRow[]): string[] {
  const kept: string[] = []
  for (const { id, name, query, createdAt, by, renamed } of rows) {
    if (renamed !== undefined) {
      if (!rename(db, id, renamed, name)) kept.push(name)
      continue
    }
    if (by !== undefined) sql(db, 'DELETE FROM saved_search WHERE name = ? AND query = ?').run(name, by)
    if (sql(db, 'SELECT 1 FROM saved_search WHERE name = ?').get(name)) kept.push(name)
    else
      // Its number may be another one's by now.
      sql(
        db,
        `INSERT INTO saved_search (id, name, query, created_at)
          VALUES (nullif(:id, (SELECT id FROM saved_search WHERE id = :id)), :name, :query, :createdAt)`,
      ).run({ id, name, query, createdAt })
  }
  return kept
}

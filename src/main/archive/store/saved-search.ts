/** Searches that a person keeps under a name. */
import type { SavedSearch, SearchInput } from '../../../shared/api/search.ts'
import { now, sql, write } from './db.ts'
import type { Db } from './db.ts'

export const savedSearches = (db: Db): SavedSearch[] =>
  sql<{ id: number; name: string; query: string }>(db, 'SELECT id, name, query FROM saved_search ORDER BY name')
    .all()
    .map(({ id, name, query }) => ({ id, name, search: JSON.parse(query) as SearchInput })) // written by saveSearch

/** A search of the same name is replaced. */
export function saveSearch(db: Db, name: string, search: SearchInput): SavedSearch {
  return write(db, () => {
    sql(db, 'DELETE FROM saved_search WHERE name = ?').run(name)
    const { lastInsertRowid } = sql(db, 'INSERT INTO saved_search (name, query, created_at) VALUES (?, ?, ?)').run(
      name,
      JSON.stringify(search),
      now(),
    )
    return { id: Number(lastInsertRowid), name, search }
  })
}

export const forgetSearch = (db: Db, id: number): void => void sql(db, 'DELETE FROM saved_search WHERE id = ?').run(id)

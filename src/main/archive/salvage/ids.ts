/** Which rows a damaged table has. */
import type { Db } from '../store/db.ts'

/** After so many ids in a row without a row that can be read nothing more is expected, where the highest is not known. */
const GAP = 5000
/** No archive has so many pages: a higher number is damage, and looking for each would not end. */
const MOST = 10_000_000

/**
 * The ids as the table tells them where it can be read to its end; otherwise every number up to where nothing comes any more.
 * `expected`: there is such a row for sure.
 */
export function* idsOf(old: Db, table: 'page' | 'source'): Generator<{ id: number; expected: boolean }> {
  const { ids } = told(old, table)
  if (ids) {
    for (const id of ids) yield { id, expected: true }
    return
  }
  const one = old.prepare(`SELECT id FROM ${table} WHERE id = ?`).pluck()
  const highest = Math.min(MOST, lastId(old, table))
  /** Those that could not be read since the last that could: nobody knows whether there are any. */
  let unread: number[] = []
  for (let id = 1, seen = 0; highest > 0 ? id <= highest : id - seen < GAP; id++) {
    try {
      if (one.get(id) === undefined) continue
    } catch {
      unread.push(id)
      continue
    }
    for (const before of unread) yield { id: before, expected: false }
    unread = []
    seen = id
    yield { id, expected: false }
  }
  if (highest > 0) for (const id of unread) yield { id, expected: false }
}

/** What SQLite says where the table cannot be read to its end. */
export const whyIncomplete = (old: Db, table: 'page' | 'source'): string | undefined => told(old, table).reason

/** The highest id that there ever was; 0 where that cannot be read, or is not kept. */
export function lastId(old: Db, table: 'page' | 'source'): number {
  try {
    return Number(old.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) ?? 0)
  } catch {
    return 0
  }
}

function told(old: Db, table: string): { readonly ids?: readonly number[]; readonly reason?: string } {
  try {
    return { ids: old.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[] } // the one column
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

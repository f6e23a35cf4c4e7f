/** The bin: pages go into it and come out of it. */
import { nextChange } from './change.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'

/** Those of the pages that would go into the bin (`at` a time) or come out of it (null): the others are there already. */
export const wouldMove = (db: Db, ids: readonly number[], at: string | null): number[] =>
  sql<{ id: number }>(
    db,
    `SELECT id FROM page WHERE id IN (SELECT value FROM json_each(:list))
      AND (deleted_at IS NULL) = (:at IS NOT NULL)`,
  )
    .all({ at, list: JSON.stringify(ids) })
    .map((row) => row.id)

/**
 * Puts pages into the bin (`at` a time) or takes them out (null); gives those that were not there already. None goes before it was last
 * changed: a clock gone wrong would have it deleted for good as soon as it is right again. `operation`: the one that
 * does it. Call it in a transaction.
 */
export function setBinned(
  db: Db,
  ids: readonly number[],
  at: string | null,
  operation: number | null = null,
): number[] {
  const list = JSON.stringify(ids)
  const moved = sql<{ id: number }>(
    db,
    `UPDATE page SET deleted_at = max(:at, updated_at), binned_by = :operation, change = :change
      WHERE id IN (SELECT value FROM json_each(:list)) AND (deleted_at IS NULL) = (:at IS NOT NULL) RETURNING id`,
  )
    .all({ at, operation, change: nextChange(db), list })
    .map((row) => row.id)
  sql(db, 'INSERT OR IGNORE INTO search_pending (page_id) SELECT value FROM json_each(?)').run(JSON.stringify(moved))
  return moved
}

/** The one sequence of changes: every save takes the next number, so that each program sees what came since it looked. */
import { sql } from './db.ts'
import type { Db } from './db.ts'

/** Pages changed since `change`, and the newest number; ids of pages that went to the bin are among them. */
export function changedSince(db: Db, change: number): { ids: number[]; change: number } {
  const rows = sql<{ id: number }>(db, 'SELECT id FROM page WHERE change > ?').all(change)
  return { ids: rows.map((r) => r.id), change: lastChange(db) }
}

export const lastChange = (db: Db): number =>
  sql<{ value: number }>(db, "SELECT value FROM counter WHERE name = 'change'").get()?.value ?? 0

/** Takes the next number of the one sequence of changes; with `count` so many of them, and gives the last. */
export const nextChange = (db: Db, count = 1): number =>
  sql<{ value: number }>(db, "UPDATE counter SET value = value + ? WHERE name = 'change' RETURNING value").get(count)
    ?.value ?? 0

/** A number that moves when words of the dictionary gave stories other keywords, which is no change of a page. */
export const relearned = (db: Db): number =>
  sql<{ value: number }>(db, "SELECT value FROM counter WHERE name = 'relearned'").get()?.value ?? 0

export const noteRelearned = (db: Db): void =>
  void sql(db, "INSERT INTO counter VALUES ('relearned', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1").run()

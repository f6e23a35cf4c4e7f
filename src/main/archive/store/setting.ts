/** Settings: JSON values by key. */
import { randomUUID } from 'node:crypto'
import { ARCHIVE_NAME } from '../../../shared/archive-name.ts'
import { CHOSEN_NAMES } from '../../../shared/settings.ts'
import { sql, write } from './db.ts'
import type { Db } from './db.ts'

/** What the window may know of: a person's choices, and of which archive they are. */
export function settings(db: Db): Record<string, never> {
  const rows = sql<{ key: string; value: string }>(db, 'SELECT key, value FROM setting').all()
  return Object.fromEntries(rows.filter((r) => TOLD.has(r.key)).map((r) => [r.key, JSON.parse(r.value) as never])) // checked JSON, see the table
}

const TOLD: ReadonlySet<string> = new Set([...CHOSEN_NAMES, ARCHIVE_NAME])

export function setting(db: Db, key: string): unknown {
  const row = sql<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?').get(key)
  return row && JSON.parse(row.value)
}

/** Sets a value; null takes it away. */
export function setSetting(db: Db, key: string, value: unknown): void {
  write(db, () => {
    if (value === null) sql(db, 'DELETE FROM setting WHERE key = ?').run(key)
    else
      sql(db, 'INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
        key,
        JSON.stringify(value),
      )
  })
}

/** Calls the archive `name` where it has no name yet; of two who open it at the same time, one does. */
export function nameArchive(db: Db, name: unknown = randomUUID()): void {
  if (setting(db, ARCHIVE_NAME) !== undefined) return
  write(db, () => sql(db, 'INSERT OR IGNORE INTO setting VALUES (?, ?)').run(ARCHIVE_NAME, JSON.stringify(name)))
}

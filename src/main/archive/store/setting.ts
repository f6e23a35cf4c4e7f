/** Settings: JSON values by key. */
import { sql, write } from './db.ts'
import type { Db } from './db.ts'

export function settings(db: Db): Record<string, never> {
  const rows = sql<{ key: string; value: string }>(db, 'SELECT key, value FROM setting').all()
  return Object.fromEntries(rows.map((r) => [r.key, JSON.parse(r.value) as never])) // checked JSON, see the table
}

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

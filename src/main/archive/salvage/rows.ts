/** Copies the rows of a table as far as they can be read: from its beginning up to the damage, then from its end back to it. */
import type { Db } from '../store/db.ts'

export type Copied = {
  readonly saved: number
  /** What SQLite said where a row could not be read or put; undefined where all rows were copied. */
  readonly reason: string | undefined
}

/** `key`: what orders the table. `change` may alter a row before it is put. A table that the old archive lacks has no rows. */
export function copyRows(
  old: Db,
  fresh: Db,
  table: string,
  key: readonly string[],
  change: (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> = (row) => row,
): Copied {
  const columns = columnsOf(old, table).filter((c) => columnsOf(fresh, table).includes(c))
  if (columns.length === 0) return { saved: 0, reason: undefined }
  const insert = fresh.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join()}) VALUES (${columns.map((c) => `@${c}`).join()})`,
  )
  let saved = 0
  let reason: string | undefined
  const copy = (direction: 'ASC' | 'DESC'): boolean => {
    try {
      const order = key.map((k) => `${k} ${direction}`).join()
      const rows = old.prepare(`SELECT ${columns.join()} FROM ${table} ORDER BY ${order}`)
      for (const row of rows.iterate() as Iterable<Record<string, unknown>>)
        try {
          saved += insert.run(change(row)).changes
        } catch (error) {
          // It belongs to a page that was lost.
          reason ??= message(error)
        }
      return true
    } catch (error) {
      reason = message(error)
      return false
    }
  }
  if (!copy('ASC')) copy('DESC')
  return { saved, reason }
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function columnsOf(db: Db, table: string): readonly string[] {
  try {
    return (db.pragma(`table_info(${table})`) as { name: string }[]).map((c) => c.name)
  } catch {
    return []
  }
}

/** `column` where the table has it, else what stands for it: an archive of an older program lacks the newer ones. */
export const columnOr = (db: Db, table: string, column: string, instead: string): string =>
  columnsOf(db, table).includes(column) ? column : instead

/** Whether the table can be asked for anything at all. */
export const hasTable = (db: Db, table: string): boolean => columnsOf(db, table).length > 0

/** Many rows by few statements: a call for each row costs more than the row. */
import type Database from 'better-sqlite3'
import { sql } from './db.ts'
import type { Db } from './db.ts'

/**
 * Rows of one statement. Many, because SQLite copies for each statement the leaves that it changes, to be able to take it back: rows
 * that share a leaf cost one copy together. Not more, because a statement binds at most 32,766 values, and each number of rows is a
 * statement of its own that stays prepared. What is left over goes by halves: nine statements do for any number of rows.
 */
const MOST = 256

type Value = string | number | null

/**
 * Calls `use` with statements that take all of `rows`, some at a time, and with what to bind. `text` is given the rows as
 * `(?,?),(?,?)…`, to stand after VALUES. Rows are of one length.
 */
export function inRows<Row = unknown>(
  db: Db,
  rows: readonly (readonly Value[])[],
  text: (values: string) => string,
  use: (statement: Database.Statement<unknown[], Row>, bound: readonly Value[]) => void,
): void {
  const row = `(${Array<string>(rows[0]?.length ?? 0)
    .fill('?')
    .join()})`
  for (let at = 0; at < rows.length;) {
    let count = MOST
    while (count > rows.length - at) count /= 2
    use(sql<Row>(db, text(Array<string>(count).fill(row).join())), rows.slice(at, at + count).flat())
    at += count
  }
}

/** Runs a statement that writes, for all of `rows`. */
export const writeRows = (db: Db, rows: readonly (readonly Value[])[], text: (values: string) => string): void =>
  inRows(db, rows, text, (statement, bound) => void statement.run(...bound))

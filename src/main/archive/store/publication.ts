/** Publications and their issues. */
import { sql } from './db.ts'
import type { Db } from './db.ts'
import { now } from './db.ts'

/** The id of the issue of `publication` at `date`, made now if it is new; '' stands for not known in both. */
export function putIssue(db: Db, publication: string, date: string): number {
  const publicationId = putPublication(db, publication)
  const known = sql<{ id: number }>(db, 'SELECT id FROM issue WHERE publication_id = ? AND date = ?').get(
    publicationId,
    date,
  )
  if (known) return known.id
  return Number(
    sql(db, 'INSERT INTO issue (publication_id, date) VALUES (?, ?)').run(publicationId, date).lastInsertRowid,
  )
}

export function putPublication(db: Db, name: string): number {
  const known = sql<{ id: number }>(db, 'SELECT id FROM publication WHERE name = ?').get(name)
  if (known) return known.id
  return Number(sql(db, 'INSERT INTO publication (name, created_at) VALUES (?, ?)').run(name, now()).lastInsertRowid)
}

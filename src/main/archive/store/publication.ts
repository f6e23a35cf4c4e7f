/** Publications and their issues. */
import { BanxinError } from '../../../shared/errors.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'
import { now } from './db.ts'

/** Dates that the table takes. Older pages may have a day such as 02-31, and are kept with it. */
const KEPT = /^\d{4}-[01]\d-[0-3]\d$/

/** The id of the issue of `publication` at `date`, made now if it is new; '' stands for not known in both. Error: `date/impossible`. */
export function putIssue(db: Db, publication: string, date: string): number {
  const publicationId = putPublication(db, publication)
  const known = sql<{ id: number }>(db, 'SELECT id FROM issue WHERE publication_id = ? AND date = ?').get(
    publicationId,
    date,
  )
  if (known) return known.id
  if (date !== '' && !KEPT.test(date)) throw new BanxinError('date/impossible', { date })
  return Number(
    sql(db, 'INSERT INTO issue (publication_id, date) VALUES (?, ?)').run(publicationId, date).lastInsertRowid,
  )
}

function putPublication(db: Db, name: string): number {
  const known = sql<{ id: number }>(db, 'SELECT id FROM publication WHERE name = ?').get(name)
  if (known) return known.id
  return Number(sql(db, 'INSERT INTO publication (name, created_at) VALUES (?, ?)').run(name, now()).lastInsertRowid)
}

/** What a list of actions says of a publication; `name` is '' where it is not known. */
export const publicationNamed = (db: Db, id: number): { readonly name: string } => ({
  name: sql<{ name: string }>(db, 'SELECT name FROM publication WHERE id = ?').get(id)?.name ?? '',
})

/** And of an issue; `date` is '' where it is not known. */
export const issueNamed = (db: Db, id: number): { readonly name: string; readonly date: string } =>
  sql<{ name: string; date: string }>(
    db,
    'SELECT name, date FROM issue JOIN publication ON publication.id = publication_id WHERE issue.id = ?',
  ).get(id) ?? { name: '', date: '' }

/**
 * Where the pages of a publication went that has none any more: to the one of its new name, and from there on; or back, where that was
 * undone. Null where nothing says so, and where they went into the bin.
 */
export function publicationBecame(db: Db, id: number): number | null {
  const seen = new Set<number>()
  for (let at: number | undefined = id; at !== undefined && !seen.has(at);) {
    if (hasPages(db, at)) return at
    seen.add(at)
    at = sql<{ id: number }>(db, BECAME).get({ id: at })?.id
  }
  return null
}

const hasPages = (db: Db, id: number): boolean =>
  sql(
    db,
    'SELECT 1 FROM issue JOIN page ON issue_id = issue.id WHERE publication_id = ? AND deleted_at IS NULL LIMIT 1',
  ).get(id) !== undefined

/** The last renaming or merging from a publication, or into it where it was undone; but not if pages went into the bin since. */
const BECAME = `WITH had AS (SELECT name FROM publication WHERE id = :id),
  moved AS (SELECT params ->> iif(undone_at IS NULL, '$.to', '$.from') AS name, coalesce(undone_at, at) AS at
    FROM operation WHERE kind IN ('rename', 'merge-publications')
      AND params ->> iif(undone_at IS NULL, '$.from', '$.to') = (SELECT name FROM had) ORDER BY 2 DESC LIMIT 1)
  SELECT publication.id FROM moved JOIN publication ON publication.name = moved.name
    WHERE NOT EXISTS (SELECT 1 FROM issue JOIN page ON issue_id = issue.id WHERE publication_id = :id AND deleted_at > moved.at)`

/** What came from the watched folder: one import a day, which grows as long as files come. */
import { addFiles, addJob } from './job.ts'
import type { NewFile } from './job.ts'
import { now, sql, write } from './db.ts'
import type { Db } from './db.ts'

export type Watched = { readonly path: string; readonly publication: string }

/** When files that came from a watched folder, and were read in or will be, were last found, in milliseconds since 1970. */
export const watchedFiles = (db: Db): ReadonlyMap<string, number> =>
  new Map(
    sql<{ path: string; at: string }>(
      db,
      `SELECT path, max(coalesce(listed_at, created_at)) AS at FROM job JOIN job_file ON job_id = job.id
        WHERE kind = 'watch' AND (outcome IS NOT NULL OR state IN ('running', 'paused')) GROUP BY path`,
    )
      .all()
      .map((r) => [r.path, Date.parse(r.at)]),
  )

/**
 * Lists what came from `folder` in its import, which runs from now on unless a person paused it, and gives that. Call it in a transaction, so
 * that a kill leaves no import that rests with files to be read.
 */
export function addWatched(db: Db, folder: Watched, files: readonly Omit<NewFile, 'n'>[]): number {
  const id = growing(db, folder) ?? addJob(db, 'watch', folder.path, optionsOf(folder))
  // What changes while it waits is listed once; while its import runs it may be in hand already, and is read again.
  const waiting = new Set(
    sql<{ path: string }>(
      db,
      "SELECT path FROM job_file JOIN job ON job.id = job_id WHERE job_id = ? AND outcome IS NULL AND state = 'paused'",
    )
      .all(id)
      .map((f) => f.path),
  )
  const next = sql<{ n: number }>(db, 'SELECT coalesce(max(n) + 1, 0) AS n FROM job_file WHERE job_id = ?').get(id)?.n
  const fresh = files.filter((f) => !waiting.has(f.path))
  addFiles(
    db,
    id,
    fresh.map((f, i) => ({ ...f, n: (next ?? 0) + i })),
    now(),
  )
  sql(
    db,
    `UPDATE job SET state = 'running', pid = ?, ended_at = NULL, stopped = NULL
      WHERE id = ? AND (state IN ('waiting', 'done') OR stopped IS NOT NULL)`,
  ).run(process.pid, id)
  return id
}

/** A picture that came after its text is read in with that, where it waits to be read in itself. */
export const noteLatePicture = (db: Db, text: string, picture: string): void =>
  void write(db, () =>
    sql(
      db,
      `UPDATE job_file SET picture = ? WHERE path = ? AND picture IS NULL AND outcome IS NULL
        AND job_id IN (SELECT id FROM job WHERE kind = 'watch' AND state IN ('running', 'paused'))`,
    ).run(picture, text),
  )

const optionsOf = ({ publication }: Watched) => (publication ? { publication } : {})

/** The folder's last import, if it is not over or is of this day, by the clock of the place. */
const growing = (db: Db, { path, publication }: Watched): number | undefined =>
  sql<{ id: number }>(
    db,
    `SELECT id FROM (SELECT id, state, created_at FROM job
        WHERE kind = 'watch' AND removed_at IS NULL AND label = ? AND coalesce(options ->> '$.publication', '') = ? ORDER BY id DESC LIMIT 1)
      WHERE state IN ('waiting', 'running', 'paused')
        OR (state = 'done' AND date(created_at, 'localtime') = date('now', 'localtime'))`,
  ).get(path, publication)?.id

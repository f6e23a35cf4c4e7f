/** Jobs and their files: what is to be read in, and what came of it. */
import type { FileMeta, Job, JobFile } from '../../../shared/api/jobs.ts'
import type { Notice } from '../../../shared/api/pages.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { PageMeta } from '../../../shared/page/page.ts'
import { now, sql, write } from './db.ts'
import type { Db } from './db.ts'
import type { FileTask } from '../intake-file.ts'
import { writeRows } from './rows.ts'

export type JobState = Job['state']

export function addJob(db: Db, kind: Job['kind'], label: string, options: unknown): number {
  return Number(
    sql(db, "INSERT INTO job (kind, state, label, options, created_at) VALUES (?, 'waiting', ?, ?, ?)").run(
      kind,
      label,
      JSON.stringify(options),
      now(),
    ).lastInsertRowid,
  )
}

/** A file of a job, as it is found. */
export type NewFile = {
  readonly n: number
  readonly path: string
  readonly meta: PageMeta
  readonly picture: string | null
}

/** `at`: when they were found, where that was after the job was made. */
export const addFiles = (db: Db, jobId: number, files: readonly NewFile[], at: string | null = null): void =>
  writeRows(
    db,
    6,
    files.flatMap((f) => [jobId, f.n, f.path, JSON.stringify(f.meta), f.picture, at]),
    (v) => `INSERT INTO job_file (job_id, n, path, meta, picture, listed_at) VALUES ${v}`,
  )

/** How many files of each kind were left out when the job was made. */
export const setSkipped = (db: Db, jobId: number, skipped: Job['skipped']): void =>
  void sql(db, "UPDATE job SET options = json_set(options, '$.skipped', json(?)) WHERE id = ?").run(
    JSON.stringify(skipped),
    jobId,
  )

/** The next files that were not looked at, above `after`. */
export const nextFiles = (db: Db, jobId: number, after: number, limit: number): readonly FileTask[] =>
  sql<{ n: number; path: string; meta: string; picture: string | null }>(
    db,
    'SELECT n, path, meta, picture FROM job_file WHERE job_id = ? AND outcome IS NULL AND n > ? ORDER BY n LIMIT ?',
  )
    .all(jobId, after, limit)
    .map((f) => ({ ...f, meta: JSON.parse(f.meta) as PageMeta })) // written by addFiles

/** How long the job has run in all; call it in the transaction that stores something, so that it is about right after a kill. */
export const setSeconds = (db: Db, jobId: number, seconds: number): void =>
  void sql(db, 'UPDATE job SET seconds = ? WHERE id = ?').run(seconds, jobId)

/** `seconds` as in `setSeconds`, null where nothing ran; `stopped`: the error that ended it on the way, without it none is remembered. */
export function setState(
  db: Db,
  jobId: number,
  state: JobState,
  seconds: number | null = null,
  stopped: Job['stopped'] = null,
): void {
  const ended = state === 'done' || state === 'cancelled'
  const row = [
    state,
    seconds,
    ended ? now() : null,
    state === 'running' ? process.pid : null,
    stopped && JSON.stringify(stopped),
    jobId,
  ]
  const { changes } = write(db, () =>
    sql(
      db,
      'UPDATE job SET state = ?, seconds = coalesce(?, seconds), ended_at = ?, pid = ?, stopped = ? WHERE id = ?',
    ).run(...row),
  )
  if (changes === 0) throw new BanxinError('job/missing')
}

/** False, and nothing is changed, where files are left to be looked at: some may have come while the last ones were stored. */
export const endJob = (db: Db, jobId: number, seconds: number): boolean =>
  write(db, () =>
    sql(
      db,
      `UPDATE job SET state = 'done', seconds = ?, ended_at = ?, pid = NULL, stopped = NULL
        WHERE id = ? AND NOT EXISTS (SELECT 1 FROM job_file WHERE job_id = job.id AND outcome IS NULL)`,
    ).run(seconds, now(), jobId),
  ).changes > 0

const JOBS = `SELECT job.id, kind, state, label, pid, stopped, seconds, created_at AS createdAt, ended_at AS endedAt,
  count(f.n) AS total, count(f.outcome) AS done, coalesce(sum(f.outcome = 'new'), 0) AS pages,
  coalesce(sum(f.articles), 0) AS articles, coalesce(sum(f.characters), 0) AS characters,
  coalesce(sum(f.outcome = 'duplicate'), 0) AS duplicates, count(f.like_page_id) AS alike,
  coalesce(sum(f.outcome = 'failed'), 0) AS failed, coalesce(options ->> '$.skipped', '{}') AS skipped
  FROM job LEFT JOIN job_file AS f ON f.job_id = job.id`

export type JobRow = Omit<Job, 'rate' | 'left'> & { readonly pid: number | null }

type RawRow = Omit<JobRow, 'stopped' | 'skipped'> & { readonly stopped: string | null; readonly skipped: string }

const rowOf = ({ stopped, skipped, ...row }: RawRow): JobRow => ({
  ...row,
  stopped: stopped === null ? null : (JSON.parse(stopped) as JobRow['stopped']), // written by setState
  skipped: JSON.parse(skipped) as JobRow['skipped'], // written by setSkipped
})

/** Error: `job/missing`. */
export function getJob(db: Db, id: number): JobRow {
  const row = sql<RawRow>(db, `${JOBS} WHERE job.id = ? AND removed_at IS NULL GROUP BY job.id`).get(id)
  if (!row) throw new BanxinError('job/missing')
  return rowOf(row)
}

/** The newest first. */
export const listJobs = (db: Db): readonly JobRow[] =>
  sql<RawRow>(db, `${JOBS} WHERE removed_at IS NULL GROUP BY job.id ORDER BY job.id DESC`).all().map(rowOf)

/** How many of the articles that a job read in were stories, and not page furniture only. Error: `job/missing`. */
export function storiesOfJob(db: Db, id: number): number {
  const row = sql<{ stories: number }>(
    db,
    `SELECT coalesce(sum(f.articles - furniture), 0) AS stories FROM job LEFT JOIN job_file AS f ON job_id = job.id
      WHERE job.id = ? GROUP BY job.id`,
  ).get(id)
  if (!row) throw new BanxinError('job/missing')
  return row.stories
}

const PICKS = {
  new: "outcome = 'new'",
  duplicate: "outcome = 'duplicate'",
  failed: "outcome = 'failed'",
  alike: 'like_page_id IS NOT NULL',
  noticed: "outcome = 'new' AND EXISTS (SELECT 1 FROM page WHERE page.id = page_id AND notices <> '[]')",
  waiting: 'outcome IS NULL',
  all: 'TRUE',
} as const

export function jobFiles(db: Db, jobId: number, pick: keyof typeof PICKS, offset: number, limit: number) {
  const total =
    sql<{ n: number }>(db, `SELECT count(*) AS n FROM job_file WHERE job_id = ? AND ${PICKS[pick]}`).get(jobId)?.n ?? 0
  const label = sql<{ label: string }>(db, 'SELECT label FROM job WHERE id = ?').get(jobId)?.label ?? ''
  const rows = sql<{
    n: number
    path: string
    meta: string
    corrected: string | null
    paper: string | null
    date: string | null
    number: string | null
    section: string | null
    notices: string | null
    outcome: JobFile['outcome']
    page: number | null
    code: string | null
    params: string | null
    likePage: number | null
    likeness: number | null
  }>(
    db,
    `SELECT n, path, meta, said AS corrected, outcome, page_id AS page, code, params, like_page_id AS likePage, likeness,
        publication.name AS paper, issue.date, page.number, page.section,
        CASE outcome WHEN 'new' THEN page.notices END AS notices
      FROM job_file LEFT JOIN page ON page.id = page_id AND deleted_at IS NULL
        LEFT JOIN issue ON issue.id = issue_id LEFT JOIN publication ON publication.id = publication_id
      WHERE job_id = ? AND ${PICKS[pick]} ORDER BY n LIMIT ? OFFSET ?`,
  ).all(jobId, limit, offset)
  const files = rows.map(
    ({ path, meta, corrected, paper, date, number, section, notices, params, likePage, likeness, ...r }): JobFile => ({
      ...r,
      name: path.startsWith(label)
        ? path.slice(label.length).replace(/^[\\/]/, '') || (path.split(/[\\/]/).at(-1) ?? path)
        : path,
      // What a path said is of no more interest when there is a page.
      meta: number === null ? (JSON.parse(meta) as FileMeta) : said({ publication: paper, date, number, section }), // written by addFiles
      said: number === null && corrected !== null ? fieldsOf(corrected) : [],
      params: params === null ? {} : (JSON.parse(params) as JobFile['params']), // written by setOutcomes
      notices: notices === null ? [] : (JSON.parse(notices) as Notice[]), // written by insertPages
      like: likePage === null ? null : { page: likePage, likeness: likeness ?? 0 },
    }),
  )
  return { total, files }
}

const fieldsOf = (json: string) => Object.keys(JSON.parse(json) as FileMeta) as (keyof FileMeta)[] // written by correctFiles

const said = (meta: Readonly<Record<'publication' | 'date' | 'number' | 'section', string | null>>): FileMeta =>
  Object.fromEntries(Object.entries(meta).filter(([, value]) => value))

/** The files that are not read in yet, above `after`, with where they lie. */
export const waitingFiles = (db: Db, jobId: number, after: number, limit: number) =>
  sql<{ n: number; path: string }>(
    db,
    'SELECT n, path FROM job_file WHERE job_id = ? AND outcome IS NULL AND n > ? ORDER BY n LIMIT ?',
  ).all(jobId, after, limit)

/** Those of the files `n` that are not read in yet. */
export const pathsOf = (db: Db, jobId: number, n: readonly number[]) =>
  sql<{ n: number; path: string }>(
    db,
    'SELECT n, path FROM job_file WHERE job_id = ? AND outcome IS NULL AND n IN (SELECT value FROM json_each(?))',
  ).all(jobId, JSON.stringify(n))

/** What a file is guessed to be, in the place of what was guessed before; what a person said goes over it. */
export const setGuess = (db: Db, jobId: number, n: number, guess: PageMeta): void =>
  void sql(
    db,
    `UPDATE job_file SET meta = json_patch(?, coalesce(said, '{}')) WHERE job_id = ? AND n = ? AND outcome IS NULL`,
  ).run(JSON.stringify(guess), jobId, n)

/** What a job was made with. */
export const jobOptions = (db: Db, jobId: number): { readonly publication?: string } =>
  JSON.parse(sql<{ options: string }>(db, 'SELECT options FROM job WHERE id = ?').get(jobId)?.options ?? '{}') as {
    publication?: string
  } // written by addJob

export type Outcome = {
  readonly outcome: 'new' | 'duplicate' | 'failed'
  readonly page: number | null
  readonly articles?: number
  /** How many of the articles are page furniture only. */
  readonly furniture?: number
  readonly characters?: number
  readonly code?: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly like?: { readonly page: number; readonly likeness: number } | undefined
}

/** Says what came of files; call it in the transaction that stores their pages, so that none is read in twice. */
export const setOutcomes = (db: Db, jobId: number, files: readonly (readonly [n: number, outcome: Outcome])[]): void =>
  writeRows(
    db,
    11,
    files.flatMap(([n, o]) => [
      jobId,
      n,
      o.outcome,
      o.page,
      o.articles ?? 0,
      o.furniture ?? 0,
      o.characters ?? 0,
      o.code ?? null,
      o.params ? JSON.stringify(o.params) : null,
      o.like?.page ?? null,
      o.like?.likeness ?? null,
    ]),
    (
      v,
    ) => `WITH given (job, n, outcome, page, articles, furniture, characters, code, params, like_page, likeness) AS (VALUES ${v})
      UPDATE job_file SET outcome = given.outcome, page_id = page, articles = given.articles, furniture = given.furniture,
        characters = given.characters, code = given.code, params = given.params, like_page_id = like_page, likeness = given.likeness
      FROM given WHERE job_id = job AND job_file.n = given.n`,
  )

/** A job as it is when it had `files` looked at besides: what `getJob` would count. */
export function withOutcomes(row: JobRow, files: readonly (readonly [n: number, outcome: Outcome])[]): JobRow {
  const counts = { ...row, done: row.done + files.length }
  for (const [, { outcome, articles = 0, characters = 0, like }] of files) {
    if (outcome === 'new') counts.pages++
    else if (outcome === 'duplicate') counts.duplicates++
    else counts.failed++
    counts.articles += articles
    counts.characters += characters
    if (like) counts.alike++
  }
  return counts
}

/** What is said about files that were not read in yet; a value of '' takes it away. */
export function correctFiles(db: Db, jobId: number, n: readonly number[] | undefined, meta: FileMeta): void {
  write(db, () =>
    sql(
      db,
      `UPDATE job_file SET meta = json_patch(meta, given), said = json_patch(coalesce(said, '{}'), given)
      FROM (SELECT ? AS given) WHERE job_id = ? AND outcome IS NULL
      AND (? IS NULL OR n IN (SELECT value FROM json_each(?)))`,
    ).run(JSON.stringify(meta), jobId, n ? 1 : null, JSON.stringify(n ?? [])),
  )
}

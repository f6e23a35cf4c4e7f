/** Whether an archive is sound: SQLite's own checks, that every page is one back to its first version, and that files and pictures are what came. */
import { existsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import Database from 'better-sqlite3'
import { upgradePage } from '../../shared/page/versions.ts'
import { BanxinError } from '../../shared/errors.ts'
import { reading } from './read-only.ts'
import { APPLICATION_ID, translate } from './store/db.ts'
import type { Db } from './store/db.ts'
import { furnitureCount } from './store/furniture.ts'
import { keepOutOtherLog } from './store/overwritten.ts'
import { revisionJson } from './store/revision.ts'
import { digest } from './store/source.ts'

export type Check = { sound: boolean; problems: string[]; pages: number }

const MOST_PROBLEMS = 100

/** Looks at an open archive. Takes as long as reading all of it. */
export function check(db: Db): Check {
  const problems: string[] = []
  let pages = 0
  const look = (what: string, work: () => void) => {
    try {
      work()
    } catch (error) {
      problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  look('integrity_check', () => {
    for (const row of db.pragma(`integrity_check(${MOST_PROBLEMS})`) as { integrity_check: string }[])
      if (row.integrity_check !== 'ok') problems.push(row.integrity_check)
  })
  look('foreign_key_check', () => {
    for (const row of db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[])
      problems.push(`${row.table} ${row.rowid} → ${row.parent}`)
  })
  look('page', () => {
    for (const row of db.prepare('SELECT id, json, articles FROM page').iterate() as Iterable<{
      id: number
      json: string
      articles: number
    }>) {
      pages++
      look(`page ${row.id}`, () => void upgradePage(JSON.parse(row.json)))
    }
  })
  look('article', () => {
    const rows = db
      .prepare(
        `SELECT id FROM page WHERE min(articles, 4096) <> (SELECT count(*) FROM article WHERE page_id = page.id)`,
      )
      .pluck()
      .all() as number[]
    for (const id of rows) problems.push(`page ${id}: articles are not those of the page`)
  })
  look('revision', () => {
    const rows = db
      .prepare(`SELECT id FROM page WHERE revision IS NOT (SELECT max(revision) FROM revision WHERE page_id = page.id)`)
      .pluck()
      .all() as number[]
    for (const id of rows) problems.push(`page ${id}: its newest revision is missing`)
  })
  look('history', () => {
    const firsts = db.prepare('SELECT page_id AS id, min(revision) AS first FROM revision GROUP BY page_id')
    for (const { id, first } of firsts.iterate() as Iterable<{ id: number; first: number }>)
      if (!isReadable(db, id, first)) problems.push(`page ${id}: older revisions cannot be read`)
  })
  for (const table of ['source', 'picture'])
    look(table, () => {
      const rows = db.prepare(`SELECT id, sha256, bytes FROM ${table}`)
      for (const { id, sha256, bytes } of rows.iterate() as Iterable<{ id: number; sha256: Buffer; bytes: Buffer }>)
        if (!digest(bytes).equals(sha256)) problems.push(`${table} ${id}: its bytes are not what they were`)
    })
  return { sound: problems.length === 0, problems: problems.slice(0, MOST_PROBLEMS), pages }
}

/** Each older version is the next one with a difference, so where the first can be read, all can. */
function isReadable(db: Db, id: number, first: number): boolean {
  try {
    JSON.parse(revisionJson(db, id, first))
    return true
  } catch {
    return false
  }
}

/**
 * The same for a file that nobody needs to have open; `openHere`: another thread of this process has it open, so its log is its own, and
 * to look into the file would give away the locks on it. Never makes or changes it. Errors: `archive/missing`, `archive/read-only` where it may not be read.
 */
export function checkFile(file: string, openHere = false): Check {
  if (!existsSync(file) || statSync(file).isDirectory()) throw new BanxinError('archive/missing', { path: file })
  try {
    return reading(
      file,
      tmpdir(),
      (at) => openToCheck(at, openHere),
      (db) => (isArchive(db) ? check(db) : { sound: false, problems: ['not a Banxin archive'], pages: 0 }),
    )
  } catch (error) {
    const known = translate(file, error)
    if (known instanceof BanxinError && known.code !== 'archive/damaged') throw known
    return { sound: false, problems: [error instanceof Error ? error.message : String(error)], pages: 0 }
  }
}

function openToCheck(file: string, openHere: boolean): Db {
  // Opened for writing where that is allowed, so that closing it leaves no log behind; nothing is written.
  const readonly = (statSync(file).mode & 0o222) === 0
  if (!readonly && !openHere) keepOutOtherLog(file)
  const db = new Database(file, { fileMustExist: true, readonly })
  try {
    isArchive(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const isArchive = (db: Db): boolean => Number(db.pragma('application_id', { simple: true })) === APPLICATION_ID

export type Stats = {
  pages: number
  articles: number
  stories: number
  characters: number
  bytes: number
  integrity: string
}

/** `bytes`: the file at `path` with what waits in its log. `integrity` is `ok` or SQLite's first complaint. */
export function stats(db: Db, path: string): Stats {
  const row = db
    .prepare(
      'SELECT count(*) AS pages, coalesce(sum(articles), 0) AS articles, coalesce(sum(characters), 0) AS characters FROM page WHERE deleted_at IS NULL',
    )
    .get() as Pick<Stats, 'pages' | 'articles' | 'characters'>
  const bytes = [path, `${path}-wal`].reduce((n, f) => n + (existsSync(f) ? statSync(f).size : 0), 0)
  const stories = row.articles - furnitureCount(db)
  return { ...row, stories, bytes, integrity: String(db.pragma('quick_check(1)', { simple: true })) }
}

/** Opens the archive's database and turns SQLite's failures into errors that a person can act on. */
import { closeSync, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { BanxinError } from '../../../shared/errors.ts'
import { makeFolder } from '../make-folder.ts'
import { isLogGone, isOverwritten, keepOutOtherLog, placeOf, seeFile, setLogAside } from './overwritten.ts'
import type { Handles, Part, Seen } from './overwritten.ts'

export type Db = Database.Database

/** "BANX": says that a SQLite file is a Banxin archive. */
export const APPLICATION_ID = 0x42414e58

/** Milliseconds that are waited for other programs. */
export const BUSY_TIMEOUT_MS = 5000

/**
 * The database at `file`; with `create` a missing one is made together with its folder.
 * Errors: `archive/missing`, `archive/locked`, `archive/damaged`, `archive/foreign`, `archive/read-only`, `disk/full`.
 */
export function openDb(file: string, { create }: { readonly create: boolean }): Db {
  return guard(file, () => {
    const there = existsSync(file)
    if (!there && !create) throw new BanxinError('archive/missing', { path: file })
    if (there && statSync(file).isDirectory()) throw new BanxinError('archive/foreign', { path: file })
    // Root may write anything, so the mode that the owner chose is looked at too.
    if (there && (statSync(file).mode & 0o222) === 0) throw new BanxinError('archive/read-only', { path: file })
    if (!there) makeFolder(path.dirname(file))
    else keepOutOtherLog(file)
    const db = new Database(file, { timeout: BUSY_TIMEOUT_MS })
    try {
      const id = Number(db.pragma('application_id', { simple: true }))
      const empty = Number(db.pragma('schema_version', { simple: true })) === 0
      // An empty file may be one that was begun a moment ago; who makes none takes it for what it is.
      if (id !== APPLICATION_ID && !(empty && create)) throw new BanxinError('archive/foreign', { path: file })
      // Pages and their texts are tens of kilobytes: larger leaves mean fewer steps. Only a new file can choose.
      if (empty) db.pragma('page_size = 8192')
      db.pragma('journal_mode = WAL')
      db.pragma('wal_autocheckpoint = 4000')
      // A save that was acknowledged survives a power cut too, not only a killed process.
      db.pragma('synchronous = FULL')
      db.pragma('foreign_keys = ON')
      db.pragma('cache_size = -32000')
      db.pragma('mmap_size = 1073741824')
      if (empty) db.pragma(`application_id = ${APPLICATION_ID}`)
      places.set(db, { file: path.resolve(file), at: placeOf(file) })
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** Closes what `openDb` opened. */
export function closeDb(db: Db): void {
  db.close()
  for (const handle of handles.get(db)?.values() ?? []) closeSync(handle)
  handles.delete(db)
}

/** Runs `work`; SQLite's and the file system's failures come out as BanxinErrors naming `file`. */
export function guard<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw translate(file, error)
  }
}

/** The BanxinError for a failure of SQLite or the file system; anything else unchanged. */
export function translate(file: string, error: unknown): unknown {
  if (error instanceof BanxinError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  const found = CODES.find(([pattern]) => pattern.test(code))
  return found ? new BanxinError(found[1], { path: file }, { cause: error }) : error
}

const CODES = [
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'archive/locked'],
  [/^SQLITE_(CORRUPT|NOTADB|FORMAT)/, 'archive/damaged'],
  // A short write, a failed sync or no room for the shared memory file: in practice a device without space.
  [/^(SQLITE_FULL|SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE)|ENOSPC|EDQUOT)/, 'disk/full'],
  [/^SQLITE_IOERR/, 'archive/damaged'],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS|ENOTDIR|ENOENT|EEXIST)/, 'archive/read-only'],
] as const

const prepared = new WeakMap<Db, Map<string, Database.Statement<unknown[]>>>()

/** The prepared statement of `sql`, made once for each database. */
export function sql<Row = unknown>(db: Db, text: string): Database.Statement<unknown[], Row> {
  let known = prepared.get(db)
  if (!known) prepared.set(db, (known = new Map()))
  let statement = known.get(text)
  if (!statement) known.set(text, (statement = db.prepare(text)))
  return statement as Database.Statement<unknown[], Row> // the caller states the row that its SELECT gives
}

/** Runs `work` in one short transaction that takes the write lock at once. Errors: `archive/moved`, `archive/overwritten`, before anything is done. */
export function write<T>(db: Db, work: () => T): T {
  forbidMoved(db)
  return db.transaction(work).immediate()
}

/** Errors: `archive/moved`, `archive/overwritten`. */
export function forbidMoved(db: Db): void {
  forbidOverwritten(db)
  if (settleMoved(db)) throw new BanxinError('archive/moved', { path: fileOf(db) })
}

/** Error: `archive/overwritten`. */
export function forbidOverwritten(db: Db): void {
  settleMoved(db)
  if (overwritten.has(db)) throw new BanxinError('archive/overwritten', { path: fileOf(db) })
}

const fileOf = (db: Db): string => places.get(db)?.file ?? ''

/** Where an open archive was found: the system goes on writing into a file that has no name any more, and all of it would be lost. */
const places = new WeakMap<Db, { readonly file: string; readonly at: string | undefined }>()
/** Those that were found moved, and take nothing. */
const barred = new WeakSet<Db>()
/** Those of them whose log is all in the file. */
const emptied = new WeakSet<Db>()
/** The files of those that are open, as they were seen last. */
const seen = new WeakMap<Db, Seen>()
/** What they are looked at through. */
const handles = new WeakMap<Db, Handles>()
/** By what those files are known. */
const marks = new WeakMap<Db, readonly Part[]>()
/** Those whose file another program wrote over: they take nothing until the archive is opened anew. */
const overwritten = new WeakSet<Db>()

/** Whether another file, or none, is where the archive was opened. */
function isMoved(db: Db): boolean {
  const place = places.get(db)
  return place !== undefined && placeOf(place.file) !== place.at
}

/**
 * The pages of an archive's file that say which archive it is, and how far it is: the roots of the tables with its name and with its
 * counters, which stay where they were made. None before there are any.
 */
function marksOf(db: Db): readonly Part[] {
  const known = marks.get(db)
  if (known) return known
  const size = Number(db.pragma('page_size', { simple: true }))
  const found = sql<{ root: number }>(
    db,
    "SELECT rootpage AS root FROM sqlite_schema WHERE name IN ('setting', 'counter')",
  ).all()
  const parts = found.map(({ root }) => ({ at: (root - 1) * size, size }))
  if (parts.length > 0) marks.set(db, parts)
  return parts
}

/** Notices that another program wrote over the file of `db`, and keeps the log out of it. */
function settleOverwritten(db: Db): boolean {
  const place = places.get(db)
  if (!place || db.inTransaction || overwritten.has(db)) return overwritten.has(db)
  const was = seen.get(db)
  const eyes: Handles = handles.get(db) ?? new Map()
  handles.set(db, eyes)
  const now = seeFile(place.file, eyes, marksOf(db))
  // What lies there instead of a log that is gone is not this one's.
  const gone = isLogGone(place.file, was)
  if (!gone && !isOverwritten(was, now)) {
    if (now) seen.set(db, now)
    return false
  }
  db.pragma('query_only = ON')
  // Where there is no room for it, that is told at each call, and tried again.
  if (!gone) setLogAside(place.file)
  overwritten.add(db)
  return true
}

/**
 * Of an archive that was moved, what waits in its log is written into it, and it takes nothing until it is back: the log still lies where
 * the archive was, and would be taken for that of the file that lies there now. Where another program reads what was there before, that is
 * tried again at each call; `wait`: so many milliseconds are waited for it. One that was written over takes nothing either. True where it is moved or written over.
 */
export function settleMoved(db: Db, wait = 0): boolean {
  const moved = isMoved(db)
  if (!moved && settleOverwritten(db)) return true
  // None of it can be done within a transaction.
  if (db.inTransaction || (!moved && !barred.has(db))) return moved
  if (moved !== barred.has(db)) {
    db.pragma(`query_only = ${moved ? 'ON' : 'OFF'}`)
    if (moved) barred.add(db)
    else barred.delete(db)
  }
  if (!moved) emptied.delete(db)
  else if (!emptied.has(db) && emptyLog(db, wait)) emptied.add(db)
  return moved
}

/** False where another reads what was there before. */
function emptyLog(db: Db, wait: number): boolean {
  db.pragma(`busy_timeout = ${wait}`)
  try {
    return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
  } finally {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}

/** Now, as every table keeps it: ISO 8601 in UTC with milliseconds. */
export const now = (): string => new Date().toISOString()

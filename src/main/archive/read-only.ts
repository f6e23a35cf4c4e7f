/** An archive that is only read, wherever it lies: SQLite needs its log beside it, so where nothing can be put there a copy is read. */
import { chmodSync, constants, copyFileSync, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { BanxinError } from '../../shared/errors.ts'
import { isNewest } from './migrations/index.ts'
import { readingFolder } from './reading-folder.ts'
import { translate } from './store/db.ts'
import type { Db } from './store/db.ts'

/**
 * Gives `work` the archive at `file`. `open` opens one and reads of it; where that fails for lack of permission it is given a copy, made
 * in a folder of its own in `place` and gone when `work` is done. Errors: those of `open`, `disk/full`.
 */
export function reading<T>(file: string, place: string, open: (file: string) => Db, work: (db: Db) => T): T {
  let db: Db
  try {
    db = open(file)
  } catch (error) {
    if (!isClosed(file, error)) throw error
    return readingCopy(file, place, error, open, work)
  }
  try {
    return work(db)
  } finally {
    db.close()
  }
}

const isClosed = (file: string, error: unknown): boolean => {
  const known = translate(file, error)
  return known instanceof BanxinError && known.code === 'archive/read-only'
}

function readingCopy<T>(file: string, place: string, why: unknown, open: (file: string) => Db, work: (db: Db) => T): T {
  const { copy, remove } = copied(file, place, why)
  try {
    const db = openedCopy(file, copy, open)
    try {
      return work(db)
    } finally {
      db.close()
    }
  } finally {
    remove()
  }
}

/** An archive that is open to be read; `end` closes it. */
export type Lent = { readonly db: Db; readonly end: () => void }

/**
 * The archive at `file`, opened by `open` and closed by `close`; where that fails for lack of permission it is read as it stands while others have it open,
 * or as a copy in a folder of its own in `place`. Nothing is written to it then. Errors: those of `open`, `archive/locked`, `disk/full`.
 */
export function lend(file: string, place: string, open: (file: string) => Db, close: (db: Db) => void): Lent {
  try {
    const db = open(file)
    return { db, end: () => close(db) }
  } catch (error) {
    if (!isClosed(file, error)) throw error
    const shared = openShared(file)
    if (shared) return { db: shared, end: () => shared.close() }
    const { copy, remove } = copied(file, place, error)
    try {
      const db = openedCopy(file, copy, open)
      // It would be gone with the copy.
      db.pragma('query_only = ON')
      const end = () => {
        db.close()
        remove()
      }
      return { db, end }
    } catch (failure) {
      remove()
      throw failure
    }
  }
}

/** What is wrong with the copy is told of the archive, which is what a person knows. */
function openedCopy(file: string, copy: string, open: (file: string) => Db): Db {
  try {
    return open(copy)
  } catch (error) {
    if (!(error instanceof BanxinError) || error.params['path'] !== copy) throw error
    throw new BanxinError(error.code, { ...error.params, path: file }, { cause: error })
  }
}

/** Whoever has the archive open has put beside it what others need to read it too. Undefined where that is not so, or it is an older one. */
function openShared(file: string): Db | undefined {
  if (!existsSync(`${file}-shm`)) return undefined
  let db: Db | undefined
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
    if (isNewest(db)) return db
  } catch {
    // What could not be opened for writing is told.
  }
  db?.close()
  return undefined
}

/** A copy of the archive with its log. Throws `why` where it may not even be read; errors: `archive/locked` where it was written meanwhile, `disk/full`. */
function copied(file: string, place: string, why: unknown): { readonly copy: string; readonly remove: () => void } {
  const { folder, remove } = readingFolder(place)
  try {
    const copy = path.join(folder, 'copy')
    const before = stateOf(file)
    for (const ending of ['', '-wal'])
      if (existsSync(file + ending)) copyFileSync(file + ending, copy + ending, constants.COPYFILE_FICLONE)
    if (stateOf(file) !== before) throw new BanxinError('archive/locked', { path: file })
    // The owner may have forbidden to write the original.
    for (const ending of ['', '-wal']) if (existsSync(copy + ending)) chmodSync(copy + ending, 0o600)
    return { copy, remove }
  } catch (error) {
    remove()
    throw isClosed(file, error) ? why : translate(file, error)
  }
}

const stateOf = (file: string): string =>
  ['', '-wal']
    .map((ending) => statSync(file + ending, { throwIfNoEntry: false }))
    .map((found) => (found ? `${found.size} ${found.mtimeMs}` : ''))
    .join()

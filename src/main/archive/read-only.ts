/** An archive that is only read, wherever it lies: SQLite needs its log beside it, so where nothing can be put there a copy is read. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { BanxinError } from '../../shared/errors.ts'
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
  const folder = mkdtempSync(path.join(place, 'banxin-read-'))
  try {
    const copy = path.join(folder, 'copy')
    try {
      for (const ending of ['', '-wal']) if (existsSync(file + ending)) copyFileSync(file + ending, copy + ending)
    } catch (error) {
      // It may not even be read: what `open` said is so.
      throw isClosed(file, error) ? why : translate(file, error)
    }
    const db = open(copy)
    try {
      return work(db)
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

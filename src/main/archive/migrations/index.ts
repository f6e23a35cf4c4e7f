/** The ordered table of migrations: each brings an archive from the version before to its own, whole or not at all. */
import { BanxinError } from '../../../shared/errors.ts'
import type { Db } from '../store/db.ts'
import { pages } from './0001-pages.ts'
import { library } from './0002-library.ts'
import { layout } from './0003-layout.ts'
import { imports } from './0004-import.ts'
import { pageList } from './0005-page-list.ts'
import { undo } from './0006-undo.ts'
import { jobStopped } from './0007-job-stopped.ts'
import { searchTriples } from './0008-search-triples.ts'
import { furniture } from './0009-furniture.ts'
import { operationMarks } from './0010-operation-marks.ts'
import { jobSaid } from './0011-job-said.ts'
import { jobFurniture } from './0012-job-furniture.ts'
import { jobListed } from './0013-job-listed.ts'
import { jobRemoved } from './0014-job-removed.ts'
import { clearHalfCopies, keepCopy } from './copies.ts'

/** Frozen once released: `MIGRATIONS[n]` brings version n to n + 1. */
export const MIGRATIONS: readonly string[] = [
  pages,
  library,
  layout,
  imports,
  pageList,
  undo,
  jobStopped,
  searchTriples,
  furniture,
  operationMarks,
  jobSaid,
  jobFurniture,
  jobListed,
  jobRemoved,
]

/**
 * Brings `db` to version `to` (the newest). An archive that holds something is copied beside itself first (`FILE.v1.bak`), unless it is
 * itself a copy that goes (`passing`). Another program that migrates meanwhile is waited for. Error: `archive/newer`.
 */
export function migrate(db: Db, to = MIGRATIONS.length, passing = false): void {
  const before = version(db)
  if (!db.memory) clearHalfCopies(db.name)
  if (before > 0 && before < to && !passing) keepCopy(db, before)
  for (let from = before; from < to; from = version(db)) {
    db.transaction(() => {
      if (version(db) !== from) return // another program did it while this one waited for the lock
      db.exec(MIGRATIONS[from] ?? '')
      db.pragma(`user_version = ${from + 1}`)
    }).exclusive()
  }
  if (version(db) > MIGRATIONS.length) throw new BanxinError('archive/newer', { version: version(db) })
}

/** Whether an archive is of this program's version, so that it can be read as it is. */
export const isNewest = (db: Db): boolean => version(db) === MIGRATIONS.length

const version = (db: Db): number => Number(db.pragma('user_version', { simple: true }))

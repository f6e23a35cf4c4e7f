/** Saves what can be saved of a damaged archive into a new one, row by row, and says what could not. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { BanxinError } from '../../../shared/errors.ts'
import { countFurniture } from '../migrations/0012-job-furniture.ts'
import { migrate } from '../migrations/index.ts'
import { pictureInfo } from '../picture-size.ts'
import { reading } from '../read-only.ts'
import { indexBatch } from '../search/indexing.ts'
import { openDb, translate, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { putPicture } from '../store/picture.ts'
import { digest } from '../store/source.ts'
import { withFirstPage } from './first-page.ts'
import { whyIncomplete } from './ids.ts'
import { savePages } from './pages.ts'
import type { SavedPages } from './pages.ts'
import { columnOr, copyRows } from './rows.ts'
import { saveSources } from './sources.ts'

export type Salvaged = SavedPages & {
  /** Pages made anew from files whose pages were lost with all that was known of them; not counted among `pages`. */
  readonly orphans: number
  readonly pictures: number
  readonly jobs: number
  readonly words: number
  /** What could not be read to its end, by the name of its table, with what SQLite said. */
  readonly incomplete: readonly { readonly what: string; readonly reason: string }[]
}

/** Errors: `archive/missing`, `archive/lost` where not even a table can be opened, `archive/read-only`, `file/exists` where `to` is there. */
export function salvage(from: string, to: string): Salvaged {
  if (!existsSync(from)) throw new BanxinError('archive/missing', { path: from })
  if (existsSync(to)) throw new BanxinError('file/exists', { name: to })
  const place = path.dirname(path.resolve(to))
  const save = (file: string) => reading(file, place, openOld, (old) => salvageOf(old, to))
  try {
    return save(from)
  } catch (error) {
    if (!isLost(error)) throw error
    return withFirstPage(from, place, (copy) => ifAny(from, () => save(copy)))
  }
}

const isLost = (error: unknown): boolean => error instanceof BanxinError && error.code === 'archive/lost'

/** What of an archive begun anew is nothing says that it was none. */
function ifAny(from: string, save: () => Salvaged): Salvaged {
  try {
    const saved = save()
    if (saved.pages + saved.orphans > 0) return saved
  } catch (error) {
    if (!isLost(error)) throw error
  }
  throw new BanxinError('archive/lost', { path: from })
}

function salvageOf(old: Db, to: string): Salvaged {
  const fresh = openDb(to, { create: true })
  try {
    migrate(fresh)
    const saved = savePages(old, fresh)
    const incomplete: { what: string; reason: string }[] = []
    const told = (what: string, { saved: n, reason }: { saved: number; reason: string | undefined }) => {
      if (reason !== undefined) incomplete.push({ what, reason })
      return n
    }
    const pictures = told('picture', savePictures(old, fresh))
    const counts = new Map(
      TABLES.map(([table, key, change]) => [
        table,
        told(
          table,
          write(fresh, () => copyRows(old, fresh, table, key, change)),
        ),
      ]),
    )
    write(fresh, () => {
      keepNumbers(old, fresh)
      keepSaid(old, fresh)
      keepFurniture(old, fresh)
    })
    told('person', savePeople(old, fresh))
    const torn = whyIncomplete(old, 'page')
    if (torn !== undefined) told('page', { saved: saved.pages, reason: torn })
    const orphans = saveSources(
      old,
      fresh,
      saved.lost.map(({ id }) => id),
    )
    while (indexBatch(fresh));
    return { ...saved, orphans, pictures, jobs: counts.get('job') ?? 0, words: counts.get('word') ?? 0, incomplete }
  } finally {
    fresh.close()
  }
}

type Row = Readonly<Record<string, unknown>>

/** What is copied as it is, in the order in which one row needs another. */
const TABLES: readonly (readonly [table: string, key: readonly string[], change?: (row: Row) => Row])[] = [
  ['setting', ['key']],
  ['word', ['word']],
  ['saved_search', ['id']],
  // No process runs it any more.
  ['job', ['id'], (row) => ({ ...row, ...('pid' in row && { pid: null }) })],
  ['job_file', ['job_id', 'n']],
  ['operation', ['id']],
  ['layout', ['page_id']],
  ['state_log', ['id']],
  ['undo', ['page_id']],
  ['undo_step', ['page_id', 'n']],
]

function openOld(from: string): Db {
  let db: Db | undefined
  try {
    db = new Database(from, { readonly: true, fileMustExist: true })
    readThoughCut(db)
    db.prepare('SELECT id FROM page LIMIT 0').all()
    return db
  } catch (cause) {
    db?.close()
    const known = translate(from, cause)
    if (known instanceof BanxinError && known.code === 'archive/read-only') throw known
    throw new BanxinError('archive/lost', { path: from }, { cause })
  }
}

/**
 * A file that lost its end, half a copy, is refused by SQLite as a whole; who may write the schema is let in. That is asked when a
 * transaction begins, so one stays open until the file is closed. It is guarded again then, and nothing can be written.
 */
function readThoughCut(db: Db): void {
  db.unsafeMode()
  db.pragma('writable_schema = ON')
  db.exec('BEGIN')
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  db.unsafeMode(false)
}

/** Pictures that stand in articles; those of pages came with them. Each is checked, so they are not copied as rows. */
function savePictures(old: Db, fresh: Db): { saved: number; reason: string | undefined } {
  const seen = new Set<number>()
  let saved = 0
  let reason: string | undefined
  for (const direction of ['ASC', 'DESC'])
    try {
      const rows = old.prepare(`SELECT id, sha256, bytes FROM picture ORDER BY id ${direction}`)
      for (const { id, sha256, bytes } of rows.iterate() as Iterable<{ id: number; sha256: Buffer; bytes: Buffer }>) {
        if (seen.has(id)) continue
        seen.add(id)
        if (!digest(bytes).equals(sha256)) reason ??= `picture ${id}: its bytes are not what they were`
        if (!pictureInfo(bytes)) continue
        write(fresh, () => putPicture(fresh, bytes))
        saved++
      }
      return { saved, reason }
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    }
  return { saved, reason }
}

/** An operation's number is never used again, not even a lost one's: the marks that bear it would seem to be another's. */
function keepNumbers(old: Db, fresh: Db): void {
  let last: unknown
  try {
    last = old.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'operation'").pluck().get()
  } catch {
    // What was copied has set the number that follows.
  }
  if (last === undefined) return
  fresh.prepare("DELETE FROM sqlite_sequence WHERE name = 'operation'").run()
  fresh.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('operation', ?)").run(last)
}

/** Of files that an older program listed nobody knows what a person said, so all of it stays, as after the migration. */
function keepSaid(old: Db, fresh: Db): void {
  if (columnOr(old, 'job_file', 'said', '') === '')
    fresh.prepare('UPDATE job_file SET said = meta WHERE outcome IS NULL').run()
}

/** What an older program did not count is counted as after the migration. */
function keepFurniture(old: Db, fresh: Db): void {
  if (columnOr(old, 'job_file', 'furniture', '') === '') fresh.exec(countFurniture)
}

/** Which names are spellings of one person; the people themselves come from the bylines. */
function savePeople(old: Db, fresh: Db): { saved: number; reason: string | undefined } {
  let saved = 0
  try {
    const same = old
      .prepare('SELECT p.name, main.name AS main FROM person AS p JOIN person AS main ON main.id = p.same_as')
      .all() as { name: string; main: string }[] // the two columns
    const put = fresh.prepare(
      'UPDATE person SET same_as = (SELECT id FROM person WHERE name = @main) WHERE name = @name',
    )
    write(fresh, () => {
      for (const row of same) saved += put.run(row).changes
    })
    return { saved, reason: undefined }
  } catch (error) {
    return { saved, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Backups: made while the archive is in use, checked by opening them, rotating; and the archive becoming one of them again. */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Backup } from '../../shared/api/keep.ts'
import { ARCHIVE_NAME } from '../../shared/archive-name.ts'
import { BanxinError } from '../../shared/errors.ts'
import { makeFolder } from './make-folder.ts'
import { forgetSessions } from './sessions.ts'
import { APPLICATION_ID, forbidOverwritten, guard, translate } from './store/db.ts'
import type { Db } from './store/db.ts'
import { keepOutOtherLog } from './store/overwritten.ts'
import { nameArchive, setting } from './store/setting.ts'
import { unwritable } from './write-whole.ts'

/** So many of the newest stay, and the first of each of the last months. */
const NEWEST = 10
const MONTHS = 6
const DAY_MS = 86_400_000

const folderOf = (archive: string): string => `${archive}.backups`

/** Copies the archive, which a person knows as `archive`, to `to` by SQLite's backup, page by page while others work; the copy is checked, and there whole or not at all. */
export async function backUpTo(db: Db, archive: string, to: string): Promise<{ bytes: number; pages: number }> {
  const part = `${to}.part`
  forbidOverwritten(db)
  try {
    makeFolder(path.dirname(to))
    await rm(part, { force: true })
    const { pages } = await db
      .backup(part)
      .then(() => {
        oneFile(part)
        return verify(part)
      })
      .catch((error: unknown) => {
        throw blamed(db, archive, to, error)
      })
    await sync(part)
    await rename(part, to)
    return { bytes: statSync(to).size, pages }
  } catch (error) {
    for (const ending of ['', '-journal', '-wal', '-shm']) await rm(part + ending, { force: true }).catch(() => {})
    throw unwritable(to, error)
  }
}

/** A copy is one file: without a log beside it, it may be carried about. */
function oneFile(file: string): void {
  const copy = new Database(file)
  copy.pragma('journal_mode = DELETE')
  copy.close()
}

/** A fresh copy that is not sound is so because the archive is not; where that is, the place of the copy does not keep what is written there. */
function blamed(db: Db, archive: string, to: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^(SQLITE_(IOERR|CORRUPT|NOTADB)|backup.damaged)/.test(code)) return error
  if (isSound(db))
    return new BanxinError('file/unwritable', { name: path.basename(to), detail: code }, { cause: error })
  return new BanxinError('archive/damaged', { path: archive }, { cause: error })
}

function isSound(db: Db): boolean {
  try {
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  }
}

/** How many pages a sound backup has. Error: `backup/damaged`. */
export function verify(file: string): { pages: number } {
  const name = path.basename(file)
  let db: Db | undefined
  try {
    // Opened for writing, so that closing it takes its log away again; nothing is written.
    db = new Database(file, { fileMustExist: true })
    if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID)
      throw new BanxinError('backup/damaged', { name })
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new BanxinError('backup/damaged', { name })
    return { pages: Number(db.prepare('SELECT count(*) FROM page WHERE deleted_at IS NULL').pluck().get()) }
  } catch (cause) {
    if (cause instanceof BanxinError) throw cause
    throw new BanxinError('backup/damaged', { name }, { cause })
  } finally {
    db?.close()
  }
}

/** Makes a backup in the archive's own folder of them and lets the oldest go. */
export async function backUp(db: Db, archive: string): Promise<Backup> {
  const name = `${new Date().toISOString().replaceAll(':', '-').replace('T', '_').slice(0, 23)}.banxin`
  const to = path.join(folderOf(archive), name)
  const { bytes, pages } = await backUpTo(db, archive, to).catch((error: unknown) => {
    throw error instanceof BanxinError && error.code === 'file/unwritable' ? unusable(archive, error.cause) : error
  })
  rotate(archive, name)
  return { name, at: timeOf(name), bytes, pages, sound: true }
}

/**
 * The newest first, and among them what the archive was before it became one of them (`former`), and logs that were set aside. Each is
 * opened only when it is restored: `sound` says that its size is that of a whole database.
 */
export function backups(archive: string): Backup[] {
  const listed = (file: string, at: string) => {
    const bytes = statSync(file).size
    return { name: path.basename(file), at, bytes, pages: null, sound: bytes > 0 && bytes % 512 === 0 }
  }
  return [
    ...names(archive).map((name) => listed(path.join(folderOf(archive), name), timeOf(name))),
    ...formers(archive).map(({ file, at }) => ({ ...listed(file, at), former: true })),
    ...logs(archive).map(({ file, at }) => ({ ...listed(file, at), sound: false, log: true })),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
}

/** Whether there is a backup of the day before `now`. One that a clock gone wrong dated later is none. */
export const isBackedUp = (archive: string, now: Date): boolean =>
  names(archive).some((name) => {
    const age = now.getTime() - Date.parse(timeOf(name))
    return age >= 0 && age < DAY_MS
  })

/** Where a backup lies. Error: `backup/damaged` where there is none of that name. */
export function backupFile(archive: string, name: string): string {
  const former = formers(archive).find(({ file }) => path.basename(file) === name)
  if (former) return former.file
  if (!names(archive).includes(name)) throw new BanxinError('backup/damaged', { name })
  return path.join(folderOf(archive), name)
}

/**
 * Makes `archive` what `backup` is; nobody may have it open. It stays the archive that windows know: what they keep of its pages is
 * still its own. What it was stays beside it under the name that comes back ('' if there was none). Errors: `backup/damaged`, `archive/locked`, `archive/read-only`, `disk/full`.
 */
export async function replaceArchive(archive: string, backup: string): Promise<string> {
  verify(backup)
  // Names of this moment: no file that is there already, the backup among them, is written over.
  const moment = new Date().toISOString().replaceAll(':', '-').slice(0, -1)
  const part = `${archive}.${moment}.part`
  const moved: { readonly from: string; readonly to: string }[] = []
  const move = (from: string, to: string) => {
    renameSync(from, to)
    moved.push({ from, to })
  }
  try {
    makeFolder(path.dirname(archive))
    await copyFile(backup, part)
    const kept = existsSync(archive) ? archive + BEFORE + moment : ''
    const name = kept ? alone(archive) : undefined
    ready(part, name)
    await sync(part)
    if (kept) move(archive, kept)
    // A log that lies there alone belongs to an archive that is gone; it would be taken for the log of the one that comes.
    const beside = kept || archive + BEFORE + moment
    for (const ending of ['-wal', '-shm']) if (existsSync(archive + ending)) move(archive + ending, beside + ending)
    renameSync(part, archive)
    return kept
  } catch (error) {
    putBack(archive, moved)
    await rm(part, { force: true }).catch(() => {})
    throw translate(archive, error)
  }
}

/** The archive last, so that it comes back whole. What cannot go back stays under its new name: why it was moved matters more. */
function putBack(archive: string, moved: readonly { readonly from: string; readonly to: string }[]): void {
  // An archive that another program made there meanwhile is not written over.
  if (existsSync(archive)) return
  try {
    for (const { from, to } of moved.toReversed()) renameSync(to, from)
  } catch {
    // The error that led here says more.
  }
}

/**
 * Leaving WAL needs the archive for oneself: so it is known that nobody else has it open. A damaged one is moved all the same. Gives
 * the archive's name where it has one and can be read.
 */
function alone(archive: string): unknown {
  try {
    return guard(archive, () => {
      keepOutOtherLog(archive)
      const db = new Database(archive, { timeout: 500 })
      try {
        db.pragma('journal_mode = DELETE')
        return setting(db, ARCHIVE_NAME)
      } finally {
        db.close()
      }
    })
  } catch (error) {
    if (error instanceof BanxinError && error.code === 'archive/locked') throw error
    return undefined
  }
}

/** Nobody stands on the backup in `file`, and one that was made before archives had names is called `name`. */
function ready(file: string, name: unknown): void {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = DELETE')
    if (name !== undefined) nameArchive(db, name)
    forgetSessions(db)
  } finally {
    db.close()
  }
}

/** Deletes for good what the archive was before it became a backup, or a log that was set aside. Errors: `backup/damaged` where there is none of that name, `file/unwritable`. */
export function removeFormer(archive: string, name: string): void {
  const one = [...formers(archive), ...logs(archive)].find(({ file }) => path.basename(file) === name)
  if (!one) throw new BanxinError('backup/damaged', { name })
  const main = one.file.replace(LOG, '')
  try {
    for (const ending of ['', '-wal', '-shm']) rmSync(main + ending, { force: true })
  } catch (error) {
    throw unwritable(one.file, error)
  }
}

const BEFORE = '.before-'
const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}\.\d{3})$/

type Beside = { readonly file: string; readonly at: string }

/** What `replaceArchive` left beside the archive. */
const formers = (archive: string): readonly Beside[] => besides(archive).filter(({ file }) => !LOG.test(file))

/** What `setLogAside` left there, and `replaceArchive` where the archive was gone: logs without the archive that they belong to. */
const logs = (archive: string): readonly Beside[] =>
  besides(archive).filter(({ file }) => LOG.test(file) && !existsSync(file.replace(LOG, '')))

const LOG = /-wal$/

function besides(archive: string): readonly Beside[] {
  const [folder, begin] = [path.dirname(archive), path.basename(archive) + BEFORE]
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const moment = name.startsWith(begin) ? name.slice(begin.length).replace(LOG, '') : ''
    return MOMENT.test(moment) ? { file: path.join(folder, name), at: moment.replace(MOMENT, '$1:$2:$3Z') } : []
  })
}

function names(archive: string): string[] {
  if (!existsSync(folderOf(archive))) return []
  try {
    return readdirSync(folderOf(archive))
      .filter((n) => NAME.test(n))
      .toSorted()
      .toReversed()
  } catch (error) {
    throw unusable(archive, error)
  }
}

const unusable = (archive: string, cause: unknown): BanxinError =>
  new BanxinError(
    'backup/folder',
    { path: folderOf(archive), detail: cause instanceof Error && 'code' in cause ? String(cause.code) : '' },
    { cause },
  )

const NAME = /^(\d{4}-\d{2}-\d{2})_(\d{2})-(\d{2})-(\d{2}\.\d{3})\.banxin$/

const timeOf = (name: string): string => name.replace(NAME, '$1T$2:$3:$4Z')

/** Those that a clock gone wrong dated after `newest`, the one just made, are kept as a row of their own: they push out nothing. */
function rotate(archive: string, newest: string): void {
  const all = names(archive)
  const kept = new Set([all.filter((n) => n <= newest), all.filter((n) => n > newest)].flatMap(worthKeeping))
  for (const name of all) if (!kept.has(name)) rmSync(path.join(folderOf(archive), name))
}

function worthKeeping(names: readonly string[]): readonly string[] {
  const months = new Map<string, string>()
  for (const name of names) months.set(name.slice(0, 7), name)
  return [...names.slice(0, NEWEST), ...[...months.values()].slice(0, MONTHS)]
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

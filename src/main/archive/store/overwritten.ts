/**
 * Whether another program wrote over the file of an open archive, which SQLite does not notice: it would go on with the half of one and
 * the half of the other. Only when the log is written into it does an archive's file change, and the log's index counts that.
 */
import { closeSync, copyFileSync, openSync, readSync, rmSync, statSync, truncateSync } from 'node:fs'

/** The file's first bytes: its size, versions and counters (https://sqlite.org/fileformat2.html#the_database_header). */
const HEADER = 100
/** Where the log's index has the log's salt, and how many frames of it are in the file, or were begun to be put there (https://sqlite.org/walformat.html#the_wal_index_file_format). */
const SALT = { at: 32, size: 8 }
const DONE = { at: 96, size: 4 }
const BEGUN = { at: 128, size: 4 }

/** So many bytes of a file from one place on. */
export type Part = { readonly at: number; readonly size: number }

/** What stood in parts of a file, how much of the log was in it then, and which file was the log's index. */
export type Seen = { readonly parts: string; readonly log: string; readonly index: string }

/**
 * Open files by their place. As long as the archive is open they stay open: whoever closes a file gives away all locks that the process
 * has on it, SQLite's too (https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_), and
 * the next program to come and go would take the log along.
 */
export type Handles = Map<string, number>

/**
 * The file as it is now, looked at through `handles`: its first bytes, which those of another archive may be like, and its `marks`, where
 * it has them already. Undefined while the log is being written into it, or cannot be asked.
 */
export function seeFile(file: string, handles: Handles, marks: readonly Part[]): Seen | undefined {
  const index = placeOf(`${file}-shm`)
  const before = logOf(file, handles)
  const header = look(file, { at: 0, size: HEADER }, handles)
  const parts = [header, ...marks.map((mark) => look(file, mark, handles))].join()
  return header && index && before && before === logOf(file, handles) ? { parts, log: before, index } : undefined
}

/** Whether the file is another one than it was, though nothing of the log came into it. */
export const isOverwritten = (was: Seen | undefined, now: Seen | undefined): boolean =>
  was !== undefined && now !== undefined && was.log === now.log && was.parts !== now.parts

/** Whether another program set the log aside: as long as anyone has the archive open, its index stays. */
export const isLogGone = (file: string, was: Seen | undefined): boolean =>
  was !== undefined && placeOf(`${file}-shm`) !== was.index

/** Which file stands there, whatever is in it; undefined where none does. */
export function placeOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino}`
}

/** Call it before `file` is opened to be written: what lies there as its log and is another's would be written into it. */
export function keepOutOtherLog(file: string): void {
  if (isLogOfAnother(file)) setLogAside(file)
}

/** The log of the archive that stood in `file`, which is not what stands there now, is kept beside it under a name of its own, and none is there any more. */
export function setLogAside(file: string): void {
  const log = `${file}-wal`
  const bytes = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const moment = new Date().toISOString().replaceAll(':', '-').slice(0, -1)
  if (bytes > 0) copyFileSync(log, `${file}.before-${moment}-wal`)
  // Empty, it is not written into the file by who has it open.
  if (bytes > 0) truncateSync(log)
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
}

/** A file that was written as a whole, as backups are, knows no log: one that lies there is what an archive before it left. */
function isLogOfAnother(file: string): boolean {
  const bytes = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  return bytes > 0 && read(file, { at: 18, size: 2 }) === '0101'
}

function logOf(file: string, handles: Handles): string | undefined {
  const index = `${file}-shm`
  const [salt, done, begun] = [SALT, DONE, BEGUN].map((part) => look(index, part, handles))
  return salt && done === begun ? `${salt} ${done}` : undefined
}

/** Those bytes in hexadecimal digits; undefined where they cannot be read. */
function look(file: string, part: Part, handles: Handles): string | undefined {
  try {
    const place = placeOf(file)
    if (place === undefined) return undefined
    const handle = handles.get(place) ?? openSync(file, 'r')
    handles.set(place, handle)
    return bytesOf(handle, part)
  } catch {
    return undefined
  }
}

/** The same of a file that is not open here. */
function read(file: string, part: Part): string | undefined {
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    return bytesOf(handle, part)
  } catch {
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function bytesOf(handle: number, { at, size }: Part): string | undefined {
  const bytes = Buffer.alloc(size)
  return readSync(handle, bytes, 0, size, at) === size ? bytes.toString('hex') : undefined
}

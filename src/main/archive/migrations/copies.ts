/** The copies of an archive that stay beside it when it is migrated, `FILE.v1.bak`. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { lives } from '../lives.ts'
import type { Db } from '../store/db.ts'

/** Copies the archive as it is at version `from`, unless that was done before. */
export function keepCopy(db: Db, from: number): void {
  const copy = `${db.name}.v${from}.bak`
  if (db.memory || existsSync(copy)) return
  // Under a name of its own until it is whole: half a copy, as a kill or a full disk leaves it, is none.
  const part = `${copy}.${process.pid}.part`
  try {
    db.prepare('VACUUM INTO ?').run(part)
    renameSync(part, copy)
  } finally {
    rmSync(part, { force: true })
  }
}

const HALF = /^\.v\d+\.bak\.(\d+)\.part(-journal)?$/

/** Takes away what killed processes left half copied. Where that cannot be done it stays: nothing depends on it. */
export function clearHalfCopies(archive: string): void {
  const [folder, name] = [path.dirname(archive), path.basename(archive)]
  try {
    for (const each of readdirSync(folder)) {
      const pid = each.startsWith(name) ? HALF.exec(each.slice(name.length))?.[1] : undefined
      if (pid === undefined || lives(Number(pid))) continue
      const half = path.join(folder, each.replace(/-journal$/, ''))
      if (isHeld(half)) continue
      for (const ending of ['', '-journal']) rmSync(half + ending, { force: true })
    }
  } catch {
    // It is tried again at the next opening.
  }
}

/** Whether somebody writes into a half copy: of a process in another container or on another machine only its lock is seen. */
function isHeld(half: string): boolean {
  let copy: Db | undefined
  try {
    copy = new Database(half, { fileMustExist: true, timeout: 0 })
    copy.exec('BEGIN EXCLUSIVE; ROLLBACK')
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code))
  } finally {
    copy?.close()
  }
}

/** Which operations are being done or taken back right now, in whichever process: each has a row that holds as long as its process lives. */
import { randomUUID } from 'node:crypto'
import { BanxinError } from '../../../shared/errors.ts'
import { sql, write } from './db.ts'
import type { Db } from './db.ts'

/** Seconds without a sign of life after which a doing is over: it gives one in every transaction, and none lasts longer than the wait for a lock. */
const SILENT = 30

/** This process, however often its number was another's. */
const SELF = randomUUID()
let entries = 0

export type Hold = {
  /** A sign of life; call it in each transaction. Error: `operation/taken` where another took this one for dead. */
  readonly keep: () => void
  /** Call it in the last transaction, or in one of its own. */
  readonly leave: () => void
}

/** Nobody else does the operation or takes it back until `leave`. Call it in a transaction. Error: `operation/running`. */
export function enter(db: Db, operation: number): Hold {
  forbidRunning(db, operation)
  const holder = `${SELF} ${++entries}`
  sql(db, 'INSERT OR REPLACE INTO operation_running VALUES (?, ?, ?, unixepoch())').run(operation, process.pid, holder)
  return {
    keep: () => {
      const { changes } = sql(db, 'UPDATE operation_running SET beat = unixepoch() WHERE holder = ?').run(holder)
      if (changes === 0) throw new BanxinError('operation/taken')
    },
    leave: () => void sql(db, 'DELETE FROM operation_running WHERE holder = ?').run(holder),
  }
}

/** Ends a doing that may have been cut short. Where that cannot be written the row ends with the process, or when it was silent for long. */
export function letGo(db: Db, hold: Hold | undefined): void {
  if (!db.open || !hold) return
  try {
    write(db, hold.leave)
  } catch {
    // What cut it short is told by its own error.
  }
}

/** Error: `operation/running` where the operation is being done or taken back. */
export function forbidRunning(db: Db, operation: number): void {
  const row = sql<{ pid: number; holder: string; silent: number }>(
    db,
    'SELECT pid, holder, unixepoch() - beat AS silent FROM operation_running WHERE operation_id = ?',
  ).get(operation)
  if (row && row.silent <= SILENT && isThere(row.pid, row.holder)) throw new BanxinError('operation/running')
}

function isThere(pid: number, holder: string): boolean {
  if (pid === process.pid) return holder.startsWith(SELF)
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another person's process may not be asked, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

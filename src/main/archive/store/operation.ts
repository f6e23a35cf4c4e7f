/** Operations: what one action of a person changed in many places, and taking it back. */
import { BanxinError } from '../../../shared/errors.ts'
import { upgradePage } from '../../../shared/page/versions.ts'
import { nextChange } from './change.ts'
import { now, sql } from './db.ts'
import type { Db } from './db.ts'
import { savePage } from './page.ts'
import { revisionJson } from './revision.ts'

/** `reverts`: pages saved by the operation, with the revision it made and the one before. `binned` went to the bin, `restored` came out of it. */
export type Undo = {
  readonly reverts: readonly (readonly [page: number, made: number, before: number])[]
  readonly binned: readonly number[]
  readonly restored: readonly number[]
}

export type OperationRow = {
  readonly id: number
  readonly kind: string
  readonly at: string
  readonly who: string
  readonly params: Readonly<Record<string, string | number>>
  readonly undoneAt: string | null
}

/** Notes an operation; call it in the transaction that does it. */
export const addOperation = (db: Db, kind: string, who: string, params: OperationRow['params'], undo: Undo): number =>
  Number(
    sql(db, 'INSERT INTO operation (kind, at, who, params, undo) VALUES (?, ?, ?, ?, ?)').run(
      kind,
      now(),
      who,
      JSON.stringify(params),
      JSON.stringify(undo),
    ).lastInsertRowid,
  )

/** Adds pages that a later call of the same action saved; `operation/missing` where it is gone or undone. Call it in a transaction. */
export function growOperation(db: Db, id: number, pages: number, reverts: Undo['reverts']): void {
  const row = sql<{ params: string; undo: string }>(
    db,
    'SELECT params, undo FROM operation WHERE id = ? AND undone_at IS NULL',
  ).get(id)
  if (!row) throw new BanxinError('operation/missing')
  const params = JSON.parse(row.params) as OperationRow['params'] // written by addOperation
  const undo = JSON.parse(row.undo) as Undo // written by addOperation
  sql(db, 'UPDATE operation SET params = ?, undo = ? WHERE id = ?').run(
    JSON.stringify({ ...params, pages: Number(params['pages'] ?? 0) + pages }),
    JSON.stringify({ ...undo, reverts: [...undo.reverts, ...reverts] }),
    id,
  )
}

/** The newest first. */
export const operations = (db: Db, limit: number): OperationRow[] =>
  sql<Omit<OperationRow, 'params'> & { params: string }>(
    db,
    'SELECT id, kind, at, who, params, undone_at AS undoneAt FROM operation ORDER BY id DESC LIMIT ?',
  )
    .all(limit)
    .map((r) => ({ ...r, params: JSON.parse(r.params) as OperationRow['params'] })) // written by addOperation

/** What the operation came to in the end; one that changed nothing is none. Call it in a transaction. */
export function settleOperation(db: Db, id: number, params: OperationRow['params'], undo: Undo): void {
  if (undo.reverts.length + undo.binned.length + undo.restored.length === 0)
    sql(db, 'DELETE FROM operation WHERE id = ?').run(id)
  else
    sql(db, 'UPDATE operation SET params = ?, undo = ? WHERE id = ?').run(
      JSON.stringify(params),
      JSON.stringify(undo),
      id,
    )
}

/** What takes an operation back; `action`: what the revisions that it made are called. Error: `operation/missing` where it is gone or undone. */
export function undoOf(db: Db, id: number): Undo & { readonly action: string } {
  const row = sql<{ kind: string; undo: string }>(
    db,
    'SELECT kind, undo FROM operation WHERE id = ? AND undone_at IS NULL',
  ).get(id)
  if (!row) throw new BanxinError('operation/missing')
  const undo = JSON.parse(row.undo) as Undo // written by addOperation
  return { ...undo, action: row.kind === 'merge-pages' ? 'merge' : row.kind }
}

/**
 * Takes a page back to what it was before an operation. `untouched`: an operation that was cut short had not come to it; what a person
 * saved then has the number of the revision that it would have made, so that the action tells whose it is. Call it in a transaction.
 */
export function revert(
  db: Db,
  [page, made, before]: Undo['reverts'][number],
  action: string,
  who: string,
): 'reverted' | 'untouched' | 'changed' {
  const now = sql<{ revision: number; action: string; binned: number }>(
    db,
    `SELECT page.revision, action, deleted_at IS NOT NULL AS binned FROM page
      JOIN revision ON page_id = page.id AND revision.revision = page.revision WHERE page.id = ?`,
  ).get(page)
  if (now?.revision === before) return 'untouched'
  if (now?.revision !== made || now.action !== action || now.binned) return 'changed'
  savePage(db, page, made, upgradePage(JSON.parse(revisionJson(db, page, before))), who, 'undo')
  return 'reverted'
}

export const markUndone = (db: Db, id: number): void =>
  void sql(db, 'UPDATE operation SET undone_at = ? WHERE id = ?').run(now(), id)

/** Those of the pages that would go into the bin (`at` a time) or come out of it (null): the others are there already. */
export const wouldMove = (db: Db, ids: readonly number[], at: string | null): number[] =>
  sql<{ id: number }>(
    db,
    `SELECT id FROM page WHERE id IN (SELECT value FROM json_each(:list))
      AND (deleted_at IS NULL) = (:at IS NOT NULL)`,
  )
    .all({ at, list: JSON.stringify(ids) })
    .map((row) => row.id)

/** Puts pages into the bin (`at` a time) or takes them out (null); gives those that were not there already. Call it in a transaction. */
export function setBinned(db: Db, ids: readonly number[], at: string | null): number[] {
  const list = JSON.stringify(ids)
  const moved = sql<{ id: number }>(
    db,
    `UPDATE page SET deleted_at = :at, change = :change WHERE id IN (SELECT value FROM json_each(:list))
      AND (deleted_at IS NULL) = (:at IS NOT NULL) RETURNING id`,
  )
    .all({ at, change: nextChange(db), list })
    .map((row) => row.id)
  sql(db, 'INSERT OR IGNORE INTO search_pending (page_id) SELECT value FROM json_each(?)').run(JSON.stringify(moved))
  return moved
}

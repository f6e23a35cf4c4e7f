/** Operations: what one action of a person changed in many places, and taking it back. */
import { BanxinError } from '../../../shared/errors.ts'
import { upgradePage } from '../../../shared/page/versions.ts'
import { markPending } from './article.ts'
import { nextChange } from './change.ts'
import { now, sql, write } from './db.ts'
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

/** Takes an operation back, whole. Pages that changed since stay as they are and are named. Error: `operation/missing`. */
export function undoOperation(db: Db, id: number, who: string): { pages: number[]; conflicts: number[] } {
  return write(db, () => {
    const row = sql<{ undo: string }>(db, 'SELECT undo FROM operation WHERE id = ? AND undone_at IS NULL').get(id)
    if (!row) throw new BanxinError('operation/missing')
    const undo = JSON.parse(row.undo) as Undo // written by addOperation
    const pages: number[] = []
    const conflicts: number[] = []
    setBinned(db, undo.binned, null)
    setBinned(db, undo.restored, now())
    pages.push(...undo.binned, ...undo.restored)
    for (const [page, made, before] of undo.reverts) {
      const current = sql<{ revision: number }>(
        db,
        'SELECT revision FROM page WHERE id = ? AND deleted_at IS NULL',
      ).get(page)
      if (current?.revision !== made) conflicts.push(page)
      else {
        savePage(db, page, made, upgradePage(JSON.parse(revisionJson(db, page, before))), who, 'undo')
        pages.push(page)
      }
    }
    sql(db, 'UPDATE operation SET undone_at = ? WHERE id = ?').run(now(), id)
    return { pages: [...new Set(pages)], conflicts }
  })
}

/** Puts pages into the bin (`at` a time) or takes them out (null); gives those that were not there already. Call it in a transaction. */
export function setBinned(db: Db, ids: readonly number[], at: string | null): number[] {
  const text = at
    ? 'UPDATE page SET deleted_at = ?, change = ? WHERE id = ? AND deleted_at IS NULL'
    : 'UPDATE page SET deleted_at = ?, change = ? WHERE id = ? AND deleted_at IS NOT NULL'
  return ids.filter((id) => {
    const { changes } = sql(db, text).run(at, nextChange(db), id)
    if (changes > 0) markPending(db, id)
    return changes > 0
  })
}

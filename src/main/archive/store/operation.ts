/** Operations: what one action of a person changed in many places, with what takes it back. */
import type { Word } from '../../../shared/api/keep.ts'
import { BanxinError } from '../../../shared/errors.ts'
import { now, sql } from './db.ts'
import type { Db } from './db.ts'
import type { SavedRow } from './saved-search.ts'

/**
 * `reverts`: pages saved by the operation, with the revision it made and the one before. `binned` went to the bin, `restored` came out of
 * it, of those in `stated` a step was said. `searches` were deleted or saved over. `words`: what a word of the dictionary was and became, null: not in it.
 */
export type Undo = {
  readonly reverts: readonly (readonly [page: number, made: number, before: number])[]
  readonly binned: readonly number[]
  readonly restored: readonly number[]
  readonly stated: readonly number[]
  readonly searches: readonly SavedRow[]
  readonly words: readonly (readonly [before: Word | null, after: Word | null])[]
}

export const NO_UNDO: Undo = { reverts: [], binned: [], restored: [], stated: [], searches: [], words: [] }

/** The pages that it names, each once. */
export const pagesIn = ({ reverts, binned, restored, stated }: Undo): readonly number[] => [
  ...new Set([...binned, ...restored, ...reverts.map(([page]) => page), ...stated]),
]

export type OperationRow = {
  readonly id: number
  readonly kind: string
  readonly at: string
  readonly who: string
  readonly params: Readonly<Record<string, string | number>>
  readonly undoneAt: string | null
  /** It was noted that the pages it changed were all deleted for good: nothing can be taken back. */
  readonly gone: boolean
}

/** Notes an operation; call it in the transaction that does it. */
export const addOperation = (
  db: Db,
  kind: string,
  who: string,
  params: OperationRow['params'],
  undo: Undo = NO_UNDO,
): number =>
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
  const { undo, params } = openOperation(db, id)
  settleOperation(
    db,
    id,
    { ...params, pages: Number(params['pages'] ?? 0) + pages },
    { ...undo, reverts: [...undo.reverts, ...reverts] },
  )
}

const NOTHING = '{}'
/** What takes an operation back may be long, and is read whole for a question about it: how long it is is known without. */
const HAS_NOTHING = `octet_length(undo) = ${NOTHING.length}`

/** The newest first. */
export const operations = (db: Db, limit: number): OperationRow[] =>
  sql<Omit<OperationRow, 'params' | 'gone'> & { params: string; gone: number }>(
    db,
    `SELECT id, kind, at, who, params, undone_at AS undoneAt, (undone_at IS NULL AND ${HAS_NOTHING}) AS gone
      FROM operation ORDER BY id DESC LIMIT ?`,
  )
    .all(limit)
    .map((r) => ({ ...r, gone: r.gone === 1, params: JSON.parse(r.params) as OperationRow['params'] })) // written by addOperation

/** Those that may be taken back, as far as is noted. */
export const standingOperations = (db: Db): number[] =>
  sql<{ id: number }>(db, `SELECT id FROM operation WHERE undone_at IS NULL AND NOT ${HAS_NOTHING}`)
    .all()
    .map((r) => r.id)

const pagesOf = (list: string, id = 'one.value') =>
  `SELECT 1 FROM json_each(undo, '$.${list}') AS one CROSS JOIN page ON page.id = ${id}`

/** An operation that has changed nothing but pages keeps nothing to take back when they were all deleted for good: they never come back. */
export const noteGone = (db: Db, id: number): void =>
  void sql(
    db,
    `UPDATE operation SET undo = '${NOTHING}' WHERE id = ? AND undone_at IS NULL
        AND coalesce(json_array_length(undo, '$.words'), 0) + coalesce(json_array_length(undo, '$.searches'), 0) = 0
        AND NOT EXISTS (${pagesOf('binned')}) AND NOT EXISTS (${pagesOf('restored')})
        AND NOT EXISTS (${pagesOf('reverts', 'one.value ->> 0')}) AND NOT EXISTS (${pagesOf('stated')})`,
  ).run(id)

/** What the operation came to in the end; one that changed nothing is none. Call it in a transaction. */
export function settleOperation(db: Db, id: number, params: OperationRow['params'], undo: Undo): void {
  if (pagesIn(undo).length + undo.searches.length + undo.words.length === 0)
    sql(db, 'DELETE FROM operation WHERE id = ?').run(id)
  else
    sql(db, 'UPDATE operation SET params = ?, undo = ? WHERE id = ?').run(
      JSON.stringify(params),
      JSON.stringify(undo),
      id,
    )
}

/** One that was not taken back. Error: `operation/missing` where it is gone or undone. */
export function openOperation(
  db: Db,
  id: number,
): { readonly kind: string; readonly params: OperationRow['params']; readonly undo: Undo } {
  const row = sql<{ kind: string; params: string; undo: string }>(
    db,
    'SELECT kind, params, undo FROM operation WHERE id = ? AND undone_at IS NULL',
  ).get(id)
  if (!row) throw new BanxinError('operation/missing')
  return {
    kind: row.kind,
    params: JSON.parse(row.params) as OperationRow['params'], // written by addOperation
    undo: { ...NO_UNDO, ...(JSON.parse(row.undo) as Partial<Undo>) }, // an older program wrote fewer lists, `noteGone` none
  }
}

export const markUndone = (db: Db, id: number): void =>
  void sql(db, 'UPDATE operation SET undone_at = ? WHERE id = ?').run(now(), id)

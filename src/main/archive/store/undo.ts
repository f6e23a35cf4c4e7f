/** Undo steps of a page, written in the same transaction as the state that they lead back from. */
import type { Undo } from '../../../shared/api/undo.ts'
import type { UndoStep } from '../../../shared/page/undo-schema.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'

/** Of the page's steps the first `keep` stay, `steps` follow. Call it inside a transaction. */
export function putUndo(db: Db, pageId: number, revision: number, { keep, steps, focus }: Undo): void {
  sql(
    db,
    'INSERT INTO undo VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET revision = excluded.revision, focus = excluded.focus',
  ).run(pageId, revision, JSON.stringify(focus))
  sql(db, 'DELETE FROM undo_step WHERE page_id = ? AND n >= ?').run(pageId, keep)
  const insert = sql(db, 'INSERT INTO undo_step VALUES (?, ?, ?)')
  for (const [i, step] of steps.entries()) insert.run(pageId, keep + i, JSON.stringify(step))
}

/** What is kept for the page; `revision` is 0 where nothing is. */
export function getUndo(db: Db, pageId: number): { revision: number; steps: UndoStep[]; focus: Undo['focus'] } {
  const row = sql<{ revision: number; focus: string }>(db, 'SELECT revision, focus FROM undo WHERE page_id = ?').get(
    pageId,
  )
  if (!row) return { revision: 0, steps: [], focus: null }
  const steps = sql<{ step: string }>(db, 'SELECT step FROM undo_step WHERE page_id = ? ORDER BY n').all(pageId)
  return {
    revision: row.revision,
    steps: steps.map((s) => JSON.parse(s.step) as UndoStep), // written by putUndo
    focus: JSON.parse(row.focus) as Undo['focus'],
  }
}

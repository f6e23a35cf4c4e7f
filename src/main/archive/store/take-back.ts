/** Takes back what an operation did to one page, where the page still stands as the operation left it. Each is called in a transaction. */
import { upgradePage } from '../../../shared/page/versions.ts'
import { setBinned } from './binning.ts'
import { nextChange } from './change.ts'
import { now, sql } from './db.ts'
import type { Db } from './db.ts'
import type { Undo } from './operation.ts'
import { savePage } from './page.ts'
import { revisionJson } from './revision.ts'

/**
 * `untouched`: an operation that was cut short had not come to it, or an undo that was cut short had been there. `changed`: another made
 * it what it is. `gone`: the page was deleted for good.
 */
export type Came = 'back' | 'untouched' | 'changed' | 'gone'

export type Operation = { readonly id: number; readonly kind: string }

/** Takes a page back to what it was before. */
export function revert(
  db: Db,
  { id, kind }: Operation,
  [page, made, before]: Undo['reverts'][number],
  who: string,
): Came {
  const is = sql<{ revision: number; action: string; operation: number | null; binned: number }>(
    db,
    `SELECT page.revision, action, operation_id AS operation, deleted_at IS NOT NULL AS binned FROM page
      JOIN revision ON page_id = page.id AND revision.revision = page.revision WHERE page.id = ?`,
  ).get(page)
  if (!is) return 'gone'
  if (is.revision === before || (is.operation === id && is.action === UNDO)) return 'untouched'
  const isAsMade = is.revision === made || (isText(db, page, is.revision, made) && !wasUndone(db, id, page, made))
  if (!isAsMade || !isOurs(db, { id, kind }, page, made) || is.binned) return 'changed'
  savePage(db, page, is.revision, upgradePage(JSON.parse(revisionJson(db, page, before))), who, {
    action: UNDO,
    operation: id,
  })
  return 'back'
}

const UNDO = 'undo'

/** Whether the operation made that revision. Without a mark, what it is called tells whose it is: what a person saves is called otherwise. */
function isOurs(db: Db, { id, kind }: Operation, page: number, revision: number): boolean {
  const made = sql<{ action: string; operation: number | null }>(
    db,
    'SELECT action, operation_id AS operation FROM revision WHERE page_id = ? AND revision = ?',
  ).get(page, revision)
  return (
    made?.operation === id || (made?.operation === null && made.action === (kind === 'merge-pages' ? 'merge' : kind))
  )
}

/** Whether what came after `made` came to nothing: undone, restored from the history, or the page's own text chosen against another's. */
const isText = (db: Db, page: number, now: number, made: number): boolean =>
  made < now && revisionJson(db, page, now) === revisionJson(db, page, made)

/** Whether the operation was taken back there before: who has its text again since then wants it. */
const wasUndone = (db: Db, id: number, page: number, made: number): boolean =>
  sql(db, 'SELECT 1 FROM revision WHERE page_id = ? AND revision > ? AND operation_id = ? AND action = ?').get(
    page,
    made,
    id,
    UNDO,
  ) !== undefined

/** Takes a page out of the bin (`to` out), or puts it there. */
export function rebin(db: Db, { id }: Operation, page: number, to: 'in' | 'out'): Came {
  const is = sql<{ binned: number; by: number | null }>(
    db,
    'SELECT deleted_at IS NOT NULL AS binned, binned_by AS by FROM page WHERE id = ?',
  ).get(page)
  if (!is) return 'gone'
  if ((is.binned === 1) === (to === 'in')) return 'untouched'
  if (is.by !== null && is.by !== id) return 'changed'
  setBinned(db, [page], to === 'in' ? now() : null, id)
  return 'back'
}

/** The step of a page, or of one of its articles, is again what it was, with who said it and when. */
export function unstate(db: Db, { id }: Operation, page: number): Came {
  const there = sql(db, 'SELECT 1 FROM page WHERE id = ?').get(page)
  if (!there) return 'gone'
  const said = sql<{ entry: number; article: string | null }>(
    db,
    'SELECT id AS entry, article_key AS article FROM state_log WHERE page_id = ? AND operation_id = ?',
  ).get(page, id)
  if (!said) {
    const after = sql(db, 'SELECT 1 FROM state_log WHERE page_id = ? AND operation_id > ?').get(page, id)
    return after ? 'changed' : 'untouched'
  }
  const later = sql(db, 'SELECT 1 FROM state_log WHERE page_id = ? AND article_key IS ? AND id > ?')
  if (later.get(page, said.article, said.entry)) return 'changed'
  sql(db, 'DELETE FROM state_log WHERE id = ?').run(said.entry)
  if (said.article === null)
    sql(
      db,
      `UPDATE page SET change = :change, state = coalesce(
        (SELECT step FROM state_log WHERE page_id = :page AND article_key IS NULL ORDER BY id DESC LIMIT 1), '') WHERE id = :page`,
    ).run({ page, change: nextChange(db) })
  return 'back'
}

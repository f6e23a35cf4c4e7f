/** Saves the revisions of a page from the newest back to where they can be read. */
import { now, sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { olderText } from '../store/revision.ts'
import type { Packed } from '../store/revision.ts'
import { columnOr } from './rows.ts'

type Row = Packed & {
  readonly revision: number
  readonly at: string
  readonly who: string
  readonly action: string
  /** The operation that made it. */
  readonly operation: number | null
}

/**
 * Call it in the transaction that put the page in; `newest` is the number of the page's own text, `json`. Each older text is made of the
 * one after it, so a long history takes as long as it has texts. `whole`: from the newest back to the first.
 */
export function saveHistory(
  old: Db,
  fresh: Db,
  pageId: number,
  newest: number,
  json: string,
): { readonly saved: number; readonly whole: boolean } {
  const rows = readable(old, pageId).filter((r) => r.revision <= newest)
  sql(fresh, 'UPDATE page SET revision = ? WHERE id = ?').run(newest, pageId)
  sql(fresh, 'DELETE FROM revision WHERE page_id = ?').run(pageId)
  const insert = sql(
    fresh,
    'INSERT INTO revision (page_id, revision, at, who, action, head, tail, delta, operation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const put = (r: Row) => insert.run(pageId, r.revision, r.at, r.who, r.action, r.head, r.tail, r.delta, r.operation)
  const [first] = rows
  if (first?.revision === newest) put({ ...first, head: null, tail: null, delta: null })
  else put({ ...SAVED, revision: newest, at: now() })
  let saved = 1
  let text: string | undefined = json
  for (const r of rows.filter((row) => row.revision < newest)) {
    text = r.revision === newest - saved ? readableBefore(text, r) : undefined
    if (text === undefined) break
    put(r)
    saved++
  }
  return { saved, whole: first?.revision === newest && saved === newest }
}

/** What stands for a newest revision that cannot be read. */
const SAVED = { who: 'salvage', action: 'salvage', head: null, tail: null, delta: null, operation: null } as const

/** The newest first, up to where the damage begins. */
function readable(old: Db, pageId: number): readonly Row[] {
  const rows: Row[] = []
  try {
    const all = old.prepare(
      `SELECT revision, at, who, action, head, tail, delta, ${columnOr(old, 'revision', 'operation_id', 'NULL')} AS operation
        FROM revision WHERE page_id = ? ORDER BY revision DESC`,
    )
    for (const row of all.iterate(pageId) as Iterable<Row>) rows.push(row)
  } catch {
    // What was read up to the damage is saved.
  }
  return rows
}

/** The text before `newer`, undefined where it cannot be read. */
function readableBefore(newer: string, row: Row): string | undefined {
  try {
    const text = olderText(newer, row)
    JSON.parse(text)
    return text
  } catch {
    return undefined
  }
}

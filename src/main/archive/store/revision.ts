/** Revisions: every saved state of a page, each older one kept as its difference from the next. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { BanxinError } from '../../../shared/errors.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'

export type RevisionInfo = {
  readonly revision: number
  readonly at: string
  readonly who: string
  readonly action: string
}

/** Notes that `revision` is the newest state of the page, made by the operation where one did; its text is in the page's own row. */
export function addRevision(db: Db, pageId: number, info: RevisionInfo, operation?: number): void {
  sql(db, 'INSERT INTO revision (page_id, revision, at, who, action, operation_id) VALUES (?, ?, ?, ?, ?, ?)').run(
    pageId,
    info.revision,
    info.at,
    info.who,
    info.action,
    operation ?? null,
  )
}

/** Packs the state `revision`, that was the newest until now, as its difference from `newer`. */
export function packRevision(db: Db, pageId: number, revision: number, older: string, newer: string): void {
  const { head, tail, middle } = difference(older, newer)
  sql(db, 'UPDATE revision SET head = ?, tail = ?, delta = ? WHERE page_id = ? AND revision = ?').run(
    head,
    tail,
    deflateRawSync(Buffer.from(middle, 'utf16le'), { level: 6 }),
    pageId,
    revision,
  )
}

/** The page's JSON text at `revision`. Error: `page/missing`. */
export function revisionJson(db: Db, pageId: number, revision: number): string {
  const page = sql<{ json: string; revision: number }>(db, 'SELECT json, revision FROM page WHERE id = ?').get(pageId)
  if (!page || revision > page.revision) throw new BanxinError('page/missing')
  const steps = sql<Packed>(
    db,
    'SELECT head, tail, delta FROM revision WHERE page_id = ? AND revision >= ? AND revision < ? ORDER BY revision DESC',
  ).all(pageId, revision, page.revision)
  if (steps.length !== page.revision - revision) throw new BanxinError('page/missing')
  return steps.reduce(olderText, page.json)
}

/** A state as its difference from the next one. */
export type Packed = { readonly head: number | null; readonly tail: number | null; readonly delta: Buffer | null }

/** The JSON text of the packed state before the one whose text is `newer`. Throws where the difference is damaged. */
export function olderText(newer: string, { head, tail, delta }: Packed): string {
  if (!delta) throw new BanxinError('page/missing')
  return newer.slice(0, head ?? 0) + inflateRawSync(delta).toString('utf16le') + newer.slice(newer.length - (tail ?? 0))
}

/** The page's revisions, newest first. */
export const revisions = (db: Db, pageId: number): readonly RevisionInfo[] =>
  sql<RevisionInfo>(db, 'SELECT revision, at, who, action FROM revision WHERE page_id = ? ORDER BY revision DESC').all(
    pageId,
  )

/** What to keep of `newer` at both ends, in UTF-16 code units, and what `older` has between. */
export function difference(older: string, newer: string): { head: number; tail: number; middle: string } {
  const least = Math.min(older.length, newer.length)
  let head = 0
  while (head < least && older.charCodeAt(head) === newer.charCodeAt(head)) head++
  let tail = 0
  while (tail < least - head && older.charCodeAt(older.length - 1 - tail) === newer.charCodeAt(newer.length - 1 - tail))
    tail++
  return { head, tail, middle: older.slice(head, older.length - tail) }
}

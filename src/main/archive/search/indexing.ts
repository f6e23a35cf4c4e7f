/** Indexes what waits: the segment made of a batch of pages takes the place of what older segments say of them. */
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { writeRows } from '../store/rows.ts'
import { buildSegment } from './build.ts'
import { bump, MERGED, putSegment, UNFINISHED } from './heads.ts'
import { unitsOf } from './normal.ts'
import { FORM } from './segment.ts'
import type { Segment } from './segment.ts'
import { nextPages } from './waiting.ts'
import type { StoredArticle, WaitingPage } from './waiting.ts'

/** Indexes pages that wait, one batch of them. False when none is left. The writing is one short transaction. */
export function indexBatch(db: Db, common?: number): boolean {
  const pages = nextPages(db)
  if (pages.length === 0) return false
  keepSegment(
    db,
    pages,
    segmentOf(
      pages.flatMap((p) => p.articles),
      common,
    ),
  )
  return true
}

/** The segment of articles as they are stored; undefined for none. `common`: how many articles make a pair common, at the least. */
export const segmentOf = (articles: readonly StoredArticle[], common?: number): Segment | undefined =>
  articles.length > 0
    ? buildSegment(
        articles.map((a) => ({ ...a, units: unitsOf(a.text) })),
        common,
      )
    : undefined

/** Keeps the segment that was made of `pages`, which wait no more, but for those that were changed meanwhile. */
export function keepSegment(db: Db, pages: readonly WaitingPage[], segment: Segment | undefined): void {
  write(db, () => {
    const segmentId = segment ? putSegment(db, segment) : undefined
    const ids = JSON.stringify(pages.map((p) => p.id))
    const changes = new Map(
      sql<{ id: number; change: number }>(
        db,
        'SELECT id, change FROM page WHERE id IN (SELECT value FROM json_each(?))',
      )
        .all(ids)
        .map((r) => [r.id, r.change]),
    )
    sql(
      db,
      `INSERT OR IGNORE INTO search_dead (segment_id, page_id) SELECT iif(form = ${MERGED}, count, id), page_id
        FROM search_page JOIN search_segment ON id = segment_id WHERE page_id IN (SELECT value FROM json_each(?))`,
    ).run(ids)
    const isSame = (p: WaitingPage) => (changes.get(p.id) ?? null) === p.change
    const isHeld = (p: WaitingPage) => segmentId !== undefined && p.articles.length > 0
    const held = pages.filter(isHeld)
    const none = pages.filter((p) => !isHeld(p))
    writeRows(
      db,
      2,
      held.flatMap((p) => [p.id, segmentId ?? 0]),
      (v) => `INSERT OR REPLACE INTO search_page (page_id, segment_id) VALUES ${v}`,
    )
    // Changed while it was being indexed: it waits on, and this segment does not hold for it.
    writeRows(
      db,
      2,
      held.filter((p) => !isSame(p)).flatMap((p) => [segmentId ?? 0, p.id]),
      (v) => `INSERT OR IGNORE INTO search_dead (segment_id, page_id) VALUES ${v}`,
    )
    forget(db, 'search_page', none)
    forget(db, 'search_pending', pages.filter(isSame))
    bump(db)
  })
}

const forget = (db: Db, table: 'search_page' | 'search_pending', pages: readonly WaitingPage[]): void =>
  void sql(db, `DELETE FROM ${table} WHERE page_id IN (SELECT value FROM json_each(?))`).run(
    JSON.stringify(pages.map((p) => p.id)),
  )

/** So many pages of an old segment are indexed anew at once; until then search reads their articles themselves. */
const RENEWED = 400

/** Some pages of a segment whose bytes are laid in an earlier way wait to be indexed anew; when none is left it goes. False where there is none. */
export function renewSome(db: Db): boolean {
  const old = sql<{ id: number }>(
    db,
    'SELECT id FROM search_segment WHERE form > ? AND form < ? ORDER BY id LIMIT 1',
  ).get(UNFINISHED, FORM)
  // Where others were merged into it their pages are still to be moved to it.
  if (!old || sql(db, 'SELECT 1 FROM search_segment WHERE form = ? AND count = ?').get(MERGED, old.id)) return false
  write(db, () => {
    const { changes } = sql(
      db,
      'INSERT OR IGNORE INTO search_pending SELECT page_id FROM search_page WHERE segment_id = ? LIMIT ?',
    ).run(old.id, RENEWED)
    const left = sql(db, 'SELECT 1 FROM search_page WHERE segment_id = ? LIMIT 1').get(old.id)
    if (changes === 0 && !left) sql(db, 'DELETE FROM search_segment WHERE id = ?').run(old.id)
    bump(db)
  })
  return true
}

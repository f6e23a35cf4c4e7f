/** Makes few segments of many. */
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { CHUNK } from './chunks.ts'
import { bump, loadSegmentHead, putSegment } from './heads.ts'
import { mergeSegments } from './merge.ts'
import { FORM } from './segment.ts'
import type { Segment } from './segment.ts'

/** More segments than this of about one size become one. */
const FAN = 8

/** Makes one segment of several where there are many of about one size. False when there was nothing to do. */
export function mergeOnce(db: Db, common?: number): boolean {
  const parts = nextMerge(db)
  if (parts.length === 0) return false
  keepMerged(
    db,
    parts.map((p) => p.id),
    mergeSegments(parts, common),
  )
  return true
}

/** The segments that are to become one, in the order of their pages; none when there is nothing to do. */
export function nextMerge(db: Db): readonly (Segment & { readonly id: number })[] {
  const all = sql<{ id: number; count: number }>(
    db,
    'SELECT id, count FROM search_segment WHERE form = ? ORDER BY count, id',
  ).all(FORM)
  return similar(all)
    .map(({ id }) => ({ ...loadSegment(db, id), id }))
    .toSorted((a, b) => (a.pages[0] ?? 0) - (b.pages[0] ?? 0))
}

/** Puts `merged` in the place of the segments it was made of, unless another program merged them meanwhile. */
export function keepMerged(db: Db, ids: readonly number[], merged: Segment): void {
  write(db, () => {
    const there = sql<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM search_segment WHERE id IN (SELECT value FROM json_each(?))',
    ).get(JSON.stringify(ids))
    if (there?.n !== ids.length) return
    const id = putSegment(db, merged)
    for (const old of ids) {
      sql(db, 'INSERT OR IGNORE INTO search_dead SELECT ?, page_id FROM search_dead WHERE segment_id = ?').run(id, old)
      // What is dead in one part may live in another: then the new segment would hold it twice. Those are indexed anew.
      sql(db, 'UPDATE search_page SET segment_id = ? WHERE segment_id = ?').run(id, old)
      sql(db, 'DELETE FROM search_segment WHERE id = ?').run(old)
    }
    sql(
      db,
      `INSERT OR IGNORE INTO search_pending SELECT page_id FROM search_page
        WHERE segment_id = ? AND page_id IN (SELECT page_id FROM search_dead WHERE segment_id = ?)`,
    ).run(id, id)
    bump(db)
  })
}

function similar(all: readonly { readonly id: number; readonly count: number }[]): typeof all {
  // Ascending by size: the first window of FAN whose largest is at most FAN times its smallest but one.
  for (let i = 0; i + FAN <= all.length; i++) {
    const group = all.slice(i, i + FAN)
    if ((group.at(-1)?.count ?? 0) <= Math.max(64, (group[1]?.count ?? 0) * FAN)) return group
  }
  return all.length > FAN * 4 ? all.slice(0, FAN) : []
}

/** A segment with its lists of single units and pairs, which those of triples can be made from. */
function loadSegment(db: Db, id: number): Segment {
  const { form: _, ...head } = loadSegmentHead(db, id)
  const data = new Uint8Array(head.offsets.at(-1) ?? 0)
  const chunks = sql<{ data: Buffer }>(db, 'SELECT data FROM search_chunk WHERE segment_id = ? AND n < ? ORDER BY n')
  let at = 0
  for (const chunk of chunks.iterate(id, Math.ceil(data.length / CHUNK))) {
    data.set(chunk.data.subarray(0, data.length - at), at)
    at += chunk.data.length
  }
  return { ...head, data }
}

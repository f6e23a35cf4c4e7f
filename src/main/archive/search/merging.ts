/** Makes few segments of many, in small steps: what was made stands in the database and is not looked at before it is whole. */
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { ChunkWriter, readInOrder } from './chunks.ts'
import { bump, finish, GONE, loadSegmentHead, MERGED, newSegmentId, putHead, putMerged, UNFINISHED } from './heads.ts'
import { mergeParts } from './merge.ts'
import type { Part } from './merge.ts'
import { FORM } from './segment.ts'

/** So many segments of about one size become one: while pages come in, and when it has been quiet, so that search looks into few. */
const FAN = 8
export const QUIET_FAN = 3

/** No merged segment is larger than so many bytes of lists: the texts, which are held while it is made, take a third of that. */
const MOST = 400e6

/** What another program began and did not go on with for so many seconds, it will not end. */
const ABANDONED = 120

/** Makes one segment of several where there are many of about one size. False when there was nothing to do. */
export function mergeOnce(db: Db, common?: number, fan?: number): boolean {
  const steps = mergeSteps(db, common, fan)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same a few milliseconds at a time. Another program's merging is left alone. */
export function* mergeSteps(db: Db, common?: number, fan = FAN): Generator<undefined, boolean> {
  yield* sweep(db)
  const ids = nextMerge(db, fan)
  if (ids.length === 0) return false
  const id = beginSegment(db)
  if (id === undefined) return false
  const out = new ChunkWriter(db, id)
  let kept = false
  try {
    const parts: Part[] = []
    for (const part of ids) {
      parts.push({ ...loadSegmentHead(db, part), read: readInOrder(db, part) })
      yield
    }
    parts.sort((a, b) => (a.pages[0] ?? 0) - (b.pages[0] ?? 0))
    let appended = false
    const take = (bytes: Uint8Array) => {
      append(db, id, out, bytes)
      appended = true
    }
    const work = mergeParts(parts, { append: take, read: out.read }, common)
    for (;;) {
      const { done, value } = work.next()
      if (done) {
        write(db, () => hasAll(db, [id, ...ids]) && putHead(db, id, value, out.finish()))
        yield
        kept = keepMerged(db, ids, id, value.articles.length)
        break
      }
      yield
      if (appended) {
        // Little at a time: when much has come together whoever writes next would wait until all of it is in its place.
        appended = false
        db.pragma('wal_checkpoint(PASSIVE)')
        yield
      }
      // Another program took it for abandoned, or merged the parts meanwhile.
      if (!hasAll(db, [id, ...ids])) return false
    }
  } finally {
    if (!kept && db.open) sql(db, 'UPDATE search_segment SET form = ? WHERE id = ?').run(GONE, id)
  }
  yield
  if (kept) yield* sweep(db)
  return kept
}

/** So many rows of lists are taken away in a step, so many pages moved. */
const SWEPT = 500
const MOVED = 500

/** Takes away what segments that are gone left behind. */
function* sweep(db: Db): Generator<undefined, void> {
  yield* moveOn(db)
  for (const { id } of sql<{ id: number }>(db, 'SELECT id FROM search_segment WHERE form = ?').all(GONE)) {
    const some = sql(
      db,
      `DELETE FROM search_chunk WHERE segment_id = :id
        AND n < (SELECT min(n) FROM search_chunk WHERE segment_id = :id) + ${SWEPT}`,
    )
    while (write(db, () => some.run({ id })).changes > 0) {
      yield
      db.pragma('wal_checkpoint(PASSIVE)')
      yield
    }
    sql(db, 'DELETE FROM search_segment WHERE id = ?').run(id)
    yield
  }
}

/** Pages of segments that were merged are said to be where they are now. Until then a segment that was merged tells where to look. */
function* moveOn(db: Db): Generator<undefined, void> {
  const merged = sql(db, 'SELECT 1 FROM search_segment WHERE form = ? LIMIT 1')
  if (!merged.get(MERGED)) return
  const some = sql<{ last: number | null }>(
    db,
    'SELECT max(page_id) AS last FROM (SELECT page_id FROM search_page WHERE page_id > ? ORDER BY page_id LIMIT ?)',
  )
  const move = sql(
    db,
    `UPDATE search_page SET segment_id = into_id FROM (SELECT id, count AS into_id FROM search_segment WHERE form = ${MERGED})
      WHERE segment_id = id AND page_id > :from AND page_id <= :to`,
  )
  const known = sql<{ id: number }>(db, 'SELECT id FROM search_segment WHERE form = ?').all(MERGED)
  for (let from = 0; ;) {
    const to = some.get(from, MOVED)?.last ?? undefined
    if (to === undefined) break
    write(db, () => move.run({ from, to }))
    from = to
    yield
  }
  write(db, () => {
    for (const { id } of known)
      sql(db, 'UPDATE search_segment SET form = ? WHERE id = ? AND form = ?').run(GONE, id, MERGED)
  })
}

/** A segment that is being made: its number, none where another program is making one. */
const beginSegment = (db: Db): number | undefined =>
  write(db, () => {
    sql(db, 'UPDATE search_segment SET form = ? WHERE form = ? AND count < unixepoch() - ?').run(
      GONE,
      UNFINISHED,
      ABANDONED,
    )
    if (sql(db, 'SELECT 1 FROM search_segment WHERE form = ?').get(UNFINISHED)) return undefined
    const id = newSegmentId(db)
    sql(
      db,
      `INSERT INTO search_segment (id, form, count, size, articles, page_of, pages, lengths, terms, offsets)
        VALUES (?, ?, unixepoch(), 0, x'', x'', x'', x'', x'', x'')`,
    ).run(id, UNFINISHED)
    return id
  })

const append = (db: Db, id: number, out: ChunkWriter, bytes: Uint8Array): void =>
  write(db, () => {
    const { changes } = sql(db, 'UPDATE search_segment SET count = unixepoch() WHERE id = ?').run(id)
    if (changes > 0) out.append(bytes)
  })

const hasAll = (db: Db, ids: readonly number[]): boolean =>
  sql<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM search_segment WHERE form >= ? AND id IN (SELECT value FROM json_each(?))',
  ).get(UNFINISHED, JSON.stringify(ids))?.n === ids.length

/** Puts the merged segment in the place of those it was made of, unless another program merged them meanwhile. */
function keepMerged(db: Db, ids: readonly number[], id: number, articles: number): boolean {
  return write(db, () => {
    if (!hasAll(db, [id, ...ids])) return false
    finish(db, id, articles)
    const old = JSON.stringify(ids)
    const within = 'segment_id IN (SELECT value FROM json_each(?))'
    sql(db, `INSERT OR IGNORE INTO search_dead SELECT ?, page_id FROM search_dead WHERE ${within}`).run(id, old)
    // What is dead in one part may live in another: then the new segment would hold it twice. Those are indexed anew.
    sql(
      db,
      `INSERT OR IGNORE INTO search_pending SELECT page_id FROM search_page
        WHERE page_id IN (SELECT page_id FROM search_dead WHERE segment_id = ?) AND ${within}`,
    ).run(id, old)
    // Which segment a page is in is said of each page: that is written anew in steps, and until then by way of the old ones.
    for (const part of ids) putMerged(db, part, id)
    bump(db)
    return true
  })
}

type Sized = { readonly id: number; readonly count: number; readonly size: number }

/**
 * The segments that are to become one; none when there is nothing to do. One into which others were merged waits until their pages are
 * said to be in it: pages are moved on by one merge, not by two.
 */
const nextMerge = (db: Db, fan: number): readonly number[] =>
  similar(
    sql<Sized>(
      db,
      `SELECT id, count, size FROM search_segment WHERE form = ?
        AND id NOT IN (SELECT count FROM search_segment WHERE form = ${MERGED}) ORDER BY count, id`,
    ).all(FORM),
    MOST,
    fan,
  ).map((s) => s.id)

/** Of segments, by the number of their articles, those that are to become one of at most `most` bytes: `fan` that are alike, or more. */
export function similar(all: readonly Sized[], most: number, fan = FAN): readonly Sized[] {
  // Two that are larger could not become one.
  const small = all.filter((s) => s.size <= most / 2)
  for (let i = 0; i < small.length; i++) {
    const group = within(alike(small.slice(i, i + FAN)), most)
    if (group.length >= fan || (group.length > 1 && sizeOf(group) > most / 2)) return group
  }
  return small.length > FAN * 4 ? within(small.slice(0, FAN), most) : []
}

/** The first of them, up to one that is much larger than the second: to write large ones anew for a few small ones would be waste. */
const alike = (group: readonly Sized[]): readonly Sized[] =>
  group.filter((s) => s.count <= Math.max(64, (group[1]?.count ?? 0) * FAN))

/** As many of the first as fit together. */
function within(group: readonly Sized[], most: number): readonly Sized[] {
  let fitting = group.length
  while (fitting > 0 && sizeOf(group.slice(0, fitting)) > most) fitting--
  return group.slice(0, fitting)
}

const sizeOf = (group: readonly Sized[]): number => group.reduce((n, s) => n + s.size, 0)

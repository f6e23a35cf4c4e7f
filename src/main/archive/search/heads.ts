/** The segments in the database without their lists: what there is, which pages each no longer holds for, when something changed. */
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { putChunks } from './chunks.ts'
import { FORM } from './segment.ts'
import type { Segment } from './segment.ts'

/** The form of a segment that is being made; its `count` is the second in which that went on last. */
export const UNFINISHED = 0

/** The form of a segment that is no more; what it leaves behind goes little by little. */
export const GONE = -1

/** The form of a segment that was merged into the one whose number its `count` is; some of its pages are still said to be in it. */
export const MERGED = -2

/** Says that the index is another now. */
export const bump = (db: Db): void => void sql(db, "UPDATE counter SET value = value + 1 WHERE name = 'index'").run()

/** A number that moves whenever the index does. */
export const indexVersion = (db: Db): number =>
  sql<{ value: number }>(db, "SELECT value FROM counter WHERE name = 'index'").get()?.value ?? 0

/** Whether a segment's bytes are laid in an earlier way. */
export const hasOld = (db: Db): boolean =>
  sql(db, 'SELECT 1 FROM search_segment WHERE form > ? AND form < ? LIMIT 1').get(UNFINISHED, FORM) !== undefined

export const segmentIds = (db: Db): readonly number[] =>
  sql<{ id: number }>(db, 'SELECT id FROM search_segment WHERE form > ? ORDER BY id')
    .all(UNFINISHED)
    .map((r) => r.id)

export const deadPages = (db: Db, segmentId: number): readonly number[] =>
  sql<{ id: number }>(db, 'SELECT page_id AS id FROM search_dead WHERE segment_id = ?')
    .all(segmentId)
    .map((r) => r.id)

/** A segment without its lists, and how those are laid. */
export function loadSegmentHead(db: Db, id: number): Omit<Segment, 'data'> & { readonly form: number } {
  const row = sql<Record<(typeof PARTS)[number], Buffer> & { readonly form: number }>(
    db,
    `SELECT form, ${PARTS.join()} FROM search_segment WHERE id = ?`,
  ).get(id)
  if (!row) throw new RangeError(`no segment ${id}`)
  return {
    form: row.form,
    articles: numbers(Float64Array, 8, row.articles),
    pageOf: numbers(Uint32Array, 4, row.page_of),
    pages: numbers(Float64Array, 8, row.pages),
    lengths: numbers(Uint32Array, 4, row.lengths),
    blocks: new Uint8Array(row.blocks.buffer, row.blocks.byteOffset, row.blocks.byteLength),
    terms: numbers(Uint32Array, 4, row.terms),
    offsets: numbers(Float64Array, 8, row.offsets),
    common: numbers(Uint32Array, 4, row.common),
    directories: numbers(Float64Array, 8, row.directories),
  }
}

const PARTS = [
  'articles',
  'page_of',
  'pages',
  'lengths',
  'blocks',
  'terms',
  'offsets',
  'common',
  'directories',
] as const

/** A number that no segment had before: what is in memory is known by it. Call within a write transaction. */
export function newSegmentId(db: Db): number {
  sql(db, "INSERT OR IGNORE INTO counter VALUES ('segment', 0)").run()
  const row = sql<{ value: number }>(
    db,
    `UPDATE counter SET value = max(value, (SELECT coalesce(max(id), 0) FROM search_segment)) + 1
      WHERE name = 'segment' RETURNING value`,
  ).get()
  if (!row) throw new RangeError('no counter of segments')
  return row.value
}

/** Keeps a segment and says its number. */
export function putSegment(db: Db, s: Segment): number {
  const id = newSegmentId(db)
  sql(db, `INSERT INTO search_segment (id, form, count, size, ${PARTS.join()}) VALUES (?, ${PLACES})`).run(
    id,
    ...valuesOf(s, s.data.length),
  )
  putChunks(db, id, 0, s.data)
  return id
}

/** Gives segment `id`, which is being made, its head: `size` bytes of lists stand there already. It is not looked at before `finish`. */
export const putHead = (db: Db, id: number, s: Omit<Segment, 'data'>, size: number): void =>
  void sql(
    db,
    `UPDATE search_segment SET (size, ${PARTS.join()}) = (${PLACES.slice('?,?,'.length)}), count = unixepoch() WHERE id = ?`,
  ).run(...valuesOf(s, size).slice(2), id)

/** Segment `id` is whole: it has so many articles. */
export const finish = (db: Db, id: number, articles: number): void =>
  void sql(db, 'UPDATE search_segment SET form = ?, count = ? WHERE id = ?').run(FORM, articles, id)

/** Segment `id` was merged into another. A row is written whole, so it is made small for what is still to be said of it. */
export const putMerged = (db: Db, id: number, into: number): void =>
  void sql(
    db,
    `UPDATE search_segment SET form = ?, count = ?, ${PARTS.map((part) => `${part} = x''`).join()} WHERE id = ?`,
  ).run(MERGED, into, id)

const PLACES = Array.from({ length: PARTS.length + 3 }, () => '?').join()

const valuesOf = (s: Omit<Segment, 'data'>, size: number) => [
  FORM,
  s.articles.length,
  size,
  bytes(s.articles),
  bytes(s.pageOf),
  bytes(s.pages),
  bytes(s.lengths),
  s.blocks,
  bytes(s.terms),
  bytes(s.offsets),
  bytes(s.common),
  bytes(s.directories),
]

const bytes = (a: Float64Array | Uint32Array): Uint8Array => new Uint8Array(a.buffer, a.byteOffset, a.byteLength)

/** A blob stands in memory of its own: it is looked at where it is. Only what numbers could not be read from is copied. */
function numbers<T>(make: new (memory: ArrayBufferLike, from: number, count: number) => T, size: 4 | 8, b: Buffer): T {
  const whole = b.byteOffset % size === 0 ? b : new Uint8Array(b)
  return new make(whole.buffer, whole.byteOffset, whole.byteLength / size)
}

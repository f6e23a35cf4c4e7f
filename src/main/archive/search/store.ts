/** Keeps the index in the database: segments with their bytes in chunks, pages waiting to be indexed, pages that a segment no longer holds for. */
import { normalise, normaliseUnits } from '../../../shared/search/normalise.ts'
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { writeRows } from '../store/rows.ts'
import { buildSegment } from './build.ts'
import { mergeSegments } from './merge.ts'
import { FORM, SEPARATOR } from './segment.ts'
import type { IndexedArticle, ReadBytes, Segment } from './segment.ts'

/** So many bytes of a segment stand in one row: just what a page of the database holds, so that it is read without leaping. */
const CHUNK = 8000
/** And so many before. */
const OLD_CHUNK = 16384

/** So many characters are indexed at once: enough to be fast, little enough to stay out of the way. */
const BATCH_CHARACTERS = 1_500_000

/** More segments than this of about one size become one. */
const FAN = 8

export const pendingCount = (db: Db): number =>
  sql<{ n: number }>(db, 'SELECT count(*) AS n FROM search_pending').get()?.n ?? 0

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
      `INSERT OR IGNORE INTO search_dead (segment_id, page_id) SELECT segment_id, page_id FROM search_page
        WHERE page_id IN (SELECT value FROM json_each(?))`,
    ).run(ids)
    const same = pages.filter((p) => (changes.get(p.id) ?? null) === p.change)
    const held = segmentId === undefined ? [] : pages.filter((p) => p.articles.length > 0)
    const none = pages.filter((p) => !held.includes(p))
    writeRows(
      db,
      held.map((p) => [p.id, segmentId ?? 0] as const),
      (v) => `INSERT OR REPLACE INTO search_page (page_id, segment_id) VALUES ${v}`,
    )
    // Changed while it was being indexed: it waits on, and this segment does not hold for it.
    writeRows(
      db,
      held.filter((p) => !same.includes(p)).map((p) => [segmentId ?? 0, p.id] as const),
      (v) => `INSERT OR IGNORE INTO search_dead (segment_id, page_id) VALUES ${v}`,
    )
    forget(db, 'search_page', none)
    forget(db, 'search_pending', same)
    bump(db)
  })
}

const forget = (db: Db, table: 'search_page' | 'search_pending', pages: readonly WaitingPage[]): void =>
  void sql(db, `DELETE FROM ${table} WHERE page_id IN (SELECT value FROM json_each(?))`).run(
    JSON.stringify(pages.map((p) => p.id)),
  )

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

/** So many pages of an old segment are indexed anew at once; until then search reads their articles themselves. */
const RENEWED = 400

/** Whether a segment's bytes are laid in an earlier way. */
export const hasOld = (db: Db): boolean =>
  sql(db, 'SELECT 1 FROM search_segment WHERE form < ? LIMIT 1').get(FORM) !== undefined

/** Some pages of a segment whose bytes are laid in an earlier way wait to be indexed anew; when none is left it goes. False where there is none. */
export function renewSome(db: Db): boolean {
  const old = sql<{ id: number }>(db, 'SELECT id FROM search_segment WHERE form < ? ORDER BY id LIMIT 1').get(FORM)
  if (!old) return false
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

/** A number that moves whenever the index does. */
export const indexVersion = (db: Db): number =>
  sql<{ value: number }>(db, "SELECT value FROM counter WHERE name = 'index'").get()?.value ?? 0

export const segmentIds = (db: Db): readonly number[] =>
  sql<{ id: number }>(db, 'SELECT id FROM search_segment ORDER BY id')
    .all()
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
    articles: new Float64Array(aligned(row.articles)),
    pageOf: new Uint32Array(aligned(row.page_of)),
    pages: new Float64Array(aligned(row.pages)),
    lengths: new Uint32Array(aligned(row.lengths)),
    blocks: new Uint8Array(aligned(row.blocks)),
    terms: new Uint32Array(aligned(row.terms)),
    offsets: new Float64Array(aligned(row.offsets)),
    common: new Uint32Array(aligned(row.common)),
    directories: new Float64Array(aligned(row.directories)),
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

/** Reads the bytes of a segment's lists. */
export function reader(db: Db, segmentId: number, form: number): ReadBytes {
  const size = form < FORM ? OLD_CHUNK : CHUNK
  const chunk = (n: number): Uint8Array => heldChunk(db, segmentId, n)
  return (from, to, scratch) => {
    const first = Math.floor(from / size)
    const last = Math.floor((to - 1) / size)
    if (last <= first) return { data: chunk(first), at: from - first * size }
    const data = scratch?.room(to - from) ?? new Uint8Array(to - from)
    for (let n = first; n <= last; n++) {
      const bytes = chunk(n)
      const begin = n * size
      data.set(bytes.subarray(Math.max(0, from - begin), Math.max(0, to - begin)), Math.max(0, begin - from))
    }
    return { data, at: 0 }
  }
}

/** So many chunks stay in memory that were looked at last, and as many before those, 16 MB each: lists of common words come again and again. */
const HELD = 2048

type Chunks = Map<number, Uint8Array>
const held = new WeakMap<Db, { young: Chunks; old: Chunks }>()

function heldChunk(db: Db, segmentId: number, n: number): Uint8Array {
  let here = held.get(db)
  if (!here) held.set(db, (here = { young: new Map(), old: new Map() }))
  const key = segmentId * MOST_CHUNKS + n
  const young = here.young.get(key)
  if (young) return young
  const data = here.old.get(key) ?? readChunk(db, segmentId, n)
  if (here.young.size >= HELD) {
    here.old = here.young
    here.young = new Map()
  }
  here.young.set(key, data)
  return data
}

/** More than a segment can have. */
const MOST_CHUNKS = 2 ** 24

function readChunk(db: Db, segmentId: number, n: number): Uint8Array {
  const row = sql<{ data: Buffer }>(db, 'SELECT data FROM search_chunk WHERE segment_id = ? AND n = ?').get(
    segmentId,
    n,
  )
  // One kind of array everywhere: loops over two kinds are slower.
  return row ? new Uint8Array(row.data.buffer, row.data.byteOffset, row.data.length) : new Uint8Array(0)
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

function putSegment(db: Db, s: Segment): number {
  const id = Number(
    sql(
      db,
      `INSERT INTO search_segment (form, count, size, ${PARTS.join()})
        VALUES (${Array.from({ length: PARTS.length + 3 }, () => '?').join()})`,
    ).run(
      FORM,
      s.articles.length,
      s.data.length,
      bytes(s.articles),
      bytes(s.pageOf),
      bytes(s.pages),
      bytes(s.lengths),
      s.blocks,
      bytes(s.terms),
      bytes(s.offsets),
      bytes(s.common),
      bytes(s.directories),
    ).lastInsertRowid,
  )
  for (let n = 0; n * CHUNK < s.data.length; n++)
    sql(db, 'INSERT INTO search_chunk (segment_id, n, data) VALUES (?, ?, ?)').run(
      id,
      n,
      s.data.subarray(n * CHUNK, (n + 1) * CHUNK),
    )
  return id
}

/** An article as the archive keeps it, to be indexed. */
export type StoredArticle = Omit<IndexedArticle, 'units'> & { readonly text: string }

export type WaitingPage = {
  readonly id: number
  readonly change: number | null
  readonly articles: readonly StoredArticle[]
}

/** The next pages that wait, as many as make a batch. */
export function nextPages(db: Db): readonly WaitingPage[] {
  return db.transaction(() => {
    const waiting = sql<{ id: number; change: number | null; gone: number }>(
      db,
      `SELECT p.page_id AS id, page.change, page.id IS NULL OR page.deleted_at IS NOT NULL AS gone
        FROM search_pending AS p LEFT JOIN page ON page.id = p.page_id ORDER BY p.page_id LIMIT 5000`,
    ).all()
    const pages: WaitingPage[] = []
    let characters = 0
    for (const w of waiting) {
      const articles = w.gone ? [] : articlesOf(db, w.id)
      characters += articles.reduce((n, a) => n + a.text.length, 0)
      pages.push({ id: w.id, change: w.change, articles })
      if (characters > BATCH_CHARACTERS) break
    }
    return pages
  })()
}

const articlesOf = (db: Db, pageId: number): readonly StoredArticle[] =>
  sql<{ id: number; text: string; roles: string }>(
    db,
    'SELECT id, text, roles FROM article WHERE page_id = ? ORDER BY id',
  )
    .all(pageId)
    .map((a) => ({ id: a.id, pageId, roles: a.roles, text: a.text }))

function unitsOf(text: string): Uint16Array {
  const units = normaliseUnits(text)
  if (units) return units
  const normal = normaliseBlocks(text)
  const slow = new Uint16Array(normal.length)
  for (let i = 0; i < slow.length; i++) slow[i] = normal.charCodeAt(i)
  return slow
}

/** Blocks are brought to normal form one by one, so that none grows into the next. */
export const normaliseBlocks = (text: string): string => text.split(SEPARATOR).map(normalise).join(SEPARATOR)

const bump = (db: Db): void => void sql(db, "UPDATE counter SET value = value + 1 WHERE name = 'index'").run()

function similar(all: readonly { readonly id: number; readonly count: number }[]): typeof all {
  // Ascending by size: the first window of FAN whose largest is at most FAN times its smallest but one.
  for (let i = 0; i + FAN <= all.length; i++) {
    const group = all.slice(i, i + FAN)
    if ((group.at(-1)?.count ?? 0) <= Math.max(64, (group[1]?.count ?? 0) * FAN)) return group
  }
  return all.length > FAN * 4 ? all.slice(0, FAN) : []
}

const bytes = (a: Float64Array | Uint32Array): Uint8Array => new Uint8Array(a.buffer, a.byteOffset, a.byteLength)

const aligned = (b: Buffer): ArrayBuffer => new Uint8Array(b).buffer

/** The bytes of segments' lists in the database, a chunk a row. */
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { Scratch } from './scratch.ts'
import { FORM } from './segment.ts'
import type { ReadBytes } from './segment.ts'

/** So many bytes of a segment stand in one row: just what a page of the database holds, so that it is read without leaping. */
export const CHUNK = 8000
/** And so many before. */
const OLD_CHUNK = 16384

/** Keeps `data` as the chunks of a segment from the `first` on. */
export function putChunks(db: Db, segmentId: number, first: number, data: Uint8Array): void {
  const put = sql(db, 'INSERT INTO search_chunk (segment_id, n, data) VALUES (?, ?, ?)')
  for (let n = 0; n * CHUNK < data.length; n++) put.run(segmentId, first + n, data.subarray(n * CHUNK, (n + 1) * CHUNK))
}

/** Keeps the bytes of a segment as they come. */
export class ChunkWriter {
  private readonly db: Db
  private readonly id: number
  private readonly readKept: ReadBytes
  private kept = 0
  /** What is less than a chunk. */
  private rest = new Uint8Array(0)

  constructor(db: Db, segmentId: number) {
    this.db = db
    this.id = segmentId
    this.readKept = reader(db, segmentId, FORM)
  }

  append(bytes: Uint8Array): void {
    const all = new Uint8Array(this.rest.length + bytes.length)
    all.set(this.rest)
    all.set(bytes, this.rest.length)
    const whole = all.length - (all.length % CHUNK)
    putChunks(this.db, this.id, this.kept / CHUNK, all.subarray(0, whole))
    this.kept += whole
    this.rest = all.slice(whole)
  }

  readonly read: ReadBytes = (from, to, scratch) => {
    if (to <= this.kept) return this.readKept(from, to, scratch)
    if (from >= this.kept) return { data: this.rest, at: from - this.kept }
    const data = new Uint8Array(to - from)
    const before = this.readKept(from, this.kept)
    data.set(before.data.subarray(before.at, before.at + this.kept - from))
    data.set(this.rest.subarray(0, to - this.kept), this.kept - from)
    return { data, at: 0 }
  }

  /** Keeps what is left, and says how many bytes there are. */
  finish(): number {
    putChunks(this.db, this.id, this.kept / CHUNK, this.rest)
    return this.kept + this.rest.length
  }
}

/** So many chunks are read at once where one follows the other. */
const AHEAD = 32

/** Reads the bytes of a segment's lists from the first to the last. What is given is good until the next call. */
export function readInOrder(db: Db, segmentId: number): ReadBytes {
  const scratch = new Scratch(Uint8Array)
  let data = scratch.room(0)
  let begin = 0
  let end = 0
  return (from, to) => {
    if (from < begin || to > end) {
      const first = Math.floor(from / CHUNK)
      const last = Math.max(first + AHEAD, Math.ceil(to / CHUNK)) - 1
      data = scratch.room((last + 1 - first) * CHUNK)
      begin = end = first * CHUNK
      const chunks = sql<{ data: Buffer }>(
        db,
        'SELECT data FROM search_chunk WHERE segment_id = ? AND n BETWEEN ? AND ? ORDER BY n',
      )
      for (const chunk of chunks.iterate(segmentId, first, last)) {
        data.set(chunk.data, end - begin)
        end += chunk.data.length
      }
    }
    return { data, at: from - begin }
  }
}

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

/** The bytes of a segment's lists, written one after the other. */
import { Bytes, Reader } from './bytes.ts'
import type { Laid } from './lay-out.ts'
import { Scratch } from './scratch.ts'
import { MANY, STRIDE } from './segment.ts'

/** For each place its article, how far from the article's beginning it is, and in which groups of roles. */
type Standing = { readonly docs: Uint32Array; readonly at: Uint32Array; readonly groups: Uint8Array }

const POSITIONS = new Scratch(Uint8Array)

/** Writes one list after the other: counts, the lengths of its parts, where every so many articles begin, articles, flags, positions. */
export class Lists {
  length = 0
  private out: Uint8Array
  private readonly articles: Uint8Array
  private readonly flags: Uint8Array
  private positions = POSITIONS.room(0)
  private readonly pageOf: Uint32Array
  private readonly skips = new Bytes(1024)
  private readonly skipped = { last: 0, articles: 0, positions: 0 }

  /** Writes into `out`, and into larger memory when that is full. */
  constructor(out: Uint8Array, pageOf: Uint32Array) {
    this.out = out
    this.articles = new Uint8Array(pageOf.length * 5 + 5)
    this.flags = new Uint8Array(pageOf.length + 1)
    this.pageOf = pageOf
  }

  /** What is written so far, good until more is. */
  get data(): Uint8Array {
    return this.out
  }

  /** Writes the list of the articles of `places` `[from, to)`, which ascend, without where in them, and says where it begins. */
  addArticles({ docs, groups }: Standing, from: number, to: number): number {
    if (to - from === 1) return this.one(docs[from]!, groups[from]! | (1 << 5), -1)
    const { articles, flags, pageOf } = this
    let count = 0
    let length = 0
    let last = 0
    let lastPage = -1
    let pages = 0
    for (let i = from; i < to;) {
      const first = i
      const doc = docs[i]!
      let all = 0
      for (; i < to && docs[i] === doc; i++) all |= groups[i]!
      length = put(articles, length, doc - last)
      flags[count++] = all | (Math.min(i - first, MANY) << 5)
      last = doc
      const page = pageOf[doc]!
      if (page !== lastPage) pages++
      lastPage = page
    }
    return this.list(count, pages, articles, length, flags, this.positions, 0)
  }

  /**
   * Writes the list of the places of the numbers `[from, to)`, which ascend, and says where it begins. Where an article has what is
   * looked for in several groups of roles, `laid` tells that of each place.
   */
  addPlaces(places: Standing, numbers: Uint32Array, from: number, to: number, laid?: Laid): number {
    const { docs, at, groups } = places
    if (to - from === 1) {
      const n = numbers[from]!
      return this.one(docs[n]!, groupAt(places, n, laid) | (1 << 5), at[n]!)
    }
    const { articles, flags, pageOf } = this
    const positions = this.room(to - from)
    let count = 0
    let length = 0
    let positionsLength = 0
    let last = 0
    let lastPage = -1
    let pages = 0
    for (let i = from; i < to;) {
      const doc = docs[numbers[i]!]!
      if (count > 0 && count % STRIDE === 0) this.skip(last, length, positionsLength)
      let end = i
      let all = 0
      for (; end < to && docs[numbers[end]!] === doc; end++) {
        const group = groups[numbers[end]!]!
        all |= (group & (group - 1)) === 0 ? group : groupAt(places, numbers[end]!, laid)
      }
      length = put(articles, length, doc - last)
      flags[count++] = all | (Math.min(end - i, MANY) << 5)
      if (end - i >= MANY) positionsLength = put(positions, positionsLength, end - i)
      for (let position = 0; i < end; i++) {
        const here = at[numbers[i]!]!
        positionsLength = put(positions, positionsLength, here - position)
        position = here
      }
      last = doc
      const page = pageOf[doc]!
      if (page !== lastPage) pages++
      lastPage = page
    }
    return this.list(count, pages, articles, length, flags, positions, positionsLength)
  }

  /** Writes a list of parts that are ready and says where it begins. */
  join(count: number, pages: number, articles: Uint8Array, flags: Uint8Array, positions: Uint8Array): number {
    if (positions.length > 0 && count > STRIDE) this.skipAll(count, articles, flags, positions)
    return this.list(count, pages, articles, articles.length, flags, positions, positions.length)
  }

  /** Bytes that are no list. */
  append(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.copy(bytes, bytes.length)
  }

  bytes(): Uint8Array {
    return this.out.slice(0, this.length)
  }

  /** What was written, which from here on is kept elsewhere; good until the next list is begun. */
  take(): Uint8Array {
    const { length } = this
    this.length = 0
    return this.out.subarray(0, length)
  }

  /** Room for what stands in so many places. */
  private room(places: number): Uint8Array {
    const most = places * 6 + 10
    if (most > this.positions.length) this.positions = POSITIONS.room(most * 2)
    return this.positions
  }

  /** The list of what stands in one article once, as most do; `position` −1: it does not say where. */
  private one(doc: number, flags: number, position: number): number {
    const start = this.length
    this.reserve(16)
    const { out } = this
    let at = start + 4
    out[start] = 1
    out[start + 1] = 1
    for (; doc > 127; doc >>>= 7) out[at++] = (doc & 127) | 128
    out[at++] = doc
    out[start + 2] = at - start - 4
    out[at++] = flags
    const before = at
    if (position >= 0) {
      for (; position > 127; position >>>= 7) out[at++] = (position & 127) | 128
      out[at++] = position
    }
    out[start + 3] = at - before
    this.length = at
    return start
  }

  private list(
    count: number,
    pages: number,
    articles: Uint8Array,
    articlesLength: number,
    flags: Uint8Array,
    positions: Uint8Array,
    positionsLength: number,
  ): number {
    const start = this.length
    const skips = this.skips.length > 0 ? this.skips.view() : undefined
    this.reserve(25 + (skips?.length ?? 0) + articlesLength + count + positionsLength)
    this.number(count)
    this.number(pages)
    this.number(articlesLength)
    this.number(positionsLength)
    if (skips) {
      this.number(skips.length)
      this.copy(skips, skips.length)
    }
    this.copy(articles, articlesLength)
    this.copy(flags, count)
    this.copy(positions, positionsLength)
    this.skipped.last = this.skipped.articles = this.skipped.positions = 0
    this.skips.clear()
    return start
  }

  /** The next articles begin here. */
  private skip(last: number, articles: number, positions: number): void {
    const { skips, skipped } = this
    skips.number(last - skipped.last)
    skips.number(articles - skipped.articles)
    skips.number(positions - skipped.positions)
    skipped.last = last
    skipped.articles = articles
    skipped.positions = positions
  }

  private skipAll(count: number, articles: Uint8Array, flags: Uint8Array, positions: Uint8Array): void {
    const docs = new Reader(articles)
    const places = new Reader(positions)
    let last = 0
    for (let i = 0; i < count; i++) {
      if (i > 0 && i % STRIDE === 0) this.skip(last, docs.at, places.at)
      last += docs.number()
      const times = flags[i]! >> 5
      places.skip(times === MANY ? places.number() : times)
    }
  }

  private reserve(more: number): void {
    if (this.length + more <= this.out.length) return
    const grown = new Uint8Array(Math.max(this.out.length * 2, this.length + more))
    grown.set(this.out.subarray(0, this.length))
    this.out = grown
  }

  private number(n: number): void {
    while (n > 127) {
      this.out[this.length++] = (n & 127) | 128
      n >>>= 7
    }
    this.out[this.length++] = n
  }

  private copy(from: Uint8Array, length: number): void {
    const to = this.out
    // Most lists are short, and a view costs more than a few bytes.
    if (length > 64) to.set(from.subarray(0, length), this.length)
    else for (let i = 0, at = this.length; i < length; i++) to[at + i] = from[i]!
    this.length += length
  }
}

/** Writes `n` at `at` and says where the next begins. */
function put(bytes: Uint8Array, at: number, n: number): number {
  while (n > 127) {
    bytes[at++] = (n & 127) | 128
    n >>>= 7
  }
  bytes[at++] = n
  return at
}

/** The bit of the group in which a place stands, where its article has several. */
const groupAt = ({ docs, at, groups }: Standing, n: number, laid: Laid | undefined): number =>
  laid ? laid.groups[laid.begins[docs[n]!]! + at[n]!]! : groups[n]!

/** The bytes of a segment's lists, written one after the other. */
import { Bytes, Reader } from './bytes.ts'
import type { Laid } from './lay-out.ts'
import type { Places } from './places.ts'
import { Scratch } from './scratch.ts'
import { MANY, STRIDE } from './segment.ts'

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
  private articlesLength = 0
  private positionsLength = 0
  private count = 0
  private last = 0
  private lastPage = -1
  private pages = 0
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

  /** Writes the list of what stands at `places` `[from, to)`, ascending, and says where it begins; `positions`: with where it stands. */
  add({ groups, begins, near }: Laid, places: Uint32Array, from: number, to: number, positions: boolean): number {
    if (to - from === 1) {
      const place = places[from]!
      let doc = near[place >> 6]!
      while (begins[doc + 1]! <= place) doc++
      return this.one(doc, groups[place]! | (1 << 5), positions ? place - begins[doc]! : -1)
    }
    this.begin(to - from)
    for (let i = from; i < to;) {
      const first = i
      let doc = near[places[i]! >> 6]!
      while (begins[doc + 1]! <= places[i]!) doc++
      const end = begins[doc + 1]!
      let flags = 0
      for (; i < to && places[i]! < end; i++) flags |= groups[places[i]!]!
      const times = i - first
      this.article(doc, flags | (Math.min(times, MANY) << 5), positions)
      if (!positions) continue
      if (times >= MANY) this.position(times)
      let last = begins[doc]!
      for (let k = first; k < i; k++) {
        const place = places[k]!
        this.position(place - last)
        last = place
      }
    }
    return this.finish()
  }

  /** Writes the list of what stands at the places of the numbers `[from, to)` and says where it begins. Where an article has its pair in several groups of roles, the place tells which. */
  addPlaces({ groups, begins }: Laid, places: Places, numbers: Uint32Array, from: number, to: number): number {
    this.begin(to - from)
    const { docs, at } = places
    for (let i = from; i < to;) {
      const first = i
      const doc = docs[numbers[i]!]!
      const any = places.groups[numbers[i]!]!
      const several = (any & (any - 1)) !== 0
      let flags = several ? 0 : any
      for (; i < to && docs[numbers[i]!] === doc; i++) if (several) flags |= groups[begins[doc]! + at[numbers[i]!]!]!
      const times = i - first
      this.article(doc, flags | (Math.min(times, MANY) << 5), true)
      if (times >= MANY) this.position(times)
      let last = 0
      for (let k = first; k < i; k++) {
        const position = at[numbers[k]!]!
        this.position(position - last)
        last = position
      }
    }
    return this.finish()
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

  /** Makes room for what stands in so many places. */
  private begin(places: number): void {
    const most = places * 6 + 10
    if (most > this.positions.length) this.positions = POSITIONS.room(most * 2)
  }

  private finish(): number {
    const { count, pages, articles, articlesLength, flags, positions, positionsLength } = this
    return this.list(count, pages, articles, articlesLength, flags, positions, positionsLength)
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
    this.articlesLength = this.positionsLength = this.count = this.last = this.pages = 0
    this.skipped.last = this.skipped.articles = this.skipped.positions = 0
    this.skips.clear()
    this.lastPage = -1
    return start
  }

  private article(doc: number, flags: number, positions: boolean): void {
    if (positions && this.count > 0 && this.count % STRIDE === 0)
      this.skip(this.last, this.articlesLength, this.positionsLength)
    let n = doc - this.last
    while (n > 127) {
      this.articles[this.articlesLength++] = (n & 127) | 128
      n >>>= 7
    }
    this.articles[this.articlesLength++] = n
    this.flags[this.count++] = flags
    this.last = doc
    const page = this.pageOf[doc]!
    if (page !== this.lastPage) this.pages++
    this.lastPage = page
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

  private position(n: number): void {
    while (n > 127) {
      this.positions[this.positionsLength++] = (n & 127) | 128
      n >>>= 7
    }
    this.positions[this.positionsLength++] = n
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

/**
 * A segment: an immutable inverted index of some articles. A term is a pair of neighbouring code units of the normal form
 * (high half, low half) or a single one (low half 0). For each term: how many articles and pages, which articles, in which
 * groups of roles and how often, and for pairs where. So two characters are answered by one list and longer texts by
 * neighbouring positions, exactly.
 */
import { Bytes } from './bytes.ts'
import { groupBit, roleOf } from './roles.ts'

/** Stands between the blocks of an article's text; no pair reaches over it. */
export const SEPARATOR = '\u001f'
const SEPARATOR_CODE = 0x1f

export type IndexedArticle = {
  readonly id: number
  readonly pageId: number
  /** Code units of the blocks in normal form, with SEPARATOR between. */
  readonly units: Uint16Array
  /** One letter of `roles.ts` a block. */
  readonly roles: string
}

export type Segment = {
  /** Article ids in ascending order; an article's number in the segment is its place here. */
  readonly articles: Float64Array
  /** For each article the place of its page in `pages`. */
  readonly pageOf: Uint32Array
  readonly pages: Float64Array
  readonly lengths: Uint32Array
  /** Terms ascending, and where the list of each begins in `data` (one more at the end). */
  readonly terms: Uint32Array
  readonly offsets: Float64Array
  readonly data: Uint8Array
}

/** How often a term stands in an article is said up to this in the flag byte; from there on before its positions. */
export const MANY = 7

/** The index of `articles`, the articles of a page together. */
export function buildSegment(articles: readonly IndexedArticle[]): Segment {
  const total = articles.reduce((n, a) => n + a.units.length, 0)
  const keys = new Uint32Array(total)
  // Of each pair, side by side because they are read in the order of the sorted keys: article and group, place.
  const facts = new Uint32Array(total * 2)
  const pageOf = new Uint32Array(articles.length)
  const pages: number[] = []
  const singles = new Singles()
  let count = 0
  for (let doc = 0; doc < articles.length; doc++) {
    const { units, roles, pageId } = articles[doc]!
    if (pages.at(-1) !== pageId) pages.push(pageId)
    pageOf[doc] = pages.length - 1
    let block = 0
    let group = groupBit(roleOf(roles[0] ?? 'a'))
    let before = SEPARATOR_CODE
    for (let i = 0; i < units.length; i++) {
      const code = units[i]!
      if (code === SEPARATOR_CODE) group = groupBit(roleOf(roles[++block] ?? 'a'))
      else {
        singles.see(code, group)
        if (before !== SEPARATOR_CODE) {
          keys[count] = (before << 16) | code
          facts[count * 2] = (doc << 5) | group
          facts[count++ * 2 + 1] = i - 1
        }
      }
      before = code
    }
    singles.close(doc)
  }
  const { sorted, order } = sortByKey(keys.subarray(0, count))
  const terms: number[] = []
  const offsets: number[] = []
  const lists = new Lists(total * 4 + 1024, count, pageOf)
  const singleTerms = singles.sorted()
  let next = 0
  const singlesUpTo = (key: number) => {
    for (; next < singleTerms.length && singleTerms[next]![0] < key; next++) {
      const [term, entries] = singleTerms[next]!
      for (let i = 0; i < entries.length; i += 2) lists.article(entries[i]!, entries[i + 1]!)
      terms.push(term)
      offsets.push(lists.finish())
    }
  }
  for (let i = 0; i < count;) {
    const key = sorted[i]!
    let end = i + 1
    while (end < count && sorted[end] === key) end++
    singlesUpTo(key)
    while (i < end) i = addArticle(lists, facts, order, i, end)
    terms.push(key)
    offsets.push(lists.finish())
  }
  singlesUpTo(Infinity)
  offsets.push(lists.length)
  return {
    articles: Float64Array.from(articles, (a) => a.id),
    pageOf,
    pages: Float64Array.from(pages),
    lengths: Uint32Array.from(articles, (a) => a.units.length),
    terms: Uint32Array.from(terms),
    offsets: Float64Array.from(offsets),
    data: lists.bytes(),
  }
}

/** Adds the places of one article among `order[i … end)`; gives the first place of the next. */
function addArticle(lists: Lists, facts: Uint32Array, order: Uint32Array, i: number, end: number): number {
  const doc = facts[order[i]! * 2]! >>> 5
  let flags = 0
  let after = i
  for (; after < end; after++) {
    const fact = facts[order[after]! * 2]!
    if (fact >>> 5 !== doc) break
    flags |= fact & 31
  }
  const times = after - i
  lists.article(doc, flags | ((times < MANY ? times : MANY) << 5))
  if (times >= MANY) lists.position(times)
  let last = 0
  for (let k = i; k < after; k++) {
    const position = facts[order[k]! * 2 + 1]!
    lists.position(position - last)
    last = position
  }
  return after
}

/** Writes one list after the other: counts, the lengths of its parts, articles, flags, positions. */
class Lists {
  length = 0
  private out: Uint8Array
  private readonly articles: Uint8Array
  private readonly flags: Uint8Array
  private readonly positions: Uint8Array
  private readonly pageOf: Uint32Array
  private articlesLength = 0
  private positionsLength = 0
  private count = 0
  private last = 0
  private lastPage = -1
  private pages = 0

  /** `most`: no list has more places than that. */
  constructor(capacity: number, most: number, pageOf: Uint32Array) {
    this.out = new Uint8Array(capacity)
    this.articles = new Uint8Array(pageOf.length * 5 + 5)
    this.flags = new Uint8Array(pageOf.length + 1)
    this.positions = new Uint8Array(most * 10 + 10)
    this.pageOf = pageOf
  }

  article(doc: number, flags: number): void {
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

  position(n: number): void {
    while (n > 127) {
      this.positions[this.positionsLength++] = (n & 127) | 128
      n >>>= 7
    }
    this.positions[this.positionsLength++] = n
  }

  /** Ends the list and says where it begins. */
  finish(): number {
    const start = this.length
    const need = 20 + this.articlesLength + this.count + this.positionsLength
    if (start + need > this.out.length) {
      const grown = new Uint8Array(Math.max(this.out.length * 2, start + need))
      grown.set(this.out.subarray(0, start))
      this.out = grown
    }
    this.number(this.count)
    this.number(this.pages)
    this.number(this.articlesLength)
    this.number(this.positionsLength)
    this.copy(this.articles, this.articlesLength)
    this.copy(this.flags, this.count)
    this.copy(this.positions, this.positionsLength)
    this.articlesLength = this.positionsLength = this.count = this.last = this.pages = 0
    this.lastPage = -1
    return start
  }

  bytes(): Uint8Array {
    return this.out.slice(0, this.length)
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

/** Single characters: for each the articles it stands in, with flags; no positions, so it costs little. */
class Singles {
  private readonly lists = new Map<number, number[]>()
  private readonly counts = new Uint16Array(65536)
  private readonly flags = new Uint8Array(65536)
  private readonly seen: number[] = []

  see(code: number, group: number): void {
    const times = this.counts[code]!
    if (times === 0) this.seen.push(code)
    if (times < MANY) this.counts[code] = times + 1
    this.flags[code] = this.flags[code]! | group
  }

  close(doc: number): void {
    for (const code of this.seen) {
      let list = this.lists.get(code)
      if (!list) this.lists.set(code, (list = []))
      list.push(doc, (this.flags[code] ?? 0) | ((this.counts[code] ?? 0) << 5))
      this.counts[code] = 0
      this.flags[code] = 0
    }
    this.seen.length = 0
  }

  /** `[term, [article, flags, …]]` by ascending term. */
  sorted(): (readonly [number, readonly number[]])[] {
    return [...this.lists].map(([code, list]) => [(code << 16) >>> 0, list] as const).toSorted((a, b) => a[0] - b[0])
  }
}

/** `keys` in ascending order and where each stood, equal ones in the order they came: a radix sort by halves. */
function sortByKey(keys: Uint32Array): { readonly sorted: Uint32Array; readonly order: Uint32Array } {
  const byLow = halfSort(keys, undefined, 0)
  return halfSort(byLow.sorted, byLow.order, 16)
}

function halfSort(keys: Uint32Array, order: Uint32Array | undefined, shift: number) {
  const begin = new Uint32Array(65537)
  for (let i = 0; i < keys.length; i++) begin[((keys[i]! >>> shift) & 0xffff) + 1]!++
  for (let i = 1; i <= 65536; i++) begin[i]! += begin[i - 1]!
  const sorted = new Uint32Array(keys.length)
  const places = new Uint32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    const at = begin[(key >>> shift) & 0xffff]!++
    sorted[at] = key
    places[at] = order ? order[i]! : i
  }
  return { sorted, order: places }
}

/** One segment of several: lists joined as they are, numbers of articles and pages moved on. Nothing is decoded but each list's head. */
export function mergeSegments(parts: readonly Segment[]): Segment {
  const articleBase: number[] = []
  const pageBase: number[] = []
  let articles = 0
  let pages = 0
  for (const p of parts) {
    articleBase.push(articles)
    pageBase.push(pages)
    articles += p.articles.length
    pages += p.pages.length
  }
  const pageOf = new Uint32Array(articles)
  for (const [i, p] of parts.entries())
    pageOf.set(
      p.pageOf.map((page) => page + (pageBase[i] ?? 0)),
      articleBase[i] ?? 0,
    )
  const at = parts.map(() => 0)
  const terms: number[] = []
  const offsets: number[] = []
  const out = new Bytes(parts.reduce((n, p) => n + p.data.length, 1024))
  for (;;) {
    let term = Infinity
    for (const [i, p] of parts.entries()) term = Math.min(term, p.terms[at[i] ?? 0] ?? Infinity)
    if (term === Infinity) break
    terms.push(term)
    offsets.push(out.length)
    joinLists(parts, at, articleBase, term, out)
  }
  offsets.push(out.length)
  return {
    articles: concatenate(parts.map((p) => p.articles)),
    pageOf,
    pages: concatenate(parts.map((p) => p.pages)),
    lengths: Uint32Array.from(parts.flatMap((p) => [...p.lengths])),
    terms: Uint32Array.from(terms),
    offsets: Float64Array.from(offsets),
    data: out.view().slice(),
  }
}

function joinLists(parts: readonly Segment[], at: number[], base: readonly number[], term: number, out: Bytes): void {
  let count = 0
  let pages = 0
  let last = 0
  const articles = JOIN.articles
  const rest: { flags: Uint8Array; positions: Uint8Array }[] = []
  articles.clear()
  let positions = 0
  for (const [i, p] of parts.entries()) {
    const place = at[i] ?? 0
    if (p.terms[place] !== term) continue
    at[i] = place + 1
    const list = openList(p.data, p.offsets[place] ?? 0)
    count += list.count
    pages += list.pages
    positions += list.positions.length
    // Only the first number is relative to what stood before; the last article must be known for the next part.
    let doc = 0
    let read = 0
    const { articles: bytes } = list
    let first = 0
    let headLength = 0
    for (let n = 0; n < list.count; n++) {
      let delta = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[read++] ?? 0
        delta |= (byte & 127) << shift
        if (byte < 128) break
      }
      doc += delta >>> 0
      if (n === 0) {
        first = doc
        headLength = read
      }
    }
    articles.number(first + (base[i] ?? 0) - last)
    articles.append(bytes.subarray(headLength))
    last = doc + (base[i] ?? 0)
    rest.push(list)
  }
  out.number(count)
  out.number(pages)
  out.number(articles.length)
  out.number(positions)
  out.append(articles.view())
  for (const r of rest) out.append(r.flags)
  for (const r of rest) out.append(r.positions)
}

const JOIN = { articles: new Bytes() }

export type List = {
  readonly count: number
  readonly pages: number
  readonly articles: Uint8Array
  readonly flags: Uint8Array
  readonly positions: Uint8Array
}

/** The list that begins at `at`. */
export function openList(data: Uint8Array, at: number): List {
  const head = [0, 0, 0, 0]
  for (let i = 0; i < 4; i++) {
    let n = 0
    for (let shift = 0; ; shift += 7) {
      const byte = data[at++] ?? 0
      n |= (byte & 127) << shift
      if (byte < 128) break
    }
    head[i] = n >>> 0
  }
  const [count = 0, pages = 0, articles = 0, positions = 0] = head
  const flagsAt = at + articles
  const positionsAt = flagsAt + count
  return {
    count,
    pages,
    articles: data.subarray(at, flagsAt),
    flags: data.subarray(flagsAt, positionsAt),
    positions: data.subarray(positionsAt, positionsAt + positions),
  }
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const p of parts) {
    all.set(p, at)
    at += p.length
  }
  return all
}

/** Builds a segment: every pair of neighbouring code units is noted with its place, then all are sorted and written as lists. */
import { Lists } from './lists.ts'
import { groupBit, roleOf } from './roles.ts'
import { MANY, SEPARATOR_CODE } from './segment.ts'
import type { IndexedArticle, Segment } from './segment.ts'
import { sortByKey } from './sort.ts'
import type { Pairs } from './sort.ts'

/** The index of `articles`, the articles of a page together. */
export function buildSegment(articles: readonly IndexedArticle[]): Segment {
  const pageOf = new Uint32Array(articles.length)
  const pages: number[] = []
  for (const [doc, { pageId }] of articles.entries()) {
    if (pages.at(-1) !== pageId) pages.push(pageId)
    pageOf[doc] = pages.length - 1
  }
  const pairs = sortByKey(pairsOf(articles))
  const { keys, facts } = pairs
  const terms: number[] = []
  const offsets: number[] = []
  const lists = new Lists(keys.length * 4 + 1024, keys.length, pageOf)
  const end = (term: number) => {
    terms.push(term)
    offsets.push(lists.finish())
  }
  const singles = new Singles(articles.length)
  for (let i = 0; i < keys.length;) {
    const high = keys[i]! >>> 16
    let after = i
    while (after < keys.length && keys[after]! >>> 16 === high) singles.see(facts[after++]!)
    singles.write(lists)
    end((high << 16) >>> 0)
    // The unit that ends a block has no pair; it sorts first.
    while (i < after && (keys[i]! & 0xffff) === 0) i++
    while (i < after) {
      const key = keys[i]!
      while (i < after && keys[i] === key) i = addArticle(lists, pairs, i, after)
      end(key)
    }
  }
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

/** A key for each code unit: with the one that follows, or with 0 where its block ends. */
function pairsOf(articles: readonly IndexedArticle[]): Pairs {
  const total = articles.reduce((n, a) => n + a.units.length, 0)
  const keys = new Uint32Array(total)
  const facts = new Uint32Array(total)
  const places = new Uint32Array(total)
  let count = 0
  for (let doc = 0; doc < articles.length; doc++) {
    const { units, roles } = articles[doc]!
    let block = 0
    let fact = (doc << 5) | groupBit(roleOf(roles[0] ?? 'a'))
    for (let i = 0; i < units.length; i++) {
      const code = units[i]!
      if (code === SEPARATOR_CODE) {
        fact = (doc << 5) | groupBit(roleOf(roles[++block] ?? 'a'))
        continue
      }
      const next = i + 1 < units.length ? units[i + 1]! : SEPARATOR_CODE
      keys[count] = (code << 16) | (next === SEPARATOR_CODE ? 0 : next)
      facts[count] = fact
      places[count++] = i
    }
  }
  return { keys: keys.subarray(0, count), facts: facts.subarray(0, count), places: places.subarray(0, count) }
}

/** Adds the places of one article among `pairs[i … end)`, with the key at `i`; gives the first place of the next. */
function addArticle(lists: Lists, { keys, facts, places }: Pairs, i: number, end: number): number {
  const key = keys[i]!
  const doc = facts[i]! >>> 5
  let flags = 0
  let after = i
  for (; after < end && keys[after] === key; after++) {
    const fact = facts[after]!
    if (fact >>> 5 !== doc) break
    flags |= fact & 31
  }
  const times = after - i
  lists.article(doc, flags | ((times < MANY ? times : MANY) << 5))
  if (times >= MANY) lists.position(times)
  let last = 0
  for (let k = i; k < after; k++) {
    lists.position(places[k]! - last)
    last = places[k]!
  }
  return after
}

/** The list of a single code unit: the articles of all its pairs together, with flags; no positions, so it costs little. */
class Singles {
  private readonly counts: Uint32Array
  private readonly flags: Uint8Array
  private readonly seen: Uint32Array
  private length = 0

  constructor(articles: number) {
    this.counts = new Uint32Array(articles)
    this.flags = new Uint8Array(articles)
    this.seen = new Uint32Array(articles)
  }

  see(fact: number): void {
    const doc = fact >>> 5
    if (this.counts[doc]!++ === 0) this.seen[this.length++] = doc
    this.flags[doc]! |= fact & 31
  }

  /** Writes what was seen and forgets it. */
  write(lists: Lists): void {
    const docs = this.seen.subarray(0, this.length).sort()
    for (const doc of docs) {
      lists.article(doc, this.flags[doc]! | (Math.min(this.counts[doc]!, MANY) << 5))
      this.counts[doc] = this.flags[doc] = 0
    }
    this.length = 0
  }
}

/**
 * Builds a segment: the places of all code units are gathered by unit, then those of each unit by the one that follows, and
 * written as lists. Only the first step leaps through memory; the others stay within the places of one unit.
 */
import { Lists } from './lists.ts'
import { groupBit, roleOf } from './roles.ts'
import { Scratch } from './scratch.ts'
import { MANY, SEPARATOR_CODE } from './segment.ts'
import type { IndexedArticle, Segment } from './segment.ts'

/** The index of `articles`, the articles of a page together. */
export function buildSegment(articles: readonly IndexedArticle[]): Segment {
  const pageOf = new Uint32Array(articles.length)
  const pages: number[] = []
  for (const [doc, { pageId }] of articles.entries()) {
    if (pages.at(-1) !== pageId) pages.push(pageId)
    pageOf[doc] = pages.length - 1
  }
  const laid = layOut(articles)
  const places = gather(laid)
  const terms: number[] = []
  const offsets: number[] = []
  const lists = new Lists(places.length, pageOf)
  const end = (term: number) => {
    terms.push(term)
    offsets.push(lists.finish())
  }
  const groups = new Groups()
  for (let i = 0; i < places.length;) {
    const unit = laid.units[places[i]!]!
    let after = i
    while (after < places.length && laid.units[places[after]!] === unit) after++
    const own = places.subarray(i, after)
    addTerm(lists, laid, own, false)
    end((unit << 16) >>> 0)
    groups.each(laid.units, own, (next, theirs) => {
      addTerm(lists, laid, theirs, true)
      end(((unit << 16) | next) >>> 0)
    })
    i = after
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

/** All articles one after the other, 0 after each block; for each unit its article and group of roles; where each article begins. */
type Laid = { readonly units: Uint16Array; readonly facts: Uint32Array; readonly begins: Uint32Array }

const UNITS = new Scratch(Uint16Array)
const FACTS = new Scratch(Uint32Array)
const PLACES = new Scratch(Uint32Array)

function layOut(articles: readonly IndexedArticle[]): Laid {
  const total = articles.reduce((n, a) => n + a.units.length + 1, 0)
  const units = UNITS.room(total)
  const facts = FACTS.room(total)
  const begins = new Uint32Array(articles.length)
  let at = 0
  for (let doc = 0; doc < articles.length; doc++) {
    const { units: own, roles } = articles[doc]!
    begins[doc] = at
    let block = 0
    let fact = (doc << 5) | groupBit(roleOf(roles[0] ?? 'a'))
    for (let i = 0; i < own.length; i++, at++) {
      const code = own[i]!
      if (code === SEPARATOR_CODE) {
        units[at] = 0
        fact = (doc << 5) | groupBit(roleOf(roles[++block] ?? 'a'))
        continue
      }
      units[at] = code
      facts[at] = fact
    }
    units[at++] = 0
  }
  return { units, facts, begins }
}

/** The places of units, by ascending unit, those of one as they come; not those of what parts blocks. */
function gather({ units }: Laid): Uint32Array {
  const begin = new Uint32Array(65537)
  for (let i = 0; i < units.length; i++) begin[units[i]! + 1]!++
  const none = begin[1]!
  begin[1] = 0
  for (let i = 1; i <= 65536; i++) begin[i]! += begin[i - 1]!
  const places = PLACES.room(units.length - none)
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!
    if (unit !== 0) places[begin[unit]!++] = i
  }
  return places
}

/** The list of a term: its articles with flags; a pair's with positions too, which a single code unit goes without, so that it costs little. */
function addTerm(lists: Lists, { facts, begins }: Laid, places: Uint32Array, positions: boolean): void {
  for (let i = 0; i < places.length;) {
    const doc = facts[places[i]!]! >>> 5
    let flags = 0
    const first = i
    for (; i < places.length; i++) {
      const fact = facts[places[i]!]!
      if (fact >>> 5 !== doc) break
      flags |= fact & 31
    }
    const times = i - first
    lists.article(doc, flags | (Math.min(times, MANY) << 5))
    if (!positions) continue
    if (times >= MANY) lists.position(times)
    let last = begins[doc]!
    for (let k = first; k < i; k++) {
      const place = places[k]!
      lists.position(place - last)
      last = place
    }
  }
}

/** Parts the places of a unit by the unit that follows. */
class Groups {
  private readonly counts = new Uint32Array(65536)
  private readonly seen = new Uint16Array(65536)
  private sorted = new Uint32Array(1024)

  /** Calls `use` for each following unit, ascending, with the places, as they come. A unit that ends a block has none. */
  each(units: Uint16Array, places: Uint32Array, use: (next: number, places: Uint32Array) => void): void {
    const { counts, seen } = this
    let length = 0
    for (let i = 0; i < places.length; i++) {
      const next = units[places[i]! + 1]!
      if (counts[next]!++ === 0) seen[length++] = next
    }
    const nexts = seen.subarray(0, length)
    if (length > 1) nexts.sort()
    let sum = 0
    for (let i = 0; i < length; i++) {
      const count = counts[nexts[i]!]!
      counts[nexts[i]!] = sum
      sum += count
    }
    if (places.length > this.sorted.length) this.sorted = new Uint32Array(places.length * 2)
    const { sorted } = this
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!
      sorted[counts[units[place + 1]!]!++] = place
    }
    // Each count is now where the places of the next one begin.
    let from = 0
    for (let i = 0; i < length; i++) {
      const next = nexts[i]!
      const to = counts[next]!
      counts[next] = 0
      if (next !== 0) use(next, sorted.subarray(from, to))
      from = to
    }
  }
}

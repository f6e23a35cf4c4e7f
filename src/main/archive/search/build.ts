/**
 * Builds a segment: the places of all code units are gathered by unit, then those of each unit by the one that follows, and
 * written as lists. Only the first step leaps through memory; the others stay within the places of one unit.
 */
import { Groups } from './groups.ts'
import { blocksOf, layOut } from './lay-out.ts'
import type { Laid } from './lay-out.ts'
import { Lists } from './lists.ts'
import { Scratch } from './scratch.ts'
import type { IndexedArticle, Segment } from './segment.ts'
import { addTriples } from './triples.ts'

/** The index of `articles`, the articles of a page together. `common`: how many articles make a pair common, at the least. */
export function buildSegment(articles: readonly IndexedArticle[], common?: number): Segment {
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
  const lists = new Lists(OUT.room(places.length * 4 + 1024), pageOf)
  const groups = new Groups()
  let nexts = new Uint16Array(1024)
  for (let i = 0; i < places.length;) {
    const unit = laid.units[places[i]!]!
    let after = i
    while (after < places.length && laid.units[places[after]!] === unit) after++
    const own = places.subarray(i, after)
    terms.push((unit << 16) >>> 0)
    offsets.push(lists.add(laid, own, 0, own.length, false))
    if (own.length > nexts.length) nexts = new Uint16Array(own.length * 2)
    for (let k = 0; k < own.length; k++) nexts[k] = laid.units[own[k]! + 1]!
    groups.each(nexts, own, own.length, (next, theirs, from, to) => {
      terms.push(((unit << 16) | next) >>> 0)
      offsets.push(lists.add(laid, theirs, from, to, true))
    })
    i = after
  }
  offsets.push(lists.length)
  const head = { terms: Uint32Array.from(terms), offsets: Float64Array.from(offsets) }
  const triples = addTriples(lists, laid, head, common)
  return {
    articles: Float64Array.from(articles, (a) => a.id),
    pageOf,
    pages: Float64Array.from(pages),
    lengths: Uint32Array.from(articles, (a) => a.units.length),
    blocks: blocksOf(articles),
    ...head,
    ...triples,
    data: lists.bytes(),
  }
}

const OUT = new Scratch(Uint8Array)
const PLACES = new Scratch(Uint32Array)

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

/**
 * Builds a segment: the places of all code units are gathered by unit, then those of each unit by the one that follows, and
 * written as lists. Only the first step leaps through memory; the others stay within the places of one unit.
 */
import { gather } from './gather.ts'
import type { Gathered } from './gather.ts'
import { Groups } from './groups.ts'
import { blocksOf, layOut } from './lay-out.ts'
import { Lists } from './lists.ts'
import { Scratch } from './scratch.ts'
import type { IndexedArticle, Segment } from './segment.ts'
import { Terms } from './terms.ts'
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
  const gathered = gather(laid)
  // What the lists of a thousand articles and more take; those of fewer take a little more.
  const lists = new Lists(OUT.room(gathered.docs.length * 6 + 1024), pageOf)
  const groups = new Groups()
  const terms = new Terms()
  for (let unit = 1; unit < gathered.ends.length; unit++) addUnit(unit, gathered, groups, lists, terms)
  const head = terms.end(lists.length)
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

/** Writes the list of a unit, and those of the pairs that begin with it. */
function addUnit(unit: number, gathered: Gathered, groups: Groups, lists: Lists, terms: Terms): void {
  const begin = gathered.ends[unit - 1]!
  const end = gathered.ends[unit]!
  if (begin === end) return
  terms.add((unit << 16) >>> 0, lists.addArticles(gathered, begin, end))
  const nexts = groups.part(gathered.nexts, begin, end)
  let from = 0
  for (let i = 0; i < nexts.length; i++) {
    const next = nexts[i]!
    const to = groups.endOf(next)
    if (next !== 0) terms.add(((unit << 16) | next) >>> 0, lists.addPlaces(gathered, groups.sorted, from, to))
    from = to
  }
}

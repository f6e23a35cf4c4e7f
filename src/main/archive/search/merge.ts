/** Makes one segment of several. */
import { Bytes } from './bytes.ts'
import { layAnew } from './lay-out.ts'
import { Lists } from './lists.ts'
import { listAt } from './segment.ts'
import type { Segment } from './segment.ts'
import { addTriples } from './triples.ts'

/**
 * One segment of several: lists joined as they are, numbers of articles and pages moved on. Which pairs are common is another
 * matter in the whole than in its parts, so the lists of triples are made anew, from the texts that those of pairs tell.
 */
export function mergeSegments(parts: readonly Segment[], common?: number): Segment {
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
  const size = parts.reduce((n, p) => n + p.data.length, 1024)
  const lists = new Lists(new Uint8Array(Math.ceil(size * 1.4)), pageOf)
  for (;;) {
    let term = Infinity
    for (let i = 0; i < parts.length; i++) {
      const next = parts[i]!.terms[at[i]!]
      if (next !== undefined && next < term) term = next
    }
    if (term === Infinity) break
    terms.push(term)
    offsets.push(joinLists(parts, at, articleBase, term, lists))
  }
  offsets.push(lists.length)
  const head = {
    lengths: Uint32Array.from(parts.flatMap((p) => [...p.lengths])),
    blocks: concatenate(
      parts.map((p) => p.blocks),
      (n) => new Uint8Array(n),
    ),
    terms: Uint32Array.from(terms),
    offsets: Float64Array.from(offsets),
  }
  const triples = addTriples(lists, layAnew({ ...head, data: lists.data }), head, common)
  const numbers = (n: number) => new Float64Array(n)
  return {
    articles: concatenate(
      parts.map((p) => p.articles),
      numbers,
    ),
    pageOf,
    pages: concatenate(
      parts.map((p) => p.pages),
      numbers,
    ),
    ...head,
    ...triples,
    data: lists.bytes(),
  }
}

const JOIN = { articles: new Bytes(), flags: new Bytes(), positions: new Bytes() }

/** Where the list of `term` begins that is made of those of the parts which have one. */
function joinLists(
  parts: readonly Segment[],
  at: number[],
  base: readonly number[],
  term: number,
  lists: Lists,
): number {
  let count = 0
  let pages = 0
  let last = 0
  const { articles, flags, positions } = JOIN
  articles.clear()
  flags.clear()
  positions.clear()
  for (let i = 0; i < parts.length; i++) {
    const p = parts[i]!
    const place = at[i]!
    if (p.terms[place] !== term) continue
    at[i] = place + 1
    const { data } = p
    const list = listAt(data, p.offsets[place] ?? 0, 0, () => ({ data, at: 0 }))
    count += list.count
    pages += list.pages
    // Only the first number is relative to what stood before; the last article must be known for the next part.
    let doc = 0
    let read = list.articles
    let first = 0
    let rest = read
    for (let n = 0; n < list.count; n++) {
      let byte = data[read++]!
      let delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[read++]!
        delta |= (byte & 127) << shift
      }
      doc += delta
      if (n === 0) {
        first = doc
        rest = read
      }
    }
    articles.number(first + (base[i] ?? 0) - last)
    articles.range(data, rest, list.flags)
    flags.range(data, list.flags, list.positions)
    positions.range(data, list.positions, list.end)
    last = doc + (base[i] ?? 0)
  }
  return lists.join(count, pages, articles.view(), flags.view(), positions.view())
}

function concatenate<T extends Float64Array | Uint8Array>(parts: readonly T[], make: (length: number) => T): T {
  const all = make(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const p of parts) {
    all.set(p, at)
    at += p.length
  }
  return all
}

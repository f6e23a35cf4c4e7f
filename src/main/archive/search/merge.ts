/** Makes one segment of several. */
import { Bytes } from './bytes.ts'
import { openList } from './segment.ts'
import type { List, Segment } from './segment.ts'

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
    for (let i = 0; i < parts.length; i++) {
      const next = parts[i]!.terms[at[i]!]
      if (next !== undefined && next < term) term = next
    }
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
  const rest: List[] = []
  articles.clear()
  let positions = 0
  for (let i = 0; i < parts.length; i++) {
    const p = parts[i]!
    const place = at[i]!
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
      let byte = bytes[read++]!
      let delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[read++]!
        delta |= (byte & 127) << shift
      }
      doc += delta
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

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const p of parts) {
    all.set(p, at)
    at += p.length
  }
  return all
}

/** What each article of very many pages names, by number: all in one array, since a list of its own for each page would take ten times as much. */
import { MOST_ARTICLES } from '../derive.ts'

export type Naming = {
  /**
   * Page after page: how long the rest of its list is, then of each article that names something its place on the page, how many it
   * names, and their numbers. Between them may stand lists that are no page's any more. The first is that of pages that name nothing.
   */
  lists: Uint32Array
  /** Where the next list goes. */
  end: number
  /** Where the list of each page begins. */
  readonly starts: Map<number, number>
  /** By the number of what is named: how many articles name it. */
  counts: Uint32Array
}

/** An article, and the number of what it names. */
export type Row = readonly [article: number, named: number]

const NOTHING = 0

export const noNaming = (): Naming => ({
  lists: new Uint32Array(1),
  end: 1,
  starts: new Map(),
  counts: new Uint32Array(0),
})

/** The page names nothing, or is not held. */
export function forgetPage({ lists, starts, counts }: Naming, page: number): void {
  const start = starts.get(page)
  if (start === undefined) return
  const end = start + 1 + lists[start]!
  for (let at = start + 1; at < end; at += 2 + lists[at + 1]!)
    for (let k = at + 2; k < at + 2 + lists[at + 1]!; k++) counts[lists[k]!]!--
  starts.delete(page)
}

/** Holds `pages`, which are not held, with what is named there. What an article names stands together in `named`, and the articles of a page. */
export function keepPages(naming: Naming, pages: readonly number[], named: readonly Row[]): void {
  for (const page of pages) naming.starts.set(page, NOTHING)
  makeRoom(naming, 3 * named.length + pages.length)
  const { lists, starts } = naming
  let start = NOTHING
  let size = 0
  for (let i = 0; i < named.length; i++) {
    const [article, id] = named[i]!
    const page = pageOf(article)
    const before = named[i - 1]?.[0]
    if (before === undefined || pageOf(before) !== page) {
      start = naming.end++
      lists[start] = 0
      starts.set(page, start)
    }
    if (before !== article) {
      lists[naming.end] = article - page * MOST_ARTICLES
      size = naming.end + 1
      lists[size] = 0
      naming.end += 2
    }
    lists[size]!++
    lists[naming.end++] = id
    lists[start] = naming.end - start - 1
    if (id >= naming.counts.length) naming.counts = lengthened(naming.counts, id + 1)
    naming.counts[id]!++
  }
}

const pageOf = (article: number): number => Math.floor(article / MOST_ARTICLES)

/** For `more` numbers behind what is there. What is no page's any more is left out. */
function makeRoom(naming: Naming, more: number): void {
  if (naming.end + more <= naming.lists.length) return
  const { lists, starts } = naming
  let used = 1
  for (const start of starts.values()) if (start !== NOTHING) used += 1 + lists[start]!
  const roomy = new Uint32Array(Math.ceil((used + more) * 1.5))
  let at = 1
  for (const [page, start] of starts) {
    if (start === NOTHING) continue
    const end = start + 1 + lists[start]!
    starts.set(page, at)
    for (let k = start; k < end; k++) roomy[at++] = lists[k]!
  }
  naming.lists = roomy
  naming.end = at
}

function lengthened(counts: Uint32Array, least: number): Uint32Array {
  const longer = new Uint32Array(Math.ceil(least * 1.5))
  longer.set(counts)
  return longer
}

/**
 * How many of the articles name each, by its number. Those of a page stand together. `mains`: who is another one counts as that one,
 * and both as one in an article that names both.
 */
export function tally(
  { lists, starts, counts }: Naming,
  ids: Float64Array,
  pageIds: Float64Array,
  mains: ReadonlyMap<number, number> = new Map(),
): Uint32Array {
  const found = roomFor(counts, mains)
  let page = NaN
  let [first, end, at] = [0, 0, 0]
  for (let i = 0; i < ids.length; i++) {
    if (pageIds[i] !== page) {
      page = pageIds[i]!
      const start = starts.get(page) ?? NOTHING
      first = at = start + 1
      end = first + lists[start]!
    }
    const article = ids[i]! - page * MOST_ARTICLES
    // After the one before, else from the start of the page on.
    let place = placeOf(lists, article, at, end)
    if (place < 0) place = placeOf(lists, article, first, at)
    if (place < 0) continue
    at = place
    const last = place + 2 + lists[place + 1]!
    if (mains.size > 0) for (const id of mainsOf(lists, place + 2, last, mains)) found[id]!++
    // Without a list of its own: this is done for tens of thousands of articles.
    else for (let k = place + 2; k < last; k++) found[lists[k]!]!++
  }
  return found
}

/** How many of all articles name each, by its number; who is another one counts as in `tally`. */
export function countAs({ lists, starts, counts }: Naming, mains: ReadonlyMap<number, number>): Uint32Array {
  const found = roomFor(counts, mains)
  found.set(counts)
  if (mains.size === 0) return found
  const touched = new Uint8Array(found.length)
  for (const ids of mains) for (const id of ids) touched[id] = 1
  for (const start of starts.values()) {
    const end = start + 1 + lists[start]!
    for (let at = start + 1; at < end; at += 2 + lists[at + 1]!) {
      const last = at + 2 + lists[at + 1]!
      let any = 0
      for (let k = at + 2; k < last; k++) any |= touched[lists[k]!]!
      if (any === 0) continue
      for (let k = at + 2; k < last; k++) found[lists[k]!]!--
      for (const id of mainsOf(lists, at + 2, last, mains)) found[id]!++
    }
  }
  return found
}

/** Who is the main one may be named by none. */
const roomFor = (counts: Uint32Array, mains: ReadonlyMap<number, number>): Uint32Array =>
  new Uint32Array([...mains].flat().reduce((most, id) => Math.max(most, id + 1), counts.length))

const mainsOf = (lists: Uint32Array, from: number, end: number, mains: ReadonlyMap<number, number>): Set<number> =>
  new Set(Array.from(lists.subarray(from, end), (one) => mains.get(one) ?? one))

/** Where between `from` and `end` the article begins. Negative: it names nothing. */
function placeOf(lists: Uint32Array, article: number, from: number, end: number): number {
  for (let at = from; at < end; at += 2 + lists[at + 1]!) if (lists[at] === article) return at
  return -1
}

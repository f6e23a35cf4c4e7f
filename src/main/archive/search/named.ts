/** Whom and what each article names, its people and keywords, kept in memory: to be counted over all hits of a search, and at each key. */
import { changedSince, lastChange, relearned } from '../store/change.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'

export type Kind = 'people' | 'keywords'

/** Of pages that are not in the bin. */
export type Naming = {
  /** By page: for each of its articles the article's number, how many it names, and their numbers. */
  readonly pages: Map<number, Float64Array>
  /** By the number of what is named: how many articles name it. */
  readonly counts: number[]
}

export type Named = {
  readonly people: Naming
  readonly keywords: Naming
  /** What is held is of this change, but for what waits to be read. */
  change: number
  readonly relearned: number
  readonly waiting: Set<number>
  /** Another one each time that counts may have changed. */
  version: number
}

/** Pages read at once: some ten milliseconds. */
const AT_ONCE = 250

const SELECT: Readonly<Record<Kind, string>> = {
  // One may have written an article and made its picture.
  people: select('DISTINCT', 'article_person', 'person_id'),
  keywords: select('', 'article_keyword', 'keyword_id'),
}

const held = new WeakMap<Db, Named>()

/** What is named now; the first time all pages are read for it. */
export const namedNow = (db: Db): Named =>
  db.transaction(() => {
    const named = refreshed(db)
    while (readSome(db, named));
    return named
  })()

/** Reads a few of the pages that `namedNow` would read. False when there were none. */
export const readSomeNamed = (db: Db): boolean => db.transaction(() => readSome(db, refreshed(db)))()

/**
 * How many of the articles name each, by its number. Those of a page stand together. `mains`: who is another one counts as that one,
 * and both as one in an article that names both.
 */
export function tally(
  { pages, counts }: Naming,
  ids: Float64Array,
  pageIds: Float64Array,
  mains: ReadonlyMap<number, number> = new Map(),
): Uint32Array {
  const found = new Uint32Array(counts.length)
  let page = NaN
  let list: Float64Array | undefined
  let at = 0
  for (let i = 0; i < ids.length; i++) {
    if (pageIds[i] !== page) {
      page = pageIds[i]!
      list = pages.get(page)
      at = 0
    }
    if (!list) continue
    const place = placeOf(list, ids[i]!, at)
    if (place < 0) continue
    at = place
    const end = place + 2 + list[place + 1]!
    if (mains.size > 0) for (const id of mainsOf(list, place + 2, end, mains)) found[id]!++
    // Without a list of its own: this is done for tens of thousands of articles.
    else for (let k = place + 2; k < end; k++) found[list[k]!]!++
  }
  return found
}

const mainsOf = (list: Float64Array, from: number, end: number, mains: ReadonlyMap<number, number>): Set<number> =>
  new Set(Array.from(list.subarray(from, end), (one) => mains.get(one) ?? one))

/** Where in `list` the article begins, looked for from `from` on and then from the start. Negative: it names nothing. */
function placeOf(list: Float64Array, article: number, from: number): number {
  for (let at = from; at < list.length; at += 2 + list[at + 1]!) if (list[at] === article) return at
  for (let at = 0; at < from; at += 2 + list[at + 1]!) if (list[at] === article) return at
  return -1
}

function select(distinct: string, table: string, column: string): string {
  return `SELECT ${distinct} page_id, article.id, ${column} FROM json_each(?) AS wanted
    CROSS JOIN article ON page_id = wanted.value CROSS JOIN ${table} AS named ON article_id = article.id`
}

/** What is held, with what changed since among what waits to be read. */
function refreshed(db: Db): Named {
  const change = lastChange(db)
  const before = held.get(db)
  if (before && before.relearned === relearned(db)) {
    if (before.change !== change) {
      for (const id of changedSince(db, before.change).ids) before.waiting.add(id)
      before.change = change
      forgetGone(db, before)
    }
    return before
  }
  const naming = (): Naming => ({ pages: new Map(), counts: [] })
  const fresh: Named = {
    people: naming(),
    keywords: naming(),
    change,
    relearned: relearned(db),
    waiting: new Set(pagesThere(db)),
    version: 0,
  }
  held.set(db, fresh)
  return fresh
}

const pagesThere = (db: Db): readonly number[] =>
  sql<{ id: number }>(db, 'SELECT id FROM page WHERE deleted_at IS NULL')
    .all()
    .map(({ id }) => id)

/** Pages that went into the bin and out of the archive at once are not among what changed. */
function forgetGone(db: Db, named: Named): void {
  const there = sql<{ n: number }>(db, 'SELECT count(*) AS n FROM page WHERE deleted_at IS NULL').get()?.n ?? 0
  if (new Set([...named.people.pages.keys(), ...named.waiting]).size === there) return
  const known = new Set(pagesThere(db))
  for (const id of named.people.pages.keys()) if (!known.has(id)) named.waiting.add(id)
}

/** Reads some of the pages that wait. False when none did. */
function readSome(db: Db, named: Named): boolean {
  if (named.waiting.size === 0) return false
  const ids: number[] = []
  for (const id of named.waiting) if (ids.push(id) === AT_ONCE) break
  const list = JSON.stringify(ids)
  const there = sql<{ id: number }>(
    db,
    'SELECT id FROM page WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL',
  )
    .all(list)
    .map(({ id }) => id)
  for (const kind of ['people', 'keywords'] as const) {
    const naming = named[kind]
    for (const id of ids) forget(naming, id)
    // Every page has a list, if an empty one: they are counted.
    for (const id of there) naming.pages.set(id, NONE)
    keep(naming, rows(db, kind, JSON.stringify(there)))
  }
  for (const id of ids) named.waiting.delete(id)
  named.version++
  return true
}

const NONE = new Float64Array(0)

type Row = readonly [page: number, article: number, named: number]

const rows = (db: Db, kind: Kind, pages: string): readonly Row[] =>
  sql(db, SELECT[kind]).raw().all(pages) as readonly Row[] // three columns of whole numbers

function forget({ pages, counts }: Naming, page: number): void {
  const list = pages.get(page)
  if (!list) return
  for (let at = 0; at < list.length; at += 2 + list[at + 1]!)
    for (let k = at + 2; k < at + 2 + list[at + 1]!; k++) counts[list[k]!]!--
  pages.delete(page)
}

/** Those of a page and those of an article stand together in `found`. */
function keep({ pages, counts }: Naming, found: readonly Row[]): void {
  let list: number[] = []
  let size = 0
  for (let i = 0; i < found.length; i++) {
    const [page, article, named] = found[i]!
    if (found[i - 1]?.[1] !== article) size = list.push(article, 0) - 1
    list[size]!++
    list.push(named)
    counts[named] = (counts[named] ?? 0) + 1
    if (found[i + 1]?.[0] === page) continue
    pages.set(page, Float64Array.from(list))
    list = []
  }
}

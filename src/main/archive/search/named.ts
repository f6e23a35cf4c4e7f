/** Whom and what each article names, its people and keywords, kept in memory: to be counted over all hits of a search, and at each key. */
import { changedSince, lastChange, relearned } from '../store/change.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { MOST_ARTICLES } from '../derive.ts'
import { forgetPage, keepPages, noNaming } from './naming.ts'
import type { Naming, Row } from './naming.ts'

export type Kind = 'people' | 'keywords'

/** Of pages that are not in the bin. */
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

function select(distinct: string, table: string, column: string): string {
  return `SELECT ${distinct} article_id, ${column} FROM json_each(?) AS wanted
    CROSS JOIN ${table} ON article_id >= wanted.value * ${MOST_ARTICLES} AND article_id < (wanted.value + 1) * ${MOST_ARTICLES}`
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
  const fresh: Named = {
    people: noNaming(),
    keywords: noNaming(),
    change,
    relearned: relearned(db),
    waiting: new Set(pagesThere(db)),
    version: 0,
  }
  held.set(db, fresh)
  return fresh
}

const pagesThere = (db: Db): readonly number[] =>
  sql(db, 'SELECT id FROM page WHERE deleted_at IS NULL').pluck().all() as number[] // one column of whole numbers

/** Pages that went into the bin and out of the archive at once are not among what changed. */
function forgetGone(db: Db, { people: { starts }, waiting }: Named): void {
  const there = sql<{ n: number }>(db, 'SELECT count(*) AS n FROM page WHERE deleted_at IS NULL').get()?.n ?? 0
  let known = starts.size
  for (const id of waiting) if (!starts.has(id)) known++
  if (known === there) return
  const pages = new Set(pagesThere(db))
  for (const id of starts.keys()) if (!pages.has(id)) waiting.add(id)
}

/** Which of some pages are there and not in the bin. The bin is listed, since a page's text stands between its row's begin and what says so. */
const THERE = `SELECT page.id FROM json_each(?) AS wanted CROSS JOIN page ON page.id = wanted.value
  WHERE page.id NOT IN (SELECT id FROM page WHERE deleted_at IS NOT NULL)`

/** Reads some of the pages that wait. False when none did. */
function readSome(db: Db, named: Named): boolean {
  if (named.waiting.size === 0) return false
  const ids: number[] = []
  for (const id of named.waiting) if (ids.push(id) === AT_ONCE) break
  const there = sql(db, THERE).pluck().all(JSON.stringify(ids)) as number[] // one column of whole numbers
  for (const kind of ['people', 'keywords'] as const) {
    const naming = named[kind]
    for (const id of ids) forgetPage(naming, id)
    keepPages(naming, there, rows(db, kind, JSON.stringify(there)))
  }
  for (const id of ids) named.waiting.delete(id)
  named.version++
  return true
}

const rows = (db: Db, kind: Kind, pages: string): readonly Row[] =>
  sql(db, SELECT[kind]).raw().all(pages) as readonly Row[] // two columns of whole numbers

/** How the hits of a search spread over publications, years, roles, people and keywords. */
import type { SearchInput } from '../../../shared/api/search.ts'
import type { Role } from '../../../shared/page/page.ts'
import { TEXT_BYTES } from '../store/article.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { calledNow } from './called.ts'
import { engineOf } from './engine.ts'
import { mostNamed } from './most-named.ts'
import type { Counted } from './most-named.ts'
import { namedNow, tally } from './named.ts'
import { normaliseBlocks } from './normal.ts'
import { prepare } from './prepare.ts'
import { scoreOf } from './reading.ts'
import type { ReadArticle } from './reading.ts'
import type { Resolved } from './resolved.ts'
import { roleOf } from './roles.ts'

type Facet = { value: string; count: number }[]

const MOST = 30
/** Roles are read from the texts; more hits than this would take too long. */
const MOST_READ = 3000

export function facets(db: Db, input: SearchInput) {
  return db.transaction(() => {
    const { resolved } = prepare(db, input)
    const engine = engineOf(db)
    const { ids, pageIds } = engine.search(resolved)
    const { pages } = engine.library()
    const publications = new Map<string, number>()
    const years = new Map<string, number>()
    for (const id of pageIds) {
      const page = pages.get(id)
      if (!page) continue
      add(publications, page.publication)
      add(years, page.date.slice(0, 4))
    }
    return {
      publications: largest(publications),
      years: [...years].map(([value, count]) => ({ value, count })).toSorted((a, b) => (a.value < b.value ? 1 : -1)),
      roles: ids.length > MOST_READ ? null : rolesOf(db, ids, input),
      people: peopleNamed(db, ids, pageIds),
      keywords: keywordsNamed(db, ids, pageIds),
    }
  })()
}

/** Each person once for an article, however spelt there. */
function peopleNamed(db: Db, ids: Float64Array, pageIds: Float64Array): Facet {
  const { names } = calledNow(db, 'people')
  const mains = new Map(
    sql<{ id: number; main: number }>(db, 'SELECT id, same_as AS main FROM person WHERE same_as IS NOT NULL')
      .all()
      .map(({ id, main }) => [id, main]),
  )
  const counts = tally(namedNow(db).people, ids, pageIds, mains)
  return asFacet(mostNamed(counts, MOST, (id) => names[id] ?? ''))
}

function keywordsNamed(db: Db, ids: Float64Array, pageIds: Float64Array): Facet {
  const { names } = calledNow(db, 'keywords')
  return asFacet(mostNamed(tally(namedNow(db).keywords, ids, pageIds), MOST, (id) => names[id] ?? ''))
}

const asFacet = (found: readonly Counted[]): Facet => found.map(({ name, count }) => ({ value: name, count }))

/** By each role as many as it finds when it is chosen. */
function rolesOf(db: Db, ids: Float64Array, input: SearchInput): Facet {
  const counts = new Map<Role, number>()
  const asked = new Map<Role, Resolved>()
  const { library } = engineOf(db)
  for (const id of ids) {
    const row = sql<Omit<ReadArticle, 'text'> & { readonly bytes: Buffer }>(
      db,
      `SELECT id, page_id AS pageId, roles, ${TEXT_BYTES} FROM article WHERE id = ?`,
    ).get(id)
    if (!row) continue
    const article = { ...row, text: normaliseBlocks(row.bytes.toString()) }
    for (const role of new Set([...row.roles].map(roleOf))) {
      let query = asked.get(role)
      if (!query) asked.set(role, (query = prepare(db, { ...input, roles: [role] }).resolved))
      if (scoreOf(article, query, library) !== undefined) add(counts, role)
    }
  }
  return largest(counts)
}

const add = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

const largest = (counts: ReadonlyMap<string, number>): Facet =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST)

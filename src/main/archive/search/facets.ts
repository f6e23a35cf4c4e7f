/** How the hits of a search spread over publications, years, roles, people and keywords. */
import { setImmediate as rest } from 'node:timers/promises'
import type { SearchInput } from '../../../shared/api/search.ts'
import type { Role } from '../../../shared/page/page.ts'
import { TEXT_BYTES } from '../store/article.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { mainsOf } from '../store/people.ts'
import { calledNow } from './called.ts'
import { engineOf } from './engine.ts'
import { mostNamed } from './most-named.ts'
import type { Counted } from './most-named.ts'
import { namedNow } from './named.ts'
import { tally } from './naming.ts'
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

/** Texts read at once: some ten milliseconds. */
const AT_ONCE = 200

/** With rests in which others are answered, where texts are read. */
export async function facets(db: Db, input: SearchInput) {
  const { ids, ...told } = counted(db, input)
  return { ...told, roles: ids.length > MOST_READ ? null : await rolesOf(db, ids, input) }
}

const counted = (db: Db, input: SearchInput) =>
  db.transaction(() => {
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
      ids,
      publications: largest(publications),
      years: [...years].map(([value, count]) => ({ value, count })).toSorted((a, b) => (a.value < b.value ? 1 : -1)),
      people: peopleNamed(db, ids, pageIds),
      keywords: keywordsNamed(db, ids, pageIds),
    }
  })()

/** Each person once for an article, however spelt there. */
function peopleNamed(db: Db, ids: Float64Array, pageIds: Float64Array): Facet {
  const { names } = calledNow(db, 'people')
  const counts = tally(namedNow(db).people, ids, pageIds, mainsOf(db))
  return asFacet(mostNamed(counts, MOST, (id) => names[id] ?? ''))
}

function keywordsNamed(db: Db, ids: Float64Array, pageIds: Float64Array): Facet {
  const { names } = calledNow(db, 'keywords')
  return asFacet(mostNamed(tally(namedNow(db).keywords, ids, pageIds), MOST, (id) => names[id] ?? ''))
}

const asFacet = (found: readonly Counted[]): Facet => found.map(({ name, count }) => ({ value: name, count }))

/** By each role as many as it finds when it is chosen. */
async function rolesOf(db: Db, ids: Float64Array, input: SearchInput): Promise<Facet> {
  const counts = new Map<Role, number>()
  const asked = new Map<Role, Resolved>()
  const queryOf = (role: Role) => {
    let query = asked.get(role)
    if (!query) asked.set(role, (query = prepare(db, { ...input, roles: [role] }).resolved))
    return query
  }
  for (let at = 0; at < ids.length && db.open; at += AT_ONCE) {
    if (at > 0) await rest()
    const some = ids.subarray(at, at + AT_ONCE)
    db.transaction(() => {
      const { library } = engineOf(db)
      for (const article of Array.from(some, (id) => textOf(db, id)).flat())
        for (const role of new Set([...article.roles].map(roleOf)))
          if (scoreOf(article, queryOf(role), library) !== undefined) add(counts, role)
    })()
  }
  return largest(counts)
}

/** None where it is gone. */
function textOf(db: Db, id: number): readonly ReadArticle[] {
  const row = sql<Omit<ReadArticle, 'text'> & { readonly bytes: Buffer }>(
    db,
    `SELECT id, page_id AS pageId, roles, ${TEXT_BYTES} FROM article WHERE id = ?`,
  ).get(id)
  return row ? [{ ...row, text: normaliseBlocks(row.bytes.toString()) }] : []
}

const add = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

const largest = (counts: ReadonlyMap<string, number>): Facet =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST)

/** Makes of what a person typed and chose the query that the engine answers. */
import type { SearchInput } from '../../../shared/api/search.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { Role } from '../../../shared/page/page.ts'
import { needlesOf } from '../../../shared/search/query.ts'
import type { Query } from '../../../shared/search/query.ts'
import { understand } from '../../../shared/search/understand.ts'
import type { Understood } from '../../../shared/search/understand.ts'
import type { Db } from '../store/db.ts'
import { engineOf } from './engine.ts'
import { articlesOfKeywords, articlesOfPeople, resolve, variants } from './resolve.ts'
import type { Resolved } from './resolved.ts'

export type Prepared = {
  readonly query: Query
  readonly resolved: Resolved
  /** What was typed, as far as it was understood. */
  readonly typed: Understood
}

/** The typed query and the filters as one, with people, keywords and pages looked up. Error: `query/empty` where nothing is looked for. */
export function prepare(db: Db, input: SearchInput): Prepared {
  const filtered = hasFilter(input)
  const typed = understand(input.query, (text) => occurs(db, text), !filtered)
  if (!typed.query && !filtered) throw new BanxinError('query/empty')
  const roles = input.roles?.length ? input.roles : undefined
  const parts: Query[] = []
  if (typed.query) parts.push(roles ? withRoles(typed.query, roles) : typed.query)
  else if (roles) parts.push({ kind: 'roles', roles })
  const any = (queries: readonly Query[] | undefined) => {
    if (queries && queries.length > 0)
      parts.push(queries.length === 1 && queries[0] ? queries[0] : { kind: 'or', parts: queries })
  }
  any(
    input.years?.map((y) =>
      y === '' ? { kind: 'date', from: '', to: '' } : { kind: 'date', from: `${y}-01-01`, to: `${y}-12-31` },
    ),
  )
  if (input.from || input.to)
    parts.push({ kind: 'date', from: input.from || '0000-01-01', to: input.to || '9999-12-31' })
  const query: Query = parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts }
  const filters: Resolved[] = []
  const { publications, people, keywords } = input
  if (publications?.length) filters.push({ kind: 'pages', fits: (p) => publications.includes(p.publication) })
  if (people?.length)
    filters.push({
      kind: 'articles',
      ids: articlesOfPeople(
        db,
        people.flatMap((name) => variants(db, name)),
      ),
    })
  if (keywords?.length) filters.push({ kind: 'articles', ids: articlesOfKeywords(db, keywords) })
  const all = parts.length > 0 ? [resolve(db, query), ...filters] : filters
  return { query, typed, resolved: all.length === 1 && all[0] ? all[0] : { kind: 'and', parts: all } }
}

/** Whether a text in normal form stands anywhere. */
const occurs = (db: Db, text: string): boolean => engineOf(db).count({ kind: 'text', text }).articles > 0

/** Whether nothing at all is looked for. */
export const isNothing = (input: SearchInput): boolean => input.query.trim() === '' && !hasFilter(input)

const hasFilter = (i: SearchInput): boolean =>
  [i.publications, i.years, i.roles, i.people, i.keywords].some((list) => list?.length) || Boolean(i.from || i.to)

/** The same in blocks of these roles only; what asks for no words asks for such a block. Never finds more than without them: what must not be must be nowhere. */
function withRoles(q: Query, roles: readonly Role[]): Query {
  if (needlesOf(q).length === 0) return { kind: 'and', parts: [narrowed(q, roles), { kind: 'roles', roles }] }
  if (q.kind === 'or') return { ...q, parts: q.parts.map((p) => withRoles(p, roles)) }
  if (q.kind !== 'and') return narrowed(q, roles)
  return { ...q, parts: q.parts.map((p) => (needlesOf(p).length === 0 ? narrowed(p, roles) : withRoles(p, roles))) }
}

/** With its texts in blocks of these roles only. */
function narrowed(q: Query, roles: readonly Role[]): Query {
  switch (q.kind) {
    case 'text':
      return { ...q, roles: q.roles ? q.roles.filter((r) => roles.includes(r)) : roles }
    case 'and':
    case 'or':
      return { ...q, parts: q.parts.map((p) => narrowed(p, roles)) }
    case 'not':
    case 'field':
    case 'date':
    case 'roles':
      return q
  }
}

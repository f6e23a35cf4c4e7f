/** Makes of what a person typed and chose the query that the engine answers: people, keywords and pages are looked up. */
import type { SearchInput } from '../../../shared/api/search.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { Role } from '../../../shared/page/page.ts'
import { soundOf, soundsLike } from '../../../shared/pinyin.ts'
import { normalise } from '../../../shared/search/normalise.ts'
import { parseQuery } from '../../../shared/search/query.ts'
import type { Query } from '../../../shared/search/query.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { numberFits } from './page-number.ts'
import type { Resolved } from './resolved.ts'

/** The typed query and the filters as one, with people, keywords and pages looked up. */
export function prepare(db: Db, input: SearchInput): { readonly query: Query; readonly resolved: Resolved } {
  const typed = parseQuery(input.query)
  if (!typed && !hasFilter(input)) throw new BanxinError('query/invalid', { detail: '' })
  const parts: Query[] = typed ? [input.roles?.length ? withRoles(typed, input.roles) : typed] : []
  const any = (queries: readonly Query[] | undefined) => {
    if (queries && queries.length > 0)
      parts.push(queries.length === 1 && queries[0] ? queries[0] : { kind: 'or', parts: queries })
  }
  any(input.years?.map((y) => ({ kind: 'date', from: `${y}-01-01`, to: `${y}-12-31` })))
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
  const resolved = parts.length > 0 ? [resolve(db, query), ...filters] : filters
  return { query, resolved: resolved.length === 1 && resolved[0] ? resolved[0] : { kind: 'and', parts: resolved } }
}

const hasFilter = (i: SearchInput): boolean =>
  Boolean(i.publications?.length || i.years?.length || i.people?.length || i.keywords?.length || i.from || i.to)

function withRoles(q: Query, roles: readonly Role[]): Query {
  switch (q.kind) {
    case 'text':
      return { ...q, roles: q.roles ? q.roles.filter((r) => roles.includes(r)) : roles }
    case 'and':
    case 'or':
      return { ...q, parts: q.parts.map((p) => withRoles(p, roles)) }
    case 'not':
      return { ...q, part: withRoles(q.part, roles) }
    case 'field':
    case 'date':
      return q
  }
}

function resolve(db: Db, q: Query): Resolved {
  switch (q.kind) {
    case 'text':
    case 'date':
      return q
    case 'and':
    case 'or':
      return { kind: q.kind, parts: q.parts.map((p) => resolve(db, p)) }
    case 'not':
      return { kind: 'not', part: resolve(db, q.part) }
    case 'field':
      switch (q.field) {
        case 'number': {
          const fits = numberFits(q.value)
          return { kind: 'pages', fits: (p) => fits(p.number) }
        }
        case 'section':
          return { kind: 'pages', fits: (p) => p.section.includes(q.value) }
        case 'publication': {
          const names = new Map<string, boolean>()
          const fits = (name: string) => {
            let known = names.get(name)
            if (known === undefined)
              names.set(name, (known = name !== '' && (normalise(name).includes(q.value) || sounds(name, q.value))))
            return known
          }
          return { kind: 'pages', fits: (p) => fits(p.publication) }
        }
        case 'byline':
          return { kind: 'articles', ids: articlesOfPeople(db, peopleLike(db, q.value)) }
        case 'keyword': {
          const words = sql<{ word: string }>(db, 'SELECT word FROM keyword')
            .all()
            .map((r) => r.word)
          return {
            kind: 'articles',
            ids: articlesOfKeywords(
              db,
              words.filter((w) => normalise(w).includes(q.value)),
            ),
          }
        }
      }
  }
}

/** One letter is the sound of too many. */
const sounds = (name: string, typed: string): boolean => /^[a-z]{2,}$/.test(typed) && soundsLike(name, typed)

/** Ids of people whose name holds `typed` (in normal form), or sounds so or begins so, with all spellings of each. */
export function peopleLike(db: Db, typed: string): readonly number[] {
  const latin = /^[a-z]+$/.test(typed)
  const found = latin
    ? sql<{ id: number; name: string; whole: number }>(
        db,
        `SELECT id, name, pinyin = :typed OR initials = :typed OR instr(lower(name), :typed) AS whole FROM person
          WHERE whole OR pinyin GLOB :typed || '*'`,
      )
        .all({ typed })
        .filter((p) => p.whole || beginsWithSound(p.name, typed))
    : sql<{ id: number; name: string }>(db, 'SELECT id, name FROM person')
        .all()
        .filter((p) => normalise(p.name).includes(typed))
  return spellings(
    db,
    found.map((p) => p.id),
  )
}

/** Whether the first characters of a name sound so: 欧阳明 as ouyang, and 林一舟 not as li. */
const beginsWithSound = (name: string, typed: string): boolean =>
  [...name].some((_, at, characters) => soundOf(characters.slice(0, at + 1).join(''), true).pinyin === typed)

const variants = (db: Db, name: string): readonly number[] =>
  spellings(
    db,
    sql<{ id: number }>(db, 'SELECT id FROM person WHERE name = ?')
      .all(name)
      .map((p) => p.id),
  )

/** With everyone who is the same person. */
const spellings = (db: Db, ids: readonly number[]): readonly number[] =>
  sql<{ id: number }>(
    db,
    `WITH given AS (SELECT coalesce(same_as, id) AS id FROM person WHERE id IN (SELECT value FROM json_each(?)))
      SELECT id FROM person WHERE coalesce(same_as, id) IN (SELECT id FROM given)`,
  )
    .all(JSON.stringify(ids))
    .map((r) => r.id)

const articlesOfPeople = (db: Db, ids: readonly number[]): ReadonlySet<number> =>
  new Set(
    sql<{ id: number }>(
      db,
      'SELECT DISTINCT article_id AS id FROM article_person WHERE person_id IN (SELECT value FROM json_each(?))',
    )
      .all(JSON.stringify(ids))
      .map((r) => r.id),
  )

const articlesOfKeywords = (db: Db, words: readonly string[]): ReadonlySet<number> =>
  new Set(
    sql<{ id: number }>(
      db,
      `SELECT DISTINCT article_id AS id FROM article_keyword JOIN keyword ON keyword.id = keyword_id
        WHERE word IN (SELECT value FROM json_each(?))`,
    )
      .all(JSON.stringify(words))
      .map((r) => r.id),
  )

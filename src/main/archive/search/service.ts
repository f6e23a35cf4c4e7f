/** Search as people use it: a typed query with filters gives counts, ranked hits with snippets, facets and suggestions. */
import type { SearchHit, SearchInput } from '../../../shared/api/search.ts'
import { BanxinError } from '../../../shared/errors.ts'
import { ROLES } from '../../../shared/page/page.ts'
import type { Role } from '../../../shared/page/page.ts'
import { matchesOf, normalise } from '../../../shared/search/normalise.ts'
import { needlesOf, parseQuery } from '../../../shared/search/query.ts'
import type { Query } from '../../../shared/search/query.ts'
import { soundOf } from '../../../shared/pinyin.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { makeEngine } from './engine.ts'
import type { Answer, Count, Engine, Resolved } from './engine.ts'
import { plainNumber } from './library.ts'
import { roleOf } from './roles.ts'
import { SEPARATOR } from './segment.ts'

const engines = new WeakMap<Db, Engine>()

/** The one engine of a database. */
export function engineOf(db: Db): Engine {
  let engine = engines.get(db)
  if (!engine) engines.set(db, (engine = makeEngine(db)))
  return engine
}

/** Runs a search in one read transaction. Error: `query/invalid` for an empty one. */
export function runSearch(db: Db, input: SearchInput): Count & { readonly hits: readonly SearchHit[] } {
  return db.transaction(() => {
    const { query, resolved } = prepare(db, input)
    const engine = engineOf(db)
    const offset = input.offset ?? 0
    const limit = input.limit ?? 20
    const answer = engine.search(resolved)
    const order = best(
      answer,
      offset + limit,
      input.sort ?? 'relevance',
      (page) => engine.library().pages.get(page)?.date ?? '',
    )
    const hits = order.slice(offset).flatMap((i) => hitOf(db, answer, i, query, input.roles))
    return { articles: answer.ids.length, pages: new Set(answer.pageIds).size, hits }
  })()
}

/** How many articles and pages fit. */
export const countSearch = (db: Db, input: SearchInput): Count =>
  db.transaction(() => engineOf(db).count(prepare(db, input).resolved))()

/** Every article id that fits, with its page, in page order. */
export function searchAll(db: Db, input: SearchInput): readonly { readonly id: number; readonly pageId: number }[] {
  return db.transaction(() => {
    const answer = engineOf(db).search(prepare(db, input).resolved)
    return Array.from(answer.ids, (id, i) => ({ id, pageId: answer.pageIds[i] ?? 0 })).toSorted((a, b) => a.id - b.id)
  })()
}

/** The hit of each article of `ids`, without ranking; for lists that are written out. */
export const hitsOf = (
  db: Db,
  input: SearchInput,
  ids: readonly { readonly id: number; readonly pageId: number }[],
): readonly SearchHit[] => {
  const { query } = prepare(db, input)
  return ids.flatMap(({ id, pageId }) => hit(db, id, pageId, 0, query, input.roles))
}

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
        case 'number':
          return { kind: 'pages', fits: (p) => p.number === plainNumber(q.value) }
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

const sounds = (name: string, typed: string): boolean => {
  const { pinyin, initials } = soundOf(name)
  return typed.length > 1 && /^[a-z]+$/.test(typed) && (pinyin.startsWith(typed) || initials === typed)
}

/** Ids of people whose name holds `typed` (in normal form), or sounds so, with all spellings of each. */
export function peopleLike(db: Db, typed: string): readonly number[] {
  const latin = /^[a-z]+$/.test(typed)
  const found = latin
    ? sql<{ id: number }>(db, 'SELECT id FROM person WHERE pinyin = ? OR initials = ? OR instr(lower(name), ?)').all(
        typed,
        typed,
        typed,
      )
    : sql<{ id: number; name: string }>(db, 'SELECT id, name FROM person')
        .all()
        .filter((p) => normalise(p.name).includes(typed))
  return spellings(
    db,
    found.map((p) => p.id),
  )
}

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

/** A day is worth this much less for each year it is past: enough to order equals, not to bury a better hit. */
const YEAR = 0.05

/** The places in `answer` of the best `k`, best first. */
function best(
  answer: Answer,
  k: number,
  sort: 'relevance' | 'newest' | 'oldest',
  dateOf: (page: number) => string,
): readonly number[] {
  const { ids, pageIds, scores } = answer
  const days = new Map<number, number>()
  const dayOf = (page: number): number => {
    let day = days.get(page)
    if (day === undefined) {
      const date = dateOf(page)
      day = date ? Number(date.slice(0, 4)) + Number(date.slice(5, 7)) / 12 + Number(date.slice(8, 10)) / 372 : 0
      days.set(page, day)
    }
    return day
  }
  const value = (i: number): number => {
    const day = dayOf(pageIds[i]!)
    if (sort === 'newest') return day
    if (sort === 'oldest') return day === 0 ? -9999 : -day
    return scores[i]! + (day === 0 ? 0 : (day - 2000) * YEAR)
  }
  // A small heap, worst first; equals are ordered by the newer article.
  const heap: { v: number; i: number }[] = []
  const worse = (a: { v: number; i: number }, b: { v: number; i: number }) =>
    a.v < b.v || (a.v === b.v && ids[a.i]! < ids[b.i]!)
  for (let i = 0; i < ids.length; i++) {
    const one = { v: value(i), i }
    if (heap.length < k) {
      heap.push(one)
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1
        if (!worse(heap[at]!, heap[parent]!)) break
        ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
        at = parent
      }
    } else if (heap[0] && worse(heap[0], one)) {
      heap[0] = one
      for (let at = 0; ;) {
        let least = at
        for (const child of [2 * at + 1, 2 * at + 2]) if (heap[child] && worse(heap[child], heap[least]!)) least = child
        if (least === at) break
        ;[heap[at], heap[least]] = [heap[least]!, heap[at]!]
        at = least
      }
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1)).map((h) => h.i)
}

const hitOf = (
  db: Db,
  answer: Answer,
  i: number,
  query: Query,
  roles: readonly Role[] | undefined,
): readonly SearchHit[] => hit(db, answer.ids[i] ?? 0, answer.pageIds[i] ?? 0, answer.scores[i] ?? 0, query, roles)

function hit(
  db: Db,
  id: number,
  pageId: number,
  score: number,
  query: Query,
  roles: readonly Role[] | undefined,
): readonly SearchHit[] {
  const a = sql<{ key: string; headline: string; byline: string; text: string; roles: string; keys: string }>(
    db,
    'SELECT key, headline, byline, text, roles, keys FROM article WHERE id = ?',
  ).get(id)
  const p = sql<{ name: string; publication: string; date: string; number: string; section: string }>(
    db,
    `SELECT page.name, publication.name AS publication, issue.date, page.number, page.section FROM page
      JOIN issue ON issue.id = page.issue_id JOIN publication ON publication.id = issue.publication_id WHERE page.id = ?`,
  ).get(pageId)
  if (!a || !p) return []
  const blocks = a.text.split(SEPARATOR)
  const needles = needlesOf(query)
  const where = firstMatch(blocks, a.roles, needles, roles)
  const text = blocks[where.block] ?? ''
  return [
    {
      page: pageId,
      article: a.key,
      block: a.keys.split(',')[where.block] ?? '',
      role: roleOf(a.roles[where.block] ?? 'i'),
      start: where.start,
      end: where.end,
      ...p,
      headline: a.headline,
      byline: a.byline,
      snippet: snippet(text, where.start, needles),
      score,
    },
  ]
}

/** The block that a hit shows: the first one of running text with a match, else the first one at all. */
function firstMatch(
  blocks: readonly string[],
  roles: string,
  needles: readonly string[],
  only: readonly Role[] | undefined,
) {
  let first: { block: number; start: number; end: number } | undefined
  for (const [block, text] of blocks.entries()) {
    const role = roleOf(roles[block] ?? 'i')
    if (only?.length && !only.includes(role)) continue
    const [match] = matchesOf(text, needles)
    if (!match) continue
    const found = { block, start: match[0], end: match[1] }
    if (BODY.has(role)) return found
    first ??= found
  }
  return (
    first ?? {
      block: Math.max(
        0,
        [...roles].findIndex((r) => roleOf(r) === 'paragraph'),
      ),
      start: 0,
      end: 0,
    }
  )
}

const BODY: ReadonlySet<Role> = new Set(['paragraph', 'caption', 'note', 'standfirst'])
const BEFORE = 24
const AROUND = 96

/** About a hundred characters around the match, and what of them is lit. */
function snippet(text: string, start: number, needles: readonly string[]): SearchHit['snippet'] {
  const from = start > BEFORE + 6 ? start - BEFORE : 0
  const to = Math.min(text.length, from + AROUND)
  const lit = matchesOf(text, needles)
    .filter(([a, b]) => a >= from && b <= to)
    .map(([a, b]): [number, number] => [a - from + (from > 0 ? 1 : 0), b - from + (from > 0 ? 1 : 0)])
  return {
    text: `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll('\n', ' ')}${to < text.length ? '…' : ''}`,
    lit,
  }
}

/** Which roles an article's matches stand in. */
export function rolesMatched(text: string, roles: string, needles: readonly string[]): readonly Role[] {
  const found = new Set<Role>()
  for (const [i, block] of text.split(SEPARATOR).entries()) {
    const normal = normalise(block)
    if (needles.some((n) => normal.includes(n))) found.add(roleOf(roles[i] ?? 'i'))
  }
  return ROLES.filter((r) => found.has(r))
}

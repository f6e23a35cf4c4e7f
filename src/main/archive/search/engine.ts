/** Answers queries: from the segments what they hold for, by reading the texts themselves what has changed since; together exactly what a scan would find. */
import type { Role } from '../../../shared/page/page.ts'
import type { Query } from '../../../shared/search/query.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { find, headCount } from './find.ts'
import type { LookUp } from './find.ts'
import { loadLibrary } from './library.ts'
import type { Library, PageInfo } from './library.ts'
import { groupBit, roleOf, WORTH_OF } from './roles.ts'
import { SEPARATOR } from './segment.ts'
import type { Segment } from './segment.ts'
import { deadPages, indexVersion, loadSegmentHead, normaliseBlocks, readLists, segmentIds } from './store.ts'

/** A query whose people and keywords were looked up: `articles` are the ids that fit. */
export type Resolved =
  | Exclude<Query, { kind: 'field' | 'and' | 'or' | 'not' }>
  | { readonly kind: 'pages'; readonly fits: (page: PageInfo) => boolean }
  | { readonly kind: 'articles'; readonly ids: ReadonlySet<number> }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Resolved[] }
  | { readonly kind: 'not'; readonly part: Resolved }

/** Articles by id with how well they fit; every one that fits, in no order. */
export type Answer = {
  readonly ids: Float64Array
  readonly pageIds: Float64Array
  readonly scores: Float32Array
}

export type Count = { readonly articles: number; readonly pages: number }

export type Engine = {
  /** How many articles and pages fit. */
  readonly count: (query: Resolved) => Count
  readonly search: (query: Resolved) => Answer
  readonly library: () => Library
}

/** An article that is read because no segment holds it: `text` is in normal form, blocks with SEPARATOR between. */
type ReadArticle = { readonly id: number; readonly pageId: number; readonly text: string; readonly roles: string }

const readArticles = (db: Db, pageId: number): readonly ReadArticle[] =>
  sql<ReadArticle>(db, 'SELECT id, page_id AS pageId, text, roles FROM article WHERE page_id = ? ORDER BY id')
    .all(pageId)
    .map((a) => ({ ...a, text: normaliseBlocks(a.text) }))

type OpenSegment = Omit<Segment, 'data'> & {
  readonly id: number
  /** 1 for each page that this segment no longer holds for. */
  readonly dead: Uint8Array
  readonly anyDead: boolean
  readonly lookUp: LookUp
  /** The number of an article by its id. */
  readonly placeOf: (id: number) => number | undefined
}

/** One for each open database; it keeps heads of segments and the place of pages in memory. Call within a read transaction. */
export function makeEngine(db: Db): Engine {
  let segments: readonly OpenSegment[] = []
  let version = -1
  let library: Library | undefined
  let libraryVersion = ''
  let waiting: { key: string; pages: readonly number[]; articles: readonly ReadArticle[] } = {
    key: '',
    pages: [],
    articles: [],
  }

  /** Brings what is in memory up to what is in the database. */
  function refresh(): void {
    const index = indexVersion(db)
    const pending = sql<{ id: number; change: number | null; gone: number }>(
      db,
      `SELECT p.page_id AS id, page.change, page.id IS NULL OR page.deleted_at IS NOT NULL AS gone
        FROM search_pending AS p LEFT JOIN page ON page.id = p.page_id`,
    ).all()
    const key = pending.map((p) => `${p.id}.${p.change}`).join()
    if (index === version && key === waiting.key) return
    waiting = {
      key,
      pages: pending.map((p) => p.id),
      articles: pending.filter((p) => !p.gone).flatMap((p) => readArticles(db, p.id)),
    }
    const known = new Map(segments.map((s) => [s.id, s]))
    const stale = new Set(waiting.pages)
    segments = segmentIds(db).map((id) => {
      const head = known.get(id) ?? { ...loadSegmentHead(db, id), id }
      const gone = new Set(deadPages(db, id))
      const dead = Uint8Array.from(head.pages, (page) => Number(gone.has(page) || stale.has(page)))
      const lookUp: LookUp = (term) => {
        const at = placeOf(head.terms, term)
        return at < 0 ? undefined : readLists(db, id, head.offsets[at] ?? 0, head.offsets[at + 1] ?? 0)
      }
      return { ...head, id, dead, anyDead: dead.includes(1), lookUp, placeOf: placesOf(head.articles) }
    })
    version = index
  }

  const currentLibrary = (): Library => {
    const key = sql<{ key: string }>(
      db,
      "SELECT group_concat(value, '.') AS key FROM counter WHERE name IN ('change', 'library') ORDER BY name",
    ).get()?.key
    if (!library || key !== libraryVersion) {
      library = loadLibrary(db, library)
      libraryVersion = key ?? ''
    }
    return library
  }

  const evaluate = (query: Resolved): Answer => {
    refresh()
    const parts = segments.map((s) => ({ s, found: inSegment(db, s, query, currentLibrary) }))
    const read = waiting.articles.flatMap((a) => {
      const score = scoreOf(a, query, currentLibrary)
      return score === undefined ? [] : [{ a, score }]
    })
    const total = parts.reduce((n, p) => n + p.found.docs.length, read.length)
    const ids = new Float64Array(total)
    const pageIds = new Float64Array(total)
    const scores = new Float32Array(total)
    let n = 0
    for (const { s, found } of parts)
      for (let i = 0; i < found.docs.length; i++, n++) {
        const doc = found.docs[i]!
        ids[n] = s.articles[doc]!
        pageIds[n] = s.pages[s.pageOf[doc]!]!
        scores[n] = found.scores[i]!
      }
    for (const { a, score } of read) {
      ids[n] = a.id
      pageIds[n] = a.pageId
      scores[n++] = score
    }
    return { ids, pageIds, scores }
  }

  const count = (query: Resolved): Count => {
    refresh()
    let articles = 0
    let pages = 0
    for (const s of segments) {
      const head = query.kind === 'text' && !query.roles && !s.anyDead ? headCount(query.text, s.lookUp) : undefined
      if (head) {
        articles += head.articles
        pages += head.pages
        continue
      }
      const { docs } = inSegment(db, s, query, currentLibrary)
      articles += docs.length
      let last = -1
      for (const doc of docs) {
        const page = s.pageOf[doc]!
        if (page !== last) pages++
        last = page
      }
    }
    const read = waiting.articles.filter((a) => scoreOf(a, query, currentLibrary) !== undefined)
    return { articles: articles + read.length, pages: pages + new Set(read.map((a) => a.pageId)).size }
  }

  return { count, search: evaluate, library: currentLibrary }
}

type Found = { readonly docs: Uint32Array; readonly scores: Float32Array }

function inSegment(db: Db, s: OpenSegment, query: Resolved, library: () => Library): Found {
  const found = raw(db, s, query, library)
  return s.anyDead ? filter(found, (doc) => s.dead[s.pageOf[doc]!] === 0) : found
}

function raw(db: Db, s: OpenSegment, query: Resolved, library: () => Library): Found {
  switch (query.kind) {
    case 'text':
      return textFound(db, s, query.text, query.roles)
    case 'date':
      return byPage(s, library(), (p) => p.date >= query.from && p.date <= query.to && p.date !== '')
    case 'pages':
      return byPage(s, library(), query.fits)
    case 'articles': {
      const docs: number[] = []
      for (const id of query.ids) {
        const at = s.placeOf(id)
        if (at !== undefined) docs.push(at)
      }
      return plain(Uint32Array.from(docs).sort())
    }
    case 'and': {
      // What must not be is taken away from what must.
      const wanted = query.parts.filter((p) => p.kind !== 'not').map((p) => raw(db, s, p, library))
      wanted.sort((a, b) => a.docs.length - b.docs.length)
      let found = wanted[0] ?? everything(s)
      for (const other of wanted.slice(1)) found = intersect(found, other)
      for (const p of query.parts) if (p.kind === 'not') found = subtract(found, raw(db, s, p.part, library))
      return found
    }
    case 'or':
      return query.parts.map((p) => raw(db, s, p, library)).reduce(unite)
    case 'not':
      return subtract(everything(s), raw(db, s, query.part, library))
  }
}

function textFound(db: Db, s: OpenSegment, needle: string, roles: readonly Role[] | undefined): Found {
  const hits = find(needle, s.lookUp, (doc) => readText(db, s.articles[doc]!))
  const mask = roles ? roles.reduce((bits, r) => bits | groupBit(r), 0) : 31
  const scores = new Float32Array(hits.docs.length)
  let n = 0
  const docs = roles ? new Uint32Array(hits.docs.length) : hits.docs
  for (let i = 0; i < hits.docs.length; i++) {
    const flags = hits.flags[i]!
    if ((flags & mask) === 0) continue
    const doc = hits.docs[i]!
    // The index knows groups of roles; which role it is stands in the text.
    if (roles && !inRoles(db, s.articles[doc]!, needle, roles)) continue
    docs[n] = doc
    scores[n++] = score(flags & mask, flags >> 5, s.lengths[doc]!)
  }
  return { docs: docs.subarray(0, n), scores: scores.subarray(0, n) }
}

function readText(db: Db, id: number): string {
  const row = sql<{ text: string }>(db, 'SELECT text FROM article WHERE id = ?').get(id)
  return row ? normaliseBlocks(row.text) : ''
}

function inRoles(db: Db, id: number, needle: string, roles: readonly Role[]): boolean {
  const row = sql<{ text: string; roles: string }>(db, 'SELECT text, roles FROM article WHERE id = ?').get(id)
  if (!row) return false
  return blocksWith({ ...row, text: normaliseBlocks(row.text) }, needle).some((role) => roles.includes(role))
}

/** The roles of the blocks in which `needle` stands, one for each such block. */
export function blocksWith(a: { readonly text: string; readonly roles: string }, needle: string): readonly Role[] {
  return a.text.split(SEPARATOR).flatMap((text, i) => (text.includes(needle) ? [roleOf(a.roles[i] ?? 'i')] : []))
}

const LOG2 = Float32Array.from({ length: 8 }, (_, n) => 1 + Math.log2(Math.max(1, n)) * 0.25)

/** Where it stands counts most, then how often, then how much of the article it is. */
const score = (groups: number, times: number, length: number): number =>
  (WORTH_OF[groups]! * LOG2[times]!) / (1 + length / 8000)

/** The same by reading: undefined where the article does not fit. */
function scoreOf(a: ReadArticle, query: Resolved, library: () => Library): number | undefined {
  switch (query.kind) {
    case 'text': {
      const roles = blocksWith(a, query.text).filter((r) => !query.roles || query.roles.includes(r))
      if (roles.length === 0) return undefined
      return score(
        roles.reduce((bits, r) => bits | groupBit(r), 0),
        Math.min(7, roles.length),
        a.text.length,
      )
    }
    case 'date': {
      const date = library().pages.get(a.pageId)?.date ?? ''
      return date !== '' && date >= query.from && date <= query.to ? 0 : undefined
    }
    case 'pages': {
      const page = library().pages.get(a.pageId)
      return page && query.fits(page) ? 0 : undefined
    }
    case 'articles':
      return query.ids.has(a.id) ? 0 : undefined
    case 'and': {
      let sum = 0
      for (const part of query.parts) {
        const one = scoreOf(a, part, library)
        if (one === undefined) return undefined
        sum += one
      }
      return sum
    }
    case 'or': {
      const scores = query.parts.map((p) => scoreOf(a, p, library)).filter((x) => x !== undefined)
      return scores.length > 0 ? scores.reduce((x, y) => x + y) : undefined
    }
    case 'not':
      return scoreOf(a, query.part, library) === undefined ? 0 : undefined
  }
}

const plain = (docs: Uint32Array): Found => ({ docs, scores: new Float32Array(docs.length) })

const everything = (s: OpenSegment): Found => plain(Uint32Array.from(s.articles.keys()))

function byPage(s: OpenSegment, library: Library, fits: (page: PageInfo) => boolean): Found {
  const fitting = Uint8Array.from(s.pages, (id) => {
    const page = library.pages.get(id)
    return Number(page !== undefined && fits(page))
  })
  const docs: number[] = []
  for (let doc = 0; doc < s.pageOf.length; doc++) if (fitting[s.pageOf[doc]!]) docs.push(doc)
  return plain(Uint32Array.from(docs))
}

function filter(found: Found, keep: (doc: number) => boolean): Found {
  const docs = new Uint32Array(found.docs.length)
  const scores = new Float32Array(found.docs.length)
  let n = 0
  for (let i = 0; i < docs.length; i++)
    if (keep(found.docs[i]!)) {
      docs[n] = found.docs[i]!
      scores[n++] = found.scores[i]!
    }
  return { docs: docs.subarray(0, n), scores: scores.subarray(0, n) }
}

function intersect(a: Found, b: Found): Found {
  const docs = new Uint32Array(Math.min(a.docs.length, b.docs.length))
  const scores = new Float32Array(docs.length)
  let n = 0
  for (let i = 0, k = 0; i < a.docs.length; i++) {
    while (k < b.docs.length && b.docs[k]! < a.docs[i]!) k++
    if (k < b.docs.length && b.docs[k] === a.docs[i]) {
      docs[n] = a.docs[i]!
      scores[n++] = a.scores[i]! + b.scores[k]!
    }
  }
  return { docs: docs.subarray(0, n), scores: scores.subarray(0, n) }
}

function unite(a: Found, b: Found): Found {
  const docs = new Uint32Array(a.docs.length + b.docs.length)
  const scores = new Float32Array(docs.length)
  let n = 0
  for (let i = 0, k = 0; i < a.docs.length || k < b.docs.length; n++) {
    const [x, y] = [a.docs[i] ?? Infinity, b.docs[k] ?? Infinity]
    docs[n] = Math.min(x, y)
    scores[n] = (x <= y ? a.scores[i]! : 0) + (y <= x ? b.scores[k]! : 0)
    if (x <= y) i++
    if (y <= x) k++
  }
  return { docs: docs.subarray(0, n), scores: scores.subarray(0, n) }
}

function subtract(a: Found, b: Found): Found {
  const gone = new Set(b.docs)
  return filter(a, (doc) => !gone.has(doc))
}

/** Merged segments need not be ascending: a map then, made when first wanted. */
function placesOf(articles: Float64Array): (id: number) => number | undefined {
  let places: Map<number, number> | undefined
  return (id) => (places ??= new Map(Array.from(articles, (a, i) => [a, i]))).get(id)
}

/** The place of `value` in an ascending array, or -1. */
function placeOf(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = sorted[middle]!
    if (there === value) return middle
    if (there < value) low = middle + 1
    else high = middle - 1
  }
  return -1
}

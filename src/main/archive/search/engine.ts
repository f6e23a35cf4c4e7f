/** Answers queries: from the segments what they hold for, by reading the texts themselves what has changed since; together exactly what a scan would find. */
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { Best } from './best.ts'
import { inSegment } from './evaluate.ts'
import { articlesWith, headCount } from './find.ts'
import { deadPages, indexVersion, segmentIds } from './heads.ts'
import { libraryKey, loadLibrary } from './library.ts'
import type { Library } from './library.ts'
import { dayOf, openHead, openSegment } from './open-segment.ts'
import type { OpenSegment } from './open-segment.ts'
import { readArticles, scoreOf } from './reading.ts'
import type { ReadArticle } from './reading.ts'
import { portion } from './portion.ts'
import type { Resolved } from './resolved.ts'

/** Every article that fits, by its id and its page's, in no order. */
export type Answer = {
  readonly ids: Float64Array
  readonly pageIds: Float64Array
}

export type Count = { readonly articles: number; readonly pages: number }

export type Sort = 'relevance' | 'newest' | 'oldest'

export type Ranked = { readonly id: number; readonly pageId: number; readonly score: number }

export type Engine = {
  /** How many articles and pages fit. */
  readonly count: (query: Resolved) => Count
  readonly search: (query: Resolved) => Answer
  /** Those from `from` to before `to`, best first, and how many fit in all. */
  readonly best: (query: Resolved, from: number, to: number, sort: Sort) => Count & { readonly hits: readonly Ranked[] }
  readonly library: () => Library
}

/** A year is worth so much: enough to order equals, not to bury a better hit. */
const YEAR = 0.05

const worth: Readonly<Record<Sort, (score: number, day: number) => number>> = {
  relevance: (score, day) => score + (day === 0 ? 0 : (day - 2000) * YEAR),
  newest: (_score, day) => day,
  oldest: (_score, day) => (day === 0 ? -9999 : -day),
}

const engines = new WeakMap<Db, Engine>()

/** The one engine of a database. Call within a read transaction. */
export function engineOf(db: Db): Engine {
  let engine = engines.get(db)
  if (!engine) engines.set(db, (engine = makeEngine(db)))
  return engine
}

/** It keeps heads of segments and the place of pages in memory. Call within a read transaction. */
function makeEngine(db: Db): Engine {
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
      const gone = new Set(deadPages(db, id))
      return openSegment(known.get(id) ?? openHead(db, id), (page) => gone.has(page) || stale.has(page))
    })
    version = index
  }

  const currentLibrary = (): Library => {
    const key = libraryKey(db)
    if (!library || key !== libraryVersion) {
      library = loadLibrary(db, library)
      libraryVersion = key
    }
    return library
  }

  const find = (query: Resolved) => {
    refresh()
    const parts = segments.map((s) => ({ s, found: inSegment(db, s, query, currentLibrary) }))
    const read = waiting.articles.flatMap((a) => {
      const score = scoreOf(a, query, currentLibrary)
      return score === undefined ? [] : [{ a, score }]
    })
    return { parts, read }
  }

  const search = (query: Resolved): Answer => {
    const { parts, read } = find(query)
    const total = parts.reduce((n, p) => n + p.found.docs.length, read.length)
    const ids = new Float64Array(total)
    const pageIds = new Float64Array(total)
    let n = 0
    for (const { s, found } of parts)
      for (const doc of found.docs) {
        ids[n] = s.articles[doc]!
        pageIds[n++] = s.pages[s.pageOf[doc]!]!
      }
    for (const { a } of read) {
      ids[n] = a.id
      pageIds[n++] = a.pageId
    }
    return { ids, pageIds }
  }

  const best = (query: Resolved, from: number, to: number, sort: Sort) => {
    const { parts, read } = find(query)
    const value = worth[sort]
    let articles = read.length
    let pages = new Set(read.map(({ a }) => a.pageId)).size
    for (const { s, found } of parts) {
      articles += found.docs.length
      pages += pagesIn(s, found.docs)
    }
    /** Shows every hit with what it is worth. */
    const each = (show: (value: number, id: number, pageId: number, score: number) => void) => {
      for (const { s, found } of parts) {
        const { docs, scores } = found
        const days = s.daysOf(currentLibrary())
        for (let i = 0; i < docs.length; i++) {
          const page = s.pageOf[docs[i]!]!
          show(value(scores[i]!, days[page]!), s.articles[docs[i]!]!, s.pages[page]!, scores[i]!)
        }
      }
      for (const { a, score } of read)
        show(value(score, dayOf(currentLibrary().pages.get(a.pageId)?.date)), a.id, a.pageId, score)
    }
    return { articles, pages, hits: to > DEEP ? deep(each, articles, from, to) : first(each, from, to) }
  }

  const count = (query: Resolved): Count => {
    refresh()
    let articles = 0
    let pages = 0
    for (const s of segments) {
      const text = query.kind === 'text' && !query.roles && !s.anyDead ? query.text : undefined
      const head = text === undefined ? undefined : headCount(text, s.lookUp)
      if (head) {
        articles += head.articles
        pages += head.pages
        continue
      }
      const docs = text === undefined ? inSegment(db, s, query, currentLibrary).docs : articlesWith(text, s.lookUp)
      articles += docs.length
      pages += pagesIn(s, docs)
    }
    const read = waiting.articles.filter((a) => scoreOf(a, query, currentLibrary) !== undefined)
    return { articles: articles + read.length, pages: pages + new Set(read.map((a) => a.pageId)).size }
  }

  return { count, search, best, library: currentLibrary }
}

/** Beyond so many hits keeping the best ones costs more than sorting what they are worth. */
const DEEP = 1000

type Each = (show: (value: number, id: number, pageId: number, score: number) => void) => void

function first(each: Each, from: number, to: number): readonly Ranked[] {
  const heap = new Best<Ranked>(to)
  each((value, id, pageId, score) => {
    if (heap.wants(value, id)) heap.add(value, id, { id, pageId, score })
  })
  return heap.sorted().slice(from)
}

function deep(each: Each, count: number, from: number, to: number): readonly Ranked[] {
  const [values, ids] = [new Float64Array(count), new Float64Array(count)]
  let n = 0
  each((value, id) => {
    values[n] = value
    ids[n++] = id
  })
  const wanted = portion({ values, ids }, from, to)
  const found = new Map<number, Ranked | undefined>(wanted.map((id) => [id, undefined]))
  each((_value, id, pageId, score) => {
    if (found.has(id)) found.set(id, { id, pageId, score })
  })
  return wanted.flatMap((id) => found.get(id) ?? [])
}

/** The articles of a page stand together, so a page is counted where it begins. */
function pagesIn(s: OpenSegment, docs: Uint32Array): number {
  let pages = 0
  let last = -1
  for (let i = 0; i < docs.length; i++) {
    const page = s.pageOf[docs[i]!]!
    if (page !== last) pages++
    last = page
  }
  return pages
}

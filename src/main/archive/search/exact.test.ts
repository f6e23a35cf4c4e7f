import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import type { Article, Page } from '../../../shared/page/page.ts'
import { normalise } from '../../../shared/search/normalise.ts'
import { FIELDS } from '../../../shared/search/fields.ts'
import { write } from '../store/db.ts'
import { setBinned } from '../store/binning.ts'
import { savePage } from '../store/page.ts'
import { csv } from './csv.ts'
import { hasOld } from './heads.ts'
import { indexBatch, renewSome } from './indexing.ts'
import { mergeOnce } from './merging.ts'
import { countSearch, runSearch, searchAll } from './service.ts'
import { freshDb, putPage } from '../store/testing.ts'

const WORDS = '海曙老街灯灣湾ＡaB12，'
const text = fc.string({ unit: fc.constantFrom(...WORDS), minLength: 1, maxLength: 10 })
const pages = fc.array(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 8,
})
const make = (articles: readonly (readonly string[])[]) =>
  page(articles.map((blocks) => article(blocks.map((t, i) => block(SOME[(t.length + i) % SOME.length] ?? 'note', t)))))

/** Roles of all groups of the index, two of some. */
const SOME = ['paragraph', 'headline', 'credit', 'byline', 'caption', 'credit', 'byline', 'deck'] as const

/** What is typed, and which articles it means. */
type Typed = { readonly typed: string; readonly fits: (article: Article) => boolean }

const phrase = (words: string): Typed => ({
  typed: `"${words}"`,
  fits: (a) => a.blocks.some((b) => normalise(b.text).includes(normalise(words))),
})

const inField = (name: string, words: string): Typed => {
  const roles: unknown = FIELDS[name]
  return {
    typed: `${name}:"${words}"`,
    fits: (a) =>
      a.blocks.some(
        (b) => Array.isArray(roles) && roles.includes(b.role) && normalise(b.text).includes(normalise(words)),
      ),
  }
}

/** A name before a group: one or the other in blocks of some roles, or both, or the one without the other. */
const inGroup = (name: string, words: string, others: string, op: string): Typed => {
  const [one, other] = [inField(name, words), inField(name, others)]
  const joins: Readonly<Record<string, (a: Article) => boolean>> = {
    ' OR ': (a) => one.fits(a) || other.fits(a),
    ' ': (a) => one.fits(a) && other.fits(a),
    ' NOT ': (a) => one.fits(a) && !other.fits(a),
  }
  return { typed: `${name}:("${words}"${op}"${others}")`, fits: joins[op] ?? (() => false) }
}

/** Phrases, anywhere or in blocks of some roles, what must not be, and several of these together or one or the other. */
const queries = fc.letrec<{ any: Typed; phrase: Typed; not: Typed; and: Typed; or: Typed }>((tie) => {
  const words = text.filter((t) => t.trim() !== '')
  const two = fc.array(tie('any'), { minLength: 2, maxLength: 3 })
  return {
    any: fc.oneof({ depthSize: 'small' }, tie('phrase'), tie('not'), tie('and'), tie('or')),
    phrase: fc.oneof(
      words.map(phrase),
      fc.tuple(fc.constantFrom('标题', '图说'), words).map(([name, t]) => inField(name, t)),
      fc
        .tuple(fc.constantFrom('标题', '图说'), words, words, fc.constantFrom(' OR ', ' ', ' NOT '))
        .map((group) => inGroup(...group)),
    ),
    not: fc
      .tuple(tie('any'), fc.constantFrom('-', 'NOT '))
      // Two of these signs one after the other are text.
      .map(([q, not]) => ({ typed: `${q.typed.startsWith('-') ? 'NOT ' : not}${q.typed}`, fits: (a) => !q.fits(a) })),
    and: fc.tuple(two, fc.constantFrom(' ', ' AND ')).map(([qs, and]) => ({
      typed: `(${qs.map((q) => q.typed).join(and)})`,
      fits: (a) => qs.every((q) => q.fits(a)),
    })),
    or: two.map((qs) => ({
      typed: `(${qs.map((q) => q.typed).join(' OR ')})`,
      fits: (a) => qs.some((q) => q.fits(a)),
    })),
  }
}).any

/** What reading every block finds. */
const scan = (all: readonly Page[], query: Typed) => {
  const hit = all.map((p) => p.articles.filter(query.fits).length)
  return { articles: hit.reduce((a, b) => a + b, 0), pages: hit.filter((n) => n > 0).length }
}

const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim().split('\r\n').length

test('counts are those of a scan, however much of the index is old, merged, waiting or in the bin', async () => {
  await fc.assert(
    fc.asyncProperty(
      pages,
      pages,
      fc.array(fc.nat(20), { maxLength: 6 }),
      fc.nat(20),
      queries,
      // From how many articles on a pair has lists of triples.
      fc.constantFrom(1, 2, 1000),
      async (first, later, edits, gone, query, common) => {
        const db = freshDb()
        const now = new Map<number, Page>()
        const add = (articles: readonly (readonly string[])[]) => {
          const p = make(articles)
          now.set(putPage(db, p), p)
        }
        for (const p of first) {
          add(p)
          if (edits.length % 2 === 0) indexBatch(db, common)
        }
        while (indexBatch(db, common));
        const revisions = new Map<number, number>()
        for (const [i, e] of edits.entries()) {
          const id = [...now.keys()][e % now.size] ?? 1
          const p = make(later[i % later.length] ?? [])
          const revision = savePage(db, id, revisions.get(id) ?? 1, p, '').revision
          revisions.set(id, revision)
          now.set(id, p)
          if (i % 2 === 0) indexBatch(db, common)
          if (i % 3 === 0) while (mergeOnce(db, common));
        }
        const binned = [...now.keys()][gone]
        if (binned !== undefined) {
          write(db, () => setBinned(db, [binned], '2026-11-22T00:00:00.000Z'))
          now.delete(binned)
        }
        const expected = scan([...now.values()], query)
        const input = { query: query.typed }
        expect(countSearch(db, input)).toEqual(expected)
        const { hits, remarks, articles, pages } = runSearch(db, { ...input, limit: 500 })
        expect({ articles, pages, remarks }).toEqual({ ...expected, remarks: [] })
        expect(hits).toHaveLength(expected.articles)
        expect(searchAll(db, input)).toHaveLength(expected.articles)
        expect(lines(await csv(db, input))).toBe(expected.articles + 1)
        db.close()
      },
    ),
    { numRuns: 200 },
  )
})

test('segments of an earlier form are searched, and indexed anew a part at a time', () => {
  const db = freshDb()
  const all = ['海曙老街', '老街灯', '海曙老', '灯灯灯'].map((t) => make([[t]]))
  for (const p of all) {
    putPage(db, p)
    indexBatch(db)
  }
  db.exec("UPDATE search_segment SET form = 1, blocks = x'' WHERE id < 4")
  const counts = () => ['老街', '海曙老', '灯灯灯', '老'].map((query) => countSearch(db, { query: `"${query}"` }))
  const expected = ['老街', '海曙老', '灯灯灯', '老'].map((words) => scan(all, phrase(words)))
  expect(counts()).toEqual(expected)
  expect(mergeOnce(db)).toBe(false)
  let steps = 0
  while (renewSome(db)) {
    steps++
    expect(counts()).toEqual(expected)
    while (indexBatch(db)) expect(counts()).toEqual(expected)
  }
  expect(steps).toBeGreaterThan(3)
  expect(hasOld(db)).toBe(false)
  expect(counts()).toEqual(expected)
  db.close()
})

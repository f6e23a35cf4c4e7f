import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_ARTICLES } from '../derive.ts'
import { countAs, forgetPage, keepPages, noNaming, tally } from './naming.ts'

/** What the articles of a page name, by their places. */
type Names = ReadonlyMap<number, readonly number[]>

const NAMES = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 })), {
    maxLength: 5,
  })
  .map((list): Names => new Map(list.toSorted((a, b) => a[0] - b[0])))
/** Who is another one; 50 is named by none. */
const MAINS = new Map([2, 3, 5, 7].map((id, i) => [id, [1, 1, 50, 8][i] ?? 0]))
const STEP = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(NAMES, { nil: undefined })), { maxLength: 6 })

const rowsOf = (pages: ReadonlyMap<number, Names>) =>
  [...pages].flatMap(([page, names]) =>
    [...names].flatMap(([place, ids]) => ids.map((id) => [page * MOST_ARTICLES + place, id] as const)),
  )

const counted = (ids: readonly number[]) =>
  ids.reduce((counts, id) => counts.set(id, (counts.get(id) ?? 0) + 1), new Map<number, number>())

const byId = (counts: Uint32Array) => new Map([...counts].flatMap((n, id) => (n > 0 ? [[id, n] as const] : [])))

test('what is held is what was kept last, and what is gone takes no room', () => {
  fc.assert(
    fc.property(fc.array(STEP, { maxLength: 30 }), fc.boolean(), (steps, backwards) => {
      const naming = noNaming()
      const held = new Map<number, Names>()
      let most = 0
      for (const step of steps) {
        const came = new Map<number, Names>()
        for (const [page, names] of step) {
          forgetPage(naming, page)
          held.delete(page)
          came.delete(page)
          if (names) came.set(page, names)
        }
        keepPages(naming, [...came.keys()], rowsOf(came))
        for (const [page, names] of came) held.set(page, names)
        most = Math.max(most, rowsOf(held).length + rowsOf(came).length)
      }
      expect(byId(naming.counts)).toEqual(counted(rowsOf(held).map(([, id]) => id)))
      expect(naming.lists.length).toBeLessThan(6 * most + 60)
      const articles = [...new Set(rowsOf(held).map(([article]) => article)), 99 * MOST_ARTICLES]
      const asked = Float64Array.from(backwards ? articles.toReversed() : articles).filter((_, i) => i % 3 !== 1)
      const pageIds = asked.map((article) => Math.floor(article / MOST_ARTICLES))
      const named = rowsOf(held).filter(([article]) => asked.includes(article))
      expect(byId(tally(naming, asked, pageIds))).toEqual(counted(named.map(([, id]) => id)))
      const all = Float64Array.from(articles)
      const theirPages = all.map((article) => Math.floor(article / MOST_ARTICLES))
      expect(byId(countAs(naming, MAINS))).toEqual(byId(tally(naming, all, theirPages, MAINS)))
    }),
  )
})

test('two who are one count once an article, and as one that none names by that name', () => {
  const naming = noNaming()
  keepPages(
    naming,
    [1, 2],
    [
      [MOST_ARTICLES, 3],
      [MOST_ARTICLES, 4],
      [2 * MOST_ARTICLES, 4],
    ],
  )
  const mains = new Map([
    [3, 1000],
    [4, 1000],
  ])
  const found = tally(naming, Float64Array.of(MOST_ARTICLES, 2 * MOST_ARTICLES), Float64Array.of(1, 2), mains)
  expect(byId(found)).toEqual(new Map([[1000, 2]]))
})

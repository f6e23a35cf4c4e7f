import { expect, test } from 'vitest'
import type { SearchInput } from '../../../shared/api/search.ts'
import { article, block, page } from '../../../shared/page/build.ts'
import { ROLES } from '../../../shared/page/page.ts'
import { freshDb, putPage } from '../store/testing.ts'
import { facets } from './facets.ts'
import { indexBatch } from './indexing.ts'
import { countSearch, runSearch } from './service.ts'
import { tries } from './tries.ts'

/** Three pages, one without a day and a newspaper; with pictures and without. */
function library(indexed: boolean) {
  const db = freshDb()
  putPage(
    db,
    page(
      [
        article([block('headline', '渡口的灯'), block('caption', '渡口夜色。'), block('paragraph', '灯亮了。')]),
        article([block('headline', '山路'), block('byline', '林一舟'), block('paragraph', '山路通车。')]),
      ],
      { publication: '江城晚报', date: '2022-05-04', number: 'A04' },
    ),
  )
  putPage(
    db,
    page([article([block('headline', '青浦湾的潮'), block('caption', '潮水。'), block('credit', '林一舟 摄')])]),
  )
  putPage(db, page([article([block('paragraph', '青浦湾没有灯。')])], { publication: '海曙日报', date: '2023-01-02' }))
  if (indexed) while (indexBatch(db));
  return db
}

const both = (input: Partial<SearchInput>, expected: number) => {
  for (const indexed of [true, false])
    expect(countSearch(library(indexed), { query: '', ...input }).articles).toBe(expected)
}

test('a role without words: stories that have such a block', () => both({ roles: ['caption'] }, 2))
test('one of two roles', () => both({ roles: ['byline', 'credit'] }, 2))
test('a role that no story has', () => both({ roles: ['deck'] }, 0))
test('a role with another filter', () => both({ roles: ['caption'], years: ['2022'] }, 1))
test('a role with a name', () => both({ query: '署名:林一舟', roles: ['caption'] }, 1))
test('a role with what must not be in it', () => both({ query: '-夜色', roles: ['caption'] }, 1))
test('a role never adds what must not be anywhere', () => both({ query: '青浦湾 -潮水', roles: ['headline'] }, 0))
test('a role with words or a name', () => both({ query: '夜色 OR 署名:林一舟', roles: ['caption'] }, 2))
test('a role with words and a name', () => both({ query: '潮 署名:林一舟', roles: ['caption'] }, 1))
test('no date, as a filter', () => both({ years: [''] }, 1))
test('no date, or that year', () => both({ years: ['', '2022'] }, 3))
test('no newspaper', () => both({ publications: [''] }, 1))
test.for(['日期:无', '日期：未知', 'date:none', '日期:没有 潮'])('%s', (query) => both({ query }, 1))
test('all that have a date', () => both({ query: '-日期:无' }, 3))
test('no date is within no time', () => both({ query: '青浦湾 日期:..2030' }, 1))

test('a hit shows the first block of the role', () => {
  const { hits } = runSearch(library(true), { query: '', roles: ['caption'], sort: 'newest' })
  expect(hits.map((h) => [h.role, h.snippet.text])).toEqual([
    ['caption', '渡口夜色。'],
    ['caption', '潮水。'],
  ])
})

test('facets tell of what has no date, and of roles where no words are looked for', async () => {
  const found = await facets(library(true), { query: '', roles: ['caption'] })
  expect(found.years).toEqual([
    { value: '2022', count: 1 },
    { value: '', count: 1 },
  ])
  expect(found.publications.find((p) => p.value === '')).toEqual({ value: '', count: 1 })
  expect(found.roles).toContainEqual({ value: 'caption', count: 2 })
  expect(found.roles).toContainEqual({ value: 'credit', count: 1 })
})

test.for([
  { query: '标题:青浦湾' },
  { query: '湾 -潮水' },
  { query: '灯 OR 署名:林一舟' },
  { query: '的' },
  { query: '', years: ['2022'] },
])('roles are counted as what is found when one is chosen: %o', async (input) => {
  const db = library(true)
  const found = ROLES.map((role) => ({ value: role, count: countSearch(db, { ...input, roles: [role] }).articles }))
  expect(new Set((await facets(db, input)).roles)).toEqual(new Set(found.filter((r) => r.count > 0)))
})

test('a shorter word to try has no particle at its end', () => {
  const words = (query: string) => tries(library(true), { query }).map((t) => t.text)
  expect(words('青浦湾的人家')).toEqual(['青浦湾'])
  expect(words('渡口的桥')).toEqual(['渡口'])
})
test.for(['', ' ', '　'])('nothing at all is told as such: “%s”', (query) =>
  expect(() => countSearch(library(true), { query })).toThrow(expect.objectContaining({ code: 'query/empty' })),
)

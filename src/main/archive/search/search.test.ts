import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import type { SearchInput } from '../../../shared/api/search.ts'
import type { Page } from '../../../shared/page/page.ts'
import { normalise } from '../../../shared/search/normalise.ts'
import { write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { setBinned } from '../store/binning.ts'
import { facets } from './facets.ts'
import { indexBatch } from './indexing.ts'
import { countSearch, runSearch, searchAll } from './service.ts'
import { suggest } from './suggest.ts'
import { tries } from './tries.ts'
import { freshDb, putPage } from '../store/testing.ts'

const LIBRARY: readonly Page[] = [
  page(
    [
      article([
        block('headline', '海曙旧街新灯'),
        block('byline', '本报记者 林一舟 通讯员 沈砚秋'),
        block('paragraph', '入夜以后，老街的灯一盏一盏亮起来。CPI 不看灯。'),
        block('caption', '图为海曙老街夜景。'),
      ]),
      article([block('headline', '渡口的船'), block('byline', '林一舟'), block('paragraph', '桥通车以后，船就停了。')]),
    ],
    { publication: '江城晚报', date: '2022-05-04', number: 'A04' },
  ),
  page([article([block('headline', '春天的灯'), block('paragraph', '海曙的春天来得早，臺灣的朋友也來了。')])], {
    publication: '海曙日报',
    date: '2023-01-02',
    number: '01',
  }),
]

const library = (indexed: boolean): Db => {
  const db = freshDb()
  for (const p of LIBRARY) putPage(db, p)
  if (indexed) while (indexBatch(db));
  return db
}

test.for([
  ['海曙', 2],
  ['灯', 2],
  ['海曙 灯', 2],
  ['海曙 船', 0],
  ['海曙 OR 船', 3],
  ['海曙 NOT 春天', 1],
  ['-海曙', 1],
  ['NOT 船', 2],
  ['-春天 -船', 1],
  ['-没有这样的文字', 3],
  ['船 OR -海曙', 1],
  ['海曙 -(春天 OR 船)', 1],
  ['海曙 -"CPI 不看"', 1],
  ['-标题:海曙', 2],
  ['-署名:林一舟', 1],
  ['－海曙', 1],
  ['标题:海曙', 1],
  ['图说:海曙', 1],
  ['署名:林一舟', 2],
  ['署名:linyizhou', 2],
  ['署名:沈砚秋 灯', 1],
  ['版:a4', 2],
  ['版:4', 2],
  ['版:第四版', 2],
  ['版:b4', 0],
  ['版:1', 1],
  ['日期:2022..', 3],
  ['日期:2023', 1],
  ['报纸:hsrb', 1],
  ['报纸:hs', 1],
  ['报纸:haishu', 1],
  ['报纸:wb', 2],
  ['报纸:aishu', 0],
  ['署名:lin', 2],
  ['署名:li', 0],
  ['报纸:江城', 2],
  ['台湾', 1],
  ['cpi', 1],
  ['CPI 不看', 1],
  ['"CPI 不看"', 1],
  ['街新灯本报', 0],
] as const)('%s finds %i', ([query, expected]) => {
  for (const indexed of [true, false]) expect(countSearch(library(indexed), { query }).articles).toBe(expected)
})

test.for([
  [['date 海曙'], '海曙 日期:20x2..abc', 2],
  [['date 日期:20x2..abc'], '日期:20x2..abc', 0],
  [['reversed 海曙'], '海曙 日期:2023..2022', 2],
  [['field 海曙'], '海曙 作家:林一舟', 2],
  [['value 海曙'], '海曙 署名:', 2],
  [['blank 署名:林一舟'], '署名: 林一舟', 2],
  [['quote 海曙'], '"海曙', 2],
  [['quote CPI'], '"CPI 不看', 1],
  [['bracket 海曙'], '海曙 (春天 OR 旧街', 2],
  [['operator 海曙'], '海曙 OR', 2],
  [[], '"海曙" 灯', 2],
] as const)('%s: %s finds %i', ([[remark], query, expected]) => {
  for (const indexed of [true, false]) {
    const found = runSearch(library(indexed), { query })
    expect([found.articles, found.remarks[0]?.kind]).toEqual([expected, remark?.split(' ')[0]])
  }
})

test('with filters what was not understood is left out, though nothing else was typed', () => {
  const found = runSearch(library(true), { query: '日期:昨天', publications: ['海曙日报'] })
  expect([found.articles, found.remarks]).toEqual([1, [{ kind: 'date', text: '日期:昨天', outcome: 'left-out' }]])
})

test('page furniture is found by its words only', () => {
  const furniture = page(
    [article([block('folio', '本版责编 林一舟')]), article([block('folio', '04'), block('headline', '岭头的路')])],
    { publication: '江城晚报', date: '2024-02-03', number: '04' },
  )
  for (const indexed of [true, false]) {
    const db = library(indexed)
    putPage(db, furniture)
    if (indexed) while (indexBatch(db));
    const count = (query: string, more: Partial<SearchInput> = {}) => countSearch(db, { query, ...more }).articles
    expect(count('责编')).toBe(1)
    expect(count('责编 日期:2024')).toBe(1)
    expect(count('', { years: ['2024'] })).toBe(1)
    expect(count('日期:2024')).toBe(1)
    expect(count('版:4')).toBe(3)
    expect(count('-海曙')).toBe(2)
    expect(count('责编 OR -海曙')).toBe(3)
    expect(searchAll(db, { query: '', years: ['2024'] })).toHaveLength(1)
  }
})

test('what to try where nothing is found', () => {
  const db = library(true)
  const check = (input: SearchInput, ...expected: readonly string[]) =>
    expect(tries(db, input).map((t) => `${t.kind} ${t.text} ${t.total}`)).toEqual(expected)
  check({ query: '海曙', years: ['2021'] }, 'years 2021 2')
  check(
    { query: '船', publications: ['海曙日报'], years: ['2022'] },
    'publications 海曙日报 1',
    'years 2022 0',
    'filters  1',
  )
  check({ query: '', years: ['2021'] })
  check({ query: '海曙 船' }, 'word 海曙 1', 'word 船 2')
  check({ query: '海曙 -春天 船' }, 'word 海曙 1', 'word 船 1')
  check({ query: '署名:林一州' }, 'spelling 林一舟 2', 'shorter 林一 2')
  check({ query: '沈岘秋' }, 'spelling 沈砚秋 1')
  check({ query: '海曙老街灯节' }, 'shorter 海曙老街 1')
  check({ query: '灯 日期:2021' }, 'word 日期:2021 2')
  check({ query: '岭头盘山' })
  check({ query: '海曙老街灯节 日期:2031', people: ['沈砚秋'] }, 'people 沈砚秋 0', 'shorter 海曙老街 1')
})

test('headlines come before text', () => {
  const { hits } = runSearch(library(true), { query: '海曙' })
  expect(hits.map((h) => h.headline)).toEqual(['海曙旧街新灯', '春天的灯'])
  expect(hits[0]?.snippet.lit.length).toBeGreaterThan(0)
  const [a, b] = hits[0]?.snippet.lit[0] ?? [0, 0]
  expect(hits[0]?.snippet.text.slice(a, b)).toBe('海曙')
})

test('newest first', () => {
  const { hits } = runSearch(library(true), { query: '灯', sort: 'newest' })
  expect(hits.map((h) => h.date)).toEqual(['2023-01-02', '2022-05-04'])
})

test('filters of the facets', () => {
  const db = library(true)
  expect(countSearch(db, { query: '海曙', roles: ['caption'] }).articles).toBe(1)
  expect(countSearch(db, { query: '海曙', publications: ['海曙日报'] }).articles).toBe(1)
  expect(countSearch(db, { query: '', years: ['2022'], people: ['林一舟'] }).articles).toBe(2)
  expect(countSearch(db, { query: '灯', from: '2022-12-01' }).articles).toBe(1)
})

test('facets count the hits', async () => {
  const f = await facets(library(true), { query: '海曙' })
  expect(f.publications).toEqual([
    { value: '江城晚报', count: 1 },
    { value: '海曙日报', count: 1 },
  ])
  expect(f.years.map((y) => y.value)).toEqual(['2023', '2022'])
  expect(f.roles?.map((r) => r.value).toSorted()).toEqual(['caption', 'headline', 'paragraph'])
  expect(f.people.map((p) => p.value).toSorted()).toEqual(['林一舟', '沈砚秋'])
})

test('what must not be has facets too, and a first paragraph to show', async () => {
  const db = library(true)
  const f = await facets(db, { query: '-春天' })
  expect([f.publications, f.years, f.people]).toEqual([
    [{ value: '江城晚报', count: 2 }],
    [{ value: '2022', count: 2 }],
    [
      { value: '林一舟', count: 2 },
      { value: '沈砚秋', count: 1 },
    ],
  ])
  const { hits } = runSearch(db, { query: '-春天', publications: ['江城晚报'], sort: 'newest' })
  expect(hits.map((h) => [h.headline, h.snippet.lit])).toEqual([
    ['渡口的船', []],
    ['海曙旧街新灯', []],
  ])
  expect(hits[0]?.snippet.text).toBe('桥通车以后，船就停了。')
})

test('pinyin and initials suggest names and publications', () => {
  const db = library(true)
  const kinds = (typed: string) => suggest(db, typed).map((s) => `${s.kind} ${s.value}`)
  expect(kinds('haishu')).toContain('publication 海曙日报')
  expect(kinds('hs')).toContain('publication 海曙日报')
  expect(kinds('lyz')).toEqual(['person 林一舟'])
  expect(kinds('林')).toEqual(['person 林一舟'])
})

const named = (...names: readonly string[]) =>
  names.map((name) => page([article([block('headline', '灯'), block('byline', `记者 ${name}`)])]))

test.each(['吕', '呂', 'lü', 'lǚbù', 'LYU', 'lv', 'lb'])(
  'a name is suggested and found however it is typed: %s',
  (typed) => {
    const db = freshDb()
    for (const p of named('呂布', '卢俊义')) putPage(db, p)
    expect(suggest(db, normalise(typed)).map((s) => s.value)).toEqual(['呂布'])
    expect(countSearch(db, { query: `署名:${typed}` })).toEqual({ articles: 1, pages: 1 })
  },
)

test('what is suggested is counted without the bin', () => {
  const db = freshDb()
  const ids = named('欧阳海曙', '欧阳海曙', '西门安').map((p) => putPage(db, p))
  const kinds = (typed: string) => suggest(db, typed).map((s) => `${s.value} ${s.count}`)
  expect([kinds('欧阳'), kinds("xi'men")]).toEqual([['欧阳海曙 2'], ['西门安 1']])
  write(db, () => setBinned(db, ids.slice(1), '2026-11-22T00:00:00.000Z'))
  expect([kinds('欧阳'), kinds('oyhs'), kinds("xi'men")]).toEqual([['欧阳海曙 1'], ['欧阳海曙 1'], []])
})

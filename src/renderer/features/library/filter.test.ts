import { expect, test } from 'vitest'
import { filterPages, lineOf } from './filter.ts'
import type { PageSummary } from '../../../shared/api/pages.ts'

const summary = (title: string, name: string, meta: PageSummary['meta'] = {}): PageSummary => ({
  id: 1,
  name,
  meta,
  title,
  articles: 1,
  characters: 100,
  revision: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
})

const pages = [summary('春耕时节', 'a.txt', { date: '2026-03-18' }), summary('Harbour opens', 'b.md')]
const check = (query: string, titles: string[]) => expect(filterPages(pages, query).map((p) => p.title)).toEqual(titles)

test('every word must stand in title, name or particulars', () => {
  check('', ['春耕时节', 'Harbour opens'])
  check('春耕', ['春耕时节'])
  check('2026-03 春', ['春耕时节'])
  check('HARBOUR', ['Harbour opens'])
  check('b.md', ['Harbour opens'])
  check('夏', [])
})

test('a page is known by its particulars, else by its file', () => {
  expect(pages.map(lineOf)).toEqual(['2026-03-18', 'b.md'])
})

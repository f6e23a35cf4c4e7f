import { expect, test } from 'vitest'
import { lineOf } from './page-line.ts'
import type { PageSummary } from '../../../shared/api/pages.ts'

const check = (meta: PageSummary['meta'], expected: string) =>
  expect(
    lineOf({
      id: 1,
      name: 'b.md',
      meta,
      title: '',
      stories: 1,
      characters: 100,
      revision: 1,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
    }),
  ).toBe(expected)

test('a page is known by its particulars, else by its file', () => {
  check({ publication: '海湾日报', date: '2026-03-18', number: 'A01' }, '海湾日报 · 2026-03-18 · A01')
  check({ date: '2026-03-18' }, '2026-03-18')
  check({}, 'b.md')
})

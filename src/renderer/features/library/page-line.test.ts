import { expect, test } from 'vitest'
import { lineOf } from './page-line.ts'
import type { PageSummary } from '../../../shared/api/pages.ts'

const check = (meta: PageSummary['meta'], expected: string) => expect(lineOf({ name: 'b.md', meta })).toBe(expected)

test('a page is known by its particulars, else by its file', () => {
  check({ publication: '海湾日报', date: '2026-03-18', number: 'A01' }, '海湾日报 · 2026-03-18 · A01')
  check({ date: '2026-03-18' }, '2026-03-18')
  check({}, 'b.md')
})

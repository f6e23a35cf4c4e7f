import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { changedMeta, changedOtherwise, isSameButMeta } from './otherwise.ts'
import type { Block, Page } from './page.ts'

const bold = { kind: 'bold', start: 0, end: 2 } as const
const before = page([
  article([block('headline', '潮水'), block('paragraph', '潮水退了。'), block('paragraph', '完。')]),
])

const check = (change: (b: ReturnType<typeof block>, n: number) => ReturnType<typeof block>, expected: string[]) => {
  const after = { ...before, articles: before.articles.map((a) => ({ ...a, blocks: a.blocks.map(change) })) }
  expect(changedOtherwise(before, after).map((c) => `${c.before.role} ${c.after.role} ${c.after.text}`)).toEqual(
    expected,
  )
}

test('nothing', () => check((b) => ({ ...b, confidence: 0.1 }), []))
test('a role', () => check((b, n) => (n === 0 ? { ...b, role: 'deck' } : b), ['headline deck 潮水']))
test('a mark', () => check((b, n) => (n === 1 ? { ...b, marks: [bold] } : b), ['paragraph paragraph 潮水退了。']))
test('what reads otherwise is in the text already', () => check((b) => ({ ...b, role: 'deck', text: '落潮' }), []))

test('nothing but what is said of the page', () => {
  expect(isSameButMeta(before, { ...before, meta: { date: '2026-03-11' } })).toBe(true)
  expect(isSameButMeta(before, page([article([block('headline', '潮水')])]))).toBe(false)
})

test('the order of keys is no difference, that of blocks and marks is', () => {
  const alter = (change: (b: Block) => Block): Page => ({
    ...before,
    articles: before.articles.map((a) => ({ ...a, blocks: a.blocks.map(change) })),
  })
  const reversed = (b: Block) => Object.fromEntries(Object.entries(b).toReversed()) as Block // the same keys
  expect(isSameButMeta(before, alter(reversed))).toBe(true)
  const marked = alter((b) => ({ ...b, marks: [bold, { ...bold, end: 1 }] }))
  const other = alter((b) => ({ ...b, marks: [{ ...bold, end: 1 }, bold] }))
  expect(isSameButMeta(marked, other)).toBe(false)
})

test('what is said of the page: as it was and as it is, what came and what went too', () => {
  const before = { publication: '江城晚报', date: '2026-03-11', number: 'A01' }
  const after = { publication: '江城晚报', date: '2026-03-12', section: '要闻' }
  expect(changedMeta(before, after)).toEqual([
    { field: 'date', before: '2026-03-11', after: '2026-03-12' },
    { field: 'number', before: 'A01', after: '' },
    { field: 'section', before: '', after: '要闻' },
  ])
  expect(changedMeta(before, before)).toEqual([])
})

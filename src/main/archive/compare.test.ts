import { expect, test } from 'vitest'
import type { Block, Page } from '../../shared/page/page.ts'
import { withRestored } from './compare.ts'
import { STORY, withTestArchive } from './testing.ts'

const block = (id: string): Block => ({
  id: id.toLowerCase(),
  role: 'paragraph',
  text: id,
  marks: [],
  spans: [],
  confidence: 1,
  reasons: [],
  joins: [],
})

/** `1 a b | 2 c`: articles 1 and 2 with these blocks; a block in capitals has another text than the one in small letters. */
const page = (text: string): Page => ({
  version: 1,
  meta: {},
  articles: text.split('|').map((part) => {
    const [id = '', ...blocks] = part.trim().split(' ')
    return { id, blocks: blocks.map(block) }
  }),
  proposals: [],
})

const said = ({ articles }: Page): string =>
  articles.map((a) => [a.id, ...a.blocks.map((b) => b.text)].join(' ')).join(' | ')

test.each([
  ['has its text again', '1 A b', '1 a b', 'a', '1 a b'],
  ['stands after what stood before it', '1 x y a c', '1 a b c', 'b', '1 x y a b c'],
  ['stands before what came after it', '1 x y c', '1 b c', 'b', '1 x y b c'],
  ['goes where its neighbours are', '2 d a c', '1 a b c | 2 d', 'b', '2 d a b c'],
  [
    'makes its article again, after the article before',
    '9 z | 1 a | 3 d',
    '1 a | 2 b | 3 d',
    'b',
    '9 z | 1 a | 2 b | 3 d',
  ],
])('a block that is brought back %s', (_what, now, old, id, expected) => {
  expect(said(withRestored(page(now), page(old), { block: id }))).toBe(expected)
})

test.each([
  ['is as it was', '1 A x | 2 c', '1 a b | 2 c', '1 a b | 2 c'],
  ['takes back what went elsewhere', '1 a | 2 c b', '1 a b | 2 c', '1 a b | 2 c'],
  ['gives back what came from elsewhere, as it is now', '1 a b D | 2 c', '1 a b | 2 c d', '1 a b | 2 c D'],
  ['gives back an article that it swallowed', '1 a b c d', '1 a b | 2 c d', '1 a b | 2 c d'],
  ['stands after the article before', '9 z | 2 c', '2 c | 1 a', '9 z | 2 c | 1 a'],
])('an article that is brought back %s', (_what, now, old, expected) => {
  expect(said(withRestored(page(now), page(old), { article: '1' }))).toBe(expected)
})

test('a page in the bin is compared with its versions and with its OCR text; one that is gone is missing', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '灯', text: STORY })
    await call('pages.bin', { ids: [id] })
    for (const from of ['source', 1] as const)
      expect(await call('revision.compare', { id, from, to: 1 })).toEqual([expect.objectContaining({ kind: 'same' })])
    await call('bin.purge', { ids: [id] })
    for (const from of ['source', 1] as const)
      await expect(call('revision.compare', { id, from, to: 'source' })).rejects.toMatchObject({ code: 'page/missing' })
  }))

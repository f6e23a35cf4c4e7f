import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { countAll } from './counts.ts'

const p = page([
  article([block('headline', '灯亮了'), block('paragraph', '街上有灯，120盏。')]),
  article([block('paragraph', '完。')]),
])

test('selection, article and page', () => {
  const focus = { from: { block: 'b1', offset: 2 }, to: { block: 'b2', offset: 5 }, blocks: ['b1', 'b2'] }
  const { selection, article: here, page: all } = countAll(p, focus)
  expect([selection?.words, selection?.withPunctuation]).toEqual([5, 6])
  expect([here?.words, here?.withPunctuation]).toEqual([9, 11])
  expect([all.words, all.withPunctuation]).toEqual([10, 13])
  const bare = { ...focus, to: focus.from, blocks: ['b1'] }
  expect(countAll(p, bare).selection).toBeUndefined()
  expect(countAll(p, undefined).article).toBeUndefined()
})

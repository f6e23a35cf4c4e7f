import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import {
  joinBlocks,
  joinTarget,
  mergeArticle,
  leaveEmpty,
  removeBlocks,
  replaceRange,
  setRole,
  splitArticle,
  splitBlock,
  withText,
} from './edit.ts'
import { moveBlock } from './edit-move.ts'
import { cutSpans } from './spans.ts'
import type { Block, Page, Span } from './page.ts'

const source = '大标题\n第一段话。\n图说。\n第二段话。\n小标题\n第三段'
const spanOf = (text: string): Span => [source.indexOf(text), source.indexOf(text) + text.length]
const of = (role: Block['role'], text: string) => block(role, text, { spans: [spanOf(text)] })
const p: Page = page([
  article([
    of('headline', '大标题'),
    of('paragraph', '第一段话。'),
    of('caption', '图说。'),
    of('paragraph', '第二段话。'),
    of('crosshead', '小标题'),
    of('paragraph', '第三段'),
  ]),
])
const shape = (q: Page) => q.articles.map((a) => a.blocks.map((b) => b.text).join('/')).join(' | ')
const sourceOf = (b: Block | undefined) => b?.spans.map(([s, e]) => source.slice(s, e)).join('+')
const find = (q: Page, id: string) => q.articles.flatMap((a) => a.blocks).find((b) => b.id === id)
const check = (edit: { page: Page }, expected: string) => expect(shape(edit.page)).toBe(expected)

test('a role is set on all that is selected, and a person has said so', () => {
  const { page: q } = setRole(p, ['b2', 'b3'], 'note')
  expect(q.articles[0]?.blocks.map((b) => b.role).slice(1, 4)).toEqual(['note', 'note', 'paragraph'])
  expect(find(q, 'b2')?.confirmed).toBe(true)
  expect(setRole(q, ['b2'], 'note').page).toBe(q)
})

test('a paragraph joins the next one across a caption, never across a heading', () => {
  expect(joinTarget(p, 'b2')?.id).toBe('b4')
  expect(joinTarget(p, 'b4')?.id).toBe('b5')
  expect(joinTarget(p, 'b6')).toBeUndefined()
  const { page: q, caret } = joinBlocks(p, 'b2')
  expect(shape(q)).toBe('大标题/第一段话。第二段话。/图说。/小标题/第三段')
  expect(caret).toEqual({ block: 'b2', offset: 5 })
  expect(find(q, 'b2')?.joins).toEqual([{ at: 5, score: 1, reasons: [], confirmed: true }])
  expect(sourceOf(find(q, 'b2'))).toBe('第一段话。+第二段话。')
})

test('headings join on lines of their own, Latin words with a blank', () => {
  const q = page([
    article([block('crosshead', '上'), block('crosshead', '下'), block('note', 'one'), block('note', 'two')]),
  ])
  check(joinBlocks(q, 'b1'), '上\n下/one/two')
  check(joinBlocks(q, 'b3'), '上/下/one two')
})

test('a cut shares text, marks, joins and source', () => {
  const joined = joinBlocks(p, 'b2').page
  const { page: q, caret } = splitBlock(joined, { block: 'b2', offset: 5 }, source)
  expect(shape(q)).toBe('大标题/第一段话。/第二段话。/图说。/小标题/第三段')
  expect(caret).toEqual({ block: 'b7', offset: 0 })
  expect([sourceOf(find(q, 'b2')), sourceOf(find(q, 'b7'))]).toEqual(['第一段话。', '第二段话。'])
  expect(find(q, 'b2')?.joins).toEqual([])
  check(splitBlock(p, { block: 'b1', offset: 3 }, source), '大标题//第一段话。/图说。/第二段话。/小标题/第三段')
  expect(find(splitBlock(p, { block: 'b1', offset: 3 }, source).page, 'b7')?.role).toBe('paragraph')
})

test('blocks move within their article and over its edge', () => {
  check(moveBlock(p, 'b3', -1), '大标题/图说。/第一段话。/第二段话。/小标题/第三段')
  const two = splitArticle(p, 'b5').page
  expect(shape(two)).toBe('大标题/第一段话。/图说。/第二段话。 | 小标题/第三段')
  check(moveBlock(two, 'b5', -1), '大标题/第一段话。/图说。/第二段话。/小标题 | 第三段')
  check(moveBlock(two, 'b4', 1), '大标题/第一段话。/图说。 | 第二段话。/小标题/第三段')
  check(moveBlock(two, 'b1', -1), shape(two))
  check(mergeArticle(two, 'b6'), shape(p))
})

test('blocks leave; an emptied page keeps a place to type', () => {
  check(removeBlocks(p, ['b2', 'b3']), '大标题/第二段话。/小标题/第三段')
  check(removeBlocks(p, ['b1', 'b2', 'b3', 'b4', 'b5', 'b6']), '')
})

test('a range over blocks gives way to text, and what is left keeps its source', () => {
  const q = replaceRange(p, { block: 'b2', offset: 3 }, { block: 'b4', offset: 3 }, ['新'], source).page
  expect(shape(q)).toBe('大标题/第一段新话。/小标题/第三段')
  expect(sourceOf(find(q, 'b2'))).toBe('第一段+话。')
  check(
    replaceRange(p, { block: 'b2', offset: 3 }, { block: 'b2', offset: 3 }, ['甲', '乙', '丙'], source),
    '大标题/第一段甲/乙/丙话。/图说。/第二段话。/小标题/第三段',
  )
})

test('a correction moves joins and keeps spans', () => {
  const b = block('paragraph', '甲乙丙丁', { spans: [[0, 4]], joins: [{ at: 2, score: 0.9, reasons: [] }] })
  const joinAt = (text: string) => withText(b, text, []).joins.map((j) => j.at)
  expect(joinAt('新甲乙丙丁')).toEqual([3])
  expect(joinAt('甲乙丙丁戊')).toEqual([2])
  expect(joinAt('甲丁')).toEqual([1])
  expect([joinAt('丙丁'), joinAt('甲乙'), joinAt('')]).toEqual([[], [], []])
  expect(withText(b, '改', []).spans).toEqual([[0, 4]])
})

test('a cut finds its source through corrections', () => {
  const text = '春风吹过山冈，孩子们跑出了校门，奔向田野。'
  const at = (corrected: string, offset: number) => {
    const [before] = cutSpans(block('paragraph', corrected, { spans: [[0, text.length]] }), offset, text)
    return before.map(([s, e]) => text.slice(s, e)).join('')
  }
  expect(at(text, 7)).toBe('春风吹过山冈，')
  expect(at('夏风吹过山冈，孩子们跑出了校门，奔向田野。', 7)).toBe('春风吹过山冈，')
  expect(at('春风吹过了山冈，孩子们跑出校门，奔向田野。', 8)).toBe('春风吹过山冈，')
  expect(at('啊，春风吹过山冈，孩子们跑出了校门，奔向原野。', 9)).toBe('春风吹过山冈，')
})

test('cutting and joining again loses nothing, wherever the cut is', () => {
  fc.assert(
    fc.property(fc.nat(5), (offset) => {
      const cut = splitBlock(p, { block: 'b2', offset }, source)
      const id = cut.caret?.block ?? ''
      const healed = find(joinBlocks(cut.page, 'b2', id).page, 'b2')
      expect(healed?.text).toBe('第一段话。')
      expect(healed?.spans).toEqual(find(p, 'b2')?.spans)
    }),
  )
})

test('a story of nothing is left by the caret and goes', () => {
  const three = page([
    article([block('headline', '甲'), block('paragraph', '一')]),
    article([block('headline', '')]),
    article([block('headline', '乙')]),
  ])
  const stories = (q: Page) => q.articles.map((a) => a.blocks.map((b) => b.text).join('/')).join(' | ')
  const back = leaveEmpty(three, 'b3', -1)
  expect([stories(back.page), back.caret]).toEqual(['甲/一 | 乙', { block: 'b2', offset: 1 }])
  expect(leaveEmpty(three, 'b3', 1).caret).toEqual({ block: 'b4', offset: 0 })
  // A story with words stays, and a page keeps one block.
  expect(leaveEmpty(three, 'b4', -1).page).toBe(three)
  expect(leaveEmpty(three, 'b1', -1).page).toBe(three)
  const none = page([article([block('paragraph', '')])])
  expect(leaveEmpty(none, 'b1', -1).page).toBe(none)
})

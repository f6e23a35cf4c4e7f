import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import {
  acceptAlike,
  acceptBlocks,
  acceptDoubt,
  acceptPage,
  doubtAt,
  doubtsOf,
  nextDoubt,
  rejectDoubt,
  surenessOf,
} from './doubts.ts'
import type { Page, Proposal } from './page.ts'

const source = '题\n甲\n图\n乙\n题二\n丙'
const base = page([
  article([
    block('headline', '题', { confidence: 0.4, spans: [[0, 1]] }),
    block('paragraph', '甲乙', {
      spans: [
        [2, 3],
        [6, 7],
      ],
      joins: [{ at: 1, score: 0.3, reasons: [{ code: 'join.cut' }] }],
    }),
    block('caption', '图', { spans: [[4, 5]] }),
  ]),
  article([
    block('headline', '题二', { confidence: 0.5, spans: [[8, 10]] }),
    block('paragraph', '丙', { spans: [[11, 12]] }),
  ]),
])
const proposal = (id: string, kind: Proposal['kind'], blocks: string[], before?: string): Proposal => ({
  id,
  kind,
  blocks,
  confidence: 0.5,
  reasons: [],
  ...(before === undefined ? {} : { before }),
})
const p: Page = { ...base, proposals: [proposal('p1', 'join', ['b2', 'b3']), proposal('p2', 'move', ['b3'], 'b1')] }
const shape = (q: Page) => q.articles.map((a) => a.blocks.map((b) => b.text).join('/')).join(' | ')
const doubt = (key: string, q = p) => doubtsOf(q).find((d) => d.key === key)!
const keys = (q: Page) => doubtsOf(q).map((d) => d.key)
const at = (block: string, offset = 0) => ({ block, offset })
const check = (from: { block: string; offset: number } | undefined, by: -1 | 1, expected: string) =>
  expect(nextDoubt(p, from, by)?.key).toBe(expected)

test('weak roles, weak joins and proposals are doubts, in reading order and round the page', () => {
  expect(keys(p)).toEqual(['role:b1', 'join:b2:1', 'proposal:p1', 'proposal:p2', 'role:b4'])
  check(undefined, 1, 'role:b1')
  check(at('b1'), 1, 'join:b2:1')
  check(at('b2', 1), 1, 'proposal:p1')
  check(at('b4'), 1, 'role:b1')
  check(at('b1'), -1, 'role:b4')
  check(at('b5'), -1, 'role:b4')
  expect(doubtAt(p, at('b2', 1))?.key).toBe('join:b2:1')
  expect(doubtAt(p, at('b5'))).toBeUndefined()
})

test('each kind of doubt is accepted in its own way', () => {
  const after = (key: string) => acceptDoubt(p, doubt(key)).page
  expect(keys(after('role:b1'))).toEqual(['join:b2:1', 'proposal:p1', 'proposal:p2', 'role:b4'])
  expect(keys(after('join:b2:1'))).not.toContain('join:b2:1')
  expect(shape(after('proposal:p1'))).toBe('题/甲乙图 | 题二/丙')
  expect(shape(after('proposal:p2'))).toBe('图/题/甲乙 | 题二/丙')
  expect(keys(after('proposal:p2'))).not.toContain('proposal:p2')
})

test('a rejected join is undone, a rejected proposal goes, a rejected role waits for the right one', () => {
  expect(shape(rejectDoubt(p, doubt('join:b2:1'), source).page)).toBe('题/甲/图/乙 | 题二/丙')
  const q = rejectDoubt(p, doubt('proposal:p2'), source).page
  expect([shape(q), keys(q).includes('proposal:p2')]).toEqual([shape(p), false])
  expect(rejectDoubt(p, doubt('role:b1'), source).page).toBe(p)
})

test('doubts that are alike are accepted at once; a page may be accepted whole', () => {
  expect(keys(acceptAlike(p, doubt('role:b1')).page)).toEqual(['join:b2:1', 'proposal:p1', 'proposal:p2'])
  expect(keys(acceptBlocks(p, ['b1', 'b2', 'b4']))).toEqual(['proposal:p1', 'proposal:p2'])
  expect(doubtsOf(acceptPage(p))).toEqual([])
  expect(acceptPage(acceptPage(p))).toEqual(acceptPage(p))
})

test('how sure a guess is has four names', () => {
  expect([surenessOf(0.2, true), surenessOf(0.95), surenessOf(0.6), surenessOf(0.59)]).toEqual([
    'confirmed',
    'sure',
    'fair',
    'weak',
  ])
})

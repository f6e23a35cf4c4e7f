import { describe, expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { sound } from './sound.ts'
import { walk } from './walk.ts'
import type { Block, Mark, Page, Proposal } from './page.ts'

const one = (b: Partial<Block>): Page => page([article([block('paragraph', '江面上', b)])])
const first = (p: Page): Block => [...walk(p)][0]!.block
const bold = (start: number, end: number): Mark => ({ kind: 'bold', start, end })
const proposal = (blocks: string[], before: string | null = null): Proposal => ({
  id: 'p1',
  kind: 'move',
  blocks,
  before,
  confidence: 1,
  reasons: [],
})

test('a sound page is given back as it is', () => {
  const p = {
    ...one({ marks: [bold(0, 3)], joins: [{ at: 1, score: 1, reasons: [] }] }),
    proposals: [proposal(['b1'])],
  }
  expect(sound(p)).toBe(p)
})

test('each article and block has a name of its own, and every text stays', () => {
  const numbered = (ids: string[]) => ids.map((id) => block('paragraph', `第${id}段`, { id }))
  const articles = [
    { id: 'a1', blocks: numbered(['b1', 'b2']) },
    { id: 'a1', blocks: numbered(['b1', 'b1', 'b7']) },
  ]
  const made = sound({ ...page([]), articles })
  expect(made.articles.map((a) => [a.id, ...a.blocks.map((b) => b.id)])).toEqual([
    ['a1', 'b1', 'b2'],
    ['a2', 'b8', 'b9', 'b7'],
  ])
  expect([...walk(made)].map(({ block: b }) => b.text)).toEqual(['第b1段', '第b2段', '第b1段', '第b1段', '第b7段'])
})

describe('marks lie within the text', () => {
  for (const [start, end, kept] of [
    [0, 2, [bold(0, 2)]],
    [1, 900, [bold(1, 3)]],
    [2, 1, []],
    [3, 5, []],
  ] as const)
    test(`${start}–${end}`, () => expect(first(sound(one({ marks: [bold(start, end)] }))).marks).toEqual(kept))
})

describe('joins lie within the text', () => {
  for (const [at, kept] of [
    [0, 0],
    [1, 1],
    [3, 0],
    [900, 0],
  ] as const)
    test(`${at}`, () => expect(first(sound(one({ joins: [{ at, score: 1, reasons: [] }] }))).joins).toHaveLength(kept))
})

describe('a proposal is for blocks that are there', () => {
  for (const [blocks, before, kept] of [
    [['b1'], null, 1],
    [['b1'], 'b1', 1],
    [['b1', 'b2'], null, 0],
    [['b1'], 'b2', 0],
  ] as const)
    test(`${blocks} before ${before}`, () =>
      expect(sound({ ...one({}), proposals: [proposal([...blocks], before)] }).proposals).toHaveLength(kept))
})

test('an article without blocks goes', () =>
  expect(sound({ ...one({}), articles: [{ id: 'a9', blocks: [] }, ...one({}).articles] })).toEqual(one({})))

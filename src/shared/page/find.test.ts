import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { findHits, makeFinder, replaceHits } from './find.ts'
import type { FindQuery } from './find.ts'

const p = page([
  article([
    block('headline', '老街的灯亮了'),
    block('paragraph', '老街有灯 120 盏，Lamp 与 lamp。', { marks: [{ kind: 'bold', start: 0, end: 2 }] }),
  ]),
  article([block('paragraph', '灯下有人。2025年3月，2026年4月。', { joins: [{ at: 5, score: 1, reasons: [] }] })]),
])
const plain: FindQuery = { text: '', expression: false, matchCase: false, wholeWord: false }
const ends = (text: string) =>
  Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), (s) => s.index + s.segment.length)

const finds = (query: Partial<FindQuery>, expected: readonly string[]) => {
  const finder = makeFinder({ ...plain, ...query }, ends)
  expect(finder ? findHits(p, finder).map((h) => `${h.block}:${h.start}-${h.end}`) : []).toEqual(expected)
}

const replaces = (query: Partial<FindQuery>, replacement: string, expected: readonly string[]) => {
  const finder = makeFinder({ ...plain, ...query }, ends)
  const after = finder ? replaceHits(p, finder, findHits(p, finder), replacement) : p
  expect(after.articles.flatMap((a) => a.blocks.map((b) => b.text))).toEqual(expected)
  return after
}

test('finding', () => {
  finds({ text: '灯' }, ['b1:3-4', 'b2:3-4', 'b3:0-1'])
  finds({ text: 'lamp' }, ['b2:11-15', 'b2:18-22'])
  finds({ text: 'lamp', matchCase: true }, ['b2:18-22'])
  finds({ text: '\\d{4}年', expression: true }, ['b3:5-10', 'b3:13-18'])
  finds({ text: '（', expression: true }, [])
  finds({ text: '(', expression: true }, [])
  finds({ text: '.', expression: false }, [])
  finds({ text: 'x*', expression: true }, [])
  finds({ text: 'lam', wholeWord: true }, [])
  finds({ text: 'lamp', wholeWord: true }, ['b2:11-15', 'b2:18-22'])
})

test('replacing, in every article at once', () => {
  const [title, first, last] = ['老街的灯亮了', '老街有灯 120 盏，Lamp 与 lamp。', '灯下有人。2025年3月，2026年4月。']
  replaces({ text: '灯' }, '路灯', [
    '老街的路灯亮了',
    '老街有路灯 120 盏，Lamp 与 lamp。',
    '路灯下有人。2025年3月，2026年4月。',
  ])
  replaces({ text: '(\\d{4})年(\\d)月', expression: true }, '$2月（$1，$$）', [
    title,
    first,
    '灯下有人。3月（2025，$），4月（2026，$）。',
  ])
  replaces({ text: '(?<n>\\d+) 盏', expression: true }, '$<n>多盏', [title, '老街有灯 120多盏，Lamp 与 lamp。', last])
  replaces({ text: '灯' }, '$1', [
    '老街的$1亮了',
    '老街有$1 120 盏，Lamp 与 lamp。',
    '$1下有人。2025年3月，2026年4月。',
  ])
  replaces({ text: '没有' }, '有', [title, first, last])
})

test('marks and joins stay with their words', () => {
  const after = replaces({ text: '老街' }, '古老的街', [
    '古老的街的灯亮了',
    '古老的街有灯 120 盏，Lamp 与 lamp。',
    '灯下有人。2025年3月，2026年4月。',
  ])
  expect(after.articles[0]?.blocks[1]?.marks).toEqual([{ kind: 'bold', start: 0, end: 4 }])
  expect(after.articles[1]).toBe(p.articles[1])
  const both = replaces({ text: '人。|月', expression: true }, '', [
    '老街的灯亮了',
    '老街有灯 120 盏，Lamp 与 lamp。',
    '灯下有2025年3，2026年4。',
  ])
  expect(both.articles[1]?.blocks[0]?.joins[0]?.at).toBe(3)
})

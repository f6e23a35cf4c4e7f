import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageSchema } from '../page/page.ts'
import type { Page } from '../page/page.ts'
import { cleaned } from './clean.ts'
import { structure } from './index.ts'
import { linesOf } from './lines.ts'
import { PAGE } from './testing.ts'

/** Law 2: every non-blank character, but for '#' marks at a line's start, stands in exactly one block. */
function checkKept(source: string): Page {
  const { page } = structure(source)
  const times = new Uint8Array(source.length)
  for (const a of page.articles) {
    expect(a.blocks.length).toBeGreaterThan(0)
    for (const b of a.blocks) for (const [start, end] of b.spans) for (let i = start; i < end; i++) times[i]!++
  }
  // a heading of marks that the engine reads past is none
  const [marks, read] = [source, cleaned(source).read].map(
    (text) => new Set(linesOf(text).flatMap((l) => (l.level > 0 ? marksOf(text, l.start) : []))),
  )
  for (let i = 0; i < source.length; i++) {
    if (/\s/.test(source[i]!)) continue
    expect([i, times[i]]).toEqual([i, marks!.has(i) && read!.has(i) ? 0 : 1])
  }
  return page
}

/** The one to six '#' before a line's content. */
function marksOf(source: string, content: number): number[] {
  const marks: number[] = []
  let i = content - 1
  while (i >= 0 && /[^\S\r\n]/.test(source[i]!)) i--
  for (; i >= 0 && source[i] === '#'; i--) marks.push(i)
  expect(marks.length).toBeGreaterThan(0)
  expect(marks.length).toBeLessThanOrEqual(6)
  return marks
}

const piece = fc.oneof(
  fc.constantFrom(
    '# ',
    '**',
    '*',
    '## ',
    '本报讯（记者 李朝民）',
    '记者 王 丹',
    '通讯员供图',
    '图为新闻现场。',
    '（下转第四版）',
    '（上接第一版）',
    '关键词 经济',
    '——',
    '。',
    '，',
    '“',
    '”',
    ' ',
    '\u3000',
    '张三摄',
    '1月2日',
    '第2版',
    '■',
    '\u200b',
    '<br>',
    '&nbsp;',
    '\n---\n',
    '![](a.jpg)',
    '\\',
    '😀',
    '\uD83D',
    '\uDE00',
    '\0',
    '#',
    '#######',
    '*',
    '**',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '全区最多的城中村拆除面积',
    '街道梳理排摸辖区现状基础和优势特色，谋划布局东、南、西、北四个服务圈',
    '能于一体的防范网。',
  ),
)
const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\n\n\n\n', '\u2028', '\u2029', '\f', '  \n')
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: end }), { maxLength: 60 })
  .map((p) => p.join(''))

describe('no character is lost (law 2)', () => {
  test('any text, any line ends', () =>
    fc.assert(
      fc.property(text, (source) => void checkKept(source)),
      { numRuns: 300 },
    ))
  test('any string at all', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => void checkKept(source)),
      { numRuns: 200 },
    ))
  test('nothing', () => expect(checkKept('').articles).toEqual([]))
  test('blanks only', () => expect(checkKept(' \u3000\n\n\t').articles).toEqual([]))
  test('marks only', () => void checkKept('#\n\n##\n# 一'))
  test('marks within stars are text', () => void checkKept('**# 一**\n\n*#二*\n\n# ***## 三***'))
  test('seven marks are text', () => void checkKept('####### 一'))
})

describe('the same input gives the same output', () => {
  test('twice', () =>
    fc.assert(
      fc.property(text, (source) => void expect(structure(source)).toEqual(structure(source))),
      { numRuns: 50 },
    ))
  test('a Page by its schema', () =>
    fc.assert(
      fc.property(text, (source) => void pageSchema.parse(structure(source).page)),
      { numRuns: 100 },
    ))
  test('lines in any order', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(PAGE.split('\n'), { minLength: 5 }), (lines) => void checkKept(lines.join('\n'))),
      { numRuns: 60 },
    ))
})

describe('size', () => {
  test('ten megabytes on one line', () => {
    const { page } = structure('城市更新的步子，越走越稳。'.repeat(800_000))
    expect(page.articles.flatMap((a) => a.blocks)).toHaveLength(1)
  })
  test('twenty thousand lines', () => {
    const { page } = structure('城市更新的步子越走越稳，\n'.repeat(20_000))
    expect(page.articles.length).toBeGreaterThan(0)
  })
  test('marks that patterns could stumble over', () => {
    for (const c of ['（', '“', '记', '报', ' 张', '——', '摄', '关键词 ', '\u3000', '1', '版'])
      void checkKept(c.repeat(3000))
  })
})

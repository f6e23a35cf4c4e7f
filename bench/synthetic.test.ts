import { describe, expect, test } from 'vitest'
import { pagesOf } from './structure-pages.ts'
import { brokenAt, brokenAtWords } from './synthetic-lines.ts'
import type { BenchPage } from './structure-pages.ts'
import { linedPages, trimmedPages } from './synthetic-lined.ts'
import { madePages } from './synthetic.ts'

describe('brokenAt', () => {
  const check = (text: string, width: number, expected: string[]) => expect(brokenAt(text, width, 0)).toEqual(expected)
  test('a line to a column line', () => check('今年县里修了三条水渠', 5, ['今年县里修', '了三条水渠']))
  test('no mark at a head', () => check('渠修好了。水来了', 4, ['渠修好了。', '水来了']))
  test('no opening mark at an end', () => check('老人说道“水来了”', 5, ['老人说道', '“水来了”']))
  test('figures take half the room, a number is not parted', () =>
    expect(brokenAt('修渠1700米，水来了', 5, 0, true)).toEqual(['修渠1700米，', '水来了']))
  test('an indent takes room', () => expect(brokenAt('今年县里修了渠', 5, 1)).toEqual(['今年县里', '修了渠']))
})

describe('brokenAtWords', () => {
  const words = { cut: (t: string) => t.split(/(?<=水渠|修好|老人|高兴| )/), tag: () => [], frequency: () => 0 }
  const check = (text: string, width: number, expected: string[]) =>
    expect(brokenAtWords(text, width, words)).toEqual(expected)
  test('a heading is broken between words', () => check('水渠修好老人高兴', 5, ['水渠修好', '老人高兴']))
  test('best at a blank', () => check('水渠修好 老人高兴', 4, ['水渠修好', '老人高兴']))
  test('a short one is whole', () => check('水渠修好', 5, ['水渠修好']))
})

/** Every character of a page stands in one block. */
function expectWhole({ name, source, articles }: BenchPage): void {
  const seen = new Uint8Array(source.length)
  for (const { blocks } of articles)
    for (const { spans } of blocks) for (const [start, end] of spans) for (let i = start; i < end; i++) seen[i]! += 1
  const bare = source.replace(/^#{1,6}(?=\s)|!\[.*?\)|<[^<>\n]*>/gm, (mark) => ' '.repeat(mark.length))
  for (let i = 0; i < source.length; i++) if (/\S/.test(bare[i]!)) expect([name, i, seen[i]]).toEqual([name, i, 1])
}

describe('madePages', () => {
  const made = () => madePages(pagesOf('train'), 24, 3, 0.5)
  test('the same seed makes the same pages', () => expect(made()).toEqual(made()))
  test('every character stands in one block', () => made().forEach(expectWhole))
})

describe.each([
  ['linedPages', linedPages],
  ['trimmedPages', trimmedPages],
])('%s', (_, made) => {
  const pages = pagesOf('train').filter((_, i) => i % 8 === 0)
  test('every character stands in one block', () => made(pages, 3).forEach(expectWhole))
  test('what is parted is said in the order of before', () => {
    const said = (page: BenchPage) =>
      page.articles.map((a) =>
        a.blocks.map((b) => b.spans.map(([s, e]) => page.source.slice(s, e).replace(/\s/g, '')).join('')),
      )
    expect(made(pages, 3).map(said)).toEqual(pages.map(said))
  })
})

test('trimmed pages have no indents, but room for them', () => {
  const page = trimmedPages(pagesOf('train').slice(0, 1), 3)[0]!
  expect(page.source).not.toMatch(/^[ 　]/m)
  const wide = (at: number) => page.source.slice(at).split('\n', 1)[0]!.length
  const firsts = page.articles.flatMap((a) => a.blocks).filter((b) => b.role === 'paragraph' && b.spans.length > 2)
  expect(firsts.filter((b) => wide(b.spans[0]![0]) < wide(b.spans[1]![0])).length * 2).toBeGreaterThan(firsts.length)
})

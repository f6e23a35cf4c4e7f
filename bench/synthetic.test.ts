import { describe, expect, test } from 'vitest'
import { pagesOf } from './structure-pages.ts'
import { brokenAt } from './synthetic-lines.ts'
import { madePages } from './synthetic.ts'

describe('brokenAt', () => {
  const check = (text: string, width: number, expected: string[]) => expect(brokenAt(text, width, 0)).toEqual(expected)
  test('a line to a column line', () => check('今年县里修了三条水渠', 5, ['今年县里修', '了三条水渠']))
  test('no mark at a head', () => check('渠修好了。水来了', 4, ['渠修好了。', '水来了']))
  test('no opening mark at an end', () => check('老人说道“水来了”', 5, ['老人说道', '“水来了”']))
  test('an indent takes room', () => expect(brokenAt('今年县里修了渠', 5, 1)).toEqual(['今年县里', '修了渠']))
})

describe('madePages', () => {
  const made = () => madePages(pagesOf('train'), 24, 3, 0.5)
  test('the same seed makes the same pages', () => expect(made()).toEqual(made()))
  test('every character stands in one block', () => {
    for (const { name, source, articles } of made()) {
      const seen = new Uint8Array(source.length)
      for (const { blocks } of articles)
        for (const { spans } of blocks)
          for (const [start, end] of spans) for (let i = start; i < end; i++) seen[i]! += 1
      const bare = source.replace(/^#{1,6}(?=\s)/gm, (mark) => ' '.repeat(mark.length))
      for (let i = 0; i < source.length; i++) if (/\S/.test(bare[i]!)) expect([name, i, seen[i]]).toEqual([name, i, 1])
    }
  })
})

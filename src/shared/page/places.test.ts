import { expect, test } from 'vitest'
import { block } from './build.ts'
import { sourceOf, textOf } from './places.ts'
import type { Span } from './page.ts'

const SOURCE = '湾里点亮第一盞灯\n\n凌晨4时，潮水涨到\n\n最高处。\n广告\n'
const at = (text: string): Span => [SOURCE.indexOf(text), SOURCE.indexOf(text) + text.length]
const head = block('headline', '湾里点亮第一盏灯', { spans: [at('湾里点亮第一盞灯')] })
const joined = block('paragraph', '凌晨4时12分，潮水涨到最高处。', { spans: [at('凌晨4时，潮水涨到'), at('最高处。')] })
const lines = block('crosshead', '潮水\n最高', { spans: [at('潮水'), at('最高')] })

/** What of the page's text leads to what of the source. */
const check = (b: typeof head, text: string, expected: readonly string[]) => {
  const from = b.text.indexOf(text)
  expect(sourceOf(SOURCE, b, from, from + text.length).map(([s, e]) => SOURCE.slice(s, e))).toEqual(expected)
}

const back = (b: typeof head, span: Span, expected: string | undefined) => {
  const found = textOf(SOURCE, b, span)
  expect(found && b.text.slice(...found)).toBe(expected)
}

test('from the page to the source', () => {
  check(head, '点亮', ['点亮'])
  check(head, '盏', ['盞'])
  check(head, '一盏灯', ['一盞灯'])
  check(joined, '到最', ['到', '最'])
  check(joined, '12分', [])
  check(joined, '时12分，', ['时，'])
  check(lines, '水\n最', ['水', '最'])
  expect(sourceOf(SOURCE, head, 3, 3)).toEqual([])
  expect(sourceOf(SOURCE, { ...head, spans: [] }, 0, 3)).toEqual([])
})

test('from the source to the page', () => {
  back(head, at('点亮'), '点亮')
  back(head, at('盞'), '盏')
  back(joined, at('时，潮'), '时12分，潮')
  back(joined, at('涨到\n\n最高'), '涨到最高')
  back(joined, at('广告'), undefined)
  back(head, at('潮水'), undefined)
  back(lines, at('最高'), '最高')
})

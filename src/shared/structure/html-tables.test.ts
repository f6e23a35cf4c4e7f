import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleaned } from './clean.ts'
import { structure } from './index.ts'

const check = (source: string, text: string) => expect(cleaned(source).text).toBe(text)
const ROWS = '<tr><th>地区</th><th>吨</th></tr><tr><td>东县</td><td>12</td></tr>'

describe('HTML tables are read as rows between bars', () => {
  const rows = '| 地区 | 吨 |\n| 东县 | 12 |'
  test('on one line', () => check(`产量\n\n<table border="1">${ROWS}</table>\n\n又讯`, `产量\n\n${rows}\n\n又讯`))
  test('with all around it', () => check(`<html><body><table>${ROWS}</table></body></html>`, rows))
  test('a line for each tag', () =>
    check(
      `<table>\n<thead>\n<tr>\n<th>地区</th>\n<th>吨</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n  <td>东<br>县</td>\n  <td>12</td>\n</tr>\n</tbody>\n</table>\n又讯`,
      '| 地区 | 吨 |\n| 东 县 | 12 |\n又讯',
    ))
  test('its caption is a line', () => check(`<table><caption>各县产量</caption>${ROWS}</table>`, `各县产量\n${rows}`))
  test('without an end', () => {
    check(`<table>${ROWS}\n\n又讯`, `${rows}\n\n又讯`)
    check(`${ROWS.slice(0, -5)}\n\n又讯`, '| 地区 | 吨 |\n| 东县 | 12 \n\n又讯')
  })
  test('what only sets text in columns is lines of text', () => {
    check('<table><tr><td>产量公布</td></tr><tr><td>又讯</td></tr></table>', '产量公布\n又讯')
    const long = '岸边站了四千多人，鞭炮从桥头一直响到桥尾。'.repeat(4)
    check(`<table><tr><td>${long}</td><td>又讯</td></tr>${ROWS}</table>`, `${long}\n又讯\n地区\n吨\n东县\n12`)
  })
})

test('each row is a block, with its tags, and the story goes on below', () => {
  const source = `# 全市产量创新高\n\n市统计局昨天公布了今年全市的产量。\n\n<table>\n${ROWS}</table>\n\n负责人表示，明年将继续加大投入，稳住面积。\n`
  const { page } = structure(source)
  expect(page.articles.map((a) => a.blocks.map((b) => `${b.role} ${b.text}`))).toEqual([
    [
      'headline 全市产量创新高',
      'paragraph 市统计局昨天公布了今年全市的产量。',
      'paragraph <table>\n<tr><th>地区</th><th>吨</th></tr>',
      'paragraph <tr><td>东县</td><td>12</td></tr></table>',
      'paragraph 负责人表示，明年将继续加大投入，稳住面积。',
    ],
  ])
})

const PARTS = [
  '<table>',
  '</table>',
  '<tr>',
  '</tr>',
  '<td colspan="2">',
  '<td>',
  '</td>',
  '<th',
  '东县',
  '\n',
  '\n\n',
  '<br>',
  '|',
  '。',
]

test('a broken table loses nothing', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }), (parts) => {
      const source = `老渡口通了车。\n${parts.join('')}`
      const times = new Uint8Array(source.length)
      for (const a of structure(source).page.articles)
        for (const b of a.blocks) for (const [start, end] of b.spans) for (let i = start; i < end; i++) times[i]!++
      expect(times.findIndex((n, i) => n > 1 || (n === 0 && /\S/.test(source[i]!)))).toBe(-1)
    }),
    { numRuns: 200 },
  ))

test('thousands of tags that end nothing', () => {
  const source = '<table><tr><td '.repeat(20_000) + '<td>甲'.repeat(20_000)
  expect(cleaned(source).read.length).toBe(source.length)
})

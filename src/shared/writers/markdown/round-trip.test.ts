import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, block, page } from '../../page/build.ts'
import type { Page, Role } from '../../page/page.ts'
import { FIXTURE } from '../fixture.ts'
import { hostilePage } from '../hostile.ts'
import { cleanText } from '../text.ts'
import { readPageMarkdown } from './read.ts'
import { pageMarkdown } from './write.ts'

/** What Markdown promises to keep. */
const kept = (p: Page) => ({
  meta: Object.fromEntries(Object.entries(p.meta).map(([k, v]) => [k, cleanText(v)])),
  articles: p.articles.map((a) => a.blocks.map((b) => [b.role, cleanText(b.text)])),
})

const check = (p: Page): void => void expect(kept(readPageMarkdown(pageMarkdown(p)) ?? page([]))).toEqual(kept(p))
const one = (role: Role, text: string) => () => check(page([article([block(role, text)])]))

test('a page with every role comes back whole, marks included', () => {
  expect(readPageMarkdown(pageMarkdown(FIXTURE))).toEqual(FIXTURE)
})
test('an empty page', () => check(page([])))
test('a heading of two lines', one('headline', '第一行\n第二行'))
test('an empty block', one('caption', ''))
test('an empty headline', one('headline', ''))
test('blanks at both ends', one('paragraph', '  \t甲 乙\u3000 '))
test('line ends everywhere', one('paragraph', '\n甲\n\n 乙 \n'))
test('text that looks like a comment of ours', one('paragraph', '甲<!-- kicker -->'))
test('text that looks like Markdown', one('paragraph', '# 一\n- 二\n1. 三\n> 四\n---\n```'))
test('a setext line inside a headline', one('headline', '甲\n==='))
test('bold beside Chinese marks', () => {
  const text = '他说“好”。然后走了'
  const p = page([article([block('paragraph', text, { marks: [{ kind: 'bold', start: 2, end: 6 }] })])])
  expect(readPageMarkdown(pageMarkdown(p))).toEqual(p)
})
test('a link keeps its address', () => {
  const marks = [{ kind: 'link' as const, start: 0, end: 2, href: 'https://example.cn/a?b=1&c=（2）' }]
  const p = page([article([block('paragraph', '详见报道', { marks })])])
  expect(readPageMarkdown(pageMarkdown(p))).toEqual(p)
})
test('other Markdown is not ours', () => expect(readPageMarkdown('---\ntitle: x\n---\n\n# y\n')).toBeUndefined())
const table = (lines: readonly string[], expected: string) => () => {
  const p = page([article([block('paragraph', '前'), ...lines.map((l) => block('paragraph', l)), block('note', '后')])])
  check(p)
  expect(pageMarkdown(p)).toContain(`\n前\n\n${expected}\n\n> 后<!-- note -->`)
}
test(
  'a table in one block',
  table(['| 车次 | 开点 |\n|---|---:|\n| G1 | 06:42 |'], '| 车次 | 开点 |\n|---|---:|\n| G1 | 06:42 |'),
)
test(
  'a table of a row a block',
  table(['|车次|开点|', '| --- | --- |', '|G1||'], '|车次|开点|\n| --- | --- |\n|G1||\n\n<!-- rows -->'),
)
test(
  'a table without a rule',
  table(['|车次|开点|', '|G1|06:42|'], '|车次|开点|\n| --- | --- |\n|G1|06:42|\n\n<!-- rows ruled -->'),
)
test(
  'such a table in one block',
  table(['|车次|开点|\n|G1|06:42|'], '|车次|开点|\n| --- | --- |\n|G1|06:42|\n\n<!-- ruled -->'),
)
test('a table with signs of Markdown', () => {
  for (const cell of [
    '*甲*',
    '<b>',
    'a\\|b',
    '`甲`',
    '[甲](乙)',
    '&amp;',
    '__甲__',
    ' ',
    '-',
    '=',
    '#',
    '> 甲',
    '1. 甲',
  ])
    check(page([article([block('paragraph', `| 车次 | 开点 |\n|---|---|\n| 1 | ${cell} |`)])]))
})
test('tables side by side, at the beginning and the end', () =>
  check(
    page([
      article([block('paragraph', '|甲|乙|\n|---|---|\n|1|2|'), block('paragraph', '|丙|丁|\n|3|4|')]),
      article([block('paragraph', '|甲|乙|\n|---|---|\n|1|2|')]),
      article([block('paragraph', '<!-- rows -->'), block('paragraph', '甲')]),
    ]),
  ))
test('any rows come back', () => {
  const cell = fc.stringMatching(/^[甲1 .:\-|*_<>&\\`[\]!#~=+—｜]{0,6}$/)
  const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => `|${cells.join('|')}|`)
  const blocks = fc.array(
    fc.oneof(
      row,
      fc.array(row, { maxLength: 4 }).map((r) => r.join('\n')),
    ),
    { maxLength: 5 },
  )
  const named = blocks.map((rest) => ['|车次|开点|', '|---|---|', ...rest])
  fc.assert(
    fc.property(fc.oneof(blocks, named), (texts) =>
      check(page([article([block('headline', '表'), ...texts.map((t) => block('paragraph', t))])])),
    ),
    { numRuns: 500 },
  )
})
test('hostile pages come back with the same articles, roles and text', () => {
  fc.assert(
    fc.property(hostilePage, (p) => check(p)),
    { numRuns: 300 },
  )
})

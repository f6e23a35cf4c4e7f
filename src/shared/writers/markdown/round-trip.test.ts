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
test('hostile pages come back with the same articles, roles and text', () => {
  fc.assert(
    fc.property(hostilePage, (p) => check(p)),
    { numRuns: 300 },
  )
})

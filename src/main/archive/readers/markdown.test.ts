import { expect, test } from 'vitest'
import { FIXTURE } from '../../../shared/writers/fixture.ts'
import { pageMarkdown } from '../../../shared/writers/markdown/write.ts'
import { readerOf } from './index.ts'

const read = (text: string) => readerOf('page.md').read(new TextEncoder().encode(text), 'page.md')
const shape = (p: typeof FIXTURE | undefined) => p?.articles.map((a) => a.blocks.map((b) => [b.role, b.text]))

test('Markdown that Banxin wrote comes back as the page it was', () => {
  const result = read(pageMarkdown(FIXTURE))
  expect(shape(result.page)).toEqual(shape(FIXTURE))
  expect(result.page?.meta).toEqual(FIXTURE.meta)
})
test('its spans point at its blocks in the source text', () => {
  const { page, text } = read(pageMarkdown(FIXTURE))
  const blocks = page?.articles.flatMap((a) => a.blocks) ?? []
  expect(blocks.map((b) => b.spans.map(([start, end]) => text.slice(start, end)).join(''))).toEqual(
    blocks.map((b) => b.text),
  )
})
test.each([
  ['no front matter', '# 题目\n\n正文'],
  ['a rule above', '---\n# 题目\n\n正文'],
  ['the front matter of another program', '---\ntitle: banxin\n---\n\n正文'],
  ['quotations within quotations without end', `---\nbanxin: 1\n---\n\n${'>'.repeat(6000)} 正文`],
])('any other Markdown is OCR text: %s', (_, written) => {
  const { page, text } = read(written)
  expect([page, text === written]).toEqual([undefined, true])
})

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
test('any other Markdown is OCR text', () => expect(read('# 题目\n\n正文').page).toBeUndefined())

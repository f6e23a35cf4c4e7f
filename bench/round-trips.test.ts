/** Every own page, as the structure engine reads it, through Markdown and JSON and back: the same articles, roles, text and meta. */
import { expect, test } from 'vitest'
import { structure } from '../src/shared/structure/index.ts'
import { readPageJson } from '../src/shared/writers/json/read.ts'
import { jsonWriter } from '../src/shared/writers/json/write.ts'
import { readPageMarkdown } from '../src/shared/writers/markdown/read.ts'
import { pageMarkdown } from '../src/shared/writers/markdown/write.ts'
import { CONTEXT, textOf } from '../src/shared/writers/testing.ts'
import { pagesOf } from './structure-pages.ts'
import type { Page } from '../src/shared/page/page.ts'

const content = (page: Page | undefined) =>
  page && { meta: page.meta, articles: page.articles.map((a) => a.blocks.map((b) => [b.role, b.text])) }

const pages = (['train', 'held', 'samples'] as const).flatMap(pagesOf)

test('Markdown gives back every own page', () => {
  for (const { name, source } of pages) {
    const { page } = structure(source, {})
    expect(content(readPageMarkdown(pageMarkdown(page))), name).toEqual(content(page))
  }
})

test('JSON gives back every own page', async () => {
  for (const { name, source } of pages) {
    const { page } = structure(source, {})
    expect(readPageJson(textOf((await jsonWriter.write(page, CONTEXT))[0])), name).toEqual(page)
  }
})

import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import mammoth from 'mammoth'
import type { Page } from '../page/page.ts'
import { page } from '../page/build.ts'
import { isFolio } from '../page/walk.ts'
import { docxWriter } from './docx/write.ts'
import { FIXTURE } from './fixture.ts'
import { hostilePage } from './hostile.ts'
import { htmlWriter } from './html/write.ts'
import { icmlWriter } from './icml/write.ts'
import { jsonWriter } from './json/write.ts'
import { readPageJson } from './json/read.ts'
import { markdownWriter } from './markdown/write.ts'
import { siteWriter } from './site/write.ts'
import { CONTEXT, ink, inkOf, readText, sorted, textOf } from './testing.ts'
import { cleanText } from './text.ts'
import { txtWriter } from './txt/write.ts'
import { wechatWriter } from './wechat/write.ts'
import type { Writer, WrittenFile } from './writer.ts'

/** The body of an HTML page without what stands around the stories. */
const story = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const folio = (html: string) => [...html.matchAll(/<p class="folio">[\s\S]*?<\/p>/g)].map((m) => m[0]).join('')
const wordText = async (files: readonly WrittenFile[]) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(files[0]?.bytes ?? []) })).value

/** How the text of each format is read back; every one must hold each character of the page once. */
const READ: readonly {
  readonly writer: Writer
  readonly read: (files: readonly WrittenFile[]) => string | Promise<string>
  readonly folios: boolean
}[] = [
  {
    writer: htmlWriter,
    read: (f) => readText(story(textOf(f[0])) + folio(textOf(f[0]).replace(story(textOf(f[0])), ''))),
    folios: true,
  },
  { writer: wechatWriter, read: (f) => readText(textOf(f[0])), folios: true },
  { writer: docxWriter, read: wordText, folios: true },
  {
    writer: icmlWriter,
    read: (f) =>
      f.map((file) => readText((textOf(file).match(/<Content>[\s\S]*?<\/Content>/g) ?? []).join('\n'))).join('\n'),
    folios: false,
  },
  { writer: txtWriter, read: (f) => f.map(textOf).join('\n').replaceAll('\ufeff', ''), folios: false },
  {
    writer: jsonWriter,
    read: (f) =>
      (readPageJson(textOf(f[0])) ?? page([])).articles
        .flatMap((a) => a.blocks)
        .map((b) => cleanText(b.text))
        .join('\n'),
    folios: true,
  },
]

const WITHOUT_PICTURES: Page = {
  ...FIXTURE,
  articles: FIXTURE.articles.map((a) => ({ ...a, blocks: a.blocks.map(({ picture, ...b }) => (picture ? b : b)) })),
}

const expected = (p: Page, folios: boolean) =>
  inkOf(folios ? p : { ...p, articles: p.articles.filter((a) => !isFolio(a)) })

describe.each(READ)('$writer.id', ({ writer, read, folios }) => {
  const check = async (p: Page) => {
    const text = ink(await read(await writer.write(p, CONTEXT)))
    expect(sorted(text)).toBe(sorted(expected(p, folios).join('')))
    return text
  }
  test('holds each block of the page whole', async () => {
    const text = await check(WITHOUT_PICTURES)
    for (const b of expected(WITHOUT_PICTURES, folios)) expect(text).toContain(b)
  })
  test('holds each character of a hostile page', async () => {
    await fc.assert(
      fc.asyncProperty(hostilePage, async (p) => void (await check(withoutBom(p)))),
      { numRuns: 60 },
    )
  })
  test('takes a line of 100,000 characters', async () => {
    const long = {
      ...FIXTURE,
      articles: [
        {
          id: 'a1',
          blocks: [
            {
              ...(FIXTURE.articles[1]?.blocks[7] as Page['articles'][number]['blocks'][number]),
              text: '水<&]]>'.repeat(16_667),
            },
          ],
        },
      ],
    }
    expect((await check(long)).length).toBeGreaterThan(99_000)
  })
  test('takes an empty page', async () => void (await check(page([]))))
})

/** The byte order mark is a sign of the file in txt; elsewhere the hostile page keeps it. */
const withoutBom = (p: Page): Page => ({
  ...p,
  articles: p.articles.map((a) => ({
    ...a,
    blocks: a.blocks.map((b) => ({ ...b, text: b.text.replaceAll('\ufeff', ''), marks: [] })),
  })),
})

test('XML is well-formed whatever the page says', async () => {
  const wellFormed = (xml: string) => {
    const parser = new SaxesParser({})
    parser.on('error', (e) => {
      throw e
    })
    parser.write(xml).close()
  }
  await fc.assert(
    fc.asyncProperty(hostilePage, async (p) => {
      for (const f of await icmlWriter.write(p, CONTEXT)) wellFormed(textOf(f))
      for (const f of await siteWriter.write(p, CONTEXT)) if (f.name.endsWith('.xml')) wellFormed(textOf(f))
    }),
    { numRuns: 25 },
  )
})

test('a story keeps the order of its blocks in running formats', async () => {
  for (const { writer, read } of READ.filter((r) => r.writer !== txtWriter)) {
    const text = ink(await read(await writer.write(WITHOUT_PICTURES, CONTEXT)))
    const places = expected(WITHOUT_PICTURES, false).map((b) => text.indexOf(b))
    expect(places, writer.id).toEqual(places.toSorted((a, b) => a - b))
  }
})

test('no script stands in a web page but its data', async () => {
  await fc.assert(
    fc.asyncProperty(hostilePage, async (p) => {
      const html = textOf((await htmlWriter.write(p, CONTEXT))[0])
      const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gi)]
      expect(scripts.length).toBe(1)
      expect(() => JSON.parse(scripts[0]?.[1] ?? '')).not.toThrow()
      expect(html).not.toMatch(/javascript:/i)
    }),
    { numRuns: 60 },
  )
})

test('Markdown of a page without pictures is one file', async () => {
  expect((await markdownWriter.write(FIXTURE, CONTEXT)).map((f) => f.name)).toEqual(['云河日报-02.md'])
})

import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { article, block, page } from '../page/build.ts'
import { docxWriter } from './docx/write.ts'
import { htmlWriter } from './html/write.ts'
import { icmlWriter } from './icml/write.ts'
import { idmlWriter } from './idml/write.ts'
import { CONTEXT, textOf } from './testing.ts'
import { wechatWriter } from './wechat/write.ts'
import type { Writer } from './writer.ts'

const STANZAS = ['风把码头吹得很薄\n薄得像一张旧船票', '卖鱼的人\n收起了秤\n一言不发']
const PAGE = page([
  article([block('headline', '等船'), ...STANZAS.map((s) => block('paragraph', s))]),
  article([
    block('paragraph', '|车次|票价|'),
    block('paragraph', '|G2811|64.5|'),
    block('paragraph', '以上公告自本日起施行，原公告同时作废。'),
    block('paragraph', '青浦湾车站'),
    block('paragraph', '2026年3月23日'),
  ]),
])
const all = async (writer: Writer) => (await writer.write(PAGE, CONTEXT)).map(textOf).join('')
const part = async (writer: Writer, name: RegExp) => {
  const files = unzipSync((await writer.write(PAGE, CONTEXT))[0]?.bytes ?? new Uint8Array())
  return Object.entries(files)
    .flatMap(([path, bytes]) => (name.test(path) ? [new TextDecoder().decode(bytes)] : []))
    .join('')
}
/** The properties of the Word paragraph that says `words`. */
const wordOf = async (words: string) =>
  (await part(docxWriter, /document\.xml/)).split('<w:p>').find((p) => p.includes(words)) ?? ''

test('HTML says what is verse and who signs', async () => {
  const html = await all(htmlWriter)
  expect(html).toContain('<p class="verse">卖鱼的人<br>收起了秤<br>一言不发</p>')
  expect(html).toContain('<p class="signed">青浦湾车站</p><p class="signed">2026年3月23日</p>')
})
test('a table that may scroll has a role and a name, and takes keys', async () =>
  expect(await all(htmlWriter)).toContain('<div class="table" tabindex="0" role="group" aria-label="车次、票价">'))
test('WeChat has verse without an indent, and names at the right', async () => {
  const html = await all(wechatWriter)
  expect(html).toMatch(/<p style="[^"]*text-align:left[^"]*">卖鱼的人<br \/>/)
  expect(html).toMatch(/<p style="[^"]*text-align:right[^"]*">青浦湾车站/)
})
test('Word too', async () => {
  expect(await wordOf('卖鱼的人')).toContain('w:firstLineChars="0"')
  expect(await wordOf('青浦湾车站')).toContain('<w:jc w:val="right"/>')
  expect(await wordOf('以上公告')).not.toContain('<w:jc')
})
test('a poem without a headline has its look in Word from its first stanza on', async () => {
  const poem = page([
    article([block('headline', '江口')]),
    article(STANZAS.map((stanza) => block('paragraph', stanza))),
  ])
  const files = unzipSync((await docxWriter.write(poem, CONTEXT))[0]?.bytes ?? new Uint8Array())
  const xml = new TextDecoder().decode(files['word/document.xml'])
  const stanza = xml.split('<w:p>').find((p) => p.includes('风把码头')) ?? ''
  expect(stanza).toContain('<w:pBdr><w:top')
  expect(stanza).toContain('w:firstLineChars="0"')
})
test('what a table is called by is cut between characters', async () => {
  const rows = [`|${'𠀀甲'.repeat(30)}|乙|`, '|1|2|'].map((row) => block('paragraph', row))
  const html = (await htmlWriter.write(page([article(rows)]), CONTEXT)).map(textOf).join('')
  expect(html).not.toContain('\ufffd')
})
test('in Word a line parts a story that begins with a table from the one before', async () => {
  const xml = await part(docxWriter, /document\.xml/)
  const before = xml.slice(0, xml.indexOf('<w:tbl>'))
  expect(before.slice(before.lastIndexOf('<w:p>'))).toContain('<w:pBdr><w:top')
})
test('InDesign and InCopy too', async () => {
  for (const xml of [await all(icmlWriter), await part(idmlWriter, /Stories/)]) {
    const of = (words: string) => xml.split('<ParagraphStyleRange').find((p) => p.includes(words)) ?? ''
    expect(of('卖鱼的人')).toContain('FirstLineIndent="0" Justification="LeftAlign"')
    expect(of('青浦湾车站')).toContain('Justification="RightAlign"')
  }
})

import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { article, block, page } from '../page/build.ts'
import { APART as PAGE, STANZAS } from './apart-fixture.ts'
import { docxWriter } from './docx/write.ts'
import { htmlWriter } from './html/write.ts'
import { icmlWriter } from './icml/write.ts'
import { idmlWriter } from './idml/write.ts'
import { CONTEXT, textOf } from './testing.ts'
import { wechatWriter } from './wechat/write.ts'
import { txtWriter } from './txt/write.ts'
import type { Writer } from './writer.ts'

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

test('names of a list stand under each other in every format', async () => {
  const even = '王海涛  冯\u3000涛  蒋\u3000敏'
  const word = await wordOf('王海涛')
  expect(word).toContain(even)
  expect(word).toContain('<w:jc w:val="left"/>')
  for (const xml of [await all(icmlWriter), await part(idmlWriter, /Stories/)]) {
    const names = xml.split('<ParagraphStyleRange').find((p) => p.includes(even)) ?? ''
    expect(names).toContain('FirstLineIndent="0" Justification="LeftAlign"')
  }
  const html = await all(wechatWriter)
  expect(html).toMatch(/<p style="[^"]*text-align:left"><span style="display:inline-block;width:4em">王海涛 <\/span>/)
  expect(html).toContain('>冯\u3000涛 </span>')
  expect(await all(txtWriter)).toContain(`\r\n${even}`)
  expect(await all(htmlWriter)).toContain('<p class="names"><span>王海涛 </span><span>冯 涛 </span>')
})

test('names behind a text stand at the right in WeChat, those under a headline do not', async () => {
  const names = page([
    article([
      block('headline', '停电通知'),
      block('byline', '江平'),
      block('paragraph', '今日停电。'),
      block('byline', '供电所'),
    ]),
  ])
  const html = (await wechatWriter.write(names, CONTEXT)).map(textOf).join('')
  expect(html).toMatch(/text-align:right">供电所/)
  expect(html).toMatch(/text-align:left">江平/)
})
test('a line before a long number is not spread', async () => {
  const lost = page([
    article([
      block('paragraph', '李建国遗失身份证，号码420601197503152218，声明作废。'),
      block('paragraph', '共12人。'),
    ]),
  ])
  const html = (await htmlWriter.write(lost, CONTEXT)).map(textOf).join('')
  expect(html).toContain('<p class="ragged">李建国')
  expect(html).toContain('<p>共12人。')
  expect((await wechatWriter.write(lost, CONTEXT)).map(textOf).join('')).toMatch(
    /text-indent:2em;text-align:left">李建国/,
  )
})

test('stanzas of a poem of a line a block are parted in every format', async () => {
  const lines = ['一行青', '一行绿绿的稻', '退步原来', '是向前', '插到天边', '歇一歇']
  const blocks = lines.map((text, i) => {
    const start = i * 8 + (i > 2 ? 1 : 0)
    return block('paragraph', text, { spans: [[start, start + 7]] })
  })
  const poem = page([article([block('headline', '插秧歌'), ...blocks])])
  const made = async (writer: Writer) => (await writer.write(poem, CONTEXT)).map(textOf).join('')
  expect(await made(htmlWriter)).toContain('<p class="verse line end">退步原来</p><p class="verse line">是向前</p>')
  expect(await made(wechatWriter)).toMatch(/margin:0 0 18px[^"]*">退步原来<\/p><p style="margin:0;/)
  expect(await made(txtWriter)).toContain('退步原来\r\n\r\n　　是向前')
  expect(await made(icmlWriter)).toMatch(/SpaceAfter="13.5"><CharacterStyleRange[^>]*><Content>退步原来/)
})
test('story text has no indent before who signs', async () =>
  expect(await all(txtWriter)).toContain('\r\n青浦湾车站\r\n2026年3月23日'))
test('names of a list stay whole on screen', async () => {
  const list = page([article([block('paragraph', '王海涛 冯 涛 蒋 敏 沈志远 赵红梅 杨 柳 秦 岭 朱建国')])])
  const html = (await htmlWriter.write(list, CONTEXT)).map(textOf).join('')
  expect(html).toContain('<p class="names"><span>王海涛 </span><span>冯 涛 </span>')
})
test('who speaks in a conversation is bold in every format', async () => {
  const lines = ['问：怎么办？', '答：再等等。', '问：等多久？', '答：一天。']
  const talk = page([
    article([
      block('headline', '对话'),
      ...lines.flatMap((text, i) => [...(i === 2 ? [block('crosshead', '再问')] : []), block('paragraph', text)]),
    ]),
  ])
  const made = async (writer: Writer) => (await writer.write(talk, CONTEXT)).map(textOf).join('')
  expect(await made(htmlWriter)).toContain('<p><strong>问：</strong>等多久？</p>')
  expect(await made(wechatWriter)).toContain('<strong>答：</strong>一天。')
  expect(await made(icmlWriter)).toMatch(/FontStyle="Bold"><Content>问：</)
})

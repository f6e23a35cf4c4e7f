import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { article, block, page } from '../page/build.ts'
import { docxWriter } from './docx/write.ts'
import { htmlWriter } from './html/write.ts'
import { icmlWriter } from './icml/write.ts'
import { idmlWriter } from './idml/write.ts'
import { CONTEXT, textOf } from './testing.ts'
import { txtWriter } from './txt/write.ts'
import { wechatWriter } from './wechat/write.ts'
import type { Writer } from './writer.ts'

const LINES = ['| 车次 | 票价 |', '|---|---:|', '| G2811 | 64.5 |', '| D5502 |  |']
const PAGE = page([
  article([
    block('headline', '列车运行图调整'),
    block('paragraph', '下月起实行。'),
    ...LINES.map((text, i) => block('paragraph', text, i === 2 ? { marks: [{ kind: 'bold', start: 2, end: 7 }] } : {})),
    block('paragraph', '以车站公告为准。'),
  ]),
])
const first = async (writer: Writer) => (await writer.write(PAGE, CONTEXT))[0]
const check = async (writer: Writer, expected: string | RegExp) => expect(textOf(await first(writer))).toMatch(expected)

test('HTML has a table', () =>
  check(
    htmlWriter,
    '<table><thead><tr><th scope="col">车次</th><th scope="col">票价</th></tr></thead><tbody><tr><td class="center"><strong>G2811</strong></td><td class="right">64.5</td></tr><tr><td class="center">D5502</td><td class="right"></td></tr></tbody></table>',
  ))
test('so has WeChat', () => check(wechatWriter, /<table[^>]*><tbody><tr><td[^>]*>车次<\/td>/))
test('Word has a table whose head stands again on each page', async () => {
  const bytes = (await first(docxWriter))?.bytes ?? new Uint8Array()
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  expect(value).toContain('<strong>G2811</strong></p></td><td><p>64.5</p></td>')
  expect(new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])).toContain('<w:tblHeader/>')
})
test('story text has tabs, and no indent', () =>
  check(txtWriter, '\r\n　　下月起实行。\r\n车次\t票价\r\nG2811\t64.5\r\nD5502\t\r\n　　以车站公告为准。'))
test('InCopy has tabs, and the marks of a cell', () =>
  check(icmlWriter, /<Content>车次\t票价<\/Content>[^|]*<Content>G2811<\/Content>/))
test('InDesign has tabs', async () => {
  const files = Object.entries(unzipSync((await first(idmlWriter))?.bytes ?? new Uint8Array()))
  const stories = files.flatMap(([name, bytes]) =>
    name.startsWith('Stories/') ? [new TextDecoder().decode(bytes)] : [],
  )
  expect(stories.join('')).toContain('<Content>车次\t票价</Content>')
  expect(stories.join('')).not.toContain('|')
})

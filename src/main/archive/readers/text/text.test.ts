import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { text } from './text.ts'

const SIMPLE =
  '# 渡口的最后一班船\n\n本报记者 沈砚秋\n\n天还没亮，摆渡的老人已经在岸边坐着了。他说，桥通车以后，船就停了。\n\n数据来源：县档案馆'
const TRADITIONAL =
  '渡口的最後一班船\n\n天還沒亮，擺渡的老人已經在岸邊坐著了。他說，橋通車以後，船就停了。這個時候，沒有人說話。'

const check = (bytes: Uint8Array, encoding: string, expected: string) => {
  const read = text.read(bytes, 'a.txt')
  expect({ encoding: read.encoding, text: read.text }).toEqual({ encoding, text: expected })
}

const to = (content: string, encoding: string, options?: { addBOM: boolean }) =>
  new Uint8Array(iconv.encode(content, encoding, options))

test('UTF-8', () => check(to(SIMPLE, 'utf8'), 'utf-8', SIMPLE))
test('UTF-8 with its mark', () => check(to(SIMPLE, 'utf8', { addBOM: true }), 'utf-8', SIMPLE))
test('UTF-16 little end first, marked', () => check(to(SIMPLE, 'utf16le', { addBOM: true }), 'utf-16le', SIMPLE))
test('UTF-16 big end first, marked', () => check(to(SIMPLE, 'utf16be', { addBOM: true }), 'utf-16be', SIMPLE))
test('UTF-16 little end first, unmarked', () => check(to(SIMPLE, 'utf16le'), 'utf-16le', SIMPLE))
test('UTF-16 big end first, unmarked', () => check(to(SIMPLE, 'utf16be'), 'utf-16be', SIMPLE))
test('GBK', () => check(to(SIMPLE, 'gbk'), 'gb18030', SIMPLE))
test('GB18030 with four bytes', () => check(to(`${SIMPLE}㐂𠀀`, 'gb18030'), 'gb18030', `${SIMPLE}㐂𠀀`))
test('one short line of GBK', () => check(to('江城晚报今天出版', 'gbk'), 'gb18030', '江城晚报今天出版'))
test('Big5', () => check(to(TRADITIONAL, 'big5'), 'big5', TRADITIONAL))
test('Latin alone', () => check(to('Front page, 21 Nov 2026', 'utf8'), 'utf-8', 'Front page, 21 Nov 2026'))
test('a Western encoding is never taken for UTF-16, and says that it is a guess', () => {
  const read = text.read(to('# Café à la carte\n\nDéjà vu, naïve façade.\n', 'latin1'), 'a.txt')
  expect(read.text).toMatch(/^# Caf.+ la carte\n\nD.+ vu, na.+e fa.+de\.\n$/)
  expect(read.notices.map((n) => n.code)).toContain('encoding/guessed')
})
const OTHER = '# 老街的灯\r\n\r\n联通\r\n\r\n入夜以后，老街的第三盏灯亮起来。修灯的人说，灯亮了，路就短了。\r\n'
test.for([
  ['utf8', 'gbk'],
  ['gbk', 'utf8'],
  ['utf8', 'gbk', 'utf8', 'gbk'],
])('%o put together are read line by line, whole, and the same again', (encodings) => {
  for (const addBOM of [true, false]) {
    const written = (encoding: string) =>
      encoding === 'gbk' ? to(OTHER, 'gbk') : to(`${SIMPLE}\n→A08\n`, 'utf8', { addBOM })
    const bytes = new Uint8Array(Buffer.concat(encodings.map(written)))
    const read = text.read(bytes, 'a.txt')
    expect(read.text).toBe(encodings.map((e) => (e === 'gbk' ? OTHER : `${SIMPLE}\n→A08\n`)).join(''))
    expect(read.notices).toEqual([{ code: 'encoding/mixed' }])
    expect(text.read(bytes, 'a.txt', { encoding: read.encoding }).text).toBe(read.text)
  }
})
test('two files of which the first has no line end at its end are read each as what it is, wherever they meet', () => {
  // 佩。 in GBK ends with what is one character in UTF-8, and 模 is one by itself.
  for (const end of ['路就短了。', '人人敬佩。', '他是劳模', '第4版', '（完）'])
    for (const [first, second, addBOM] of [
      ['gbk', 'utf8', false],
      ['gbk', 'utf8', true],
      ['utf8', 'gbk', false],
    ] as const)
      for (const begin of ['渡口\n', '# 青浦\n', '# 模范渡口\n', '模范渡口', '12月3日，渡口']) {
        const texts = [`${SIMPLE}${end}`, `${begin}停了渡，最后一班船靠了岸。没有人说话，只听见水声。\n`] as const
        const bytes = Buffer.concat([to(texts[0], first), to(texts[1], second, { addBOM })])
        const read = text.read(new Uint8Array(bytes), 'a.txt')
        expect(read.text).toBe(texts.join(''))
        expect(read.notices).toEqual([{ code: 'encoding/mixed' }])
      }
})
test('a word of GBK that is UTF-8 by chance makes no mixture', () => {
  for (const line of ['联通', '联通'.repeat(20)]) check(to(`${OTHER}${line}\n`, 'gbk'), 'gb18030', `${OTHER}${line}\n`)
})
test('line ends stay', () => check(to('甲\r\n乙\r丙\n', 'utf8'), 'utf-8', '甲\r\n乙\r丙\n'))

test('a chosen encoding is obeyed', () => {
  expect(text.read(to(SIMPLE, 'gbk'), 'a.txt', { encoding: 'gb18030' }).text).toBe(SIMPLE)
  expect(text.read(to(SIMPLE, 'gbk'), 'a.txt', { encoding: 'utf-8' }).text).toContain('\ufffd')
})

test('UTF-8 with a broken place is still UTF-8, and says where', () => {
  const bytes = to(SIMPLE, 'utf8')
  bytes[60] = 0xff
  const read = text.read(bytes, 'a.txt')
  expect(read.encoding).toBe('utf-8')
  expect(read.notices[0]).toMatchObject({ code: 'encoding/broken' })
})

import { expect, test } from 'vitest'
import { article, block } from '../../page/build.ts'
import { FIXTURE } from '../fixture.ts'
import { CONTEXT, textOf } from '../testing.ts'
import { gb18030 } from './gb18030.ts'
import { storyText, txtWriter } from './write.ts'

test('one file a story, with a byte order mark and CRLF', async () => {
  const files = await txtWriter.write(FIXTURE, CONTEXT)
  expect(files.map((f) => f.name)).toEqual(['云河日报-02.1.txt', '云河日报-02.2.txt', '云河日报-02.3.txt'])
  expect([...(files[0]?.bytes.subarray(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf])
  expect(textOf(files[0]).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})
test('paragraphs are indented, captions stand apart at the end', () => {
  const story = article([
    block('headline', '老街修好了\n邻居没有走'),
    block('paragraph', '　　云河县榆树街长四百米。'),
    block('caption', '榆树街。'),
    block('credit', '沈荻摄'),
    block('byline', '沈荻'),
  ])
  expect(storyText(story)).toBe(
    '老街修好了\r\n邻居没有走\r\n　　云河县榆树街长四百米。\r\n沈荻\r\n\r\n榆树街。\r\n沈荻摄\r\n',
  )
})
test('GB18030 when the house wants it', async () => {
  const [file] = await txtWriter.write(FIXTURE, { ...CONTEXT, template: 'gb18030' })
  expect(new TextDecoder('gb18030').decode(file?.bytes)).toContain('\u3000\u3000“放在往年')
})
test('GB18030 holds every character and comes back the same', () => {
  const characters: string[] = []
  for (let point = 0x20; point < 0x10ffff; point += point < 0x10000 ? 1 : 977) {
    if ((point >= 0x7f && point < 0xa0) || (point >= 0xd800 && point < 0xe000) || (point & 0xfffe) === 0xfffe) continue
    if ((point >= 0xfdd0 && point <= 0xfdef) || (point >= 0xe000 && point < 0xf900)) continue
    characters.push(String.fromCodePoint(point))
  }
  const text = characters.join('')
  expect(new TextDecoder('gb18030').decode(gb18030(text)) === text).toBe(true)
})
test('GB18030 in two bytes where GBK has them', () => expect([...gb18030('版a')]).toEqual([0xb0, 0xe6, 0x61]))

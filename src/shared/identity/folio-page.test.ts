import { expect, test } from 'vitest'
import { bareFolioPage } from './folio-page.ts'

test.each([
  ['2 要闻 星期五', '2'],
  ['要闻 星期五 A04', 'A04'],
  ['| 星期六 | 编辑 林一舟 | 02 | 要闻', '02'],
  ['周五/12', '12'],
])('says the page: %s', (line, page) => expect(bareFolioPage(line)).toBe(page))

test.each([
  ['no day of the week', '2 要闻'],
  ['running text', '星期五，渡口来了 30 人。'],
  ['two numbers', '星期五 4 8'],
  ['where a story goes on', '星期五 下转 4'],
  ['how many pages there are', '星期五 今日 8 版'],
  ['how many pages there are, behind 共', '星期五 共 8'],
  ['the number of an issue', '星期五 总第 12345 期'],
  ['none', '星期五 0'],
])('says none: %s', (_, line) => expect(bareFolioPage(line)).toBeUndefined())

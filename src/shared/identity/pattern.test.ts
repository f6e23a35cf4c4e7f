import { expect, test } from 'vitest'
import { checkPattern, matchPattern } from './pattern.ts'
import { shown } from './testing.ts'

const pattern = (p: string, path: string, expected: string | undefined) =>
  expect(shown(matchPattern(p, path))).toBe(expected)

test('own pattern', () => pattern('{报名}-{年}{月}{日}-{版次}', 'x/江城-20220105-B2.txt', '江城 2022-01-05 B2 -'))
test('own pattern over Chinese numbers', () =>
  pattern('{报名}{年}年{月}月{日}日_{版次}', '江城二〇二二年十月廿一日_04.txt', '江城 2022-10-21 04 -'))
test('own pattern with Chinese numbers of its own', () => {
  pattern('二〇二二年合订本/{报名}_{版次}', '二〇二二年合订本/江城_04.txt', '江城 - 04 -')
  pattern('{报名}_{版名}', '江城_一九七八年特刊.txt', '江城 - - 一九七八年特刊')
})
test('own pattern over folders in Chinese numbers', () =>
  pattern('{年}年{月}月/{日}日/{版次}', '二〇二三年三月/八日/04.txt', '- 2023-03-08 04 -'))
test('blanks beside what a pattern finds', () =>
  pattern('{报名}_{日期}', '江城 _2022-01-05.txt', '江城 2022-01-05 - -'))
test('pattern over folders', () =>
  pattern('{报名}/{日期}/*_{版次}', '甲/江城/2022.1.5/ocr_07.txt', '江城 2022-01-05 07 -'))
test('pattern: a spread', () => pattern('{报名}_{日期}_{版次}', '江城_20220105_A04-05.txt', '江城 2022-01-05 A04-05 -'))
test('pattern: a spread, its letter twice', () =>
  pattern('{日期} {版次} {版名}', '20220105 A04—A05 桑梓.txt', '- 2022-01-05 A04-A05 桑梓'))
test('pattern: a spread before 版', () => pattern('{日期}_{版次}', '20220105_第04-05版.txt', '- 2022-01-05 04-05 -'))
test('pattern: its own 版', () => pattern('{日期}_第{版次}版', '20220105_第04-05版.txt', '- 2022-01-05 04-05 -'))
test('pattern: a page and its 版', () =>
  pattern('{日期}_{版次}{版名}', '20220105_04版桑梓.txt', '- 2022-01-05 04 桑梓'))
test('pattern: how many times a page was scanned', () =>
  pattern('{日期}-{版次}*', '20220105-A04-2.txt', '- 2022-01-05 A04 -'))
test('pattern: what follows page 1 is no spread', () =>
  pattern('{日期}-{版次}*', '20220105-A01-2.txt', '- 2022-01-05 A01 -'))
test('pattern: 版 of a section’s name', () =>
  pattern('{日期}_{版次}{版名}', '20220105_04版画.txt', '- 2022-01-05 04 版画'))
test.each(['图片新闻', '本地新闻', '权威发布', '面对面', '画刊', '要闻'])('pattern: the page, then %s', (section) => {
  pattern('{日期}_{版次}{版名}', `20220105_04版${section}.txt`, `- 2022-01-05 04 ${section}`)
  pattern('{日期}_{版次}{版名}', `20220105_第04-05版${section}.txt`, `- 2022-01-05 04-05 ${section}`)
  pattern('{日期}_第{版次}版{版名}', `20220105_第04-05版${section}.txt`, `- 2022-01-05 04-05 ${section}`)
})
test.each(['A1-2', 'A8-9', 'A9-10', 'A04-05', 'A9-A10'])('pattern: the spread %s', (number) =>
  pattern('{日期}_{版次}', `20220105_${number}.txt`, `- 2022-01-05 ${number} -`),
)
test('pattern: 版 and a section’s name', () =>
  pattern('{日期}_{版次}{版名}', '20220105_04版版画.txt', '- 2022-01-05 04 版画'))
test('pattern: two numbers are no spread', () => pattern('{日期}_{版次}', '20220105_04-05.txt', undefined))
test('pattern that does not fit', () => pattern('{报名}_{日期}', '江城.txt', undefined))
test('pattern without fields', () => pattern('江城', '江城.txt', undefined))

test.each([
  ['{报名}_{日期}_{版次}', undefined],
  ['{报名}{日期}{版次}{版名}', undefined],
  ['*{日期}*{版次}*', undefined],
  ['{年}/{ month }/{day}-*', undefined],
  ['江城_*', 'pattern/none'],
  ['{报社}_{日期}', 'pattern/unknown'],
  ['{constructor}', 'pattern/unknown'],
  ['{报名}_{publication}', 'pattern/twice'],
  ['{报名}{版名}_{日期}', 'pattern/beside'],
  ['*{报名}*{日期}', 'pattern/beside'],
  ['**{日期}', 'pattern/beside'],
])('what is wrong with %s: %s', (written, code) => {
  const check = () => checkPattern(written)
  if (code === undefined) expect(check).not.toThrow()
  else expect(check).toThrow(expect.objectContaining({ code }))
})

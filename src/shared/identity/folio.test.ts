import { expect, test } from 'vitest'
import { identityOfFolio } from './folio.ts'
import { shown } from './testing.ts'

const folio = (text: string, expected: string) => expect(shown(identityOfFolio([text]))).toBe(expected)

test('folio of a spread', () => folio('江城晚报 2022年10月21日 A04-05版', '江城晚报 2022-10-21 A04-05 -'))
test('where a story goes on may be a spread', () => folio('（下转A04-05版）', '- - - -'))
test('folio', () => folio('人民日报 2022年10月21日 星期五 第04版', '人民日报 2022-10-21 04 -'))
test.each([
  ['参考消息 2022年10月21日 星期五 第04版', '参考消息 2022-10-21 04 -'],
  ['人民日报海外版 2022年10月21日 第02版', '人民日报海外版 2022-10-21 02 -'],
  ['21世纪经济报道 2022年10月21日 08版', '21世纪经济报道 2022-10-21 08 -'],
])('folio of a paper not called as others are: %s', folio)
test.each([
  ['中国教育报 2022年10月21日 星期五 第04版', '中国教育报 2022-10-21 04 -'],
  ['江岸农报 2022年10月21日 星期五 第02版 农经', '江岸农报 2022-10-21 02 农经'],
  ['04版 2022年10月21日 星期五 文艺报', '文艺报 2022-10-21 04 -'],
  ['新华每日电讯 2022年10月21日 第2版', '新华每日电讯 2022-10-21 02 -'],
  ['人民铁道报 2022年10月21日 星期五', '人民铁道报 2022-10-21 - -'],
  ['2022年10月21日 第04版 天气预报', '- 2022-10-21 04 天气预报'],
  ['新华社讯 记者看到一张晚会的海报 2022年10月21日', '- 2022-10-21 - -'],
  ['看完晚会的人说起这张报 2022年10月21日', '- 2022-10-21 - -'],
])('folio of a paper called by a trade or a place alone: %s', folio)
test.each([
  ['2 要闻 QINGXI DAILY 2022年10月21日 星期五', '- 2022-10-21 02 要闻'],
  ['A04 | 要闻 | 2022.10.21 星期五', '- 2022-10-21 A04 要闻'],
  ['江城晚报2022年10月21日 星期五 A2', '江城晚报 2022-10-21 A2 -'],
  ['江城晚报 | 2022年10月21日 星期五 | 编辑 林一舟 | 02 | 要闻', '江城晚报 2022-10-21 02 -'],
  ['2022年10月21日 星期五 渡口来了 30 人，', '- 2022-10-21 - -'],
  ['江城晚报 2022年10月21日 星期五 下转 4', '江城晚报 2022-10-21 - -'],
])('folio whose page stands alone: %s', folio)
test('folio with section', () => folio('2022年1月30日 星期四 综合 01版', '- 2022-01-30 01 综合'))
test('folio in Chinese numbers', () => folio('江城晚报　2022年10月21日　第三版', '江城晚报 2022-10-21 03 -'))
test('folio with its day in Chinese numbers', () =>
  folio('江城晚报 二〇二二年十月二十一日 第三版', '江城晚报 2022-10-21 03 -'))
test('folio in Traditional', () => folio('香港時報 2022年10月21日 第A3版', '香港時報 2022-10-21 A3 -'))
test('folio without 第', () => folio('要闻 二版 江城晚报', '江城晚报 - 02 -'))
test('folio with 第 and its section behind', () => folio('江城晚报 第四版要闻', '江城晚报 - 04 -'))
test('a page of two letters and figures', () => folio('江城晚报 A12版', '江城晚报 - A12 -'))
test.each([
  ['A03 体育', '- - A03 体育'],
  ['财经·B02', '- - B02 财经'],
  ['Ｃ０４　文娱', '- - - -'],
  ['Ｃ０４　娱乐', '- - C04 娱乐'],
  ['江城晚报 2022年10月21日 星期五 A03', '江城晚报 2022-10-21 A03 -'],
  ['江城晚报 A12', '江城晚报 - A12 -'],
  ['A03 老街的秋天', '- - - -'],
  ['江城晚报 下转 A05', '江城晚报 - - -'],
  ['2022年11月15日 G20 峰会开幕', '- 2022-11-15 - -'],
  ['A03', '- - - -'],
])('folio without 版: %s', folio)
test('a page that is said twice, and its section once', () => {
  const said = ['江城晚报 2022年10月21日 A03', 'A03 体育']
  for (const texts of [said, said.toReversed()])
    expect(shown(identityOfFolio(texts))).toBe('江城晚报 2022-10-21 A03 体育')
})
test('two pages are an index', () =>
  expect(shown(identityOfFolio(['江城晚报 2022年10月21日', 'A03 体育', 'A05 财经']))).toBe('江城晚报 2022-10-21 - -'))
test('running text says no page', () => folio('这一版没有报纸，改了三版才定。', '- - - -'))
test('where a story goes on is another page', () => folio('（下转第4版）', '- - - -'))
test('where a story comes from too', () => folio('上接 第二版', '- - - -'))
test('how many pages there are', () => folio('江城晚报 2022年10月21日 今日8版 共16版', '江城晚报 2022-10-21 - -'))
test('a page right behind the day', () => folio('2022年10月21日 A04版', '- 2022-10-21 A04 -'))
test('body text is no folio', () => folio('他说，2022年的春天来得很晚。', '- - - -'))

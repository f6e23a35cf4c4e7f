import { expect, test } from 'vitest'
import { identityOfFolio, identityOfPath, matchPattern } from './identity.ts'
import type { PageMeta } from './page/page.ts'

const show = (m: PageMeta | undefined) =>
  m && [m.publication, m.date, m.number, m.section].map((x) => x ?? '-').join(' ')
const check = (path: string, expected: string) => expect(show(identityOfPath(path))).toBe(expected)
const folio = (text: string, expected: string) => expect(show(identityOfFolio([text]))).toBe(expected)
const pattern = (p: string, path: string, expected: string | undefined) =>
  expect(show(matchPattern(p, path))).toBe(expected)

test('paper, day and page in the name', () => check('人民日报_20221021_04.txt', '人民日报 2022-10-21 04 -'))
test('a folder a day', () => check('2022-10-21/A04.md', '- 2022-10-21 A04 -'))
test('folders of paper, year, month, day', () => check('江城晚报/2022/10/21/04.txt', '江城晚报 2022-10-21 04 -'))
test('written out', () => check('江城晚报 2022年1月5日 第04版 要闻.txt', '江城晚报 2022-01-05 04 要闻'))
test('section behind the page', () => check('20221021-A04-要闻.md', '- 2022-10-21 A04 要闻'))
test('a name cut short is no section', () => check('青溪.txt', '- - - -'))
test('nor where the folder has the whole', () => check('青溪日报/20221021_04_青溪.txt', '青溪日报 2022-10-21 04 -'))
test('nor before the day', () => check('青溪_20221021_04.txt', '- 2022-10-21 04 -'))
test('nor any name', () => check('一份来稿.txt', '- - - -'))
test.each([
  ['rmrb2022102104.txt', '- 2022-10-21 04 -'],
  ['scan/qxrb1985030212.md', '- 1985-03-02 12 -'],
  ['IMG2022102110153.txt', '- - - -'],
  ['江城晚报/1982-04-02/二版.txt', '江城晚报 1982-04-02 02 -'],
  ['1982-04-02_十二版_要闻.txt', '- 1982-04-02 12 要闻'],
  ['这一版.txt', '- - - -'],
  ['江城晚报19370707第1张第2版.txt', '江城晚报 1937-07-07 2 -'],
])('names of pages: %s', check)
test('a section alone', () => check('2022-10-21/国际新闻.txt', '- 2022-10-21 - 国际新闻'))
test('in Traditional', () => check('2022-10-21/國際新聞版.txt', '- 2022-10-21 - 國際新聞'))
test('before the page', () => check('副刊 A08.txt', '- - A08 副刊'))
test('before the day, called as sections are', () => check('要闻_20221021_01.txt', '- 2022-10-21 01 要闻'))
test('a name of the house behind the page', () => check('20221021-A04-桑梓.md', '- 2022-10-21 A04 桑梓'))
test('and between day and page', () => check('2022-10-21 桑梓 第04版.md', '- 2022-10-21 04 桑梓'))
test('glued to the page', () => check('江城晚报20221021第01版要闻.txt', '江城晚报 2022-10-21 01 要闻'))
test('a front page', () => check('2022-10-21 01 头版.txt', '- 2022-10-21 01 头版'))
test('the paper is known otherwise', () =>
  expect(show(identityOfPath('20221021_04_青溪.txt', [], '青溪日报'))).toBe('- 2022-10-21 04 -'))
test('Traditional names', () => check('聯合報/2022-10-21/A04.txt', '聯合報 2022-10-21 A04 -'))
test.each([
  ['人民日报海外版_20221021_04.txt', '人民日报海外版 2022-10-21 04 -'],
  ['南方周末/20221020/A01.txt', '南方周末 2022-10-20 A01 -'],
  ['第一财经 2022-10-21 A04 公司.txt', '第一财经 2022-10-21 A04 公司'],
  ['21世纪经济报道_20221021_08.txt', '21世纪经济报道 2022-10-21 08 -'],
  ['21世纪经济报道/2022-10-21/21.txt', '21世纪经济报道 2022-10-21 21 -'],
  ['20221021_A08_国际财经.txt', '- 2022-10-21 A08 国际财经'],
])('papers not called as others are: %s', check)
test.each([
  ['人民日报/二〇二二年十月二十一日/第04版.txt', '人民日报 2022-10-21 04 -'],
  ['海曙日报-二〇二二年元月三日-要闻版.txt', '海曙日报 2022-01-03 - 要闻'],
  ['申報/民國三十六年五月四日/第一版.txt', '申報 1947-05-04 01 -'],
  ['江城晚报 第十二版.txt', '江城晚报 - 12 -'],
])('in Chinese numbers: %s', check)
test.each([
  ['江城晚报/2022年/10月/21日/04.txt', '江城晚报 2022-10-21 04 -'],
  ['江城晚报/2022年10月/21日/04.txt', '江城晚报 2022-10-21 04 -'],
  ['江城晚报/2022-10/21/04.txt', '江城晚报 2022-10-21 04 -'],
  ['江城晚报/202210/21/04.txt', '江城晚报 2022-10-21 04 -'],
  ['江城晚报2022/10/21/04.txt', '江城晚报 2022-10-21 04 -'],
  ['江城晚报/2022/1021/04.txt', '江城晚报 2022-10-21 04 -'],
  ['江城晚报/2022/10/21_04.txt', '江城晚报 2022-10-21 04 -'],
  ['江城晚报/2022-10/21 A04 要闻.txt', '江城晚报 2022-10-21 A04 要闻'],
  ['江城晚报/2022/10/21.txt', '江城晚报 2022-10-21 - -'],
  ['江城晚报/2022/10/21-04.txt', '江城晚报 2022-10-21 04 -'],
  ['江城晚报/2022年10月/21日-A04.txt', '江城晚报 2022-10-21 A04 -'],
  ['江城晚报/202210/21-04-要闻.txt', '江城晚报 2022-10-21 04 要闻'],
  ['江城晚报/二〇二三年三月/八日/第04版.txt', '江城晚报 2023-03-08 04 -'],
  ['江城晚报/二〇二三年/三月/八日.txt', '江城晚报 2023-03-08 - -'],
  ['申報/民國三十六年/五月/四日/A2.txt', '申報 1947-05-04 A2 -'],
])('folders of months: %s', check)
test.each([
  ['江城月刊/2022/10/04-05版.txt', '- - 04-05 -'],
  ['江城晚报/2022/10/45-04.txt', '江城晚报 - 45 -'],
  ['江城晚报/2022/10/21-2.txt', '江城晚报 - 21 -'],
  ['江城晚报/2022年/A21-04.txt', '江城晚报 - A21 -'],
])('a page is no day: %s', check)
test('no such day', () => check('人民日报_20221321_04.txt', '人民日报 - - -'))
test('a name that says nothing', () => check('notes.txt', '- - - -'))
test('a scan number is no page', () => check('scan000123.txt', '- - - -'))

test.each([
  ['x1.txt', '- - - -'],
  ['b12.txt', '- - - -'],
  ['p3.txt', '- - 3 -'],
  ['A4.txt', '- - A4 -'],
  ['a04.txt', '- - A04 -'],
  ['2022-10-21/b2.txt', '- 2022-10-21 B2 -'],
])('small letter and number, what anybody calls a file: %s', check)

test('a spread', () => check('2022-10-21/A04-05.txt', '- 2022-10-21 A04-05 -'))
test('a spread, its letter twice', () => check('20221021_A04-A05_要闻.txt', '- 2022-10-21 A04-A05 要闻'))
test('a spread before 版', () => check('江城晚报 2022-10-21 第04-05版.txt', '江城晚报 2022-10-21 04-05 -'))
test('a page and how many times it was scanned', () => check('20221021-A04-2.txt', '- 2022-10-21 A04 -'))
test('a day is no spread', () => check('2022-10-11/B1.txt', '- 2022-10-11 B1 -'))
test('nor are two numbers', () => check('20221021_04-05.txt', '- 2022-10-21 04 -'))

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
    expect(show(identityOfFolio(texts))).toBe('江城晚报 2022-10-21 A03 体育')
})
test('two pages are an index', () =>
  expect(show(identityOfFolio(['江城晚报 2022年10月21日', 'A03 体育', 'A05 财经']))).toBe('江城晚报 2022-10-21 - -'))
test('running text says no page', () => folio('这一版没有报纸，改了三版才定。', '- - - -'))
test('where a story goes on is another page', () => folio('（下转第4版）', '- - - -'))
test('where a story comes from too', () => folio('上接 第二版', '- - - -'))
test('how many pages there are', () => folio('江城晚报 2022年10月21日 今日8版 共16版', '江城晚报 2022-10-21 - -'))
test('a page right behind the day', () => folio('2022年10月21日 A04版', '- 2022-10-21 A04 -'))
test('body text is no folio', () => folio('他说，2022年的春天来得很晚。', '- - - -'))

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

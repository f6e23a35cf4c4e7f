import { expect, test } from 'vitest'
import { identityOfPath } from './path.ts'
import { shown } from './testing.ts'

const check = (path: string, expected: string) => expect(shown(identityOfPath(path))).toBe(expected)

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
  expect(shown(identityOfPath('20221021_04_青溪.txt', [], '青溪日报'))).toBe('- 2022-10-21 04 -'))
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

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'
import { parseQuery } from './query.ts'
import type { Query } from './query.ts'

const show = (q: Query | undefined): string => {
  switch (q?.kind) {
    case undefined:
      return 'nothing'
    case 'text':
      return q.roles ? `${q.roles[0]}:${q.text}` : `[${q.text}]`
    case 'field':
      return `${q.field}=${q.value}`
    case 'date':
      return `${q.from}..${q.to}`
    case 'roles':
      return q.roles.join()
    case 'not':
      return `!${show(q.part)}`
    case 'and':
      return `(${q.parts.map(show).join(' & ')})`
    case 'or':
      return `(${q.parts.map(show).join(' | ')})`
  }
}
const check = (typed: string, expected: string) => expect(show(parseQuery(typed))).toBe(expected)

test('nothing', () => check(' 　', 'nothing'))
test('one word', () => check('海曙', '[海曙]'))
test('words apart', () => check('海曙　老街', '([海曙] & [老街])'))
test('AND', () => check('海曙 AND 老街', '([海曙] & [老街])'))
test('OR binds less than AND', () => check('甲 乙 OR 丙', '(([甲] & [乙]) | [丙])'))
test('NOT', () => check('海曙 NOT 老街', '([海曙] & ![老街])'))
test('minus', () => check('海曙 -老街', '([海曙] & ![老街])'))
test('a number below zero is text', () => check('-5', '[-5]'))
test('no date', () => check('日期:无', '..'))
test('nothing but what must not be', () => check('-台风', '![台风]'))
test('NOT alone', () => check('NOT 台风', '![台风]'))
test('several that must not be', () => check('-台风 -暴雨', '(![台风] & ![暴雨])'))
test('one or not the other', () => check('台风 OR -暴雨', '([台风] | ![暴雨])'))
test('a full-width minus', () => check('海曙 －老街', '([海曙] & ![老街])'))
test('minus before a phrase', () => check('灯 -"海曙 老街"', '([灯] & ![海曙 老街])'))
test('minus before a group', () => check('灯 -(海曙 OR 江北)', '([灯] & !([海曙] | [江北]))'))
test('minus before a field', () => check('-署名:张三', '!byline=张三'))
test('minus before a field with a phrase', () => check('灯 -版名:"要 闻"', '([灯] & !section=要 闻)'))
test('a minus with blanks around is text', () => check('甲 - 乙', '([甲] & [-] & [乙])'))
test('a minus inside a word is text', () => check('甲-"乙"', '[甲-"乙"]'))
test('phrase', () => check('"海曙 老街" 灯', '([海曙 老街] & [灯])'))
test('an open quote is text', () => check('"海曙', '["海曙]'))
test('Latin words are a phrase', () => check('New York 时报', '([new york] & [时报])'))
test('group', () => check('灯 (海曙 OR 江北)', '([灯] & ([海曙] | [江北]))'))
test('brackets around a word are text', () => check('(CPI)', '[(cpi)]'))
test('byline', () => check('署名:张三 灯', '(byline=张三 & [灯])'))
test('full-width colon', () => check('版：A04', 'number=a04'))
test('colon without a field', () => check('他说：好', '[他说:好]'))
test('open range', () => check('日期:2022..', '2022-01-01..9999-12-31'))
test('month', () => check('日期:2022-02', '2022-02-01..2022-02-31'))
test('range', () => check('日期:20220504..2022年6月', '2022-05-04..2022-06-31'))
test('month in Chinese numbers', () => check('日期:二〇二二年五月', '2022-05-01..2022-05-31'))
test('years with a hyphen between', () => check('日期:2022-2023', '2022-01-01..2023-12-31'))
test('days with a hyphen between', () => check('日期:20220504-20220506', '2022-05-04..2022-05-06'))
test('ends exchanged', () => check('日期:2023..2022-05', '2022-05-01..2023-12-31'))
test('a leap day', () => check('日期:2024-02-29', '2024-02-29..2024-02-29'))
test('a day that no year has', () => check('日期:2022-02-29', '[日期:2022-02-29]'))
test('names in letters of either case', () => check('Title:灯', 'kicker:灯'))
test('no date', () => check('日期:昨天', '[日期:昨天]'))
test('names in Traditional', () => check('標題:灯 關鍵詞：路 報紙:港', '(kicker:灯 & keyword=路 & publication=港)'))
test('in headlines', () => check('标题:灯', 'kicker:灯'))
test('a name before a group is that of all in it', () => {
  check('标题:(柳叶巷 OR 城建)', '(kicker:柳叶巷 | kicker:城建)')
  check('标题：（柳叶巷 OR 城建）', '(kicker:柳叶巷 | kicker:城建)')
  check('署名:(张三 OR 李四) 灯', '((byline=张三 | byline=李四) & [灯])')
  check('版:(A01 OR A04)', '(number=a01 | number=a04)')
  check('日期:(2021 OR 2022-05)', '(2021-01-01..2021-12-31 | 2022-05-01..2022-05-31)')
  check('標題:(灯 湾)', '(kicker:灯 & kicker:湾)')
  check('Title:(New York OR 灯)', '(kicker:new york | kicker:灯)')
})
test('what must not be, phrases and groups in a group after a name', () => {
  check('标题:(灯 NOT 湾)', '(kicker:灯 & !kicker:湾)')
  check('标题:(灯 -湾)', '(kicker:灯 & !kicker:湾)')
  check('标题:("海曙 老街" OR 灯)', '(kicker:海曙 老街 | kicker:灯)')
  check('标题：（"海曙 老街" OR 灯）', '(kicker:海曙 老街 | kicker:灯)')
  check('标题:((灯 OR 湾) 老街) 路', '(((kicker:灯 | kicker:湾) & kicker:老街) & [路])')
  check('-标题:(灯 OR 湾) 路', '(!(kicker:灯 | kicker:湾) & [路])')
  check('NOT 署名:(张三 李四)', '!(byline=张三 & byline=李四)')
  check('标题:(灯 署名:张三 OR 湾) 路', '(((kicker:灯 & byline=张三) | kicker:湾) & [路])')
  check('(署名:(张三 OR 李四) 灯) OR 湾', '(((byline=张三 | byline=李四) & [灯]) | [湾])')
})
test('a single word in brackets after a name is text', () => check('标题:(CPI)', 'kicker:(cpi)'))
test('a name before a group that is none is text', () => check('他说:(灯 OR 湾)', '([他说:] & ([灯] | [湾]))'))
test('an operator without its words is text', () => check('OR', '[or]'))

test('any text without blanks finds itself', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'海曙，。“”（）《》-:："()AND'), minLength: 1 })
  fc.assert(
    fc.property(texts, (text) => {
      const q = parseQuery(text)
      // But for a phrase and what must not be.
      fc.pre(!/^"[^"]+"$|^-[^-]/.test(text) && text !== '')
      expect(show(q)).toBe(`[${normalise(text)}]`)
    }),
  )
})

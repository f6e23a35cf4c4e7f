import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'
import { parseQuery } from './query.ts'
import { remarkText } from './remarks.ts'
import { understand } from './understand.ts'

const archive = ['他说:好', '时间:8时', '海曙 老街', '"灯', '(cpi'].map(normalise)
const occurs = (text: string) => archive.some((line) => line.includes(text))

/** What was typed → what is looked for, and the kinds of the remarks with what became of it. */
const check = (typed: string, read: string, ...remarks: readonly string[]) => {
  const understood = understand(typed, occurs)
  expect(understood.read).toBe(read)
  expect(understood.remarks.map((r) => `${r.kind} ${r.text} ${r.outcome}`)).toEqual(remarks)
  expect(understood.query).toEqual(parseQuery(read))
}

test('what is well formed', () => check('海曙 署名:张三 日期:2022..', '海曙 署名:张三 日期:2022..'))
test('a wrong date beside a word', () => check('海曙 日期:20x2..abc', '海曙', 'date 日期:20x2..abc left-out'))
test('a wrong date alone', () => check('日期:20x2..abc', '日期:20x2..abc', 'date 日期:20x2..abc as-text'))
test('a day that no month has', () => check('灯 日期:2022-02-30', '灯', 'date 日期:2022-02-30 left-out'))
test('a thirteenth month', () => check('灯 日期:2022-13', '灯', 'date 日期:2022-13 left-out'))
test('ends exchanged', () => check('灯 日期:2023..2022', '灯 日期:2023..2022', 'reversed 日期:2023..2022 mended'))
test('no such name', () => check('海曙 作家:张三', '海曙', 'field 作家: left-out'))
test('no such name, alone', () => check('作家:张三', '作家:张三', 'field 作家: as-text'))
test('no such name, but a text of the archive', () => check('海曙 他说：好', '海曙 他说：好'))
test('an address is no name', () => check('海曙 https://a.cn', '海曙 https://a.cn'))
test('a time is no name', () => check('海曙 8:30', '海曙 8:30'))
test('a name without its value', () => check('海曙 署名:', '海曙', 'value 署名: left-out'))
test('a name with an empty phrase', () => check('海曙 署名:""', '海曙', 'value 署名: left-out'))
test('a name with nothing but a bracket', () => check('海曙 标题:)', '海曙', 'value 标题: left-out'))
test('a name with nothing but a bracket, alone', () => check('标题:（）', '标题:（）', 'value 标题: as-text'))
test('a name with a bracket as a phrase', () => check('海曙 标题:")"', '海曙 标题:")"'))
test('a name with a bracket of the archive', () => {
  check('标题:(', '标题:(')
  check('海曙 标题:(', '海曙 标题:(')
  check('海曙 标题:(CPI', '海曙 标题:(CPI')
})
test('a blank after the colon', () => check('署名: 张三 灯', '署名:张三 灯', 'blank 署名:张三 mended'))
test('an open quotation mark', () => check('"海曙 老街', '"海曙 老街"', 'quote "海曙 老街" mended'))
test('an open quotation mark behind a word', () => check('甲 "海曙', '甲 "海曙"', 'quote "海曙" mended'))
test('an open quotation mark after a colon', () => check('署名:"张 三', '署名:"张 三"', 'quote "张 三" mended'))
test('a closing quotation mark without an open one', () => check('海曙" 甲', '海曙 甲', 'quote 海曙  甲 mended'))
test('a quotation mark of the archive', () => check('"灯', '"灯'))
test('an open bracket', () => check('灯 (海曙 OR 江北', '灯 (海曙 OR 江北)', 'bracket 灯 (海曙 OR 江北) mended'))
test('a bracket of the archive', () => check('灯 (CPI', '灯 (CPI'))
test('an open bracket where there is no group', () => {
  check('标题:(老街', '标题:老街', 'bracket 标题:老街 mended')
  check('标题:（老街', '标题:老街', 'bracket 标题:老街 mended')
  check('老街)', '老街', 'bracket 老街 mended')
  check('(海曙', '海曙', 'bracket 海曙 mended')
  check('标题:"(老街"', '标题:"(老街"')
  check('标题:(柳叶巷 OR 城建', '标题:(柳叶巷 OR 城建)', 'bracket 标题:(柳叶巷 OR 城建) mended')
})
test('a name before a group', () => {
  check('海曙 标题:(柳叶巷 OR 城建)', '海曙 标题:(柳叶巷 OR 城建)')
  check('标题：（柳叶巷 OR 城建） 灯', '标题：（柳叶巷 OR 城建） 灯')
  check('标题: (柳叶巷 OR 城建)', '标题:(柳叶巷 OR 城建)', 'blank 标题:(柳叶巷 OR 城建) mended')
  check('灯 日期:(2022 OR 昨天)', '灯 日期:(2022)', 'date 昨天 left-out')
  check('灯 日期:(昨天 OR 明天)', '灯', 'date 昨天 left-out', 'date 明天 left-out')
  check('灯 标题:(OR NOT)', '灯', 'value 标题: left-out', 'operator NOT left-out', 'operator OR left-out')
})
test('brackets around a single word', () => {
  check('(老街)', '老街', 'around 老街 mended')
  check('(老街) AND (海曙)', '老街 AND 海曙', 'around 老街 AND 海曙 mended')
  check('（老街）', '老街', 'around 老街 mended')
  check('((署名:张三)) 灯', '署名:张三 灯', 'around 署名:张三 灯 mended')
  check('标题:(老街)', '标题:老街', 'around 标题:老街 mended')
  check('标题:(CPI)', '标题:CPI', 'around 标题:CPI mended')
  check('标题:"(老街)"', '标题:"(老街)"')
  check('署名:（张三）', '署名:张三', 'around 署名:张三 mended')
  check('老街(三)', '老街(三)')
  check('（老街）报 （老街）', '（老街）报 老街', 'around （老街）报 老街 mended')
  check('"看(老街" (老街', '"看(老街" 老街', 'bracket "看(老街" 老街 mended')
  check('灯) 标题:海曙', '灯 标题:海曙', 'around 灯 标题:海曙 mended')
  check('$&b(', '$&b', 'bracket $&b mended')
})
test('OR without a second word', () => check('海曙 OR', '海曙', 'operator OR left-out'))
test('NOT without a word', () => check('海曙 NOT', '海曙', 'operator NOT left-out'))
test('an operator that lost its word to a wrong date is not told of', () =>
  check('海曙 OR 日期:x', '海曙', 'date 日期:x left-out'))
test('an operator alone is text', () => check('OR', 'OR', 'operator OR as-text'))
test('what must not be stays so', () => {
  check('甲 -"乙 丙" -丁 日期:x', '甲 -"乙 丙" -丁', 'date 日期:x left-out')
  check('甲 -(乙 OR 丙) 日期:x', '甲 -(乙 OR 丙)', 'date 日期:x left-out')
})
test('names in letters of either case', () => check('Page:4 灯', 'Page:4 灯'))

test('what was perhaps meant', () => {
  const instead = (typed: string) => understand(typed, occurs).remarks.map((r) => r.instead)
  expect(instead('海曙 作家:张三')).toEqual(['海曙 署名:张三'])
  expect(instead('Author:zhang')).toEqual(['byline:zhang'])
  expect(instead('海曙 日期:x 作家:张三')).toEqual([undefined, '海曙 署名:张三'])
  expect(instead('海曙 作家:(张三 OR 李四)')).toEqual(['海曙 署名:(张三 OR 李四)'])
  expect(instead('甲:乙')).toEqual([undefined])
})

test('with filters nothing at all may be left', () => {
  expect(understand('日期:x', occurs, false)).toMatchObject({
    query: undefined,
    read: '',
    remarks: [{ outcome: 'left-out' }],
  })
})

test('what is there as it was typed is looked for as it was typed, whatever it is', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'海曙日期:：20"()-， ORNT'), minLength: 1 })
  fc.assert(
    fc.property(texts, (text) => {
      const { query, remarks } = understand(text, () => true)
      expect(query).toEqual(parseQuery(text))
      expect(remarks.filter((r) => r.kind !== 'value')).toEqual([])
    }),
  )
})

test('nothing that can be typed has it fail, and what is left is well formed', () => {
  const texts = fc.string({
    unit: fc.constantFrom(...'海曙日期:：20"()-， ORNT'.split(''), 'OR', ' NOT ', '日期:', '标题：（', '）'),
    minLength: 1,
  })
  fc.assert(
    fc.property(texts, (text) => {
      const { query, read } = understand(text, () => false)
      expect(query).toEqual(parseQuery(read))
    }),
  )
})

test('sentences in both languages', () => {
  const [date] = understand('海曙 日期:x', occurs).remarks
  expect(date && remarkText(date, 'zh')).toMatch(/^“日期:x”里的日期看不懂，没有用它。/)
  expect(date && remarkText(date, 'en')).toMatch(/^There is no date in “日期:x”; it was left out\./)
})

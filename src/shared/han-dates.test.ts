import { expect, test } from 'vitest'
import { inFigures } from './han-dates.ts'

const check = (text: string, expected: string) => expect(inFigures(text)).toBe(expected)

test.for([
  ['二〇二二年十月二十一日', '2022年10月21日'],
  ['一九四九年十月一日', '1949年10月1日'],
  ['二零二二年元月三号', '2022年1月3日'],
  ['二○○八年八月八日', '2008年8月8日'],
  ['二〇二二年', '2022年'],
  ['二〇二二年5月4日', '2022年5月4日'],
  ['民国三十六年五月四日', '1947年5月4日'],
  ['中華民國二十六年七月廿九日', '1937年7月29日'],
  ['民国元年', '1912年'],
  ['二〇二二年一〇月二一日', '2022年10月21日'],
  ['一九四九年十月三〇日', '1949年10月30日'],
  ['一九三七年五月二三日', '1937年5月23日'],
] as const)('%s', ([text, expected]) => check(text, expected))

test.for(['2022年10月21日', '二十年前', '第三十六年', '一二三四五', '千年古镇'])('%s stays', (text) =>
  check(text, text),
)
test('among other words', () => check('海曙日报 二〇二二年十月二十一日 要闻', '海曙日报 2022年10月21日 要闻'))

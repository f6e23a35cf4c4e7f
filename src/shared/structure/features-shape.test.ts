import { expect, test } from 'vitest'
import { SHAPES, partsOf, shapeOf } from './features-shape.ts'

const check = (line: string, expected: string) => expect(SHAPES[shapeOf(partsOf(line))]).toBe(expected)

test('two even halves', () => check('渠道修到家门口 清水流进千亩田', 'even'))
test('three even parts', () => check('稳增长 调结构 惠民生', 'even'))
test('an even couplet before a longer part', () => check('旧巷新颜 灯火可亲 云江市枣树巷的三年改造', 'couplet+long'))
test('an even couplet before a shorter part', () => check('旧巷又添新颜 灯火更加可亲 枣树巷', 'couplet+short'))
test('a long part before a couplet', () => check('云江市枣树巷的三年改造 旧巷新颜 灯火可亲', 'long+couplet'))
test('two couplets', () => check('旧巷新颜 灯火可亲 青石板路通到家 百年老井清又甜', 'couplets'))
test('a short part before a longer one', () => check('枣树巷 三年改造一朝换新颜', 'rising'))
test('a badge behind a heading', () => check('枣树巷三年改造换了新颜 巷口', 'odd'))
test('spaced characters are no parts', () => check('声 明', 'odd'))
test('blanks of any sort and number part', () => expect(partsOf('枣树巷　　三年  改造')).toEqual([3, 2, 2]))

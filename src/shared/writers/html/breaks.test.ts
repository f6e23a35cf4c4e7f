import { expect, test } from 'vitest'
import { block } from '../../page/build.ts'
import { breakable } from './breaks.ts'
import { inline } from './inline.ts'
import { toHtml } from 'hast-util-to-html'

const words = { cut: (text: string) => text.split('¦'), tag: () => [], frequency: () => 0 }
const check = (text: string, expected: string) => () =>
  expect(toHtml(breakable(inline(block('headline', text)), words)).replaceAll('¦', '')).toBe(expected)

test('between words', check('老街¦修好', '老街<wbr>修好'))
test('not before a particle', check('修好¦了', '修好了'))
test('not before a closing mark', check('修好¦”', '修好”'))
test('not after an opening mark', check('“¦修好', '“修好'))
test('not between a figure and its unit', check('640¦亩', '640亩'))
test('a column in brackets stays whole', check('老街¦修好（新春¦走基层）', '老街<wbr>修好<wbr>（新春走基层）'))
test('the platform cuts where nobody else does', () =>
  expect(toHtml(breakable(inline(block('headline', '农资市场里的一天'))))).toContain('<wbr>'))
test('the text is the same', () =>
  expect(
    toHtml(breakable(inline(block('headline', '年货足 幸福满\n（让生活更上一层楼）')))).replaceAll('<wbr>', ''),
  ).toBe('年货足 幸福满<br>（让生活更上一层楼）'))

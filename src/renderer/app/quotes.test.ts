import { expect, test } from 'vitest'
import { nestQuotes } from './quotes.ts'

const check = (text: string, expected: string) => expect(nestQuotes(text)).toBe(expected)

test('a title with quotation marks of its own', () => check('已删除“点亮“潮汐灯””', '已删除“点亮‘潮汐灯’”'))
test('two titles', () => check('“甲“乙””并入“丙”', '“甲‘乙’”并入“丙”'))
test('an apostrophe is no mark', () => check('Deleted “The editor’s “desk””', 'Deleted “The editor’s ‘desk’”'))
test('one level stays', () => check('已删除“点亮”，“好”', '已删除“点亮”，“好”'))
test('marks that are not closed stay', () => check('已删除“点亮“潮汐灯”', '已删除“点亮“潮汐灯”'))

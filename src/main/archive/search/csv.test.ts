import { expect, test } from 'vitest'
import { cell } from './csv.ts'

const check = (value: string, expected: string) => expect(cell(value)).toBe(expected)

test('a plain text', () => check('渡口的灯', '渡口的灯'))
test('commas', () => check('甲,乙', '"甲,乙"'))
test('quotation marks', () => check('他说"好"', '"他说""好"""'))
test('a heading on two lines', () => check('渡口\n的灯', '"渡口\n的灯"'))
test.for(['=1+1', '+86', '-5', '@a', '＝1+1', '＋86', '\t=1'])('a formula: %s', (value) => check(value, `'${value}`))
test('a formula with a quotation mark', () => check('=A1&","', `"'=A1&"",""${'"'}`))

import { expect, test } from 'vitest'
import { linesOf, rowsOf } from './paste-text.ts'

const check = (text: string, ...expected: readonly string[]) => expect(rowsOf(linesOf(text)) ?? []).toEqual(expected)

test('cells with tabs between them', () => check('队\t积分\n城南\t12\n', '| 队 | 积分 |', '| 城南 | 12 |'))
test('cells without a word', () => check('队\t积分\t备注\r\n\t12\t\r\n', '| 队 | 积分 | 备注 |', '| | 12 | |'))
test('a column without a name', () => check('\t积分\n城南\t12', '| | 积分 |', '| 城南 | 12 |'))
test('a bar in a cell', () => check('本报｜记者\t1\n乙\t2', '| 本报│记者 | 1 |', '| 乙 | 2 |'))
test('lines that are indented', () => check('\t第一段\n\t第二段'))
test('lines with a tab here and there', () => check('图①\t江边\n晚上放灯'))
test('one line', () => check('城南\t12'))
test('running text beside running text', () => check(`${'正文'.repeat(40)}\t侧栏\n${'正文'.repeat(40)}\t侧栏`))
test('a list with nothing in its second column', () => check('甲\t\n乙\t'))

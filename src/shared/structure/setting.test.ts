import { describe, expect, test } from 'vitest'
import { echoOf } from './echo.ts'
import { linesOf } from './lines.ts'
import { lookAt } from './look.ts'
import { isIndented, marksAround, rowsOf } from './setting.ts'

const page = (text: string) => {
  const lines = linesOf(text)
  return { lines, looks: lines.map((l) => lookAt(l.text)) }
}

describe('isIndented', () => {
  const check = (text: string, expected: boolean) => {
    const { lines, looks } = page(text)
    expect(isIndented(lines, looks, new Int32Array(lines.length).fill(-1), 0)).toBe(expected)
  }
  const long = '渠里的水声比戏还好听，'.repeat(6)
  test('paragraphs with blanks', () => check(`　　${long}。\n\n　　${long}。`, true))
  test('half-width blanks', () => check(`    ${long}。\n\n    ${long}。`, true))
  test('every line, headings too', () => check(`　　渠通了\n\n　　${long}。\n\n`.repeat(12), false))
  test('every line but the folio at the top', () =>
    check(`江城晚报 第4版\n\n${`　　渠通了\n\n　　${long}。\n\n`.repeat(24)}`, false))
  test('paragraphs of a long page', () => check(`渠通了\n\n　　${long}。\n\n`.repeat(12), true))
  test('most paragraphs without', () => check(`　　${long}。\n\n${long}。\n\n`.repeat(3) + `${long}。`, false))
  test('lines of verse say nothing', () =>
    check(`　　${long}。\n\n`.repeat(3) + '东风一夜麦翻黄。月如霜，露如浆。\n\n'.repeat(4), true))
  test('none', () => check(`${long}。\n\n${long}。`, false))
})

describe('echoOf', () => {
  const check = (text: string, line: number, expected: readonly [after: number, before: number]) => {
    const { lines, looks } = page(text)
    const { after, before } = echoOf(lines, looks, line, line, line)
    expect([after, before]).toEqual(expected)
  }
  const dam = '昨天上午，海塘加固工程在青浦湾开工，三百名工人走上大堤。'
  const tea = '云岭的茶农今年第一次用上了无人机，采下的鲜叶十分钟就到了山下的工厂。'
  test('of what comes', () => check(`${tea}\n\n海塘加固\n\n${dam}`, 1, [3, 0]))
  test('of what went before', () => check(`${dam}\n\n海塘加固\n\n${tea}`, 1, [0, 3]))
  test('of nothing', () => check(`${dam}\n\n书画展览\n\n${tea}`, 1, [0, 0]))
})

describe('what stands around a line', () => {
  const looksOf = (...lines: string[]) => lines.map((text) => lookAt(text))
  test('lines of verse end with marks', () =>
    expect([...marksAround(looksOf('蜗牛，', '你去哪里？', '天黑了，', '不用回。', '门没有关'))]).toEqual([
      2, 2, 2, 2, 2,
    ]))
  test('lines of a column seldom do', () =>
    expect(marksAround(looksOf('他把井台上的', '石头一块一块', '搬到路边去', '有人来问'))[1]).toBe(0))
  test('rows of a table are alike', () =>
    expect([...rowsOf(looksOf('蓝海 28 18', '长城 28 17', '球队昨天已经回到驻地，明天放假', '北原 28 6'))]).toEqual([
      1, 1, 0, 0,
    ]))
  test('the middle row has two neighbours like itself', () =>
    expect(rowsOf(looksOf('蓝海 28', '长城 27', '北原 26'))[1]).toBe(2))
})

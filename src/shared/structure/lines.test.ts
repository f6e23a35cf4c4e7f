import { expect, test } from 'vitest'
import { BLANKS, isBlank, linesOf } from './lines.ts'

const ALL = Array.from({ length: 0x10000 }, (_, code) => code)

test('a blank is what the pattern has for one, and all of them stand in the list', () => {
  expect(ALL.filter((code) => isBlank(code) !== /\s/.test(String.fromCharCode(code)))).toEqual([])
  expect([...BLANKS].map((c) => c.charCodeAt(0))).toEqual(ALL.filter(isBlank))
})

const breaks = (source: string, expected: boolean[]) =>
  expect(linesOf(source).map((line) => line.broken)).toEqual(expected)

test('two blanks at the end break a line', () => breaks('老渡口  \n通了车\n\n昨天通车。', [true, false, false]))
test('where most lines end so they say nothing', () =>
  breaks('老渡口  \n通了车  \n\n昨天通车。  ', [false, false, false]))

test.each([
  ['an arrow leads to the page', '# 一纸“安家费”为何兑不了现 |▶7版'],
  ['nothing stands before it', '老码头迎来首班夜航|>>第三版'],
  ['dots lead to it', '老码头迎来首班夜航|……A5'],
  ['a jump is no page of an index', '全市一盘棋 ▶下转第四版'],
  ['nor is a section', '要闻·3版'],
  ['or what has no lead', '汛期如何防蛇？医生支招 5版'],
])('the entry of an index: %s', (_, parted) => {
  const source = parted.replace('|', '')
  const found = linesOf(`前文。\n${source}\n后文。`).slice(1, -1)
  expect(found.map(({ start, end, text }) => [text, `前文。\n${source}\n`.slice(start, end)])).toEqual(
    parted
      .replace('# ', '')
      .split('|')
      .map((text) => [text.trim(), text.trim()]),
  )
  expect(found.map((line) => line.level)).toEqual(found.map((_line, i) => +(i === 0 && source.startsWith('#'))))
})

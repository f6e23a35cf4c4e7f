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

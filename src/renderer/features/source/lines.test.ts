import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { blockAt, litPieces, onLines, sourceLines, textOffset } from './lines.ts'

const source = '标题\r\n\r\n第一段上\n第一段下'
const lines = sourceLines(source)

test('lines know where they stand, whatever their ends are', () => {
  expect(lines.map((l) => [l.start, l.text])).toEqual([
    [0, '标题'],
    [4, ''],
    [6, '第一段上'],
    [11, '第一段下'],
  ])
})

test('a span over several lines is lit on each', () => {
  expect(onLines(lines, [6, 15])).toEqual([
    { line: 2, from: 0, to: 4 },
    { line: 3, from: 0, to: 4 },
  ])
  expect(onLines(lines, [8, 9])).toEqual([{ line: 2, from: 2, to: 3 }])
})

test('a source character leads to its block and to its place there', () => {
  const p = page([
    article([
      block('headline', '标题', { spans: [[0, 2]] }),
      block('paragraph', '第一段上第一段下', {
        spans: [
          [6, 10],
          [11, 15],
        ],
      }),
    ]),
  ])
  expect([0, 1, 5, 6, 12].map((at) => blockAt(p, at))).toEqual(['b1', 'b1', 'b2', 'b2', 'b2'])
  expect(
    textOffset(
      '第一段上第一段下',
      [
        [6, 10],
        [11, 15],
      ],
      source,
      12,
    ),
  ).toBe(5)
  expect(textOffset('标题', [[0, 2]], source, 2)).toBe(2)
})

test('what is lit in several ways comes in pieces that do not overlap', () => {
  const lit = litPieces(lines, [
    ['block', [[6, 15]]],
    ['now', [[8, 9]]],
  ])
  expect([...lit]).toEqual([
    [
      2,
      [
        { from: 0, to: 2, kinds: ['block'] },
        { from: 2, to: 3, kinds: ['block', 'now'] },
        { from: 3, to: 4, kinds: ['block'] },
      ],
    ],
    [3, [{ from: 0, to: 4, kinds: ['block'] }]],
  ])
})

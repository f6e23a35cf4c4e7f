import { describe, expect, it } from 'vitest'
import { linesOf } from './paragraph.ts'
import { cellsOf } from './runs.ts'

/** The cells of `text` set from top to bottom, turned ones in brackets. */
const check = (text: string, expected: string) =>
  it(`${text} → ${expected}`, () => {
    const runs = linesOf(text, { face: 'song', measure: 20, indent: 0, align: 'left', hang: false })[0]?.runs ?? []
    const cells = runs.flatMap(cellsOf)
    expect(cells.map((c) => (c.turned ? `[${c.text}]` : c.text)).join(' ')).toBe(expected)
  })

describe('a vertical line sets Chinese upright, and turns what is Western and more than two figures', () => {
  check('江口桥', '江 口 桥')
  check('第12届', '第 12 届')
  check('2026年', '[2026] 年')
  check('GDP增长', '[GDP] 增 长')
  check('最低−5℃', '最 低 [−5] ℃')
  check('涨到€50', '涨 到 [€50]')
  check('CO₂', '[CO] [₂]')
  check('王·桥', '王 [·] 桥')
  check('——', '[——]')
})

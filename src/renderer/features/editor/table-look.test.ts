import { expect, test } from 'vitest'
import { block } from '../../../shared/page/build.ts'
import { tablesOf } from '../../../shared/page/tables.ts'
import { lookOf, rulesOf } from './table-look.ts'

function lookAt(...lines: readonly string[]) {
  const blocks = lines.map((l) => block('paragraph', l))
  return tablesOf(blocks).map((t) => lookOf(t, blocks))
}

test('what each block of a table is', () =>
  expect(lookAt('字', '|车次|开点|', '|---|---|', '|甲|1|', '|乙|2|')[0]?.kinds).toEqual([
    'head',
    'rule',
    'row',
    'row',
  ]))

test('a column is as wide as its longest cell, and no rule makes it wider', () => {
  const bars = (...rows: readonly string[]) => lookAt('|车次|开点|', ...rows)[0]?.bars ?? []
  const narrow = bars('|甲|1|')
  const wide = bars('|--------------------|---|', '|一二三四五|1|')
  expect(narrow).toHaveLength(3)
  expect(wide).toHaveLength(3)
  expect((wide[1] ?? 0) - (narrow[1] ?? 0)).toBeCloseTo(3 * 1.01)
  expect((wide[2] ?? 0) - (wide[1] ?? 0)).toBeCloseTo((narrow[2] ?? 0) - (narrow[1] ?? 0))
})

test('no cell is wider than its column, in whatever row', () => {
  const [look] = lookAt('|甲|乙乙乙乙|丙|', '|甲甲甲|乙|丙|', '|甲|乙|丙丙|')
  expect((look?.bars ?? []).slice(1).map((at, i) => at - (look?.bars[i] ?? 0) > [3, 4, 2][i]!)).toEqual([
    true,
    true,
    true,
  ])
})

test('a column of figures is as wide as its longest cell, the words over it too; others have no width', () => {
  const figures = (...rows: readonly string[]) => lookAt('|地区|户|', ...rows)[0]?.figures ?? []
  expect(figures('|江口|1,204|', '|城南|9|')).toEqual([undefined, expect.closeTo(5 * 0.6)])
  expect(figures('|江口|1|', '|城南|9|')).toEqual([undefined, expect.closeTo(1.01)])
  expect(figures('|江口|06:00|', '|城南|6:30|')).toEqual([undefined, undefined])
})

test('what stands behind the last bar has room', () =>
  expect(lookAt('|甲|乙|', '|一|二|三三三')[0]?.bars.map(Math.round)).toEqual([0, 3, 5, 10]))

test('only rows that are one line each are as high unseen as seen', () => {
  const rules = (...lines: readonly string[]) =>
    lookAt(...lines).map((look) => rulesOf(look, '.row').includes('--unseen'))
  expect(rules('|甲|乙|', '|一|二|')).toEqual([true])
  expect(rules('|甲|乙|\n|丙|丁|', '|一|二|')).toEqual([false])
})

test('rows of HTML have no bars to set', () => {
  const [look] = lookAt('<tr><td>车次</td><td>开点</td></tr>', '<tr><td>G1</td><td>06:42</td></tr>')
  expect(look && rulesOf(look, '.a')).toBe('')
})

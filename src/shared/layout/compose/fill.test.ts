import { expect, test } from 'vitest'
import { cellsOf, segmentsOf } from './fill.ts'
import type { Area } from './fill.ts'

/** The free stretches of three columns of ten rows: each column with its rows. */
const check = (insets: readonly Area[], expected: readonly string[], limit?: number) => {
  const room = { columns: 3, rows: 10, insets, ...(limit === undefined ? {} : { limit }) }
  expect(segmentsOf(room).map((s) => `${s.column}: ${s.top}–${s.bottom}`)).toEqual(expected)
}

test('text stands over and under a picture', () =>
  check([{ column: 1, span: 1, row: 3, rows: 4 }], ['0: 0–10', '1: 0–3', '1: 7–10', '2: 0–10']))
test('but no single line of it', () => {
  check([{ column: 1, span: 2, row: 1, rows: 8 }], ['0: 0–10'])
  check([{ column: 1, span: 2, row: 0, rows: 8 }], ['0: 0–9'], 9)
  check([{ column: 1, span: 2, row: 0, rows: 8 }], ['0: 0–10', '1: 8–10', '2: 8–10'])
  expect(cellsOf({ columns: 3, rows: 10, insets: [{ column: 0, span: 3, row: 0, rows: 9 }] })).toBe(0)
})
test('a column without a picture may have one line', () => check([], ['0: 0–1', '1: 0–1', '2: 0–1'], 1))

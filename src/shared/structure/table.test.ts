import fc from 'fast-check'
import { expect, test } from 'vitest'
import './features.ts' // declares what a table may speak of
import { nameOf } from './evidence.ts'
import { PROJECTION_NAMES } from './projections.ts'
import type { Row } from './rows.ts'
import { STATES, projectionsOf } from './states.ts'
import { tableOf, weighAll, weighExactly, weightsFor } from './table.ts'
import type { Rows } from './table.ts'

const FEATURES = 40
const NAMES = Array.from({ length: FEATURES }, (_, n) => nameOf(n))
const row = (largest: number, perOne: number): fc.Arbitrary<Row> =>
  fc.dictionary(
    fc.constantFrom(...PROJECTION_NAMES),
    fc.integer({ min: -largest * perOne, max: largest * perOne }).map((w) => w / perOne),
  )
const rows = (largest: number, perOne: number): fc.Arbitrary<Rows> =>
  fc.dictionary(fc.constantFrom(...NAMES), row(largest, perOne))
const seen = fc.array(fc.nat(FEATURES - 1), { maxLength: 120 })

/** What `features` speak for each state, added up name by name. */
function plainly(tables: readonly Rows[], features: readonly number[]): readonly number[] {
  const weight = (n: number, name: string) =>
    tables.reduce((sum, t) => sum + ((t[nameOf(n)] as Row | undefined)?.[name] ?? 0), 0) // these tests write no text
  return STATES.map((s) =>
    features.reduce((sum, n) => sum + projectionsOf(s).reduce((own, name) => own + weight(n, name), 0), 0),
  )
}

function check(learned: Rows, changes: Rows, features: readonly number[]): void {
  const expected = plainly([learned, changes], features)
  const table = tableOf(learned, changes)
  const out = new Float64Array(STATES.length + 1)
  weighAll(table, features, out, 1)
  expected.forEach((sum, s) => expect(out[s + 1]).toBeCloseTo(sum, 3))
  expected.forEach((sum, s) => expect(weighExactly(table, features, s)).toBeCloseTo(sum, 3))
  const weights = new Float64Array(features.length)
  expected.forEach((sum, s) => {
    weightsFor(table, features, s, weights)
    expect(weights.reduce((all, weight) => all + weight, 0)).toBeCloseTo(sum, 3)
  })
}

test('the sums of rows are those of their weights', () =>
  fc.assert(
    fc.property(rows(2, 100), seen, (t, features) => check(t, {}, features)),
    { numRuns: 40 },
  ))
test('with what a paper’s own pages changed', () =>
  fc.assert(
    fc.property(rows(2, 100), rows(1, 1000), seen, (t, c, features) => check(t, c, features)),
    { numRuns: 40 },
  ))
test('weights too large to be packed', () =>
  fc.assert(
    fc.property(rows(300, 100), seen, (t, features) => check(t, {}, features)),
    { numRuns: 40 },
  ))

import { expect, test } from 'vitest'
import kept from '../src/shared/structure/weights.json' with { type: 'json' }
import { rowText } from '../src/shared/structure/rows.ts'
import { withKnown } from './train-known.ts'
import { keptTable } from './train-on.ts'

const KEY = 'line:couplet+long&of=3&all=3'

test('what is known is added to what was learned, and taken away again', () => {
  const learned = { [KEY]: { headline: 0.5, kicker: 0.1 }, 'size=4': { headline: 1 } }
  expect(withKnown(learned)).toEqual({ [KEY]: { headline: -0.3, kicker: 0.1 }, 'size=4': { headline: 1 } })
  expect(withKnown(withKnown(learned), -1)).toEqual(learned)
})

test('the kept table is told apart and put together again as it was', () => {
  const rows = Object.entries(withKnown(keptTable().features)).map(([name, row]) => [name, rowText(row)])
  expect(Object.fromEntries(rows)).toEqual(kept.features)
})

import { expect, test } from 'vitest'
import { evidence, evidenceCount, nameOf, numberOf } from './evidence.ts'
import { CUES } from './cues.ts'
import './features.ts' // declares what the weights speak of
import weights from './weights.json' with { type: 'json' }

const shape = evidence`test:${['round', 'square']}&${['small', 'large']}!`

test('a name is put together from its values', () =>
  expect([shape(0, 0), shape(1, 0), shape(1, 1)].map(nameOf)).toEqual([
    'test:round&small!',
    'test:square&small!',
    'test:square&large!',
  ]))
test('no two pieces of evidence have one name', () =>
  expect(Array.from({ length: evidenceCount() }, (_, n) => numberOf(nameOf(n)))).toEqual(
    Array.from({ length: evidenceCount() }, (_, n) => n),
  ))
test('nothing is known by a name that nobody declared', () => expect(numberOf('test:oval')).toBeUndefined())
test('all that was learned is still looked for', () =>
  expect(Object.keys(weights.features).filter((name) => numberOf(name) === undefined)).toEqual([]))

test('cues have names of their own', () => expect(new Set(CUES.map((c) => c.name)).size).toBe(CUES.length))

import { expect, test } from 'vitest'
import { evidence, evidenceCount, nameOf, numberOf } from './evidence.ts'
import { CUES } from './cues.ts'
import './features.ts' // declares what the weights speak of
import { sieveOf } from './sieve.ts'
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

const sieve = sieveOf([
  { first: '甲' },
  { last: '丁' },
  { any: '乙丙' },
  {},
  ...Array.from({ length: 40 }, () => ({ any: '戊' })),
])
const sifted = (expected: readonly number[], head: string, tail = '') =>
  expect(sieve(head, tail).filter((n) => n < 4 || n === 43)).toEqual(expected)

test('a sieve lets through what could fit', () => sifted([0, 1, 2, 3], '甲乙丁'))
test('and nothing else', () => sifted([3], '丁甲'))
test('of a long text it looks at head and tail', () => sifted([0, 1, 2, 3], '甲甲', '丙丁'))
test('a number beyond one word of bits', () => sifted([3, 43], '己戊'))
test('two characters in a row, or the first of them at the end', () => {
  const pair = sieveOf([{ any: '甲', next: '乙' }])
  expect(['甲乙', '丙甲', '甲丙', '乙甲丙', '丙丙'].map((text) => pair(text, '').length)).toEqual([1, 1, 0, 0, 0])
  expect([pair('丙甲', '丙丙').length, pair('丙丙', '丙甲乙').length, pair('丙丙', '丙甲丙').length]).toEqual([1, 1, 0])
})
test('no text fits nothing', () => sifted([], ''))
test('cues have names of their own', () => expect(new Set(CUES.map((c) => c.name)).size).toBe(CUES.length))

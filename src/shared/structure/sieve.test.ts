import { expect, test } from 'vitest'
import { sieveOf } from './sieve.ts'
import type { Needs } from './sieve.ts'
import { unitsOf } from './units.ts'

const WINDOW = 6

/** The numbers of those `needs` that are met by `text`, which may stand amid another. */
function sifted(needs: readonly Needs[], text: string): readonly number[] {
  const sieve = sieveOf(needs, WINDOW)
  const amid = sieve(unitsOf(`甲乙${text}丙丁`), 2, 2 + text.length)
  expect(sieve(unitsOf(text), 0, text.length)).toEqual(amid)
  return amid
}

const NEEDS = [{ first: '甲' }, { last: '丁' }, { any: '乙丙' }, {}]
const check = (text: string, expected: readonly number[]) => expect(sifted(NEEDS, text)).toEqual(expected)

test('a sieve lets through what could fit', () => check('甲乙丁', [0, 1, 2, 3]))
test('and nothing else', () => check('丁甲', [3]))
test('of a long text it looks at the head', () => check('甲己乙己己己己己己己己己己丁', [0, 1, 2, 3]))
test('and at the tail', () => check('己己己己己己己己己己己乙己己', [2, 3]))
test('and not between', () => check('己己己己己己己乙己己己己己己', [3]))
test('no text fits nothing', () => check('', []))
test('a number beyond one word of bits', () =>
  expect(sifted([...Array.from({ length: 43 }, () => ({ any: '戊' })), {}], '己')).toEqual([43]))

test('two characters in a row, or the first of them at the end', () => {
  const met = (text: string) => sifted([{ any: '甲', next: '乙' }], text).length
  expect(['甲乙', '丙甲', '甲丙', '乙甲丙', '丙丙'].map(met)).toEqual([1, 1, 0, 0, 0])
  // at the head's end, at the tail's beginning, where the one goes over into the other
  expect(['丙丙丙丙丙甲丙丙丙丙丙丙丙', '丙丙丙丙丙丙丙甲乙丙丙丙丙', '丙丙丙丙丙甲乙丙'].map(met)).toEqual([1, 1, 1])
})

test('one of the first five characters', () => {
  const met = (text: string) => sifted([{ near: '甲' }], text).length
  expect(['甲', '丙丙丙丙甲', '丙丙丙丙丙甲', '丙'].map(met)).toEqual([1, 1, 0, 0])
})

import { expect, test } from 'vitest'
import { fewOf } from './few-of.ts'

const KINDS = { b: 'publication', p: 'person', k: 'keyword' } as const

/** Each word is a suggestion, its first letter says of which kind. */
const check = (all: string, most: number, expected: string) => {
  const suggestions = all
    .split(' ')
    .map((value) => ({ kind: KINDS[value[0] as keyof typeof KINDS], value, count: 1, insert: value })) // one of the three letters
  expect(
    fewOf(suggestions, most)
      .map((s) => s.value)
      .join(' '),
  ).toBe(expected)
}

test('all, where there is room', () => check('b1 p1 p2 k1', 6, 'b1 p1 p2 k1'))
test('many people hide no keyword', () => check('b1 p1 p2 p3 p4 p5 p6 k1 k2 k3', 6, 'b1 p1 p2 p3 k1 k2'))
test('of one kind the first', () => check('k1 k2 k3', 2, 'k1 k2'))
test('one place is of the first kind', () => check('p1 k1', 1, 'p1'))

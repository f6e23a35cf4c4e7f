import { expect, test } from 'vitest'
import { wordAt, wordStep } from './words.ts'

const text = '渔港的冷库，昨天 open 了。'
const ends = [2, 3, 5, 6, 8, 9, 13, 14, 15, 16]

const step = (at: number, by: -1 | 1, expected: number) => expect(wordStep(text, ends, at, by)).toBe(expected)

test('a step goes to the end of the next word, or to the start of the one before', () => {
  step(0, 1, 2)
  step(1, 1, 2)
  step(3, 1, 5)
  step(5, 1, 8)
  step(8, 1, 13)
  step(16, 1, 16)
  step(16, -1, 14)
  step(8, -1, 6)
  step(6, -1, 3)
  step(0, -1, 0)
})

test('the word under the pointer', () => {
  expect(wordAt(text, ends, 0)).toEqual([0, 2])
  expect(wordAt(text, ends, 4)).toEqual([3, 5])
  expect(wordAt(text, ends, 5)).toEqual([5, 6])
  expect(wordAt(text, ends, 10)).toEqual([9, 13])
  expect(wordAt(text, ends, 99)).toEqual([15, 16])
})

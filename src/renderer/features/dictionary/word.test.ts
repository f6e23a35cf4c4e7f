import { expect, test } from 'vitest'
import { asWord, wrongWord } from './word.ts'

const check = (typed: string, word: string, wrong?: string) => {
  expect(asWord(typed)).toBe(word)
  expect(wrongWord(word)).toBe(wrong)
}

test('a word', () => check(' 青浦湾 ', '青浦湾'))
test('nothing', () => check('  ', ''))
test('characters set apart', () => check('宁　川', '宁川'))
test('a single character', () => check('灯', '灯', 'short'))
test('a rare character is one', () => check('𠮷', '𠮷', 'short'))
test('forty rare characters', () => check('𠮷'.repeat(40), '𠮷'.repeat(40)))
test('one more', () => check('𠮷'.repeat(41), '𠮷'.repeat(41), 'long'))
test('Latin words', () => check('New York', 'New York', 'blank'))

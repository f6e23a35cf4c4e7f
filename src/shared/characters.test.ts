import { expect, test } from 'vitest'
import { hasAtMost } from './characters.ts'

const check = (text: string, characters: number) => {
  expect([hasAtMost(text, characters), hasAtMost(text, characters - 1)]).toEqual([true, false])
}

test('characters', () => check('青浦湾', 3))
test('rare ones', () => check('𠮷野家𠮷', 4))
test('rare ones only', () => check('𠮷'.repeat(40), 40))
test('halves without their other half', () => check('\ud842\ud842𠮷\udfb7', 4))

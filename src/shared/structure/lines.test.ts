import { expect, test } from 'vitest'
import { BLANKS, isBlank } from './lines.ts'

const ALL = Array.from({ length: 0x10000 }, (_, code) => code)

test('a blank is what the pattern has for one, and all of them stand in the list', () => {
  expect(ALL.filter((code) => isBlank(code) !== /\s/.test(String.fromCharCode(code)))).toEqual([])
  expect([...BLANKS].map((c) => c.charCodeAt(0))).toEqual(ALL.filter(isBlank))
})

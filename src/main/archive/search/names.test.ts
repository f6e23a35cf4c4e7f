import { expect, test } from 'vitest'
import { normalise } from '../../../shared/search/normalise.ts'
import { normalName } from './names.ts'

test('a name has its own normal form, also when it is asked for again and when more have been than are kept', () => {
  const names = ['呂布', '吕布', 'ＡＢ', '']
  const check = () => expect(names.map(normalName)).toEqual(['吕布', '吕布', 'ab', ''])
  check()
  check()
  for (let i = 0; i < 60_000; i++) normalName(`名${i}`)
  check()
  expect(normalName('名１')).toBe(normalise('名１'))
})

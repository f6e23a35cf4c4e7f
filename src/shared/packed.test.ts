import { expect, test } from 'vitest'
import { mapped } from './packed.ts'

test.each([
  ['nothing', []],
  ['values with their places', [3, 1, 2]],
] as const)('%s: what map gives', (_name, list) => {
  expect(mapped(list, (n, i) => `${n}/${i}`)).toEqual(list.map((n, i) => `${n}/${i}`))
})

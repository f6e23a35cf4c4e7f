import { expect, test } from 'vitest'
import { pageName } from './masthead.ts'

test.for([
  [undefined, ''],
  ['04', '第04版'],
  ['A04', 'A04版'],
  ['第4版', '第4版'],
] as const)('%s is %s', ([number, name]) => expect(pageName(number === undefined ? {} : { number })).toBe(name))

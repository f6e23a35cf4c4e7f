import { expect, test } from 'vitest'
import { hanNumber } from './han-numbers.ts'

test.for([
  ['〇', 0],
  ['四', 4],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十四', 24],
  ['廿四', 24],
  ['卅', 30],
  ['二四', 24],
  ['二〇', 20],
  ['三○', 30],
  ['二零二二', 2022],
] as const)('%s is %i', ([han, number]) => expect(hanNumber(han)).toBe(number))

import { expect, test } from 'vitest'
import { readNumber } from './page-number.ts'

test.for([
  ['第Ａ０４版', 'A04'],
  ['第 4 版', '4'],
  ['04版', '04'],
  ['a04', 'A04'],
  ['第a04-a05版', 'A04-A05'],
  ['第四版', '四'],
  [' A1 ', 'A1'],
  ['要闻', '要闻'],
  ['头版', '头版'],
  ['特刊1', '特刊1'],
  ['', ''],
] as const)('%s is kept as %s', ([typed, kept]) => expect(readNumber(typed)).toBe(kept))

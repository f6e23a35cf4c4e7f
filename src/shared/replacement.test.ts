import { expect, test } from 'vitest'
import { groupLacking } from './replacement.ts'

test.each([
  ['(老)街', '$1巷', undefined],
  ['(老)街', '$2巷', '$2'],
  ['(老)街', '$1巷$2', '$2'],
  ['(老)街', '$12', undefined],
  ['(老)街', '$01', undefined],
  ['(老)街', '$20', '$20'],
  ['老街', '$1', '$1'],
  ['老街', '$0', '$0'],
  ['老街', '$$1、$&、$`、$', undefined],
  ['老街', '$$$1', '$1'],
  ['(?<路>老)街', '$<路>巷', undefined],
  ['(?<路>老)街', '$<名>巷', '$<名>'],
  ['(?<路>老)街', '$<toString>', '$<toString>'],
  ['(老)街', '$<路>巷', '$<路>'],
  ['(?:老)(?=街)', '$1', '$1'],
  ['a|(b)', '$1', undefined],
  ['(?:(?:(?:(?:|灯){99}){99}){99}){99}(街)', '$1$2', '$2'],
])('in place of %s, %s means no group: %s', (find, replacement, lacking) => {
  expect(groupLacking(new RegExp(find, 'gu'), replacement)).toBe(lacking)
})

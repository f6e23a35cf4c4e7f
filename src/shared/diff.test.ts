import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diff } from './diff.ts'

const SIGNS = { same: '', out: '-', in: '+' } as const
const check = (a: string, b: string, expected: string) =>
  expect(
    diff(a, b)
      .map((c) => (c.kind === 'same' ? c.text : `[${SIGNS[c.kind]}${c.text}]`))
      .join(''),
  ).toBe(expected)

test('nothing', () => check('', '', ''))
test('the same', () => check('灯亮了', '灯亮了', '灯亮了'))
test('a misread character', () => check('老街的灯', '老街的打', '老街的[-灯][+打]'))
test('added', () => check('老街的灯', '老街的那盏灯', '老街的[+那盏]灯'))
test('taken away', () => check('老街的那盏灯', '老街的灯', '老街的[-那盏]灯'))
test('lines moved about', () => check('甲\n乙\n丙\n', '甲\n丁\n丙\n', '甲\n[-乙][+丁]\n丙\n'))

test('of two lines that changed places the shorter moved', () =>
  check(
    '渡口的船每天早上六点开\n摆渡人\n末\n',
    '摆渡人\n渡口的船每天早上六点开\n末\n',
    '[+摆渡人\n]渡口的船每天早上六点开\n[-摆渡人\n]末\n',
  ))
test('a character of two units is one', () => check('姓𠮷的', '姓𠮶的', '姓[-𠮷][+𠮶]的'))

test('both texts come back', () => {
  const text = fc.string({ unit: fc.constantFrom('灯', '街', '老', '\n'), maxLength: 60 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const changes = diff(a, b)
      const side = (kind: 'out' | 'in') =>
        changes
          .filter((c) => c.kind === 'same' || c.kind === kind)
          .map((c) => c.text)
          .join('')
      expect([side('out'), side('in')]).toEqual([a, b])
    }),
    { numRuns: 2000 },
  )
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from './file-name.ts'
import { hostileText } from './writers/hostile.ts'

const check = (name: string, expected: string) => () => expect(safeFileName(name)).toBe(expected)

test('Chinese stays', check('2024-03-12 要闻', '2024-03-12 要闻'))
test('a path climbs nowhere', check('../../etc/passwd', '-..-etc-passwd'))
test('only dots', check('..', 'page'))
test('a hidden file shows', check('.ssh', 'ssh'))
test('signs of Windows', check('甲:乙*丙?"丁"<戊>|己', '甲-乙-丙-丁-戊-己'))
test('a device', check('CON', '_CON'))
test('a device with an extension', check('nul.txt', '_nul.txt'))
test('not a device', check('console', 'console'))
test('a dot at the end', check('第1版. ', '第1版'))
test('an emoji stays', check('喜报🎉', '喜报🎉'))
test('a joined emoji is cut as a whole', () => expect(safeFileName('字'.repeat(57) + '👨‍👩‍👧').endsWith('字')).toBe(true))
test('marks of direction go', check('a\u202egpj.exe', 'a-gpj.exe'))
test('empty', check('', 'page'))
test('300 characters', () => expect(new TextEncoder().encode(safeFileName('字'.repeat(300))).length).toBe(180))
test('any text gives a safe name, and a safe name stays', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const safe = safeFileName(text)
      expect(safe).toMatch(/^[^\\/:*?"<>|\p{Cc}]+$/u)
      expect(safe).not.toMatch(/^[.\s]|[.\s]$/u)
      expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(181)
      expect(safeFileName(safe)).toBe(safe)
    }),
  )
})

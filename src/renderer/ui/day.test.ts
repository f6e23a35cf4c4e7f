import { expect, test } from 'vitest'
import { isoDay, readDay } from './day.ts'

test('a day as dates are written', () => expect(isoDay(2026, 3, 8)).toBe('2026-03-08'))

test('days as people write them', () => {
  const reads = (text: string, expected: string | undefined) => expect(readDay(text)).toBe(expected)
  reads('2026-03-08', '2026-03-08')
  reads('2026-3-8', '2026-03-08')
  reads('20260308', '2026-03-08')
  reads('2026年3月8日', '2026-03-08')
  reads('２０２６/３/８', '2026-03-08')
  reads('二〇二六年三月八日', '2026-03-08')
  reads(' ', '')
  reads('2026-02-30', undefined)
  reads('三月八日', undefined)
})

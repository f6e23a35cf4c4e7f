import { expect, test, vi } from 'vitest'
import { storageOf } from '../features/editor/testing.ts'
import { durable } from './durable.ts'

test('what is put into the storage and taken out is written, once for all that come together', () => {
  vi.useFakeTimers()
  const storage = storageOf()
  const written: (string | null)[] = []
  const journal = durable(storage, () => written.push(storage.getItem('甲')))
  journal.setItem('甲', '一')
  journal.setItem('甲', '二')
  expect([written, journal.length, journal.key(0), journal.getItem('甲')]).toEqual([[], 1, '甲', '二'])
  vi.runAllTimers()
  journal.removeItem('甲')
  vi.runAllTimers()
  expect(written).toEqual(['二', null])
  vi.useRealTimers()
})

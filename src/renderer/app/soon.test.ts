import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { soon } from './soon.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work that counts how often it was done. */
function counted() {
  let n = 0
  return { ...soon(() => n++, 100), done: () => n }
}

test('it is done once for all who ask until then, and again for who asks afterwards', () => {
  const { ask, due, done } = counted()
  ask()
  vi.advanceTimersByTime(60)
  ask()
  expect([done(), due()]).toEqual([0, true])
  vi.advanceTimersByTime(40)
  expect([done(), due()]).toEqual([1, false])
  vi.advanceTimersByTime(100)
  expect(done()).toBe(1)
  ask()
  vi.advanceTimersByTime(100)
  expect(done()).toBe(2)
})

test('who asks first says when', () => {
  const { ask, done } = counted()
  ask(1000)
  ask(10)
  vi.advanceTimersByTime(999)
  expect(done()).toBe(0)
  vi.advanceTimersByTime(1)
  expect(done()).toBe(1)
})

test('stopped, it is not done, and can be asked for anew', () => {
  const { ask, due, stop, done } = counted()
  ask()
  stop()
  expect(due()).toBe(false)
  vi.advanceTimersByTime(100)
  expect(done()).toBe(0)
  ask()
  vi.advanceTimersByTime(100)
  expect(done()).toBe(1)
})

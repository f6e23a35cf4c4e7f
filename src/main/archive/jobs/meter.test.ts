import { afterEach, expect, test, vi } from 'vitest'
import { makeMeter } from './meter.ts'

afterEach(() => vi.useRealTimers())

test('what was done before the first files came does not count, nor what was done long ago', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const meter = makeMeter()
  const after = (ms: number, files: number) => {
    vi.advanceTimersByTime(ms)
    return Math.round(meter(files))
  }
  // [milliseconds since the last, files then, files a second]
  const cases = [
    [3000, 24, 0],
    [500, 500, 1000],
    [500, 300, 800],
    [20_000, 100, 5],
    [1000, 100, 100],
  ] as const
  for (const [ms, files, rate] of cases) expect(after(ms, files)).toBe(rate)
})

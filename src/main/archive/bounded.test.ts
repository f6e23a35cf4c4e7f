import { expect, test } from 'vitest'
import { bounded } from './bounded.ts'

const wait = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

test('work that was kept waiting by a busy machine is not taken for one that is never done', () => {
  let begun = 0
  const given = bounded('灯', () => {
    begun++
    if (begun === 1) wait(10_000)
    return '亮'
  })
  expect({ begun, given }).toEqual({ begun: 2, given: '亮' })
})

test('work that is never done is stopped, and says which expression it was', () => {
  expect(() =>
    bounded('灯', () => {
      for (;;);
    }),
  ).toThrow(expect.objectContaining({ code: 'expression/slow', params: { find: '灯' } }))
})

test('what fails by itself fails as it did', () => {
  expect(() =>
    bounded('灯', () => {
      throw new RangeError('暗')
    }),
  ).toThrow(RangeError)
})

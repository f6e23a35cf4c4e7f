import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Best } from './best.ts'
import { portion } from './portion.ts'

test('a portion is what stands there when all are sorted, as the best are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 }),
      fc.nat(45),
      fc.nat(20),
      (numbers, from, size) => {
        const values = Float64Array.from(numbers, (n) => n / 3)
        const ids = Float64Array.from(numbers, (_, i) => (i * 7) % 41)
        const best = new Best<number>(100)
        for (let i = 0; i < ids.length; i++) best.add(values[i]!, ids[i]!, ids[i]!)
        expect(portion({ values, ids }, from, from + size)).toEqual(best.sorted().slice(from, from + size))
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { largestOf, mostNamed } from './most-named.ts'

const COUNTS = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 })
const MOST = fc.integer({ min: 1, max: 12 })

test('the largest are those that sorting all gives', () => {
  fc.assert(
    fc.property(COUNTS, MOST, (counts, most) => {
      const nameOf = (id: number) => String.fromCharCode(200 - id)
      const all = counts
        .map((count, id) => ({ name: nameOf(id), count, id }))
        .filter((c) => c.count > 0 && c.id % 3 > 0)
      const sorted = all.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, most)
      const found = mostNamed(counts, most, nameOf, (id) => id % 3 > 0)
      expect(found).toEqual(sorted)
    }),
  )
})

test('the places of the largest, of equals the first', () => {
  fc.assert(
    fc.property(COUNTS, MOST, (counts, most) => {
      const all = counts.map((count, id) => ({ count, id })).filter((c) => c.count > 0)
      const sorted = all.toSorted((a, b) => b.count - a.count || a.id - b.id).slice(0, most)
      expect([...largestOf(counts, most)].toSorted((a, b) => a - b)).toEqual(
        sorted.map(({ id }) => id).toSorted((a, b) => a - b),
      )
    }),
  )
})

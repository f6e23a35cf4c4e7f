import { expect, test } from 'vitest'
import { CUES, WINDOW } from '../src/shared/structure/cues.ts'
import { latticeOf } from '../src/shared/structure/lattice.ts'
import { sieveOf } from '../src/shared/structure/sieve.ts'
import { unitsOf } from '../src/shared/structure/units.ts'
import { pagesOf } from './structure-pages.ts'

/** What a cue says it cannot do without must be true: on no piece of our pages does it fit where its characters are missing. */
test('no cue is missed for want of a character', () => {
  const sieve = sieveOf(
    CUES.map((c) => c.needs),
    WINDOW,
  )
  const missed: string[] = []
  for (const page of (['train', 'held', 'samples'] as const).flatMap(pagesOf)) {
    for (const { look } of latticeOf(page.source).arcs) {
      const text = look.text.slice(0, WINDOW)
      const fits = new Set(sieve(unitsOf(text), 0, text.length))
      CUES.forEach(({ name, pattern }, n) => {
        if (!fits.has(n) && pattern.test(text)) missed.push(`${name}: ${text}`)
      })
    }
  }
  expect(missed).toEqual([])
})

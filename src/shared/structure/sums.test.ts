import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestPath } from './best-path.ts'
import { latticeOf } from './lattice.ts'
import { modelOf } from './model.ts'
import type { Weights } from './model.ts'
import { scaleOf, shareIn } from './shares.ts'
import { STATES, TOP } from './states.ts'
import { trellisOf } from './sums.ts'
import { SIEVE, weigh } from './trellis.ts'
import type { Sieve } from './trellis.ts'
import { pagesOf } from './testing.ts'
import learned from './weights.json' with { type: 'json' }

const model = modelOf(learned as unknown as Weights) // as the file is written

/** The share of all paths that runs through each piece in each state, and the line of each piece. */
function sharesOf(source: string, sieve: Sieve) {
  const { arcs } = latticeOf(source)
  const weighed = weigh(arcs, (i, out, at) => model.emission(arcs[i]!.features, out, at))
  const t = trellisOf(arcs, weighed, model, TOP, sieve, bestPath(arcs, weighed, model, TOP))
  return arcs.map((arc, i) => ({
    arc,
    shares: STATES.map((_, s) => scaleOf(t, arc, i) * shareIn(t, arc, i, s)),
  }))
}

const pages = pagesOf(40)

test('one path in all runs into each line, and one out of it', () =>
  fc.assert(
    fc.property(pages, (page) => {
      const into = new Map<number, number>()
      const outOf = new Map<number, number>()
      for (const { arc, shares } of sharesOf(page, SIEVE.reading)) {
        const share = shares.reduce((sum, p) => sum + p, 0)
        if (arc.first) into.set(arc.line, (into.get(arc.line) ?? 0) + share)
        if (arc.last) outOf.set(arc.line, (outOf.get(arc.line) ?? 0) + share)
      }
      for (const share of [...into.values(), ...outOf.values()]) expect(share).toBeCloseTo(1, 4)
    }),
    { numRuns: 40 },
  ))

test('what is too slight changes no probability by more than a ten-thousandth', () =>
  fc.assert(
    fc.property(pages, (page) => {
      const all = sharesOf(page, { ...SIEVE.reading, slight: 0 })
      sharesOf(page, SIEVE.reading).forEach(({ shares }, i) =>
        shares.forEach((share, s) => expect(Math.abs(share - all[i]!.shares[s]!)).toBeLessThan(1e-4)),
      )
    }),
    { numRuns: 40 },
  ))

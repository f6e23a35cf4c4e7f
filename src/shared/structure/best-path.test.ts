import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestPath } from './best-path.ts'
import type { Path } from './best-path.ts'
import { latticeOf } from './lattice.ts'
import type { Arc } from './lattice.ts'
import { modelOf } from './model.ts'
import type { Model, Weights } from './model.ts'
import { PROJECTION_NAMES } from './projections.ts'
import { GROUPS, GROUP_OF, STATES, TOP } from './states.ts'
import { weigh } from './trellis.ts'
import { BEAM } from './ways.ts'
import { pagesOf } from './testing.ts'
import learned from './weights.json' with { type: 'json' }

/** The best path where every state of every piece is weighed right to the last bit; what trails is given up as it is in the engine. */
function plainly(arcs: readonly Arc[], { edges, exactly, final }: Model): Path {
  type Way = { readonly sum: number; readonly path: Path }
  const last = arcs.at(-1)!.to
  const ways: (Way | undefined)[][] = Array.from({ length: last + 1 }, () => GROUPS.map(() => undefined))
  ways[0]![TOP] = { sum: 0, path: [] }
  arcs.forEach((arc, index) => {
    const { first, to, weight } = edges(arc)
    const least = Math.max(...ways[arc.from]!.map((way) => way?.sum ?? -Infinity)) - BEAM
    STATES.forEach((_, state) => {
      let reached: Way | undefined
      ways[arc.from]!.forEach((way, g) => {
        const edge = to.subarray(first[g], first[g + 1]).indexOf(state)
        if (edge < 0 || !(way && way.sum > least)) return
        const sum = way.sum + weight[first[g]! + edge]!
        if (!reached || sum > reached.sum) reached = { sum, path: way.path }
      })
      if (!reached) return
      const sum = reached.sum + exactly(arc.features, state)
      const before = ways[arc.to]![GROUP_OF[state]!]
      if (!before || sum > before.sum)
        ways[arc.to]![GROUP_OF[state]!] = { sum, path: [...reached.path, { index, state }] }
    })
  })
  let best: Way | undefined
  GROUPS.forEach((_, g) => {
    const way = ways[last]![g]
    if (way && (!best || way.sum + final[g]! > best.sum)) best = { sum: way.sum + final[g]!, path: way.path }
  })
  return best!.path
}

function check(source: string, weights: Weights): void {
  const model = modelOf(weights)
  const { arcs } = latticeOf(source)
  const weighed = weigh(arcs, (i, out, at) => model.emission(arcs[i]!.features, out, at))
  expect(bestPath(arcs, weighed, model, TOP)).toEqual(plainly(arcs, model))
}

const pages = pagesOf(14)

/** Few and coarse weights: many ways are as good as even, down to the last bit or not quite. */
const coarse: fc.Arbitrary<Weights> = fc.record({
  features: fc.dictionary(
    fc.constantFrom('any', 'kind=short', 'kind=body', 'ended=true', 'ended=false', 'join=none', 'cut=line-line'),
    fc.dictionary(
      fc.constantFrom(...PROJECTION_NAMES),
      fc.integer({ min: -3, max: 3 }).map((n) => n / 10),
    ),
  ),
  edges: fc.constant({}),
})

test('the path is the best one', () =>
  fc.assert(
    fc.property(pages, (page) => check(page, learned as unknown as Weights)), // as the file is written
    { numRuns: 40 },
  ))
test('also where the last bit decides', () => fc.assert(fc.property(pages, coarse, check), { numRuns: 60 }))

/** What is known of a lattice when it is weighed and summed: what the probabilities of pieces and the gradient of training are made of. */
import type { Arc } from './lattice.ts'
import type { Model } from './model.ts'
import { numbers, room } from './room.ts'
import { STATES } from './states.ts'

/** What the evidence says of each arc: sums of weights by state, N an arc. Good until the next call of `weigh`. */
export type Weighed = Float64Array

/**
 * The sums of all paths that lead to the nodes of a lattice, which count from `base`; scaled: `alpha` by node and group, `alphaLog` is the
 * logarithm of a node's scale. The first `living` in `live` are a node's groups that are not left out. `reached` are the states of the
 * arcs that leave the node that something may flow into, `inflow` is how much does; `exp` is by arc and such state exp(score − top),
 * `top` the arc's highest score of such a state.
 */
export type Forward = {
  readonly base: number
  readonly sieve: Sieve
  /** The group of each node that is never left out, 255 for none. */
  readonly keep: Uint8Array
  readonly alpha: Float64Array
  readonly alphaLog: Float64Array
  readonly live: Uint8Array
  readonly living: Uint8Array
  readonly reached: Uint8Array[]
  readonly inflow: Float64Array
  readonly exp: Float64Array
  readonly top: Float64Array
}

/** And the sums of all that lead on from the nodes, `beta`, scaled in the same way. Good until the next call of `trellisOf`. */
export type Trellis = Forward & {
  readonly beta: Float64Array
  readonly betaLog: Float64Array
  /** The logarithm of the sum over all paths. */
  readonly total: number
}

/**
 * Left out are groups with a smaller share than `faint` of what leads to their node; and on the way back states that a smaller share
 * than `slight` of all paths runs through. They cost time and change little.
 */
export type Sieve = { readonly faint: number; readonly slight: number }

/** Learning needs a finer sieve than reading. `sums.test.ts` holds how little reading's changes a probability, on made-up pages. */
export const SIEVE = {
  reading: { faint: 3e-4, slight: 1e-7 },
  learning: { faint: 1e-6, slight: 1e-10 },
} as const satisfies Readonly<Record<string, Sieve>>

const N = STATES.length

export type Lines = Pick<Model, 'edges' | 'final'>

const scores = room(numbers)

/** Weighs `arcs`; `emission` writes the sums of arc i for all states into `out`, from `at` on. */
export function weigh(arcs: readonly Arc[], emission: (i: number, out: Float64Array, at: number) => void): Weighed {
  const score = scores(arcs.length * N)
  for (let i = 0; i < arcs.length; i++) emission(i, score, i * N)
  return score
}

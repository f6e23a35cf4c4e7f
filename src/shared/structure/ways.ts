/** The best way to each place of a lattice (Viterbi). */
import type { Arc } from './lattice.ts'
import type { Edges, Model } from './model.ts'
import { GROUPS, GROUP_OF, STATES } from './states.ts'
import { bytes, numbers, room } from './trellis.ts'
import type { Weighed } from './trellis.ts'

/**
 * The best way to each node and group. The place of group g at a node is G times the node, counted from `base`, and g; the last node's
 * places begin at `end`. By place: how good the way is, by which arc and state it comes and from which group, and whether another is as good.
 */
export type Ways = {
  readonly base: number
  readonly end: number
  readonly best: Float64Array
  readonly arc: Int32Array
  readonly state: Uint8Array
  readonly group: Uint8Array
  readonly even: Uint8Array
}

const N = STATES.length
const G = GROUPS.length

/** Ways that are so much worse than the best to their node are given up. */
export const BEAM = 9
/** Ways that are no further apart are as good as even: what is left between them is less than a weight's last digit. */
export const EVEN = 2e-4

const bests = room(numbers)
const arcsFrom = room((size) => new Int32Array(size))
const [states, groups, evens] = [room(bytes), room(bytes), room(bytes)]

/** By state how well it is reached from a node, from which group, and whether from another as well. */
const reach = new Float64Array(N)
const reachedFrom = new Uint8Array(N)
const reachedEvenly = new Uint8Array(N)
/** The states that are reached from the node, the first so many of it. */
const reached = new Uint8Array(N + 1)

/** The best ways through `arcs`, which come from group `before`; good until the next call. */
export function waysThrough(arcs: readonly Arc[], weighed: Weighed, model: Model, before: number): Ways {
  const base = arcs[0]!.from
  const nodes = arcs.at(-1)!.to - base + 1
  const best = bests(nodes * G).fill(-Infinity, 0, nodes * G)
  const cameArc = arcsFrom(nodes * G)
  const cameState = states(nodes * G)
  const cameGroup = groups(nodes * G)
  const isEven = evens(nodes * G)
  best[before] = 0
  reach.fill(-Infinity)
  for (let i = 0, node = -1, n = 0; i < arcs.length; i++) {
    const arc = arcs[i]!
    if (arc.from - base !== node) {
      node = arc.from - base
      for (let k = 0; k < n; k++) reach[reached[k]!] = -Infinity
      n = reachAll(best, node * G, model.edges(arc))
    }
    const to = (arc.to - base) * G
    for (let k = 0, own = i * N; k < n; k++) {
      const s = reached[k]!
      const sum = reach[s]! + weighed.score[own + s]!
      const at = to + GROUP_OF[s]!
      const ahead = sum - best[at]!
      if (ahead <= -EVEN) continue
      isEven[at] = ahead < EVEN ? 1 : reachedEvenly[s]!
      if (ahead <= 0) continue
      best[at] = sum
      cameArc[at] = i
      cameState[at] = s
      cameGroup[at] = reachedFrom[s]!
    }
  }
  return { base, end: (nodes - 1) * G, best, arc: cameArc, state: cameState, group: cameGroup, even: isEven }
}

/** The best of what leads to the groups that stand from `at` on. */
export function topOf(best: Float64Array, at: number): number {
  let top = -Infinity
  for (let g = 0; g < G; g++) if (best[at + g]! > top) top = best[at + g]!
  return top
}

/** Finds how the states are reached that may follow the node whose groups stand from `at` on, but for what trails the best; gives their number. */
function reachAll(best: Float64Array, at: number, { first, to, weight }: Edges): number {
  const least = topOf(best, at) - BEAM
  for (let g = 0; g < G; g++) {
    const score = best[at + g]!
    if (!(score > least)) continue
    for (let e = first[g]!, last = first[g + 1]!; e < last; e++) {
      const sum = score + weight[e]!
      const s = to[e]!
      const ahead = sum - reach[s]!
      if (ahead <= -EVEN) continue
      reachedEvenly[s] = ahead < EVEN ? 1 : 0
      if (ahead <= 0) continue
      reach[s] = sum
      reachedFrom[s] = g
    }
  }
  let n = 0
  for (let s = 0; s < N; s++) {
    // written whether it counts or not: the processor would guess wrong too often
    reached[n] = s
    n += +(reach[s]! > -Infinity)
  }
  return n
}

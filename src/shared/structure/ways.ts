/** The best way to each place of a lattice (Viterbi). */
import type { Arc } from './lattice.ts'
import type { Edges, Model } from './model.ts'
import { bytes, numbers, room } from './room.ts'
import { GROUPS, GROUP_OF, STATES, ZONE_BITS } from './states.ts'
import type { Weighed } from './trellis.ts'

const G = GROUPS.length
const N = STATES.length

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
/** The groups that lead on from the node, but for the best. */
const live = new Uint8Array(G + 1)

/** The best ways through `arcs`, which come from group `before`; good until the next call. */
export function waysThrough(
  arcs: readonly Arc[],
  weighed: Weighed,
  { edges }: Pick<Model, 'edges'>,
  before: number,
): Ways {
  const base = arcs[0]!.from
  const nodes = arcs.at(-1)!.to - base + 1
  const places = nodes * G
  const ways = {
    base,
    end: places - G,
    best: bests(places).fill(-Infinity, 0, places),
    arc: arcsFrom(places),
    state: states(places),
    group: groups(places),
    even: evens(places),
  }
  ways.best[before] = 0
  let reached = NOTHING
  for (let i = 0, node = -1; i < arcs.length; i++) {
    const arc = arcs[i]!
    if (arc.from - base !== node) {
      node = arc.from - base
      reached = reachAll(ways.best, node * G, edges(arc))
    }
    follow(ways, i, (arc.to - base) * G, weighed, reached)
  }
  return ways
}

const NOTHING = bytes(0)

/** Finds the group whose way is the best of those that stand from `at` on. */
function bestAt(best: Float64Array, at: number): number {
  let found = 0
  for (let g = 1; g < G; g++) if (best[at + g]! > best[at + found]!) found = g
  return found
}

/** The best of what leads to the groups that stand from `at` on. */
export const topOf = (best: Float64Array, at: number): number => best[at + bestAt(best, at)]!

/**
 * Finds how the states are reached that may follow the node whose groups stand from `at` on, but for what trails the best; gives them,
 * or nothing where no way leads to the node.
 */
function reachAll(best: Float64Array, at: number, { first, to, weight, followers }: Edges): Uint8Array {
  const leader = bestAt(best, at)
  const top = best[at + leader]!
  const least = top - BEAM
  if (top === -Infinity) return NOTHING
  reach.fill(-Infinity)
  let n = 0
  for (let g = 0; g < G; g++) {
    // written whether it counts or not: the processor would guess wrong too often
    live[n] = g
    n += +(best[at + g]! > least) & +(g !== leader)
  }
  // the best group goes first: few of the others will be ahead of it
  for (let e = first[leader]!, last = first[leader + 1]!; e < last; e++) {
    const s = to[e]!
    reach[s] = top + weight[e]!
    reachedFrom[s] = leader
    reachedEvenly[s] = 0
  }
  let zones = ZONE_BITS[leader]!
  for (let k = 0; k < n; k++) {
    const g = live[k]!
    const score = best[at + g]!
    zones |= ZONE_BITS[g]!
    for (let e = first[g]!, last = first[g + 1]!; e < last; e++) {
      const s = to[e]!
      const sum = score + weight[e]!
      const ahead = sum - reach[s]!
      if (ahead <= -EVEN) continue
      reachedEvenly[s] = ahead < EVEN ? 1 : 0
      if (ahead <= 0) continue
      reach[s] = sum
      reachedFrom[s] = g
    }
  }
  return followers[zones]!
}

/** Goes on by arc `i` to the groups that stand from `to` on. */
function follow(ways: Ways, i: number, to: number, weighed: Weighed, reached: Uint8Array): void {
  const { best } = ways
  for (let k = 0, own = i * N; k < reached.length; k++) {
    const s = reached[k]!
    const sum = reach[s]! + weighed[own + s]!
    const at = to + GROUP_OF[s]!
    const ahead = sum - best[at]!
    if (!(ahead > -EVEN)) continue
    ways.even[at] = ahead < EVEN ? 1 : reachedEvenly[s]!
    if (ahead <= 0) continue
    best[at] = sum
    ways.arc[at] = i
    ways.state[at] = s
    ways.group[at] = reachedFrom[s]!
  }
}

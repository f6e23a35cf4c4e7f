/** The best path through a lattice (Viterbi). */
import type { Arc } from './lattice.ts'
import type { Edges, Model } from './model.ts'
import { GROUPS, GROUP_OF, STATES } from './states.ts'
import { bytes, numbers, room } from './trellis.ts'
import type { Weighed } from './trellis.ts'

/** `even`: somewhere on the path another way was as good. */
export type Path = {
  readonly steps: readonly { readonly index: number; readonly state: number }[]
  readonly even: boolean
}

const N = STATES.length
const G = GROUPS.length

/** Paths that are so much worse than the best at their node are given up. */
const BEAM = 9
/** Paths that are no further apart are as good as even: what is left between them is less than a weight's last digit. */
const EVEN = 2e-4

/** By node and group: the best that leads there, from which arc, state and group it came, and whether another way was as good. */
const bests = room(numbers)
const arcsFrom = room((size) => new Int32Array(size))
const [states, groups, evens] = [room(bytes), room(bytes), room(bytes)]

/** By state how well it is reached from a node, from which group, and whether from another as well. */
const reach = new Float64Array(N)
const reachedFrom = new Uint8Array(N)
const reachedEvenly = new Uint8Array(N)
/** The states that are reached from the node, the first so many of it. */
const reached = new Uint8Array(N + 1)

/** The best path through `arcs`, which comes from group `before`. */
export function bestPath(arcs: readonly Arc[], weighed: Weighed, model: Model, before: number): Path {
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
      n = reachAll(best, node * G, model.edges(!arc.first))
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
  let group = 0
  let even = false
  const end = (nodes - 1) * G
  for (let g = 1; g < G; g++) {
    const ahead = best[end + g]! + model.final[g]! - best[end + group]! - model.final[group]!
    if (ahead > -EVEN) even = ahead < EVEN
    if (ahead > 0) group = g
  }
  const steps: { index: number; state: number }[] = []
  if (best[end + group] === -Infinity) return { steps, even }
  for (let at = end + group; at >= G;) {
    const index = cameArc[at]!
    if (isEven[at] === 1) even = true
    steps.push({ index, state: cameState[at]! })
    at = (arcs[index]!.from - base) * G + cameGroup[at]!
  }
  return { steps: steps.reverse(), even }
}

/** Finds how the states are reached that may follow the node whose groups stand from `at` on, but for what trails the best; gives their number. */
function reachAll(best: Float64Array, at: number, { first, to, weight }: Edges): number {
  let top = -Infinity
  for (let g = 0; g < G; g++) if (best[at + g]! > top) top = best[at + g]!
  for (let g = 0; g < G; g++) {
    const score = best[at + g]!
    if (!(score > top - BEAM)) continue
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

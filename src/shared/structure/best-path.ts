/** The best path through a lattice. */
import { settle } from './even-ways.ts'
import type { Arc } from './lattice.ts'
import type { Model } from './model.ts'
import { GROUPS } from './states.ts'
import type { Weighed } from './trellis.ts'
import { EVEN, waysThrough } from './ways.ts'
import type { Ways } from './ways.ts'

const G = GROUPS.length

/** The pieces on the path, in order: by which arc, in which state. */
export type Path = readonly { readonly index: number; readonly state: number }[]

/** The best path through `arcs`, which comes from group `before`; an empty one where none leads to the end. */
export function bestPath(arcs: readonly Arc[], weighed: Weighed, model: Model, before: number): Path {
  const ways = waysThrough(arcs, weighed, model, before)
  const { path, even } = pathOf(ways, arcs, model.final)
  if (!even) return path
  settle(ways, arcs, weighed, model)
  return pathOf(ways, arcs, model.final).path
}

/** The path on which the best way to the end comes, and whether somewhere on it another way was as good. */
function pathOf(
  ways: Ways,
  arcs: readonly Arc[],
  final: Float64Array,
): { readonly path: Path; readonly even: boolean } {
  const { base, end, best } = ways
  let group = 0
  let even = false
  for (let g = 1; g < G; g++) {
    const ahead = best[end + g]! + final[g]! - best[end + group]! - final[group]!
    if (ahead > -EVEN) even = ahead < EVEN
    if (ahead > 0) group = g
  }
  const path: { index: number; state: number }[] = []
  if (best[end + group] === -Infinity) return { path, even: false }
  for (let at = end + group; at >= G;) {
    const index = ways.arc[at]!
    if (ways.even[at] === 1) even = true
    path.push({ index, state: ways.state[at]! })
    at = (arcs[index]!.from - base) * G + ways.group[at]!
  }
  return { path: path.reverse(), even }
}

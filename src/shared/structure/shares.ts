/** The probabilities of pieces and of transitions, from the sums over a lattice. */
import type { Arc } from './lattice.ts'
import type { Model } from './model.ts'
import { GROUPS, GROUP_OF, STATES } from './states.ts'
import type { Trellis } from './trellis.ts'

const G = GROUPS.length
const N = STATES.length

/** What all paths that run through arc `index` have for their share in common; times `shareIn` a state it is the share in that state. */
export function scaleOf(t: Trellis, arc: Arc, index: number): number {
  const log = t.alphaLog[arc.from - t.base]! + t.top[index]! + t.betaLog[arc.to - t.base]! - t.total
  const scale = Math.exp(log)
  return scale > 0 ? scale : 0
}

/** The share of all paths that run through arc `index` in state `s`, but for `scaleOf` the arc. */
export function shareIn(t: Trellis, arc: Arc, index: number, s: number): number {
  const inflow = t.inflow[(arc.from - t.base) * N + s]!
  return inflow === 0 ? 0 : inflow * t.exp[index * N + s]! * t.beta[(arc.to - t.base) * G + GROUP_OF[s]!]!
}

/** What each state of an arc leads to. */
const onward = new Float64Array(N)

/** Calls `edge` with the share of all paths that run into arc `index` by each transition. */
export function eachEdge(
  t: Trellis,
  arc: Arc,
  index: number,
  { edges }: Pick<Model, 'edges'>,
  edge: (at: number, share: number) => void,
): void {
  const scale = scaleOf(t, arc, index)
  if (scale === 0) return
  const { first, to, exp } = edges(arc)
  const a = (arc.from - t.base) * G
  const b = (arc.to - t.base) * G
  for (const s of t.reached[arc.from - t.base]!) onward[s] = t.exp[index * N + s]! * t.beta[b + GROUP_OF[s]!]!
  for (let g = 0; g < G; g++) {
    if (t.alpha[a + g]! < t.sieve.faint) continue
    const from = t.alpha[a + g]! * scale
    for (let e = first[g]!, last = first[g + 1]!; e < last; e++) {
      const share = from * exp[e]! * onward[to[e]!]!
      if (share > 1e-7) edge(e, share)
    }
  }
}

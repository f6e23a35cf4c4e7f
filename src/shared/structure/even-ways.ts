/**
 * Where two ways through a lattice are as good as even the last bit decides. It is asked of the pieces on such ways only: of each of
 * them in the one state that it would be in.
 */
import type { Arc } from './lattice.ts'
import type { Edges, Model } from './model.ts'
import { GROUPS, GROUP_OF, STATES } from './states.ts'
import type { Weighed } from './trellis.ts'
import { BEAM, EVEN, topOf } from './ways.ts'
import type { Ways } from './ways.ts'

const G = GROUPS.length
const N = STATES.length

/** A last step of a way to a place: by which arc and state, from which place and by which transition. */
type Step = { readonly index: number; readonly state: number; readonly from: number; readonly edge: number }

/** Weighs the best ways to the end, and all that are as good as even, right to the last bit, and puts the best of them into `ways`. */
export function settle(ways: Ways, arcs: readonly Arc[], weighed: Weighed, model: Model): void {
  const { best, end } = ways
  const led = new Uint8Array(end + G)
  const last = Float64Array.from(model.final, (final, g) => best[end + g]! + final)
  const least = topOf(last, 0) - EVEN
  for (let g = 0; g < G; g++) led[end + g] = +(last[g]! > least)
  const places: { readonly at: number; readonly steps: readonly Step[] }[] = []
  for (let at = end + G - 1; at >= G; at--) {
    if (led[at] === 0) continue
    const steps = ways.even[at] === 1 ? stepsTo(at, ways, arcs, weighed, model) : [stepTo(at, ways, arcs, model)]
    for (const { from } of steps) led[from] = 1
    places.push({ at, steps })
  }
  for (const { at, steps } of places.reverse()) decide(at, steps, ways, arcs, model)
}

/** The only step to a place that nothing else leads to as well. */
function stepTo(at: number, ways: Ways, arcs: readonly Arc[], model: Model): Step {
  const index = ways.arc[at]!
  const state = ways.state[at]!
  const group = ways.group[at]!
  const { from } = arcs[index]!
  const edges = model.edges(arcs[index]!)
  return { index, state, from: (from - ways.base) * G + group, edge: edges.to.indexOf(state, edges.first[group]) }
}

/** The steps to a place that are as good as even, by arc, state and group. */
function stepsTo(at: number, ways: Ways, arcs: readonly Arc[], weighed: Weighed, model: Model): readonly Step[] {
  const { base, best } = ways
  const node = base + Math.floor(at / G)
  const least = best[at]! - EVEN
  const steps: Step[] = []
  let i = ways.arc[at]!
  const { line } = arcs[i]!
  while (i > 0 && arcs[i - 1]!.line === line) i--
  for (; arcs[i]?.line === line; i++) {
    const { from, to } = arcs[i]!
    if (to !== node) continue
    const edges = model.edges(arcs[i]!)
    eachEdge(best, (from - base) * G, edges, at % G, (edge, place) => {
      const state = edges.to[edge]!
      const sum = best[place]! + edges.weight[edge]! + weighed[i * N + state]!
      if (sum > least) steps.push({ index: i, state, from: place, edge })
    })
  }
  return steps.sort((a, b) => a.index - b.index || a.state - b.state || a.from - b.from)
}

/** Calls `edge` with the transitions into states of `group`, and where they come from, of the groups that stand from `at` on, but for what trails the best. */
function eachEdge(
  best: Float64Array,
  at: number,
  { first, to }: Edges,
  group: number,
  edge: (edge: number, place: number) => void,
): void {
  const least = topOf(best, at) - BEAM
  for (let g = 0; g < G; g++) {
    if (!(best[at + g]! > least)) continue
    for (let e = first[g]!; e < first[g + 1]!; e++) if (GROUP_OF[to[e]!] === group) edge(e, at + g)
  }
}

/** The first of the best steps, where the places before are decided. */
function decide(at: number, steps: readonly Step[], ways: Ways, arcs: readonly Arc[], model: Model): void {
  const { best } = ways
  const reach = ({ index, from, edge }: Step) => best[from]! + model.edges(arcs[index]!).weight[edge]!
  let top = -Infinity
  for (let k = 0; k < steps.length;) {
    let step = steps[k]!
    for (k++; steps[k]?.index === step.index && steps[k]!.state === step.state; k++)
      if (reach(steps[k]!) > reach(step)) step = steps[k]!
    const { index, state, from } = step
    const sum = reach(step) + model.exactly(arcs[index]!.features, state)
    if (sum <= top) continue
    top = sum
    ways.arc[at] = index
    ways.state[at] = state
    ways.group[at] = from % G
  }
  best[at] = top
}

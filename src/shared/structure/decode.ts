/** The best path through a page's lattice (Viterbi) and how sure each of its pieces is. */
import type { Arc, Lattice } from './lattice.ts'
import type { Edges, Model } from './model.ts'
import type { Role } from '../page/page.ts'
import { GROUPS, GROUP_OF, STATES, TOP } from './states.ts'
import type { Entry } from './states.ts'
import { bytes, numbers, room, scaleOf, shareIn, trellisOf, weigh } from './trellis.ts'
import type { Weighed } from './trellis.ts'

/** A piece on the best path; `sure` is the probability 0…1 of its extent, role and entry together. */
export type Step = {
  readonly arc: Arc
  readonly state: number
  readonly sure: number
  /** The probability that the piece goes on with an interrupted paragraph. */
  readonly again: number
}

/** Lines that are decoded at once: keeps memory flat on a text of a million lines. */
const STRETCH = 1000
const N = STATES.length
const G = GROUPS.length

/** The best path of pieces through the page. */
export function decode(lattice: Lattice, model: Model): readonly Step[] {
  const steps: Step[] = []
  let group = TOP
  for (const arcs of stretches(lattice.arcs)) {
    const part = decodeStretch(arcs, model, group)
    steps.push(...part)
    const last = part.at(-1)
    if (last) group = GROUP_OF[last.state]!
  }
  return steps
}

function* stretches(arcs: readonly Arc[]): Generator<readonly Arc[]> {
  let from = 0
  for (let i = 1; i < arcs.length; i++) {
    const { line } = arcs[i]!
    if (line !== arcs[i - 1]!.line && line % STRETCH === 0) {
      yield arcs.slice(from, i)
      from = i
    }
  }
  if (from < arcs.length) yield arcs.slice(from)
}

function decodeStretch(arcs: readonly Arc[], model: Model, before: number): readonly Step[] {
  const weigher = (emission: Model['emission']) => weigh(arcs, (i, out, at) => emission(arcs[i]!.features, out, at))
  let weighed = weigher(model.emission)
  let path = bestPath(arcs, weighed, model, before)
  if (path.even) path = bestPath(arcs, (weighed = weigher(model.exactly)), model, before)
  const trellis = trellisOf(arcs, weighed, model, before)
  return path.steps.map(({ index, state }) => {
    const arc = arcs[index]!
    const scale = scaleOf(trellis, arc, weighed, index)
    let sure = 0
    let again = 0
    for (const s of ALIKE[state]!) sure += shareIn(trellis, arc, index, s)
    for (const s of AGAIN) again += shareIn(trellis, arc, index, s)
    return { arc, state, sure: unit(sure * scale), again: unit(again * scale) }
  })
}

/** For each state those of its role and entry, whatever their zone; and those that go on with a paragraph. */
const ALIKE: readonly Int16Array[] = STATES.map(({ role, entry }) => numbersOf(role, entry))
const AGAIN = numbersOf('paragraph', 'again')

function numbersOf(role: Role, entry: Entry): Int16Array {
  return Int16Array.from(STATES.flatMap((s, n) => (s.role === role && s.entry === entry ? n : [])))
}

const unit = (p: number): number => (p > 0 ? Math.min(1, p) : 0)

/** Paths that are so much worse than the best at their node are given up. */
const BEAM = 9
/** Paths that are no further apart are as good as even: what is left between them is less than a weight's last digit. */
const EVEN = 2e-4

const bests = room(numbers)
const [states, groups, evens] = [room(bytes), room(bytes), room(bytes)]
const reach = new Float64Array(N)
const reachedFrom = new Int16Array(N)
/** Whether a state is reached from two groups as good as evenly. */
const reachedEvenly = new Uint8Array(N)
/** The states that are reached from the node, the first so many of it. */
const reached = new Uint8Array(N)

/** `even`: somewhere on the path another way was as good. */
type Path = { readonly steps: readonly { readonly index: number; readonly state: number }[]; readonly even: boolean }

function bestPath(arcs: readonly Arc[], weighed: Weighed, model: Model, before: number): Path {
  const base = arcs[0]!.from
  const nodes = arcs.at(-1)!.to - base + 1
  const best = bests(nodes * G).fill(-Infinity, 0, nodes * G)
  const cameArc = new Int32Array(nodes * G).fill(-1)
  const cameState = states(nodes * G)
  const cameGroup = groups(nodes * G)
  const isEven = evens(nodes * G)
  best[before] = 0
  for (let i = 0, node = -1, n = 0; i < arcs.length; i++) {
    const arc = arcs[i]!
    if (arc.from - base !== node) {
      node = arc.from - base
      n = reachStates(best, node * G, model.edges(!arc.first))
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
  for (let at = end + group; cameArc[at]! >= 0;) {
    const index = cameArc[at]!
    if (isEven[at] === 1) even = true
    steps.push({ index, state: cameState[at]! })
    at = (arcs[index]!.from - base) * G + cameGroup[at]!
  }
  return { steps: steps.reverse(), even }
}

/**
 * Writes into `reach` and `reachedFrom` how well each state is reached from a node, and from which of its groups, and lists those
 * states in `reached`; gives their number. What trails the node's best is given up.
 */
function reachStates(best: Float64Array, at: number, { first, to, weight }: Edges): number {
  let top = -Infinity
  for (let g = 0; g < G; g++) if (best[at + g]! > top) top = best[at + g]!
  reach.fill(-Infinity)
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
  for (let s = 0; s < N; s++) if (reach[s]! > -Infinity) reached[n++] = s
  return n
}

/** Forward and backward sums over a lattice: what the probabilities of pieces and the gradient of training are made of. */
import type { Arc } from './lattice.ts'
import type { Edges, Model } from './model.ts'
import { GROUPS, GROUP_OF, STATES } from './states.ts'

/**
 * What the evidence says of each arc. `score`: sums of weights by state, N entries an arc; `top`: the highest score of each arc.
 * Good until the next call of `weigh`.
 */
export type Weighed = { readonly score: Float64Array; readonly top: Float64Array }

/**
 * Sums are kept per node (from `base`), scaled: `alpha` and `beta` by group, `…Log` is the logarithm of the scale; `inflow` is what
 * reaches each state of the arcs that leave the node, and `exp` of each arc and state exp(score − top of the arc) where something
 * reaches it, 0 where it is hopeless. Good until the next call of `trellisOf`.
 */
export type Trellis = {
  readonly base: number
  readonly alpha: Float64Array
  readonly alphaLog: Float64Array
  readonly inflow: Float64Array
  readonly exp: Float64Array
  readonly beta: Float64Array
  readonly betaLog: Float64Array
  readonly faint: number
  /** The logarithm of the sum over all paths. */
  readonly total: number
}

/** Groups with a smaller share than this at a node are left out: they cost time and change nothing. Learning needs a finer sieve than reading. */
export const FAINT = { reading: 3e-4, learning: 1e-6 } as const
/** States that are so much less likely than their arc's best are left out. */
const HOPELESS = 24
const G = GROUPS.length
const N = STATES.length

type Lines = Pick<Model, 'edges' | 'final'>
type Step = { readonly index: number; readonly state: number }

/** Room that is used from page to page: fresh arrays of such sizes cost more than the sums in them. What stood in it is still there. */
export function room<A>(make: (size: number) => A & { readonly length: number }): (size: number) => A {
  let kept = make(0)
  return (size) => {
    if (size > MOST_KEPT) return make(size)
    if (kept.length < size) kept = make(Math.min(MOST_KEPT, size * 2))
    return kept
  }
}
const MOST_KEPT = 1 << 20
export const numbers = (size: number): Float64Array => new Float64Array(size)
export const bytes = (size: number): Uint8Array => new Uint8Array(size)

const [scores, tops] = [room(numbers), room(numbers)]

/** Weighs `arcs`; `emission` writes the sums of arc i for all states into `out`, from `at` on, and gives the highest. */
export function weigh(arcs: readonly Arc[], emission: (i: number, out: Float64Array, at: number) => number): Weighed {
  const score = scores(arcs.length * N)
  const top = tops(arcs.length)
  for (let i = 0; i < arcs.length; i++) top[i] = emission(i, score, i * N)
  return { score, top }
}

/** exp(−x) for 0 ≤ x < HOPELESS from a table, exact to five digits: this is asked for every state of every piece. */
function expOf(x: number): number {
  const at = x * PER_ONE
  const i = at | 0
  return EXP[i]! + (EXP[i + 1]! - EXP[i]!) * (at - i)
}

const PER_ONE = 128
const EXP = Float64Array.from({ length: HOPELESS * PER_ONE + 2 }, (_, i) => Math.exp(-i / PER_ONE))

const [alphas, alphaLogs, inflows, exps, betas, betaLogs] = Array.from({ length: 6 }, () => room(numbers)) as [
  Room,
  Room,
  Room,
  Room,
  Room,
  Room,
] // as many as are made
type Room = (size: number) => Float64Array
/** The states that something flows into, of each node, one after the other; and their number. */
const [reachables, reaches] = [room(bytes), room(bytes)]
/** The group of each node that lies on the path, `NO_GROUP` for none. */
const kept = room(bytes)
const NO_GROUP = 255

/** What an arc or a node gives to groups, and what lies ahead of states: all zero between the uses. */
const out = new Float64Array(G)
const ahead = new Float64Array(N)

/**
 * The sums over `arcs`, whose nodes count from their first and which are ordered by the node they leave; the path comes from group
 * `before`. What lies on `path` is never left out: what comes later may lift what looked faint.
 */
export function trellisOf(
  arcs: readonly Arc[],
  weighed: Weighed,
  model: Lines,
  before: number,
  faint: number = FAINT.reading,
  path: readonly Step[] = [],
): Trellis {
  const base = arcs[0]!.from
  const nodes = arcs.at(-1)!.to - base + 1
  const alpha = alphas(nodes * G).fill(0, 0, nodes * G)
  const beta = betas(nodes * G).fill(0, 0, nodes * G)
  const inflow = inflows(nodes * N).fill(0, 0, nodes * N)
  const exp = exps(arcs.length * N)
  const alphaLog = alphaLogs(nodes).fill(-Infinity, 0, nodes)
  const betaLog = betaLogs(nodes).fill(-Infinity, 0, nodes)
  const reached = reachables(nodes * N + 1)
  const reach = reaches(nodes)
  const keep = kept(nodes).fill(NO_GROUP, 0, nodes)
  for (const { index, state } of path) keep[arcs[index]!.to - base] = GROUP_OF[state]!
  alpha[before] = 1
  alphaLog[0] = 0
  for (let i = 0, node = -1; i < arcs.length; i++) {
    const arc = arcs[i]!
    if (arc.from - base !== node) {
      node = arc.from - base
      flowIn(alpha, node * G, model.edges(arc), faint, keep[node]!, inflow, node * N)
      let n = 0
      for (let s = 0, into = node * N; s < N; s++) {
        // written whether it counts or not: the processor would guess wrong too often
        reached[into + n] = s
        n += +(inflow[into + s]! > 0)
      }
      reach[node] = n
    }
    const own = i * N
    const into = node * N
    const top = weighed.top[i]!
    for (let k = into, last = into + reach[node]!; k < last; k++) {
      const s = reached[k]!
      const under = top - weighed.score[own + s]!
      const e = under < HOPELESS ? expOf(under) : 0
      exp[own + s] = e
      out[GROUP_OF[s]!]! += inflow[into + s]! * e
    }
    add(alpha, alphaLog, arc.to - base, alphaLog[node]! + top)
  }
  const end = nodes - 1
  for (let g = 0; g < G; g++) beta[end * G + g] = Math.exp(model.final[g]!)
  betaLog[end] = 0
  for (let last = arcs.length - 1; last >= 0;) {
    const { from } = arcs[last]!
    const node = from - base
    let begin = last
    while (begin > 0 && arcs[begin - 1]!.from === from) begin--
    let ref = -Infinity
    for (let i = begin; i <= last; i++) ref = Math.max(ref, betaLog[arcs[i]!.to - base]! + weighed.top[i]!)
    for (let i = begin; i <= last; i++) {
      const to = arcs[i]!.to - base
      const scale = Math.exp(betaLog[to]! + weighed.top[i]! - ref)
      for (let k = node * N, stop = k + reach[node]!, own = i * N, b = to * G; k < stop; k++) {
        const s = reached[k]!
        ahead[s]! += scale * exp[own + s]! * beta[b + GROUP_OF[s]!]!
      }
    }
    flowBack(alpha, node * G, model.edges(arcs[last]!), faint, keep[node]!)
    for (let k = node * N, stop = k + reach[node]!; k < stop; k++) ahead[reached[k]!] = 0
    add(beta, betaLog, node, ref)
    last = begin - 1
  }
  let sum = 0
  for (let g = 0; g < G; g++) sum += alpha[end * G + g]! * beta[end * G + g]!
  return { base, faint, alpha, alphaLog, inflow, exp, beta, betaLog, total: alphaLog[end]! + Math.log(sum) }
}

/** What all paths that run through arc `index` have for their share in common; times `shareIn` a state it is the share in that state. */
export function scaleOf(t: Trellis, arc: Arc, weighed: Weighed, index: number): number {
  const log = t.alphaLog[arc.from - t.base]! + weighed.top[index]! + t.betaLog[arc.to - t.base]! - t.total
  const scale = Math.exp(log)
  return scale > 0 ? scale : 0
}

/** The share of all paths that run through arc `index` in state `s`, but for `scaleOf` the arc. */
export function shareIn(t: Trellis, arc: Arc, index: number, s: number): number {
  const inflow = t.inflow[(arc.from - t.base) * N + s]!
  return inflow === 0 ? 0 : inflow * t.exp[index * N + s]! * t.beta[(arc.to - t.base) * G + GROUP_OF[s]!]!
}

/** Calls `edge` with the share of all paths that run into arc `index` by each transition. */
export function eachEdge(
  t: Trellis,
  arc: Arc,
  weighed: Weighed,
  index: number,
  model: Lines,
  edge: (at: number, share: number) => void,
): void {
  const scale = scaleOf(t, arc, weighed, index)
  if (scale === 0) return
  const edges = model.edges(arc)
  const a = (arc.from - t.base) * G
  const b = (arc.to - t.base) * G
  for (let s = 0; s < N; s++) onward[s] = t.exp[index * N + s]! * t.beta[b + GROUP_OF[s]!]!
  for (let g = 0; g < G; g++) {
    if (t.alpha[a + g]! < t.faint) continue
    const from = t.alpha[a + g]! * scale
    for (let e = edges.first[g]!, last = edges.first[g + 1]!; e < last; e++) {
      const share = from * edges.exp[e]! * onward[edges.to[e]!]!
      if (share > 1e-7) edge(e, share)
    }
  }
}

/** What each state of an arc leads to. */
const onward = new Float64Array(N)

/** What flows from a node's groups into each state. */
function flowIn(
  alpha: Float64Array,
  a: number,
  edges: Edges,
  faint: number,
  keep: number,
  inflow: Float64Array,
  at: number,
): void {
  const { first, to, exp } = edges
  for (let g = 0; g < G; g++) {
    const from = alpha[a + g]!
    if (from < faint && g !== keep) continue
    for (let e = first[g]!, last = first[g + 1]!; e < last; e++) inflow[at + to[e]!]! += from * exp[e]!
  }
}

/** What lies ahead of a node's groups, from what does of each state, into `out`. */
function flowBack(alpha: Float64Array, a: number, edges: Edges, faint: number, keep: number): void {
  const { first, to, exp } = edges
  for (let g = 0; g < G; g++) {
    if (alpha[a + g]! < faint && g !== keep) continue
    // two sums at once: each addition has to wait for the one before
    let even = 0
    let odd = 0
    let e = first[g]!
    for (const last = first[g + 1]! - 1; e < last; e += 2) {
      even += exp[e]! * ahead[to[e]!]!
      odd += exp[e + 1]! * ahead[to[e + 1]!]!
    }
    if (e < first[g + 1]!) even += exp[e]! * ahead[to[e]!]!
    out[g] = even + odd
  }
}

/** Adds `out`, scaled, to what a node holds, and scales the sum to one; empties it. */
function add(v: Float64Array, logs: Float64Array, node: number, log: number): void {
  const ref = Math.max(logs[node]!, log)
  const keep = logs[node] === -Infinity ? 0 : Math.exp(logs[node]! - ref)
  const scale = ref === -Infinity ? 0 : Math.exp(log - ref)
  const at = node * G
  let total = 0
  for (let g = 0; g < G; g++) {
    total += v[at + g] = v[at + g]! * keep + out[g]! * scale
    out[g] = 0
  }
  if (!(total > 0)) return
  const whole = 1 / total
  for (let g = 0; g < G; g++) v[at + g]! *= whole
  logs[node] = ref + Math.log(total)
}

/** Forward and backward sums over a lattice: what the probabilities of pieces and the gradient of training are made of. */
import type { Arc } from './lattice.ts'
import type { Edges, Model } from './model.ts'
import { GROUPS, GROUP_OF, STATES } from './states.ts'

/**
 * What the evidence says of each arc: N entries an arc. `score`: sums of weights by state; `exp`: exp(score − top of the arc), 0
 * where a state is hopeless; `top`: the highest score of each arc.
 */
export type Weighed = { readonly score: Float64Array; readonly exp: Float64Array; readonly top: Float64Array }

/** Sums are kept per node (from `base`) and group, scaled; `…Log` is the logarithm of the scale. */
export type Trellis = {
  readonly base: number
  readonly alpha: Float64Array
  readonly alphaLog: Float64Array
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

/** Weighs `arcs`; `emission` writes the sums of arc i for all states into `out`. */
export function weigh(arcs: readonly Arc[], emission: (i: number, out: Float64Array) => void): Weighed {
  const score = new Float64Array(arcs.length * N)
  const exp = new Float64Array(arcs.length * N)
  const top = new Float64Array(arcs.length)
  const sums = new Float64Array(N)
  for (let i = 0; i < arcs.length; i++) {
    emission(i, sums)
    let best = -Infinity
    for (let s = 0; s < N; s++) if (sums[s]! > best) best = sums[s]!
    top[i] = best
    const row = i * N
    for (let s = 0; s < N; s++) {
      score[row + s] = sums[s]!
      const under = best - sums[s]!
      if (under < HOPELESS) exp[row + s] = expOf(under)
    }
  }
  return { score, exp, top }
}

/** exp(−x) for 0 ≤ x < HOPELESS from a table, exact to five digits: this is asked for every state of every piece. */
function expOf(x: number): number {
  const at = x * PER_ONE
  const i = Math.floor(at)
  return EXP[i]! + (EXP[i + 1]! - EXP[i]!) * (at - i)
}

const PER_ONE = 128
const EXP = Float64Array.from({ length: HOPELESS * PER_ONE + 2 }, (_, i) => Math.exp(-i / PER_ONE))

/** The sums over `arcs`, whose nodes count from their first; the path comes from group `before`. */
export function trellisOf(
  arcs: readonly Arc[],
  weighed: Weighed,
  model: Lines,
  before: number,
  faint: number = FAINT.reading,
): Trellis {
  const base = arcs[0]!.from
  const nodes = arcs.at(-1)!.to - base + 1
  const alpha = new Float64Array(nodes * G)
  const beta = new Float64Array(nodes * G)
  const alphaLog = new Float64Array(nodes).fill(-Infinity)
  const betaLog = new Float64Array(nodes).fill(-Infinity)
  const out = new Float64Array(G)
  const ahead = new Float64Array(N)
  alpha[before] = 1
  alphaLog[0] = 0
  for (let i = 0; i < arcs.length; i++) {
    const arc = arcs[i]!
    forward(alpha, (arc.from - base) * G, weighed.exp, i * N, model.edges(!arc.first), faint, out)
    add(alpha, alphaLog, arc.to - base, out, alphaLog[arc.from - base]! + weighed.top[i]!)
  }
  const end = nodes - 1
  for (let g = 0; g < G; g++) beta[end * G + g] = Math.exp(model.final[g]!)
  betaLog[end] = 0
  for (let i = arcs.length - 1; i >= 0; i--) {
    const arc = arcs[i]!
    const b = (arc.to - base) * G
    for (let s = 0; s < N; s++) ahead[s] = weighed.exp[i * N + s]! * beta[b + GROUP_OF[s]!]!
    backward(alpha, (arc.from - base) * G, ahead, model.edges(!arc.first), faint, out)
    add(beta, betaLog, arc.from - base, out, betaLog[arc.to - base]! + weighed.top[i]!)
  }
  let sum = 0
  for (let g = 0; g < G; g++) sum += alpha[end * G + g]! * beta[end * G + g]!
  return { base, faint, alpha, alphaLog, beta, betaLog, total: alphaLog[end]! + Math.log(sum) }
}

/** The share of all paths that run through arc `index` in each state, written into `out` (one entry a state). */
export function shareOf(
  t: Trellis,
  arcs: readonly Arc[],
  weighed: Weighed,
  index: number,
  model: Lines,
  out: Float64Array,
  edge?: (at: number, share: number) => void,
): void {
  const arc = arcs[index]!
  const a = (arc.from - t.base) * G
  const b = (arc.to - t.base) * G
  const scale = Math.exp(t.alphaLog[arc.from - t.base]! + weighed.top[index]! + t.betaLog[arc.to - t.base]! - t.total)
  out.fill(0)
  if (!(scale > 0)) return
  const edges = model.edges(!arc.first)
  const own = index * N
  for (let g = 0; g < G; g++) {
    if (t.alpha[a + g]! < t.faint) continue
    const from = t.alpha[a + g]! * scale
    for (let e = edges.first[g]!, last = edges.first[g + 1]!; e < last; e++) {
      const to = edges.to[e]!
      const share = from * edges.exp[e]! * weighed.exp[own + to]! * t.beta[b + GROUP_OF[to]!]!
      out[to]! += share
      if (edge && share > 1e-7) edge(e, share)
    }
  }
}

function forward(
  alpha: Float64Array,
  a: number,
  local: Float64Array,
  own: number,
  edges: Edges,
  faint: number,
  out: Float64Array,
): void {
  out.fill(0)
  const { first, to, exp } = edges
  for (let g = 0; g < G; g++) {
    const from = alpha[a + g]!
    if (from < faint) continue
    for (let e = first[g]!, last = first[g + 1]!; e < last; e++) {
      const s = to[e]!
      out[GROUP_OF[s]!]! += from * exp[e]! * local[own + s]!
    }
  }
}

/** `ahead`: for each state its local share times what follows it. */
function backward(
  alpha: Float64Array,
  a: number,
  ahead: Float64Array,
  edges: Edges,
  faint: number,
  out: Float64Array,
): void {
  out.fill(0)
  const { first, to, exp } = edges
  for (let g = 0; g < G; g++) {
    if (alpha[a + g]! < faint) continue
    let sum = 0
    for (let e = first[g]!, last = first[g + 1]!; e < last; e++) sum += exp[e]! * ahead[to[e]!]!
    out[g] = sum
  }
}

/** Adds a scaled vector to what a node holds, and scales the sum to one. */
function add(v: Float64Array, logs: Float64Array, node: number, more: Float64Array, log: number): void {
  const ref = Math.max(logs[node]!, log)
  if (ref === -Infinity) return
  const keep = logs[node] === -Infinity ? 0 : Math.exp(logs[node]! - ref)
  const scale = Math.exp(log - ref)
  const at = node * G
  let total = 0
  for (let g = 0; g < G; g++) total += v[at + g] = v[at + g]! * keep + more[g]! * scale
  if (!(total > 0)) return
  for (let g = 0; g < G; g++) v[at + g]! /= total
  logs[node] = ref + Math.log(total)
}

/** Forward and backward sums over a lattice: what the probabilities of pieces and the gradient of training are made of. */
import type { Arc } from './lattice.ts'
import type { Edges, Model } from './model.ts'
import { GROUPS, GROUP_OF, STATES } from './states.ts'

/** Sums are kept per node and group, scaled; `…Log` is the logarithm of the scale. */
export type Trellis = {
  readonly alpha: readonly Float64Array[]
  readonly alphaLog: Float64Array
  readonly beta: readonly Float64Array[]
  readonly betaLog: Float64Array
  /** The logarithm of the sum over all paths. */
  readonly total: number
  /** Per arc exp(emission − highest), and that highest. */
  readonly local: readonly Float64Array[]
  readonly localLog: Float64Array
}

/** Groups with a smaller share than this at a node are left out: they cost time and change nothing. */
const FAINT = 1e-6
const G = GROUPS.length
const N = STATES.length

type Lines = Pick<Model, 'edges' | 'final'>

/** The sums over `arcs`, whose nodes count from `base`; the path comes from group `before`. */
export function trellisOf(
  arcs: readonly Arc[],
  emissions: readonly Float64Array[],
  model: Lines,
  before: number,
  base: number,
): Trellis {
  const nodes = arcs.at(-1)!.to - base + 1
  const localLog = new Float64Array(arcs.length)
  const local = emissions.map((em, i) => {
    let top = -Infinity
    for (let k = 0; k < N; k++) if (em[k]! > top) top = em[k]!
    localLog[i] = top
    const out = new Float64Array(N)
    for (let k = 0; k < N; k++) out[k] = em[k]! - top < -20 ? 0 : Math.exp(em[k]! - top)
    return out
  })
  const alpha = vectors(nodes)
  const beta = vectors(nodes)
  const alphaLog = new Float64Array(nodes).fill(-Infinity)
  const betaLog = new Float64Array(nodes).fill(-Infinity)
  const out = new Float64Array(G)
  alpha[0]![before] = 1
  alphaLog[0] = 0
  arcs.forEach((arc, i) => {
    forward(alpha[arc.from - base]!, local[i]!, model.edges(!arc.first), out)
    add(alpha[arc.to - base]!, alphaLog, arc.to - base, out, alphaLog[arc.from - base]! + localLog[i]!)
  })
  const end = nodes - 1
  for (let g = 0; g < G; g++) beta[end]![g] = Math.exp(model.final[g]!)
  betaLog[end] = 0
  for (let i = arcs.length - 1; i >= 0; i--) {
    const arc = arcs[i]!
    backward(alpha[arc.from - base]!, beta[arc.to - base]!, local[i]!, model.edges(!arc.first), out)
    add(beta[arc.from - base]!, betaLog, arc.from - base, out, betaLog[arc.to - base]! + localLog[i]!)
  }
  let sum = 0
  for (let g = 0; g < G; g++) sum += alpha[end]![g]! * beta[end]![g]!
  return { alpha, alphaLog, beta, betaLog, total: alphaLog[end]! + Math.log(sum), local, localLog }
}

/** The share of all paths that run through arc `index` in each state, written into `out` (one entry a state). */
export function shareOf(
  t: Trellis,
  arcs: readonly Arc[],
  index: number,
  model: Lines,
  base: number,
  out: Float64Array,
  edge?: (at: number, share: number) => void,
): void {
  const arc = arcs[index]!
  const a = t.alpha[arc.from - base]!
  const b = t.beta[arc.to - base]!
  const local = t.local[index]!
  const scale = Math.exp(t.alphaLog[arc.from - base]! + t.localLog[index]! + t.betaLog[arc.to - base]! - t.total)
  out.fill(0)
  if (!(scale > 0)) return
  const edges = model.edges(!arc.first)
  for (let g = 0; g < G; g++) {
    const from = a[g]! * scale
    if (a[g]! < FAINT) continue
    for (let e = edges.first[g]!, last = edges.first[g + 1]!; e < last; e++) {
      const to = edges.to[e]!
      const share = from * edges.exp[e]! * local[to]! * b[GROUP_OF[to]!]!
      out[to]! += share
      if (edge && share > 1e-7) edge(e, share)
    }
  }
}

const vectors = (n: number): Float64Array[] => Array.from({ length: n }, () => new Float64Array(G))

function forward(a: Float64Array, local: Float64Array, edges: Edges, out: Float64Array): void {
  out.fill(0)
  for (let g = 0; g < G; g++) {
    const from = a[g]!
    if (from < FAINT) continue
    for (let e = edges.first[g]!, last = edges.first[g + 1]!; e < last; e++) {
      const to = edges.to[e]!
      out[GROUP_OF[to]!]! += from * edges.exp[e]! * local[to]!
    }
  }
}

function backward(a: Float64Array, b: Float64Array, local: Float64Array, edges: Edges, out: Float64Array): void {
  out.fill(0)
  for (let g = 0; g < G; g++) {
    if (a[g]! < FAINT) continue
    let sum = 0
    for (let e = edges.first[g]!, last = edges.first[g + 1]!; e < last; e++) {
      const to = edges.to[e]!
      sum += edges.exp[e]! * local[to]! * b[GROUP_OF[to]!]!
    }
    out[g] = sum
  }
}

/** Adds a scaled vector to what a node holds, and scales the sum to one. */
function add(v: Float64Array, logs: Float64Array, node: number, more: Float64Array, log: number): void {
  const ref = Math.max(logs[node]!, log)
  if (ref === -Infinity) return
  const keep = logs[node] === -Infinity ? 0 : Math.exp(logs[node]! - ref)
  const scale = Math.exp(log - ref)
  let total = 0
  for (let g = 0; g < G; g++) total += v[g] = v[g]! * keep + more[g]! * scale
  if (!(total > 0)) return
  for (let g = 0; g < G; g++) v[g]! /= total
  logs[node] = ref + Math.log(total)
}

/** The best path through a page's lattice and how sure each of its pieces is (Viterbi and forward–backward over the states). */
import type { Arc, Lattice } from './lattice.ts'
import type { Model } from './model.ts'
import { STATES, TOP } from './states.ts'

export type Step = { readonly arc: Arc; readonly state: number; readonly sure: number }

const N = STATES.length
const LOW = -1e30

/** The best path of pieces, each with the probability 0…1 of its extent, role and entry. Long pages are read in stretches of lines. */
export function decode(lattice: Lattice, model: Model): readonly Step[] {
  const steps: Step[] = []
  let state = TOP
  for (const [from, to] of stretches(lattice)) {
    const part = decodeArcs(lattice.arcs.slice(from, to), model, state)
    steps.push(...part)
    state = part.at(-1)?.state ?? state
  }
  return steps
}

/** Lines that are decoded at once: keeps memory flat on a text of a million lines. */
const STRETCH = 1500

function stretches(lattice: Lattice): readonly (readonly [number, number])[] {
  const parts: [number, number][] = []
  let from = 0
  lattice.arcs.forEach((arc, i) => {
    if (arc.line % STRETCH === 0 && arc.first && arc.line > 0 && lattice.arcs[i - 1]!.line !== arc.line) {
      parts.push([from, i])
      from = i
    }
  })
  parts.push([from, lattice.arcs.length])
  return parts
}

function decodeArcs(arcs: readonly Arc[], model: Model, before: number): readonly Step[] {
  if (arcs.length === 0) return []
  const base = arcs[0]!.from
  const emissions = arcs.map((arc) => model.emission(arc.features))
  const best = viterbi(arcs, emissions, model, before, base)
  const sure = posteriors(arcs, emissions, model, before, base)
  return best.map(({ index, state }) => ({ arc: arcs[index]!, state, sure: sure(index, state) }))
}

function viterbi(arcs: readonly Arc[], emissions: readonly Float64Array[], model: Model, before: number, base: number) {
  const nodes = arcs.at(-1)!.to - base + 1
  // per arc and state: best score of a path that ends with it, and where it came from
  const score: Float64Array[] = []
  const cameArc: Int32Array[] = []
  const cameState: Int16Array[] = []
  const ending: number[][] = Array.from({ length: nodes }, () => [])
  arcs.forEach((arc, i) => {
    const s = new Float64Array(N).fill(LOW)
    const ca = new Int32Array(N).fill(-1)
    const cs = new Int16Array(N).fill(-1)
    const edges = model.edges(!arc.first)
    const em = emissions[i]!
    const relax = (prev: Float64Array | undefined, prevArc: number) => {
      for (let e = 0; e < edges.length; e++) {
        const p = edges.from[e]!
        const value = prev ? (p === TOP ? LOW : prev[p]!) : p === before ? 0 : LOW
        if (value <= LOW) continue
        const total = value + edges.weight[e]!
        const to = edges.to[e]!
        if (total > s[to]!) {
          s[to] = total
          ca[to] = prevArc
          cs[to] = p
        }
      }
    }
    if (arc.from === base) relax(undefined, -1)
    for (const prev of ending[arc.from - base]!) relax(score[prev]!, prev)
    for (let k = 0; k < N; k++) if (s[k]! > LOW) s[k] = s[k]! + em[k]!
    score.push(s)
    cameArc.push(ca)
    cameState.push(cs)
    ending[arc.to - base]!.push(i)
  })
  let index = -1
  let state = -1
  let top = LOW
  for (const i of ending[nodes - 1]!) {
    for (let k = 0; k < N; k++) {
      const value = score[i]![k]! + (score[i]![k]! > LOW ? model.final[k]! : 0)
      if (value > top) {
        top = value
        index = i
        state = k
      }
    }
  }
  const path: { index: number; state: number }[] = []
  while (index >= 0) {
    path.push({ index, state })
    const nextState = cameState[index]![state]!
    index = cameArc[index]![state]!
    state = nextState
  }
  return path.reverse()
}

export type Trellis = {
  /** Per node: scaled forward and backward vectors over states and the logarithm of their scale. */
  readonly alpha: readonly Float64Array[]
  readonly alphaLog: Float64Array
  readonly beta: readonly Float64Array[]
  readonly betaLog: Float64Array
  readonly total: number
  /** Per arc: exp(emission − top) and that top. */
  readonly local: readonly Float64Array[]
  readonly localLog: Float64Array
}

/** Forward and backward sums; also what training needs. */
export function trellisOf(
  arcs: readonly Arc[],
  emissions: readonly Float64Array[],
  model: Model,
  before: number,
  base: number,
): Trellis {
  const nodes = arcs.at(-1)!.to - base + 1
  const localLog = new Float64Array(arcs.length)
  const local = emissions.map((em, i) => {
    let top = LOW
    for (let k = 0; k < N; k++) if (em[k]! > top) top = em[k]!
    localLog[i] = top
    return em.map((v) => Math.exp(v - top))
  })
  const alpha: Float64Array[] = Array.from({ length: nodes }, () => new Float64Array(N + 1))
  const beta: Float64Array[] = Array.from({ length: nodes }, () => new Float64Array(N + 1))
  const alphaLog = new Float64Array(nodes).fill(-Infinity)
  const betaLog = new Float64Array(nodes).fill(-Infinity)
  alpha[0]![before] = 1
  alphaLog[0] = 0
  arcs.forEach((arc, i) => {
    const a = alpha[arc.from - base]!
    const out = new Float64Array(N + 1)
    const edges = model.edges(!arc.first)
    for (let e = 0; e < edges.length; e++) out[edges.to[e]!]! += a[edges.from[e]!]! * edges.exp[e]!
    for (let k = 0; k < N; k++) out[k]! *= local[i]![k]!
    accumulate(alpha, alphaLog, arc.to - base, out, alphaLog[arc.from - base]! + localLog[i]!)
  })
  for (let k = 0; k < N; k++) beta[nodes - 1]![k] = Math.exp(model.final[k]!)
  betaLog[nodes - 1] = 0
  for (let i = arcs.length - 1; i >= 0; i--) {
    const arc = arcs[i]!
    const b = beta[arc.to - base]!
    const out = new Float64Array(N + 1)
    const edges = model.edges(!arc.first)
    for (let e = 0; e < edges.length; e++) {
      const to = edges.to[e]!
      out[edges.from[e]!]! += edges.exp[e]! * local[i]![to]! * b[to]!
    }
    accumulate(beta, betaLog, arc.from - base, out, betaLog[arc.to - base]! + localLog[i]!)
  }
  let sum = 0
  for (let k = 0; k < N; k++) sum += alpha[nodes - 1]![k]! * beta[nodes - 1]![k]!
  return { alpha, alphaLog, beta, betaLog, total: alphaLog[nodes - 1]! + Math.log(sum), local, localLog }
}

function accumulate(vectors: Float64Array[], logs: Float64Array, node: number, add: Float64Array, log: number): void {
  let sum = 0
  for (let k = 0; k <= N; k++) sum += add[k]!
  if (!(sum > 0)) return
  const v = vectors[node]!
  const ref = Math.max(logs[node]!, log)
  const keep = logs[node] === -Infinity ? 0 : Math.exp(logs[node]! - ref)
  const scale = Math.exp(log - ref)
  let total = 0
  for (let k = 0; k <= N; k++) {
    v[k] = v[k]! * keep + add[k]! * scale
    total += v[k]!
  }
  for (let k = 0; k <= N; k++) v[k]! /= total
  logs[node] = ref + Math.log(total)
}

/** The probability that the page holds the piece `index` with the role and entry of `state`, whatever the zones. */
function posteriors(
  arcs: readonly Arc[],
  emissions: readonly Float64Array[],
  model: Model,
  before: number,
  base: number,
) {
  const t = trellisOf(arcs, emissions, model, before, base)
  return (index: number, state: number): number => {
    const arc = arcs[index]!
    const a = t.alpha[arc.from - base]!
    const b = t.beta[arc.to - base]!
    const edges = model.edges(!arc.first)
    let sum = 0
    for (let e = 0; e < edges.length; e++) {
      const to = edges.to[e]!
      if (STATES[to]!.role === STATES[state]!.role && STATES[to]!.entry === STATES[state]!.entry) {
        sum += a[edges.from[e]!]! * edges.exp[e]! * t.local[index]![to]! * b[to]!
      }
    }
    const log = t.alphaLog[arc.from - base]! + t.localLog[index]! + t.betaLog[arc.to - base]! - t.total
    const p = sum * Math.exp(log)
    return Number.isFinite(p) ? Math.min(1, Math.max(0, p)) : 0
  }
}

/** The learning itself: gradient of the gold paths' log-likelihood by forward–backward, AdaGrad steps, small weights dropped. Pure but for its log. */
import { trellisOf } from '../src/shared/structure/decode.ts'
import { PROJECTION_NAMES, STATE_PROJECTIONS, emptyEdges } from '../src/shared/structure/model.ts'
import type { Edges, Model, Weights } from '../src/shared/structure/model.ts'
import { STATES, TOP } from '../src/shared/structure/states.ts'
import type { Lesson } from './train-path.ts'

export type LearnOptions = {
  readonly epochs?: number
  readonly rate?: number
  readonly l2?: number
  readonly log?: (line: string) => void
}

const N = STATES.length
const K = PROJECTION_NAMES.length

/** Weights learned from `lessons`; the same lessons in the same order give the same weights. */
export function learn(lessons: readonly Lesson[], options: LearnOptions = {}): Weights {
  const { epochs = 20, rate = 0.12, l2 = 0.0006, log } = options
  const names = new Map<string, number>()
  const arcFeatures = lessons.map((l) =>
    l.arcs.map((a) => Int32Array.from(a.features, (f) => names.get(f) ?? (names.set(f, names.size), names.size - 1))),
  )
  const w = new Float64Array(names.size * K)
  const g2 = new Float64Array(names.size * K).fill(1e-3)
  const shapes = [emptyEdges(false), emptyEdges(true)]
  const edgeIndex = new Map<string, number>()
  const ids = shapes.map((s) =>
    s.names.map((list) =>
      Int32Array.from(list, (n) => edgeIndex.get(n) ?? (edgeIndex.set(n, edgeIndex.size), edgeIndex.size - 1)),
    ),
  )
  const finals = STATES.map((s) => `${s.zone}>end`).map(
    (n) => edgeIndex.get(n) ?? (edgeIndex.set(n, edgeIndex.size), edgeIndex.size - 1),
  )
  const ew = new Float64Array(edgeIndex.size)
  const eg2 = new Float64Array(edgeIndex.size).fill(1e-3)
  const grad = new Map<number, Float64Array>()
  const order = lessons.map((_, i) => i)
  const random = seeded(7)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (const n of order) {
      const lesson = lessons[n]!
      if (lesson.arcs.length === 0) continue
      const feats = arcFeatures[n]!
      const emissions = feats.map((f) => emissionOf(f, w))
      const edges = shapes.map((s, i) => fill(s, ids[i]!, ew))
      const final = Float64Array.from(finals, (i) => ew[i]!)
      const model = { edges: (same: boolean) => edges[same ? 1 : 0]!, final } as Pick<Model, 'edges' | 'final'> as Model // trellisOf reads only these
      const t = trellisOf(lesson.arcs, emissions, model, TOP, 0)
      const eg = new Float64Array(ew.length)
      grad.clear()
      const push = (features: Int32Array, state: number, value: number) => {
        for (const f of features) {
          let row = grad.get(f)
          if (!row) grad.set(f, (row = new Float64Array(K)))
          for (const k of STATE_PROJECTIONS[state]!) row[k]! += value
        }
      }
      // expected counts
      lesson.arcs.forEach((arc, i) => {
        const a = t.alpha[arc.from]!
        const b = t.beta[arc.to]!
        const scale = Math.exp(t.alphaLog[arc.from]! + t.localLog[i]! + t.betaLog[arc.to]! - t.total)
        if (!(scale > 1e-12)) return
        const which = arc.first ? 0 : 1
        const e = edges[which]!
        const local = t.local[i]!
        const states = new Float64Array(N)
        for (let x = 0; x < e.length; x++) {
          const av = a[e.from[x]!]!
          if (av === 0) continue
          const to = e.to[x]!
          const p = av * e.exp[x]! * local[to]! * b[to]! * scale
          if (p < 1e-7) continue
          states[to]! += p
          for (const id of ids[which]![x]!) eg[id]! -= p
        }
        const sum = new Float64Array(K)
        let any = 0
        for (let s = 0; s < N; s++) {
          if (states[s]! < 1e-6) continue
          any += states[s]!
          for (const k of STATE_PROJECTIONS[s]!) sum[k]! -= states[s]!
        }
        if (any === 0) return
        for (const f of feats[i]!) {
          let row = grad.get(f)
          if (!row) grad.set(f, (row = new Float64Array(K)))
          for (let k = 0; k < K; k++) row[k]! += sum[k]!
        }
      })
      const last = lesson.arcs.at(-1)!.to
      let total = 0
      for (let s = 0; s < N; s++) total += t.alpha[last]![s]! * t.beta[last]![s]!
      for (let s = 0; s < N; s++) eg[finals[s]!]! -= (t.alpha[last]![s]! * t.beta[last]![s]!) / total
      // gold counts
      let before = TOP
      let goldScore = 0
      for (const { arc, state } of lesson.path) {
        push(feats[arc]!, state, 1)
        const which = lesson.arcs[arc]!.first ? 0 : 1
        const x = edgeAt(shapes[which]!, which, before, state)
        for (const id of ids[which]![x]!) eg[id]! += 1
        goldScore += emissions[arc]![state]! + edges[which]!.weight[x]!
        before = state
      }
      eg[finals[before]!]! += 1
      goldScore += final[before]!
      loss += t.total - goldScore
      for (const [f, row] of grad) {
        const base = f * K
        for (let k = 0; k < K; k++) {
          const gk = row[k]! - l2 * lesson.path.length * 0.01 * w[base + k]!
          if (gk === 0) continue
          g2[base + k]! += gk * gk
          w[base + k]! += (rate * gk) / Math.sqrt(g2[base + k]!)
          w[base + k]! *= 1 - l2
        }
      }
      for (let i = 0; i < ew.length; i++) {
        const gk = eg[i]!
        if (gk === 0) continue
        eg2[i]! += gk * gk
        ew[i]! += (rate * gk) / Math.sqrt(eg2[i]!)
        ew[i]! *= 1 - l2
      }
    }
    log?.(`epoch ${epoch + 1}: loss a page ${(loss / lessons.length).toFixed(2)}`)
  }
  return {
    features: readable(names, w),
    edges: Object.fromEntries(
      [...edgeIndex]
        .filter(([, i]) => Math.abs(ew[i]!) > 0.02)
        .sort()
        .map(([n, i]) => [n, round(ew[i]!)]),
    ),
  }
}

function emissionOf(features: Int32Array, w: Float64Array): Float64Array {
  const sum = new Float64Array(K)
  for (const f of features) for (let k = 0, b = f * K; k < K; k++) sum[k]! += w[b + k]!
  return Float64Array.from(STATES, (_, s) => STATE_PROJECTIONS[s]!.reduce((n, k) => n + sum[k]!, 0))
}

function fill(shape: Edges, ids: readonly Int32Array[], ew: Float64Array): Edges {
  const weight = Float64Array.from(ids, (list) => list.reduce((n, i) => n + ew[i]!, 0))
  return { ...shape, weight, exp: weight.map((v) => Math.exp(v)) }
}

const tables: Map<number, number>[] = [new Map(), new Map()]
function edgeAt(shape: Edges, which: number, from: number, to: number): number {
  const table = tables[which]!
  if (table.size === 0) for (let x = 0; x < shape.length; x++) table.set(shape.from[x]! * 1000 + shape.to[x]!, x)
  const x = table.get(from * 1000 + to)
  if (x === undefined) throw new Error(`no transition ${from} → ${to}`)
  return x
}

function readable(names: ReadonlyMap<string, number>, w: Float64Array): Weights['features'] {
  const rows: [string, Record<string, number>][] = []
  for (const [name, f] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const row: Record<string, number> = {}
    for (let k = 0; k < K; k++) if (Math.abs(w[f * K + k]!) >= 0.04) row[PROJECTION_NAMES[k]!] = round(w[f * K + k]!)
    if (Object.keys(row).length > 0) rows.push([name, row])
  }
  return Object.fromEntries(rows)
}

const round = (v: number): number => Math.round(v * 100) / 100

/** mulberry32: a small seeded generator, so that training is the same every time. */
function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j]!, list[i]!]
  }
}

/** The learning itself: gradient of the gold paths' log-likelihood by forward–backward, AdaGrad steps, small weights dropped. Pure but for its log. */
import { nameOf } from '../src/shared/structure/evidence.ts'
import { GROUPS, GROUP_OF, STATES, TOP } from '../src/shared/structure/states.ts'
import { SHAPES, edgesOf, endName, shapeOf } from '../src/shared/structure/model.ts'
import type { Edges, Evidence, Weights } from '../src/shared/structure/model.ts'
import { PROJECTION_NAMES, STATE_PROJECTIONS, project } from '../src/shared/structure/projections.ts'
import { eachEdge, scaleOf, shareIn } from '../src/shared/structure/shares.ts'
import { trellisOf } from '../src/shared/structure/sums.ts'
import { SIEVE, weigh } from '../src/shared/structure/trellis.ts'
import type { Lesson } from './train-path.ts'

export type LearnOptions = {
  readonly epochs?: number
  readonly rate?: number
  /** Strength of the pull towards zero. */
  readonly l2?: number
  /** Weights smaller than this are dropped from the table. */
  readonly drop?: number
  /** How much a made-up page teaches beside a written one. */
  readonly made?: number
  /** Features seen on fewer lessons than this are left out. */
  readonly rare?: number
  /** Chance 0…1 that a lesson is learned without a feature: so that no page is recognised by one of them. */
  readonly blind?: number
  /** By how much the true path has to beat the others at each piece that they have otherwise. */
  readonly margin?: number
  /** A table to go on from, in few epochs, when pages or evidence came in; what it lacks is learned from nothing. */
  readonly from?: Learned
  readonly log?: (line: string) => void
}

const N = STATES.length
const K = PROJECTION_NAMES.length

/** A table of weights with the squares of its gradients, as AdaGrad keeps them. */
type Table = { readonly w: Float64Array; readonly seen: Float64Array }
const table = (size: number): Table => ({ w: new Float64Array(size), seen: new Float64Array(size).fill(0.01) })

/** Room for the gradient of one lesson, all zero between lessons; `seen`: the rows that hold something. */
type Gradient = { readonly rows: Float64Array; readonly seen: Uint8Array }
/** Smaller parts of a gradient are passed over. */
const SLIGHT = 1e-5

/** What `structure` takes, with its evidence not yet as text. */
export type Learned = Weights & { readonly features: Evidence }

/** Weights learned from `lessons`; the same lessons in the same order give the same weights. */
export function learn(lessons: readonly Lesson[], options: LearnOptions = {}): Learned {
  const {
    epochs = 20,
    rate = 0.1,
    l2 = 0.002,
    rare = 2,
    made = 0.5,
    drop = 0.06,
    blind = 0,
    margin = 0,
    from,
    log,
  } = options
  const names = featureNames(lessons, rare)
  const features = lessons.map((l) =>
    l.arcs.map((a) => Int32Array.from(a.features.flatMap((f) => names.get(nameOf(f)) ?? []))),
  )
  const edgeIndex = new Map<string, number>()
  const number = (n: string) => edgeIndex.get(n) ?? (edgeIndex.set(n, edgeIndex.size), edgeIndex.size - 1)
  const ids = SHAPES.map((s) => s.names.map((list) => Int32Array.from(list, number)))
  const finals = GROUPS.map((g) => number(endName(g)))
  const rows = table(names.size * K)
  const lines = table(edgeIndex.size)
  const mean = { rows: new Float64Array(rows.w.length), lines: new Float64Array(lines.w.length) }
  if (from) goOn(from, names, edgeIndex, rows, lines)
  const own: Gradient = { rows: new Float64Array(rows.w.length), seen: new Uint8Array(names.size) }
  const order = lessons.map((_, i) => i)
  const random = seeded(7)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (const n of order) {
      const lesson = lessons[n]!
      if (lesson.arcs.length === 0) continue
      const edges = SHAPES.map((s, i) => edgesOf(s, (e) => ids[i]![e]!.reduce((n, id) => n + lines.w[id]!, 0)))
      const gradient = gradientOf(
        lesson,
        blind > 0 ? blinded(features[n]!, blind, random) : features[n]!,
        rows.w,
        edges,
        ids,
        finals,
        lines.w,
        margin,
        own,
      )
      loss += gradient.loss
      const pace = rate * (lesson.page.name.startsWith('made-') ? made : 1)
      for (const f of gradient.touched) step(rows, f * K, own.rows, f * K, K, pace, l2)
      for (const f of gradient.touched) own.seen[f] = 0
      step(lines, 0, gradient.lines, 0, gradient.lines.length, pace, l2)
    }
    // the mean of the later epochs forgets what one page did last
    if (epoch >= epochs >> 1) {
      rows.w.forEach((v, i) => (mean.rows[i]! += v / (epochs - (epochs >> 1))))
      lines.w.forEach((v, i) => (mean.lines[i]! += v / (epochs - (epochs >> 1))))
    }
    log?.(`epoch ${epoch + 1}: loss a page ${(loss / lessons.length).toFixed(2)}`)
  }
  const edges = [...edgeIndex].filter(([, i]) => Math.abs(mean.lines[i]!) > 0.02).sort(byName)
  return {
    features: readable(names, mean.rows, drop),
    edges: Object.fromEntries(edges.map(([n, i]) => [n, round(mean.lines[i]!)])),
  }
}

/** The squares of gradients that a learned weight counts as having seen: it moves slowly, a new one fast. */
const SETTLED = 20

function goOn(
  { features, edges }: Learned,
  names: ReadonlyMap<string, number>,
  edgeIndex: ReadonlyMap<string, number>,
  rows: Table,
  lines: Table,
): void {
  for (const [name, row] of Object.entries(features)) {
    const f = names.get(name)
    if (f === undefined) continue
    for (let k = 0; k < K; k++) {
      rows.w[f * K + k] = row[PROJECTION_NAMES[k]!] ?? 0
      rows.seen[f * K + k] = SETTLED
    }
  }
  for (const [name, i] of edgeIndex) {
    lines.w[i] = edges[name] ?? 0
    lines.seen[i] = SETTLED
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** `features` of a lesson's pieces without some of them, each with chance `blind`, the same in all pieces. */
function blinded(features: readonly Int32Array[], blind: number, random: () => number): readonly Int32Array[] {
  const seen = new Map<number, boolean>()
  const stays = (f: number): boolean => {
    const known = seen.get(f)
    if (known !== undefined) return known
    const stay = random() >= blind
    seen.set(f, stay)
    return stay
  }
  return features.map((list) => list.filter(stays))
}

function featureNames(lessons: readonly Lesson[], rare: number): ReadonlyMap<string, number> {
  const seen = new Map<number, Set<string>>()
  for (const l of lessons) {
    for (const a of l.arcs) {
      for (const f of a.features) {
        const pages = seen.get(f)
        if (pages) pages.add(l.page.name)
        else seen.set(f, new Set([l.page.name]))
      }
    }
  }
  const common = [...seen].filter(([, pages]) => pages.size >= rare).map(([f]) => nameOf(f))
  return new Map(common.sort().map((f, i) => [f, i]))
}

function gradientOf(
  lesson: Lesson,
  features: readonly Int32Array[],
  w: Float64Array,
  edges: readonly Edges[],
  ids: readonly (readonly Int32Array[])[],
  finals: readonly number[],
  lineWeights: Float64Array,
  margin: number,
  own: Gradient,
) {
  const sum = new Float64Array(K)
  const goldState = new Map(lesson.path.map((p) => [p.arc, p.state]))
  let gold = 0
  const weighed = weigh(lesson.arcs, (n, out, at) => {
    sum.fill(0)
    for (const i of features[n]!) for (let k = 0, b = i * K; k < K; k++) sum[k]! += w[b + k]!
    project(sum, out, at)
    const state = goldState.get(n)
    if (state !== undefined) gold += out[at + state]!
    for (let s = 0; s < N; s++) if (s !== state) out[at + s]! += margin
  })
  const final = Float64Array.from(finals, (i) => lineWeights[i]!)
  const model = { edges: (arc: Parameters<typeof shapeOf>[0]) => edges[shapeOf(arc)]!, final }
  const t = trellisOf(lesson.arcs, weighed, model, TOP, SIEVE.learning)
  const touched: number[] = []
  const live = new Int16Array(K)
  const lines = new Float64Array(lineWeights.length)
  const share = new Float64Array(N)
  lesson.arcs.forEach((arc, i) => {
    const edgeIds = ids[shapeOf(arc)]!
    const scale = scaleOf(t, arc, i)
    for (let s = 0; s < N; s++) share[s] = scale * shareIn(t, arc, i, s)
    eachEdge(t, arc, i, model, (e, p) => {
      for (const id of edgeIds[e]!) lines[id]! -= p
    })
    const right = goldState.get(i)
    if (right !== undefined) share[right]! -= 1
    sum.fill(0)
    let any = false
    for (let s = 0; s < N; s++) {
      if (Math.abs(share[s]!) < 1e-6) continue
      any = true
      for (const k of STATE_PROJECTIONS[s]!) sum[k]! -= share[s]!
    }
    if (!any) return
    let n = 0
    for (let k = 0; k < K; k++) if (Math.abs(sum[k]!) > SLIGHT) live[n++] = k
    for (const f of features[i]!) {
      if (own.seen[f] === 0) {
        own.seen[f] = 1
        touched.push(f)
      }
      for (let j = 0, b = f * K; j < n; j++) own.rows[b + live[j]!]! += sum[live[j]!]!
    }
  })
  const end = lesson.arcs.at(-1)!.to * GROUPS.length
  let ends = 0
  for (let g = 0; g < GROUPS.length; g++) ends += t.alpha[end + g]! * t.beta[end + g]!
  for (let g = 0; g < GROUPS.length; g++) lines[finals[g]!]! -= (t.alpha[end + g]! * t.beta[end + g]!) / ends
  let group = TOP
  for (const { arc, state } of lesson.path) {
    const which = shapeOf(lesson.arcs[arc]!)
    const shape = edges[which]!
    const e = edgeTo(shape, group, state)
    for (const id of ids[which]![e]!) lines[id]! += 1
    gold += shape.weight[e]!
    group = GROUP_OF[state]!
  }
  lines[finals[group]!]! += 1
  return { touched, lines, loss: t.total - gold - final[group]! }
}

function edgeTo(edges: Edges, group: number, state: number): number {
  for (let e = edges.first[group]!; e < edges.first[group + 1]!; e++) if (edges.to[e] === state) return e
  throw new Error(`no transition ${group} → ${state}`)
}

/** One AdaGrad step of `size` weights from `base`; the gradient, from `at`, is emptied. */
function step(
  t: Table,
  base: number,
  gradient: Float64Array,
  at: number,
  size: number,
  rate: number,
  l2: number,
): void {
  for (let k = 0; k < size; k++) {
    const g = gradient[at + k]!
    if (g === 0) continue
    gradient[at + k] = 0
    const pulled = g - l2 * t.w[base + k]!
    t.seen[base + k]! += pulled * pulled
    t.w[base + k]! += (rate * pulled) / Math.sqrt(t.seen[base + k]!)
  }
}

function readable(names: ReadonlyMap<string, number>, w: Float64Array, drop: number): Evidence {
  const rows: [string, Record<string, number>][] = []
  for (const [name, f] of [...names].sort(byName)) {
    const row: Record<string, number> = {}
    for (let k = 0; k < K; k++) if (Math.abs(w[f * K + k]!) >= drop) row[PROJECTION_NAMES[k]!] = round(w[f * K + k]!)
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

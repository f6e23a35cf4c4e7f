/** The learned table as numbers: how much each piece of evidence and each transition speaks for each state. */
import { evidenceCount, numberOf } from './evidence.ts'
import { GROUPS, STATES, follows, projectionsOf } from './states.ts'
import type { Group, State } from './states.ts'
import { eachWeight } from './rows.ts'
import type { Row } from './rows.ts'

/** What `npm run train` writes: evidence → what it speaks for, as text or not; transitions → weight; sure as said → sure as found. */
export type Weights = {
  readonly features: Readonly<Record<string, string | Row>>
  readonly edges: Readonly<Record<string, number>>
  /** Points of a rising line: raw probability → share of such blocks that were right. */
  readonly calibration?: readonly (readonly number[])[]
}

export type Evidence = Readonly<Record<string, Row>>

/** The legal transitions, by the group they leave: those of group g are `first[g] … first[g + 1] − 1`; `names`: under which each is weighed. */
export type Shape = {
  readonly first: Int32Array
  readonly to: Int16Array
  readonly names: readonly (readonly string[])[]
}

export type Edges = Shape & { readonly weight: Float64Array; readonly exp: Float64Array }

export type Model = {
  /** How much `features` speak for each state, written into `out` from `at` on. */
  readonly emission: (features: readonly number[], out: Float64Array, at: number) => void
  readonly edges: (sameLine: boolean) => Edges
  /** How well a page may end in each group. */
  readonly final: Float64Array
  /** How much a piece of evidence speaks for `state`. */
  readonly evidence: (feature: number, state: number) => number
  readonly calibrate: (p: number) => number
}

export const PROJECTION_NAMES: readonly string[] = [...new Set(STATES.flatMap((s) => projectionsOf(s)))]
const PROJECTION_INDEX: ReadonlyMap<string, number> = new Map(PROJECTION_NAMES.map((name, i) => [name, i]))
/** For each state the numbers of its projections. */
export const STATE_PROJECTIONS: readonly Int16Array[] = STATES.map((s) =>
  Int16Array.from(projectionsOf(s), (name) => PROJECTION_INDEX.get(name)!),
)

/** The names under which a transition is weighed. */
export const edgeNames = (before: Group, next: State): readonly string[] => [
  `${before.role}>${next.role}:${next.entry}`,
  `${before.zone}>${next.role}:${next.entry}`,
  `${before.role}@${before.zone}>${next.entry}`,
]

/** The name under which the page's end after a group is weighed. */
export const endName = (group: Group): string => `${group.zone}>end`

/** The transitions between lines, and within a line: the shape that every model fills with its weights. */
export const SHAPES: readonly Shape[] = [false, true].map((sameLine) => {
  const first = [0]
  const to: number[] = []
  const names: (readonly string[])[] = []
  for (const group of GROUPS) {
    STATES.forEach((next, t) => {
      if (!follows(group, next, sameLine)) return
      to.push(t)
      names.push(edgeNames(group, next))
    })
    first.push(to.length)
  }
  return { first: Int32Array.from(first), to: Int16Array.from(to), names }
})

/** The transitions of a shape, each weighed by `weightOf` its number. */
export function edgesOf(shape: Shape, weightOf: (edge: number) => number): Edges {
  const weight = Float64Array.from(shape.names, (_, e) => weightOf(e))
  return { ...shape, weight, exp: weight.map(Math.exp) }
}

const NONE: Pick<Weights, 'features' | 'edges'> = { features: {}, edges: {} }

/** The names of a state's projections: what evidence for it is booked under. */
export const projectionsFor = (state: number): readonly string[] => projectionsOf(STATES[state]!)

/**
 * The table as numbers: the row of evidence n is `first[n] … first[n + 1] − 1`: which projections have a weight, and it. Rows are
 * filled up to fours with zeros of no projection, so that the sums, the engine's dearest loop, take four entries a turn.
 */
type Rows = {
  readonly first: Int32Array
  readonly at: Uint8Array
  readonly weight: Float32Array
}
const NOWHERE = PROJECTION_NAMES.length

/** The model that `weights` say, with small changes of a publication's own added. Weights of unknown names are ignored. */
export function modelOf(weights: Weights, changes: Pick<Weights, 'features' | 'edges'> = NONE): Model {
  const rows = rowsOf(weights.features, changes.features)
  const edge = (name: string) => (weights.edges[name] ?? 0) + (changes.edges[name] ?? 0)
  const filled = SHAPES.map((shape) => edgesOf(shape, (e) => shape.names[e]!.reduce((sum, n) => sum + edge(n), 0)))
  const sum = new Float64Array(NOWHERE + 1)
  const { first, at, weight } = rows
  return {
    emission: (features, out, from) => {
      sum.fill(0)
      for (let i = 0; i < features.length; i++) {
        const n = features[i]!
        for (let k = first[n]!, last = first[n + 1]!; k < last; k += 4) {
          sum[at[k]!]! += weight[k]!
          sum[at[k + 1]!]! += weight[k + 1]!
          sum[at[k + 2]!]! += weight[k + 2]!
          sum[at[k + 3]!]! += weight[k + 3]!
        }
      }
      project(sum, out, from)
    },
    edges: (sameLine) => filled[sameLine ? 1 : 0]!,
    final: Float64Array.from(GROUPS, (g) => edge(endName(g))),
    evidence: evidenceOf(rows),
    calibrate: (p) => along(weights.calibration ?? [], p),
  }
}

/** Sums of projections → sums of states, into `out` from `at` on. */
export function project(sum: Float64Array, out: Float64Array, at: number): void {
  for (let s = 0, k = 0; s < STATES.length; s++, k += 3)
    out[at + s] = sum[EVERY[k]!]! + sum[EVERY[k + 1]!]! + sum[EVERY[k + 2]!]!
  for (let k = 0; k < SOME.length; k += 2) out[at + SOME[k]!]! += sum[SOME[k + 1]!]!
}

/** The first three projections of each state, one state after the other; and of the few that have more, state and projection. */
const EVERY = Uint8Array.from(STATE_PROJECTIONS.flatMap((own) => [...own.subarray(0, 3)]))
const SOME = Uint8Array.from(STATE_PROJECTIONS.flatMap((own, s) => [...own.subarray(3)].flatMap((k) => [s, k])))

function rowsOf(...tables: readonly Weights['features'][]): Rows {
  const dense = new Map<number, Map<number, number>>()
  for (const table of tables) {
    for (const [feature, values] of Object.entries(table)) {
      const n = numberOf(feature)
      if (n === undefined) continue
      const row = dense.get(n) ?? new Map<number, number>()
      eachWeight(values, (name, value) => {
        const at = PROJECTION_INDEX.get(name)
        if (at !== undefined) row.set(at, (row.get(at) ?? 0) + value)
      })
      dense.set(n, row)
    }
  }
  const first = new Int32Array(evidenceCount() + 1)
  for (let n = 0; n + 1 < first.length; n++) first[n + 1] = first[n]! + 4 * Math.ceil((dense.get(n)?.size ?? 0) / 4)
  const at = new Uint8Array(first.at(-1)!).fill(NOWHERE)
  const weight = new Float32Array(at.length)
  for (const [n, row] of dense) {
    let k = first[n]!
    for (const [projection, value] of row) {
      at[k] = projection
      weight[k++] = value
    }
  }
  return { first, at, weight }
}

/** What `Model.evidence` says: each answer is put together once, when it is first asked for. */
function evidenceOf({ first, at, weight }: Rows): Model['evidence'] {
  let known: Float64Array | undefined
  const places = new Int32Array(first.length)
  let count = 0
  for (let n = 0; n + 1 < first.length; n++) if (first[n + 1]! > first[n]!) places[n] = count++
  return (n, state) => {
    if (first[n] === first[n + 1]) return 0
    known ??= new Float64Array(count * STATES.length).fill(NaN)
    const place = places[n]! * STATES.length + state
    if (!Number.isNaN(known[place]!)) return known[place]!
    const own = HAS_PROJECTION[state]!
    let sum = 0
    for (let k = first[n]!, last = first[n + 1]!; k < last; k++) sum += own[at[k]!]! * weight[k]!
    known[place] = sum
    return sum
  }
}

/** For each state a 1 at each of its projections. */
const HAS_PROJECTION: readonly Uint8Array[] = STATE_PROJECTIONS.map((own) => {
  const has = new Uint8Array(NOWHERE + 1)
  for (const k of own) has[k] = 1
  return has
})

/** The height of the line through `points` (rising in x) at `x`; without points `x` itself. */
function along(points: readonly (readonly number[])[], x: number): number {
  if (points.length === 0) return x
  let after = 0
  while (after < points.length && points[after]![0]! < x) after++
  if (after === points.length) return points[after - 1]![1]!
  const [x1, y1] = points[after]! as [number, number] // points are pairs
  const [x0, y0] = (points[after - 1] ?? points[after]!) as [number, number] // points are pairs
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
}

/** The learned table as numbers: how much each piece of evidence and each transition speaks for each state. */
import { STATES, TOP, follows, projectionsOf } from './states.ts'
import type { State } from './states.ts'

/** What `npm run train` writes: evidence → what it speaks for → weight; transitions → weight; sure as said → sure as found. */
export type Weights = {
  readonly features: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly edges: Readonly<Record<string, number>>
  /** Points of a rising line: raw probability → share of such blocks that were right. */
  readonly calibration?: readonly (readonly [number, number])[]
}

export type Edges = {
  readonly length: number
  readonly from: Int16Array
  readonly to: Int16Array
  readonly weight: Float64Array
  readonly exp: Float64Array
  readonly names: readonly (readonly string[])[]
}

export type Model = {
  readonly emission: (features: readonly string[]) => Float64Array
  readonly edges: (sameLine: boolean) => Edges
  readonly final: Float64Array
  /** The evidence that speaks for `state` rather than for others, strongest first. */
  readonly evidence: (
    features: readonly string[],
    state: number,
  ) => readonly { readonly feature: string; readonly weight: number }[]
  readonly calibrate: (p: number) => number
}

const PROJECTIONS: readonly string[] = [...new Set(STATES.flatMap((s) => projectionsOf(s)))]
export const PROJECTION_INDEX: ReadonlyMap<string, number> = new Map(PROJECTIONS.map((name, i) => [name, i]))
export const PROJECTION_NAMES = PROJECTIONS
/** For each state the numbers of its projections. */
export const STATE_PROJECTIONS: readonly Int16Array[] = STATES.map((s) =>
  Int16Array.from(projectionsOf(s), (name) => PROJECTION_INDEX.get(name)!),
)

/** The names under which a transition is weighed. */
export function edgeNames(before: State | undefined, next: State): readonly string[] {
  const role = before?.role ?? 'top'
  const zone = before?.zone ?? 'none'
  return [`${role}>${next.role}:${next.entry}`, `${zone}>${next.role}:${next.entry}`, `${role}@${zone}>${next.entry}`]
}

/** The legal transitions, their names, weight 0: the shape that every model fills. */
export function emptyEdges(sameLine: boolean): Edges {
  const from: number[] = []
  const to: number[] = []
  const names: (readonly string[])[] = []
  STATES.forEach((next, t) => {
    for (let f = 0; f <= TOP; f++) {
      const before = STATES[f]
      if (!follows(before, next, sameLine)) continue
      from.push(f)
      to.push(t)
      names.push(edgeNames(before, next))
    }
  })
  const length = from.length
  return {
    length,
    from: Int16Array.from(from),
    to: Int16Array.from(to),
    weight: new Float64Array(length),
    exp: new Float64Array(length).fill(1),
    names,
  }
}

const SHAPES = [emptyEdges(false), emptyEdges(true)] as const

/** The model that `weights` say, with small changes of a publication's own added. Weights of unknown names are ignored. */
export function modelOf(weights: Weights, changes: Weights['features'] = {}): Model {
  const rows = new Map<string, Float64Array>()
  for (const table of [weights.features, changes]) {
    for (const [feature, values] of Object.entries(table)) {
      const row = rows.get(feature) ?? new Float64Array(PROJECTIONS.length)
      for (const [name, value] of Object.entries(values)) {
        const at = PROJECTION_INDEX.get(name)
        if (at !== undefined) row[at] = row[at]! + value
      }
      rows.set(feature, row)
    }
  }
  const filled = SHAPES.map((shape) => {
    const weight = Float64Array.from(shape.names, (names) => names.reduce((sum, n) => sum + (weights.edges[n] ?? 0), 0))
    return { ...shape, weight, exp: weight.map((w) => Math.exp(w)) }
  })
  const final = Float64Array.from(STATES, (s) => weights.edges[`${s.zone}>end`] ?? 0)
  const sum = new Float64Array(PROJECTIONS.length)
  return {
    emission: (features) => {
      sum.fill(0)
      for (const feature of features) {
        const row = rows.get(feature)
        if (row) for (let k = 0; k < row.length; k++) sum[k] = sum[k]! + row[k]!
      }
      const out = new Float64Array(STATES.length)
      for (let s = 0; s < out.length; s++) {
        let total = 0
        for (const k of STATE_PROJECTIONS[s]!) total += sum[k]!
        out[s] = total
      }
      return out
    },
    edges: (sameLine) => filled[sameLine ? 1 : 0]!,
    final,
    evidence: (features, state) => {
      const own = STATE_PROJECTIONS[state]!
      return features
        .flatMap((feature) => {
          const row = rows.get(feature)
          if (!row) return []
          let weight = 0
          for (const k of own) weight += row[k]!
          return weight > 0 ? [{ feature, weight }] : []
        })
        .sort((a, b) => b.weight - a.weight)
    },
    calibrate: (p) => along(weights.calibration ?? [], p),
  }
}

/** The height of the line through `points` (rising in x) at `x`; without points `x` itself. */
function along(points: readonly (readonly [number, number])[], x: number): number {
  const after = points.findIndex(([px]) => px >= x)
  if (points.length === 0) return x
  if (after < 0) return points.at(-1)![1]
  if (after === 0) return points[0]![1]
  const [x0, y0] = points[after - 1]!
  const [x1, y1] = points[after]!
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0 || 1)
}

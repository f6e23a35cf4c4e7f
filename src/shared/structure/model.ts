/** The learned table as numbers: how much each piece of evidence and each transition speaks for each state. */
import type { Arc } from './lattice.ts'
import type { Row } from './rows.ts'
import { GROUPS, STATES, ZONES, ZONE_BITS, follows, projectionsOf } from './states.ts'
import type { Group, State } from './states.ts'
import { tableOf, weighAll, weighExactly, weightsFor } from './table.ts'
import type { Rows } from './table.ts'

/** What `npm run train` writes: evidence → what it speaks for, as text or not; transitions → weight; sure as said → sure as found. */
export type Weights = {
  readonly features: Rows
  readonly edges: Readonly<Record<string, number>>
  /** Points of a rising line: raw probability → share of such blocks that were right. */
  readonly calibration?: readonly (readonly number[])[]
}

export type Evidence = Readonly<Record<string, Row>>

/**
 * The legal transitions, by the group they leave: those of group g are `first[g] … first[g + 1] − 1`; `names`: under which each is weighed.
 * `followers`: by the set of zones in which groups stand (`ZONE_BITS`) the states that may follow such.
 */
export type Shape = {
  readonly first: Int32Array
  readonly to: Int16Array
  readonly names: readonly (readonly string[])[]
  readonly followers: readonly Uint8Array[]
}

/** `…Grid`: the same for each group and state, also for transitions that are not legal: −∞ and 0. */
export type Edges = Shape & {
  readonly weight: Float64Array
  readonly exp: Float64Array
  readonly weightGrid: Float64Array
  readonly expGrid: Float64Array
}

/** Writes how much `features` speak for each state into `out` from `at` on. */
type Emission = (features: readonly number[], out: Float64Array, at: number) => void

export type Model = {
  /** Right to a millionth. */
  readonly emission: Emission
  /** How much `features` speak for `state`, right to the last bit. */
  readonly exactly: (features: readonly number[], state: number) => number
  /** The transitions into an arc. */
  readonly edges: (arc: Into) => Edges
  /** How well a page may end in each group. */
  readonly final: Float64Array
  /** Writes into `out` how much each of `features` speaks for `state`. */
  readonly evidence: (features: readonly number[], state: number, out: Float64Array) => void
  readonly calibrate: (p: number) => number
}

/** The names under which a transition is weighed. */
export const edgeNames = (before: Group, next: State): readonly string[] => [
  `${before.role}>${next.role}:${next.entry}`,
  `${before.zone}>${next.role}:${next.entry}`,
  `${before.role}@${before.zone}>${next.entry}`,
]

/** The name under which the page's end after a group is weighed. */
export const endName = (group: Group): string => `${group.zone}>end`

/** What the transitions into an arc depend on: whether it begins its line, and may go on with a sentence that another story interrupted. */
type Into = Pick<Arc, 'first' | 'back'>

/** The number in `SHAPES` of the transitions into an arc. */
export const shapeOf = ({ first, back }: Into): number => (back ? 2 : first ? 0 : 1)

/** The transitions between lines, within a line, and into a line that may go on with an interrupted sentence: the shapes that every model fills with its weights. */
export const SHAPES: readonly Shape[] = [
  { sameLine: false, back: false },
  { sameLine: true, back: false },
  { sameLine: false, back: true },
].map(({ sameLine, back }) => {
  const first = [0]
  const to: number[] = []
  const names: (readonly string[])[] = []
  for (const group of GROUPS) {
    STATES.forEach((next, t) => {
      if (!follows(group, next, sameLine) || (next.entry === 'back' && !back)) return
      to.push(t)
      names.push(edgeNames(group, next))
    })
    first.push(to.length)
  }
  const legal = { first: Int32Array.from(first), to: Int16Array.from(to), names }
  return { ...legal, followers: followersOf(legal) }
})

function followersOf({ first, to }: Pick<Shape, 'first' | 'to'>): readonly Uint8Array[] {
  const zonesBefore = new Uint8Array(STATES.length)
  for (let g = 0; g < GROUPS.length; g++)
    for (const s of to.subarray(first[g], first[g + 1])) zonesBefore[s]! |= ZONE_BITS[g]!
  const all = Uint8Array.from(STATES.keys())
  return Array.from({ length: 1 << ZONES.length }, (_, zones) => all.filter((s) => (zonesBefore[s]! & zones) !== 0))
}

/** The transitions of a shape, each weighed by `weightOf` its number. */
export function edgesOf(shape: Shape, weightOf: (edge: number) => number): Edges {
  const weight = Float64Array.from(shape.names, (_, e) => weightOf(e))
  const weightGrid = new Float64Array(GROUPS.length * STATES.length).fill(-Infinity)
  for (let g = 0; g < GROUPS.length; g++)
    for (let e = shape.first[g]!; e < shape.first[g + 1]!; e++)
      weightGrid[g * STATES.length + shape.to[e]!] = weight[e]!
  return { ...shape, weight, exp: weight.map(Math.exp), weightGrid, expGrid: weightGrid.map(Math.exp) }
}

const NONE: Pick<Weights, 'features' | 'edges'> = { features: {}, edges: {} }

/** The names of a state's projections: what evidence for it is booked under. */
export const projectionsFor = (state: number): readonly string[] => projectionsOf(STATES[state]!)

/** The model that `weights` say, with small changes of a publication's own added. Weights of unknown names are ignored. */
export function modelOf(weights: Weights, changes: Pick<Weights, 'features' | 'edges'> = NONE): Model {
  const table = tableOf(weights.features, changes.features)
  const edge = (name: string) => (weights.edges[name] ?? 0) + (changes.edges[name] ?? 0)
  const filled = SHAPES.map((shape) => edgesOf(shape, (e) => shape.names[e]!.reduce((sum, n) => sum + edge(n), 0)))
  return {
    emission: (features, out, at) => weighAll(table, features, out, at),
    exactly: (features, state) => weighExactly(table, features, state),
    edges: (arc) => filled[shapeOf(arc)]!,
    final: Float64Array.from(GROUPS, (g) => edge(endName(g))),
    evidence: (features, state, out) => weightsFor(table, features, state, out),
    calibrate: (p) => along(weights.calibration ?? [], p),
  }
}

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

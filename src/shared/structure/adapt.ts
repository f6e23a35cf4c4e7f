/** It learns: what a person confirmed on a paper's pages moves that paper's own weights, a little at a time and never far. */
import type { Words } from '../words.ts'
import { cleaned } from './clean.ts'
import { decode } from './decode.ts'
import { nameOf } from './evidence.ts'
import { latticeOf } from './lattice.ts'
import { edgeNames, modelOf, projectionsFor } from './model.ts'
import type { Evidence, Weights } from './model.ts'
import { picturesIn } from './pictures.ts'
import { GROUPS, GROUP_OF, STATES, TOP } from './states.ts'
import { truthOf } from './truth.ts'
import type { Known } from './truth.ts'

/** A publication's own changes of the weights: plain JSON, kept in the archive; not passing it to `structure` switches it off, deleting it undoes it. */
export type Adaptation = {
  readonly version: 1
  /** How many confirmed pages it was learned from. */
  readonly pages: number
  readonly features: Evidence
  readonly edges: Readonly<Record<string, number>>
}

export const NO_ADAPTATION: Adaptation = { version: 1, pages: 0, features: {}, edges: {} }

/** No weight is moved further than this from what all papers taught, whatever was confirmed. */
export const FARTHEST = 1.5
/** What one correction moves a weight by; and how often one page is gone through. */
const STEP = 0.12
const ROUNDS = 6
/** Changes smaller than this are forgotten, so that the table stays small. */
const SLIGHT = 0.03

/**
 * The adaptation after one more confirmed page: `known` are its articles as the person left them, with their spans of `source`.
 * Where the engine's own reading differs, the evidence for what is right gains and that for what was said loses. Pages whose spans
 * no longer cover the source are passed over.
 */
export function adapt(prior: Adaptation, source: string, known: Known, weights: Weights, words?: Words): Adaptation {
  const truth = truthOf(source, known, words)
  if (!truth || truth.path.length === 0) return prior
  const features = new Map(Object.entries(prior.features).map(([f, row]) => [f, new Map(Object.entries(row))]))
  const edges = new Map(Object.entries(prior.edges))
  const clean = cleaned(source)
  const lattice = latticeOf(clean.text, words, undefined, picturesIn(clean))
  for (let round = 0; round < ROUNDS; round++) {
    const model = modelOf(weights, { features: plain(features), edges: Object.fromEntries(edges) })
    const said = decode(lattice, model)
    const saidKeys = new Set(said.map((s) => `${s.arc.start}-${s.arc.end}-${s.state}`))
    const goldKeys = new Set(truth.path.map((p) => `${truth.arcs[p.arc]!.start}-${truth.arcs[p.arc]!.end}-${p.state}`))
    if (truth.path.every((p) => saidKeys.has(`${truth.arcs[p.arc]!.start}-${truth.arcs[p.arc]!.end}-${p.state}`))) break
    let before = TOP
    for (const p of truth.path) {
      const arc = truth.arcs[p.arc]!
      const key = `${arc.start}-${arc.end}-${p.state}`
      if (!saidKeys.has(key)) move(features, edges, arc.features, before, p.state, STEP)
      before = GROUP_OF[p.state]!
    }
    before = TOP
    for (const s of said) {
      if (!goldKeys.has(`${s.arc.start}-${s.arc.end}-${s.state}`))
        move(features, edges, s.arc.features, before, s.state, -STEP)
      before = GROUP_OF[s.state]!
    }
  }
  return {
    version: 1,
    pages: prior.pages + 1,
    features: plain(features),
    edges: Object.fromEntries([...edges].filter(([, v]) => Math.abs(v) >= SLIGHT)),
  }
}

function move(
  features: Map<string, Map<string, number>>,
  edges: Map<string, number>,
  seen: readonly number[],
  before: number,
  state: number,
  by: number,
): void {
  for (const name of edgeNames(GROUPS[before]!, STATES[state]!)) edges.set(name, bounded((edges.get(name) ?? 0) + by))
  // much evidence moves each piece of it less
  const each = (by * 4) / Math.sqrt(seen.length * 4)
  for (const feature of seen.map(nameOf)) {
    const row = features.get(feature) ?? new Map<string, number>()
    features.set(feature, row)
    for (const name of projectionsFor(state)) row.set(name, bounded((row.get(name) ?? 0) + each))
  }
}

const bounded = (v: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, v))

function plain(features: ReadonlyMap<string, ReadonlyMap<string, number>>): Evidence {
  const rows = [...features].map(
    ([f, row]) =>
      [
        f,
        Object.fromEntries(
          [...row].filter(([, v]) => Math.abs(v) >= SLIGHT).map(([n, v]) => [n, Math.round(v * 1000) / 1000]),
        ),
      ] as const,
  )
  return Object.fromEntries(rows.filter(([, row]) => Object.keys(row).length > 0))
}

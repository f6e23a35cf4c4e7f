/** The mean of several learned tables: what one set of made-up pages taught by chance is evened out by the others. Pure. */
import { PROJECTION_NAMES } from '../src/shared/structure/projections.ts'
import type { Learned } from './train-learn.ts'

type Row = Readonly<Record<string, number>>

/** Transitions smaller than this are left out, as `learn` does. */
const SLIGHT_EDGE = 0.02

/** The mean of `tables`; what one of them lacks counts 0 there, and weights of evidence smaller than `drop` are left out. */
export function meanOf(tables: readonly Learned[], drop: number): Learned {
  const features = allNames(tables.map((t) => t.features)).flatMap((name) => {
    const rows = tables.map((t) => t.features[name] ?? {})
    const row = meanRow(rows, PROJECTION_NAMES, drop)
    return Object.keys(row).length > 0 ? [[name, row] as const] : []
  })
  const edges = tables.map((t) => t.edges)
  return { features: Object.fromEntries(features), edges: meanRow(edges, allNames(edges), SLIGHT_EDGE) }
}

const allNames = (records: readonly object[]): readonly string[] => [
  ...new Set(records.flatMap((r) => Object.keys(r)).sort()),
]

function meanRow(rows: readonly Row[], names: readonly string[], least: number): Row {
  const mean: Record<string, number> = {}
  for (const name of names) {
    const value = rows.reduce((sum, row) => sum + (row[name] ?? 0), 0) / rows.length
    if (Math.abs(value) >= least) mean[name] = Math.round(value * 100) / 100
  }
  return mean
}

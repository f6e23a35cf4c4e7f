/** The kept table as `learn` goes on from it: with its rows told apart, and without what is known besides. */
import kept from '../src/shared/structure/weights.json' with { type: 'json' }
import { eachWeight } from '../src/shared/structure/rows.ts'
import { withKnown } from './train-known.ts'
import type { Learned } from './train-learn.ts'

export const keptTable = (): Learned => ({
  features: withKnown(Object.fromEntries(Object.entries(kept.features).map(([name, text]) => [name, rowOf(text)])), -1),
  edges: kept.edges,
})

function rowOf(text: string): Record<string, number> {
  const row: Record<string, number> = {}
  eachWeight(text, (name, weight) => (row[name] = weight))
  return row
}

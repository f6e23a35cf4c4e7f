/** The commonest keywords: those whose sounds are looked through. */
import { largestOf } from './most-named.ts'
import type { Named } from './named.ts'

const MOST = 5000

const held = new WeakMap<Named, { readonly version: number; readonly ids: ReadonlySet<number> }>()

/** Their numbers. */
export function commonest(named: Named): ReadonlySet<number> {
  const kept = held.get(named)
  if (kept?.version === named.version) return kept.ids
  const ids = largestOf(named.keywords.counts, MOST)
  held.set(named, { version: named.version, ids })
  return ids
}

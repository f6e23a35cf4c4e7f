/** The normal forms of names: the same ones are looked through at every key, so they are kept. */
import { normalise } from '../../../shared/search/normalise.ts'

const known = new Map<string, string>()
/** Kept at most. With more they are made again. */
const MOST = 50_000

/** The normal form of a name; for short texts that are asked for again and again. */
export function normalName(name: string): string {
  const kept = known.get(name)
  if (kept !== undefined) return kept
  const normal = normalise(name)
  if (known.size >= MOST) known.clear()
  known.set(name, normal)
  return normal
}

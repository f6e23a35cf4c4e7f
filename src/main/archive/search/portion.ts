/** A portion from deep within very many ranked hits, without sorting all of them by more than a number. */

export type Ranks = { readonly values: Float64Array; readonly ids: Float64Array }

/** The ids of those from `from` to before `to` where the higher value comes first, of equals the higher id. */
export function portion({ values, ids }: Ranks, from: number, to: number): readonly number[] {
  const last = Math.min(to, values.length) - 1
  if (last < from) return []
  const sorted = values.toSorted()
  const high = sorted[sorted.length - 1 - from]!
  const low = sorted[sorted.length - 1 - last]!
  let above = 0
  const highest: number[] = []
  const between: number[] = []
  const lowest: number[] = []
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value > high) above++
    else if (value === high) highest.push(ids[i]!)
    else if (value === low) lowest.push(ids[i]!)
    else if (value > low) between.push(i)
  }
  // Of equal values there may be as many as there are hits; those between are no more than are asked for.
  const inner = between.toSorted((a, b) => values[b]! - values[a]! || ids[b]! - ids[a]!).map((i) => ids[i]!)
  return [...descending(highest), ...inner, ...descending(lowest)].slice(from - above, last + 1 - above)
}

const descending = (ids: readonly number[]): Float64Array => Float64Array.from(ids).sort().reverse()

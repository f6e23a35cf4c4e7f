/** The largest of many counts, without sorting all of them. */

export type Counted = { readonly name: string; readonly count: number }

export type Numbered = Counted & { readonly id: number }

/**
 * The `most` largest of `counts`, which stand by number, that fit and are not nothing: the largest first, of equals by name. `fits` is
 * asked only of what would be among them.
 */
export function mostNamed(
  counts: ArrayLike<number>,
  most: number,
  nameOf: (id: number) => string,
  fits: (id: number) => boolean = () => true,
): readonly Numbered[] {
  const best: Numbered[] = []
  for (let id = 0; id < counts.length; id++) {
    const count = counts[id]!
    if (count === 0) continue
    const worst = best.length < most ? undefined : best.at(-1)
    if (worst && (count < worst.count || (count === worst.count && nameOf(id) > worst.name))) continue
    if (!fits(id)) continue
    const one = { id, name: nameOf(id), count }
    if (worst) best.pop()
    let at = best.length
    while (at > 0 && isBefore(one, best[at - 1]!)) at--
    best.splice(at, 0, one)
  }
  return best
}

const isBefore = (a: Counted, b: Counted): boolean => a.count > b.count || (a.count === b.count && a.name < b.name)

/** The places of the `most` largest of `counts`, of equals those that come first; none of what is nothing. */
export function largestOf(counts: ArrayLike<number>, most: number): ReadonlySet<number> {
  const times: number[] = []
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (count > 0) times[count] = (times[count] ?? 0) + 1
  }
  let least = times.length
  let above = 0
  while (least > 1 && above + (times[least] ?? 0) < most) above += times[least--] ?? 0
  let equal = most - above
  const places = new Set<number>()
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (count > least || (count > 0 && count === least && equal-- > 0)) places.add(i)
  }
  return places
}

/** Sorts the pairs of a segment, with what is known of each. */

/** A key for each pair; the article and group of roles it stands in; its place in the article's text. */
export type Pairs = { readonly keys: Uint32Array; readonly facts: Uint32Array; readonly places: Uint32Array }

/** `pairs` by ascending key, equal ones in the order they came: a radix sort by halves. */
export const sortByKey = (pairs: Pairs): Pairs => halfSort(halfSort(pairs, 0), 16)

/** What is known travels along: to look it up afterwards would be a leap through memory for each pair. */
function halfSort({ keys, facts, places }: Pairs, shift: number): Pairs {
  const begin = new Uint32Array(65537)
  for (let i = 0; i < keys.length; i++) begin[((keys[i]! >>> shift) & 0xffff) + 1]!++
  for (let i = 1; i <= 65536; i++) begin[i]! += begin[i - 1]!
  const to = {
    keys: new Uint32Array(keys.length),
    facts: new Uint32Array(keys.length),
    places: new Uint32Array(keys.length),
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    const at = begin[(key >>> shift) & 0xffff]!++
    to.keys[at] = key
    to.facts[at] = facts[i]!
    to.places[at] = places[i]!
  }
  return to
}

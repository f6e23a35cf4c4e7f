/** Sorts the pairs of a segment. */

/** `keys` in ascending order and where each stood, equal ones in the order they came: a radix sort by halves. */
export function sortByKey(keys: Uint32Array): { readonly sorted: Uint32Array; readonly order: Uint32Array } {
  const byLow = halfSort(keys, undefined, 0)
  return halfSort(byLow.sorted, byLow.order, 16)
}

function halfSort(keys: Uint32Array, order: Uint32Array | undefined, shift: number) {
  const begin = new Uint32Array(65537)
  for (let i = 0; i < keys.length; i++) begin[((keys[i]! >>> shift) & 0xffff) + 1]!++
  for (let i = 1; i <= 65536; i++) begin[i]! += begin[i - 1]!
  const sorted = new Uint32Array(keys.length)
  const places = new Uint32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    const at = begin[(key >>> shift) & 0xffff]!++
    sorted[at] = key
    places[at] = order ? order[i]! : i
  }
  return { sorted, order: places }
}

/**
 * Lists of three code units. The list of a pair that many articles hold is long, and two such lists together tell little: so
 * three units have a list where both of their pairs are common. Those that begin with one pair stand together, after them a
 * directory: its length, how many there are, of each the last unit and how many bytes its list takes.
 */
import { Bytes, Reader } from './bytes.ts'
import { Groups } from './groups.ts'
import type { Laid } from './lay-out.ts'
import type { Lists } from './lists.ts'
import { Places } from './places.ts'
import type { ReadBytes, Segment } from './segment.ts'

/** So many articles make a pair common, and one in so many of them all. */
export const COMMON = 400
const SHARE = 200

/** Adds to `lists`, which hold those of `terms` at `offsets`, the triples. */
export function addTriples(
  lists: Lists,
  laid: Laid,
  { terms, offsets }: Pick<Segment, 'terms' | 'offsets'>,
  least = COMMON,
): Pick<Segment, 'common' | 'directories'> {
  const from = Math.max(least, Math.floor((laid.begins.length - 1) / SHARE))
  const pairs = commonAmong(lists, terms, offsets, from)
  const common = Uint32Array.from(pairs, (at) => terms[at]!)
  const known = new Set(common)
  const directories = new Float64Array(common.length)
  const groups = new Groups()
  const directory = new Bytes(1024)
  const head = new Bytes(16)
  const places = new Places()
  let nexts = new Uint16Array(0)
  let numbers = new Uint32Array(0)
  for (const [i, at] of pairs.entries()) {
    places.read(lists.data, offsets[at]!, offsets[at + 1]!)
    if (places.length > nexts.length) {
      nexts = new Uint16Array(places.length * 2)
      numbers = Uint32Array.from(nexts.keys())
    }
    for (let k = 0; k < places.length; k++) nexts[k] = laid.units[laid.begins[places.docs[k]!]! + places.at[k]! + 2]!
    const middle = (common[i]! << 16) >>> 0
    let last = 0
    let count = 0
    directory.clear()
    groups.each(nexts, numbers, places.length, (next, theirs, from, to) => {
      if (!known.has((middle | next) >>> 0)) return
      const start = lists.addPlaces(laid, places, theirs, from, to)
      directory.number(next - last)
      directory.number(lists.length - start)
      last = next
      count++
    })
    directories[i] = lists.length
    head.clear()
    head.number(count)
    const length = head.length + directory.length
    head.clear()
    head.number(length)
    head.number(count)
    lists.append(head.view())
    lists.append(directory.view())
  }
  return { common, directories }
}

/** Where in a segment's data the list stands of the triple that ends with `unit`, by the directory of its first pair. */
export function tripleAt(
  read: ReadBytes,
  directory: number,
  unit: number,
): { readonly from: number; readonly to: number } | undefined {
  const start = read(directory, directory + 5)
  const length = new Reader(start.data, start.at)
  const size = length.number()
  const begin = directory + length.at - start.at
  const { data, at } = read(begin, begin + size)
  const reader = new Reader(data, at)
  let before = -1
  let after = 0
  let here = 0
  let last = 0
  for (let left = reader.number(); left > 0; left--) {
    last += reader.number()
    const bytes = reader.number()
    if (last === unit) {
      before = after
      here = bytes
    }
    after += bytes
  }
  return before < 0 ? undefined : { from: directory - after + before, to: directory - after + before + here }
}

/** The places among `terms` of the pairs that at least `from` articles hold. */
function commonAmong(lists: Lists, terms: Uint32Array, offsets: Float64Array, from: number): number[] {
  const found: number[] = []
  const reader = new Reader(lists.data)
  for (let i = 0; i < terms.length; i++) {
    if ((terms[i]! & 0xffff) === 0) continue
    reader.at = offsets[i]!
    if (reader.number() >= from) found.push(i)
  }
  return found
}

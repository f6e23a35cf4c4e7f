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

/** How many articles of so many make a pair common. */
export const commonFrom = (articles: number, least = COMMON): number => Math.max(least, Math.floor(articles / SHARE))

/** Adds to `lists`, which hold those of `terms` at `offsets`, the triples. */
export function addTriples(
  lists: Lists,
  laid: Laid,
  { terms, offsets }: Pick<Segment, 'terms' | 'offsets'>,
  least?: number,
): Pick<Segment, 'common' | 'directories'> {
  const pairs = commonAmong(lists, terms, offsets, commonFrom(laid.begins.length - 1, least))
  const common = Uint32Array.from(pairs, (at) => terms[at]!)
  const triples = new Triples(lists, laid, common)
  const directories = Float64Array.from(pairs, (at) => triples.add(terms[at]!, lists.data, offsets[at]!))
  return { common, directories }
}

/** Writes the triples of one common pair after the other. */
export class Triples {
  private readonly lists: Lists
  private readonly laid: Laid
  private readonly known: ReadonlySet<number>
  private readonly groups = new Groups()
  private readonly directory = new Bytes(1024)
  private readonly head = new Bytes(16)
  private readonly places = new Places()
  private nexts = new Uint16Array(0)

  constructor(lists: Lists, laid: Laid, common: Uint32Array) {
    this.lists = lists
    this.laid = laid
    this.known = new Set(common)
  }

  /** Writes those that begin with `pair`, whose list stands in `data` at `at`, and says where their directory stands. */
  add(pair: number, data: Uint8Array, at: number): number {
    const steps = this.steps(pair, data, at)
    for (;;) {
      const { done, value } = steps.next()
      if (done) return value
    }
  }

  /** The same a few milliseconds at a time. `data` is read in the first one. */
  *steps(pair: number, data: Uint8Array, at: number): Generator<undefined, number> {
    const { lists, laid, known, directory, head, places, groups } = this
    places.read(data, at)
    if (places.length > this.nexts.length) this.nexts = new Uint16Array(places.length * 2)
    const { nexts } = this
    if (places.length > STEP) yield
    for (let from = 0; from < places.length; from += STEP) {
      if (from > 0) yield
      readNexts(laid, places, from, Math.min(places.length, from + STEP), nexts)
    }
    if (places.length > STEP) yield
    const middle = (pair << 16) >>> 0
    let last = 0
    let count = 0
    let from = 0
    let rested = 0
    directory.clear()
    const parted = groups.part(nexts, 0, places.length)
    if (places.length > STEP) yield
    for (const next of parted) {
      const to = groups.endOf(next)
      if (next !== 0 && known.has((middle | next) >>> 0)) {
        const start = lists.addPlaces(places, groups.sorted, from, to, laid)
        directory.number(next - last)
        directory.number(lists.length - start)
        last = next
        count++
      }
      from = to
      if (from - rested < STEP) continue
      rested = from
      yield
    }
    const stands = lists.length
    head.clear()
    head.number(count)
    const length = head.length + directory.length
    head.clear()
    head.number(length)
    head.number(count)
    lists.append(head.view())
    lists.append(directory.view())
    return stands
  }
}

/** So many places are gone through in a step. */
const STEP = 1 << 15

/** The units that stand after the pair at its places `[from, to)`. */
function readNexts({ units, begins }: Laid, { docs, at }: Places, from: number, to: number, nexts: Uint16Array): void {
  for (let k = from; k < to; k++) nexts[k] = units[begins[docs[k]!]! + at[k]! + 2]!
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

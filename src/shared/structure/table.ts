/**
 * The learned table as numbers: how much each piece of evidence speaks for each state. A row is read when it is first asked for: of
 * ten thousand a page needs some hundreds. It is kept twice: packed, for the sums, which are the engine's dearest loop; and as it was
 * learned, for what one piece of evidence is worth, and where two ways to read a page are as good as even.
 */
import { evidenceCount, nameOf } from './evidence.ts'
import { WIDTH, addRows, fits, pack, unpack } from './packed.ts'
import { PROJECTION_INDEX, PROJECTION_NAMES, STATE_PROJECTIONS, project } from './projections.ts'
import { eachWeight } from './rows.ts'
import type { Row } from './rows.ts'
import { STATES } from './states.ts'

export type Rows = Readonly<Record<string, string | Row>>

export type Table = {
  readonly rows: Rows
  readonly changes: Rows
  /** Weights are whole numbers of this when they are packed. */
  readonly unit: number
  /** By the number of evidence its place: 0 where it was not yet read, `NOTHING` where it speaks for nothing. */
  readonly places: Uint16Array
  count: number
  packed: Float64Array
  /** By place and projection. */
  learned: Float32Array
}

const P = PROJECTION_NAMES.length
const NOTHING = 1
/** Places are kept in two bytes each. */
const LAST = 0xffff

/** The table of `rows`, with `changes` added, which are in thousandths. */
export const tableOf = (rows: Rows, changes: Rows): Table => ({
  rows,
  changes,
  unit: Object.keys(changes).length === 0 ? 0.01 : 0.001,
  places: new Uint16Array(evidenceCount()),
  count: NOTHING + 1,
  packed: new Float64Array(WIDTH * FIRST_ROOM),
  learned: new Float32Array(P * FIRST_ROOM),
})

const FIRST_ROOM = 512

/** Room for the places of what speaks about one piece, and for sums: used from piece to piece. */
let own = new Uint16Array(256)
const sums = new Float64Array(WIDTH)
const bySpeech = new Float64Array(P)

/** Writes how much `features` speak for each state into `out` from `at` on, right to a millionth, and gives the highest. */
export function weighAll(t: Table, features: readonly number[], out: Float64Array, at: number): number {
  if (features.length > own.length) own = new Uint16Array(2 * features.length)
  let count = 0
  for (let i = 0; i < features.length; i++) {
    const place = placeOf(t, features[i]!)
    if (place !== NOTHING) own[count++] = place
  }
  addRows(t.packed, own, count, sums)
  return fits(sums) ? unpack(sums, t.unit, out, at) : weighExactly(t, features, out, at)
}

/** The same as `weighAll`, slower, but right to the last bit. */
export function weighExactly(t: Table, features: readonly number[], out: Float64Array, at: number): number {
  bySpeech.fill(0)
  for (let i = 0; i < features.length; i++) {
    const place = placeOf(t, features[i]!)
    if (place !== NOTHING) for (let k = 0, w = place * P; k < P; k++) bySpeech[k]! += t.learned[w + k]!
  }
  project(bySpeech, out, at)
  let top = -Infinity
  for (let s = at; s < at + STATES.length; s++) if (out[s]! > top) top = out[s]!
  return top
}

/** How much a piece of evidence speaks for `state`. */
export function weightOf(t: Table, feature: number, state: number): number {
  const place = placeOf(t, feature)
  if (place === NOTHING) return 0
  const projections = STATE_PROJECTIONS[state]!
  let sum = 0
  for (let i = 0; i < projections.length; i++) sum += t.learned[place * P + projections[i]!]!
  return sum
}

function placeOf(t: Table, feature: number): number {
  const known = t.places[feature]!
  return known === 0 ? (t.places[feature] = read(t, nameOf(feature))) : known
}

function read(t: Table, name: string): number {
  const row = t.rows[name]
  const change = t.changes[name]
  if (row === undefined && change === undefined) return NOTHING
  const place = t.count++
  if (place > LAST) throw new Error('the learned table has too many rows')
  if ((place + 1) * P > t.learned.length) {
    t.packed = grown(t.packed, new Float64Array(t.packed.length * 2))
    t.learned = grown(t.learned, new Float32Array(t.learned.length * 2))
  }
  const learned = t.learned.subarray(place * P, (place + 1) * P)
  const both = new Float64Array(P)
  const add = (speaksFor: string, weight: number): void => {
    const k = PROJECTION_INDEX.get(speaksFor)
    if (k !== undefined) both[k]! += weight
  }
  if (row !== undefined) eachWeight(row, add)
  if (change !== undefined) eachWeight(change, add)
  learned.set(both)
  const values = new Float64Array(STATES.length)
  project(
    both.map((weight) => Math.round(weight / t.unit)),
    values,
    0,
  )
  pack(values, t.packed, place * WIDTH)
  return place
}

function grown<A extends Float64Array | Float32Array>(from: A, to: A): A {
  to.set(from)
  return to
}

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
/** A row has an empty column behind its projections. */
const ROW = P + 1
/** The place of what speaks for nothing: an empty row. */
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
  learned: new Float32Array(ROW * FIRST_ROOM),
})

const FIRST_ROOM = 512

/** The places of what speaks about one piece, and sums: used from piece to piece. */
let own = new Uint16Array(256)
const sums = new Float64Array(WIDTH)
const bySpeech = new Float64Array(P)
const byState = new Float64Array(STATES.length)

/** Writes how much `features` speak for each state into `out` from `at` on, right to a millionth. */
export function weighAll(t: Table, features: readonly number[], out: Float64Array, at: number): void {
  find(t, features)
  addRows(t.packed, own, features.length, sums)
  if (fits(sums)) unpack(sums, t.unit, out, at)
  else weighUnpacked(t, features.length, out, at)
}

/** The same as `weighAll`, slower, for sums that are too large to be packed. */
function weighUnpacked(t: Table, count: number, out: Float64Array, at: number): void {
  bySpeech.fill(0)
  for (let i = 0; i < count; i++) for (let k = 0, row = own[i]! * ROW; k < P; k++) bySpeech[k]! += t.learned[row + k]!
  project(bySpeech, out, at)
}

/** How much `features` speak for `state`, right to the last bit. */
export function weighExactly(t: Table, features: readonly number[], state: number): number {
  find(t, features)
  const { learned } = t
  let sum = 0
  for (const column of COLUMNS[state]!) {
    let speech = 0
    for (let i = 0; i < features.length; i++) speech += learned[own[i]! * ROW + column]!
    sum += speech
  }
  return sum
}

/** Writes into `out` how much each of `features` speaks for `state`. */
export function weightsFor(t: Table, features: readonly number[], state: number, out: Float64Array): void {
  find(t, features)
  const { learned } = t
  const [a, b, c, d, e] = COLUMNS[state]!
  for (let i = 0; i < features.length; i++) {
    const row = own[i]! * ROW
    out[i] = learned[row + a]! + learned[row + b]! + learned[row + c]! + learned[row + d]! + learned[row + e]!
  }
}

/** For each state the columns of its projections, filled up to five with the empty one. */
const COLUMNS = STATE_PROJECTIONS.map((own): readonly [number, number, number, number, number] => {
  const [a = P, b = P, c = P, d = P, e = P] = own
  return [a, b, c, d, e]
})

/** Lists the places of `features` in `own`. */
function find(t: Table, features: readonly number[]): void {
  if (features.length > own.length) own = new Uint16Array(2 * features.length)
  for (let i = 0; i < features.length; i++) {
    const feature = features[i]!
    const place = t.places[feature]!
    own[i] = place === 0 ? (t.places[feature] = read(t, nameOf(feature))) : place
  }
}

function read(t: Table, name: string): number {
  const row = t.rows[name]
  const change = t.changes[name]
  if (row === undefined && change === undefined) return NOTHING
  const place = t.count++
  if (place > LAST) throw new Error('the learned table has too many rows')
  if ((place + 1) * ROW > t.learned.length) {
    t.packed = grown(t.packed, new Float64Array(t.packed.length * 2))
    t.learned = grown(t.learned, new Float32Array(t.learned.length * 2))
  }
  bySpeech.fill(0)
  if (row !== undefined) eachWeight(row, addSpeech)
  if (change !== undefined) eachWeight(change, addSpeech)
  t.learned.set(bySpeech, place * ROW)
  for (let k = 0; k < P; k++) bySpeech[k] = Math.round(bySpeech[k]! / t.unit)
  project(bySpeech, byState, 0)
  pack(byState, t.packed, place * WIDTH)
  return place
}

function addSpeech(speaksFor: string, weight: number): void {
  const k = PROJECTION_INDEX.get(speaksFor)
  if (k !== undefined) bySpeech[k]! += weight
}

function grown<A extends Float64Array | Float32Array>(from: A, to: A): A {
  to.set(from)
  return to
}

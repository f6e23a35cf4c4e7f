/**
 * What evidence says of each state as whole numbers, three states to a double: a double holds 53 bits of whole numbers, so one
 * addition adds three states, and no sum is ever rounded.
 */
import { STATES } from './states.ts'

const N = STATES.length
const LANES = 3
/** A state has 17 bits, of which one is the sign. */
const LANE = 2 ** 17
/** What a lane's numbers are worth. */
const POWERS = [1, LANE, LANE * LANE]
const LARGEST = LANE / 2 - 1
/** Doubles of a row, filled up to eights. The last lane is left for the row's bound: the highest amount in it. */
export const WIDTH = 8 * Math.ceil((N + 1) / LANES / 8)
const WHOLE = Math.floor(N / LANES)

/** Adds the row of whole numbers `values`, one a state, to `packed` from `at` on. */
export function pack(values: Float64Array, packed: Float64Array, at: number): void {
  let bound = 0
  for (let s = 0; s < N; s++) {
    packed[at + Math.floor(s / LANES)]! += values[s]! * POWERS[s % LANES]!
    bound = Math.max(bound, Math.abs(values[s]!))
  }
  packed[at + WIDTH - 1]! += bound * LANE ** (LANES - 1)
}

/** The sums of the rows of `packed` that have the first `count` numbers of `rows`, into `sums`. */
export function addRows(packed: Float64Array, rows: Uint16Array, count: number, sums: Float64Array): void {
  // eight sums at once stay in the processor's registers
  for (let w = 0; w < WIDTH; w += 8) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    let e = 0
    let f = 0
    let g = 0
    let h = 0
    for (let i = 0; i < count; i++) {
      const at = rows[i]! * WIDTH + w
      a += packed[at]!
      b += packed[at + 1]!
      c += packed[at + 2]!
      d += packed[at + 3]!
      e += packed[at + 4]!
      f += packed[at + 5]!
      g += packed[at + 6]!
      h += packed[at + 7]!
    }
    sums[w] = a
    sums[w + 1] = b
    sums[w + 2] = c
    sums[w + 3] = d
    sums[w + 4] = e
    sums[w + 5] = f
    sums[w + 6] = g
    sums[w + 7] = h
  }
}

/** Whether all of packed `sums` are true: none is larger than the sum of the bounds, and a lane holds that. */
export const fits = (sums: Float64Array): boolean => nearest(sums[WIDTH - 1]! / (LANE * LANE)) <= LARGEST

/** Writes packed `sums` times `unit` into `out` from `at` on, a number a state. */
export function unpack(sums: Float64Array, unit: number, out: Float64Array, at: number): void {
  for (let w = 0, s = at; w < WHOLE; w++, s += LANES) {
    const third = nearest(sums[w]! / (LANE * LANE))
    const rest = sums[w]! - third * (LANE * LANE)
    const second = nearest(rest / LANE)
    out[s] = (rest - second * LANE) * unit
    out[s + 1] = second * unit
    out[s + 2] = third * unit
  }
  let rest = sums[WHOLE]! - nearest(sums[WHOLE]! / (LANE * LANE)) * (LANE * LANE)
  for (let s = WHOLE * LANES; s < N; s++) {
    const over = nearest(rest / LANE)
    out[at + s] = (rest - over * LANE) * unit
    rest = over
  }
}

/** The whole number nearest to `x`: a sum with so large a number has no room for a fraction. `Math.round` takes longer. */
const nearest = (x: number): number => x + LARGE - LARGE
const LARGE = 1.5 * 2 ** 52

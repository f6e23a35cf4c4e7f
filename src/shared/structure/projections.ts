/** The names under which a state's evidence is weighed, by number; and the way from what speaks for names to what speaks for states. */
import { STATES, projectionsOf } from './states.ts'

export const PROJECTION_NAMES: readonly string[] = [...new Set(STATES.flatMap((s) => projectionsOf(s)))]
export const PROJECTION_INDEX: ReadonlyMap<string, number> = new Map(PROJECTION_NAMES.map((name, i) => [name, i]))

/** For each state the numbers of its projections. */
export const STATE_PROJECTIONS: readonly Int16Array[] = STATES.map((s) =>
  Int16Array.from(projectionsOf(s), (name) => PROJECTION_INDEX.get(name)!),
)

/** Sums of projections → sums of states, into `out` from `at` on. */
export function project(sum: Float64Array, out: Float64Array, at: number): void {
  for (let s = 0, k = 0; s < STATES.length; s++, k += 3)
    out[at + s] = sum[EVERY[k]!]! + sum[EVERY[k + 1]!]! + sum[EVERY[k + 2]!]!
  for (let k = 0; k < SOME.length; k += 2) out[at + SOME[k]!]! += sum[SOME[k + 1]!]!
}

/** The first three projections of each state, one state after the other; and of the few that have more, state and projection. */
const EVERY = Uint8Array.from(STATE_PROJECTIONS.flatMap((own) => [...own.subarray(0, 3)]))
const SOME = Uint8Array.from(STATE_PROJECTIONS.flatMap((own, s) => [...own.subarray(3)].flatMap((k) => [s, k])))

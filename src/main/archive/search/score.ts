/** How well an article fits: where the text stands counts most, then how often, then how much of the article it is. */
import { WORTH_OF } from './roles.ts'

const LOG2 = Float32Array.from({ length: 8 }, (_, n) => 1 + Math.log2(Math.max(1, n)) * 0.25)

/** By a flag byte: groups of roles in the low five bits, times in the high three. */
export const WEIGHT_OF: Float32Array = Float32Array.from(
  { length: 256 },
  (_, flags) => (WORTH_OF[flags & 31] ?? 0) * (LOG2[flags >> 5] ?? 0),
)

/** What a weight is divided by in an article of so many code units. */
export const dilution = (length: number): number => 1 + length / 8000

/** How alike two texts are: by the runs of four characters they share (Jaccard), found again by a few minimal hashes. */
import { COMBINES, normalise } from './normalise.ts'

const RUN = 4
/** Shorter texts are alike too easily. In characters without blanks and marks. */
const LEAST = 40
const BANDS = 5

/** What is compared: letters, Han and digits in normal form. */
export const bare = (text: string): string => normalise(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** The same as code units, without a string in between: most texts of a newspaper allow it. */
function bareUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const unit = bareOf[code]! || askBare(code)
    if (unit > COMPLEX) units[n++] = unit
    else if (unit === COMPLEX) return unitsOf(bare(text))
  }
  return units.subarray(0, n)
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i)
  return units
}

/** What each code unit becomes, as far as it was asked for (0 stands for not yet): it is left out, or only the whole text tells, as with halves of a pair. */
const bareOf = new Uint16Array(0x10000)
const LEFT_OUT = 1
const COMPLEX = 2

function askBare(code: number): number {
  const character = String.fromCharCode(code)
  // What a character becomes alone it becomes everywhere, but for halves of a pair and what combines with the one before.
  const isPart = (code >= 0xd800 && code < 0xe000) || COMBINES.test(character)
  const left = isPart ? undefined : bare(character)
  return (bareOf[code] = left === '' ? LEFT_OUT : left?.length === 1 ? left.charCodeAt(0) : COMPLEX)
}

/**
 * Five whole numbers under 2⁵¹; texts that share one are worth comparing. At a likeness of 0.8 they share one in 99 of 100
 * cases, at 0.5 in 76. Empty for a text that is too short.
 */
export function likenessHashes(text: string): readonly number[] {
  const t = bareUnits(text)
  if (t.length < LEAST) return []
  // One hash a run; which of the bins it may be the least of is told by its low bits (one-permutation MinHash).
  const bins = new Uint32Array(BANDS * 2).fill(0xffffffff)
  for (let i = 0; i + RUN <= t.length; i++) {
    const h = hashAt(t, i)
    const bin = h % (BANDS * 2)
    if (h < bins[bin]!) bins[bin] = h
  }
  const hashes: number[] = []
  for (let band = 0; band < BANDS; band++) {
    const [a = 0, b = 0] = [bins[band * 2], bins[band * 2 + 1]]
    if (a === 0xffffffff || b === 0xffffffff) continue
    hashes.push(
      band * 2 ** 48 + (mix(a ^ Math.imul(b, 0x9e3779b1)) & 0xffff) * 2 ** 32 + mix(b ^ Math.imul(a, 0x85ebca6b)),
    )
  }
  return hashes
}

/** How many runs are looked for, and how many of them two texts of a likeness of 0.7 have in common at the very least. */
const PROBES = 24
const PROBES_FOUND = 6

/**
 * A cheap look that tells most texts that are not alike: their lengths, and some runs of one looked for in the other as they
 * stand. True for all that `likeness` puts at 0.7 or more, but for texts in another script or width.
 */
export function mayBeAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < Math.max(a.length, b.length) * 0.6) return false
  const step = Math.max(1, Math.floor((a.length - RUN) / PROBES))
  let found = 0
  // It ends as soon as what is left cannot change the answer.
  for (let i = 0; i < PROBES && found < PROBES_FOUND && found + PROBES - i >= PROBES_FOUND; i++)
    if (b.includes(a.slice(i * step, i * step + RUN))) found++
  return found >= PROBES_FOUND
}

/** 0…1: the share of runs of four characters that both texts have. */
export function likeness(a: string, b: string): number {
  const [runsA, runsB] = [runsOf(bareUnits(a)), runsOf(bareUnits(b))]
  let shared = 0
  for (const run of runsA) if (runsB.has(run)) shared++
  const all = runsA.size + runsB.size - shared
  return all === 0 ? 0 : shared / all
}

function runsOf(t: Uint16Array): Set<number> {
  const runs = new Set<number>()
  for (let i = 0; i + RUN <= t.length; i++) runs.add(hashAt(t, i))
  return runs
}

/** Of the `RUN` units from `i` on. */
function hashAt(t: Uint16Array, i: number): number {
  let h = Math.imul(0x811c9dc5 ^ t[i]!, 0x01000193)
  h = Math.imul(h ^ t[i + 1]!, 0x01000193)
  h = Math.imul(h ^ t[i + 2]!, 0x01000193)
  return mix(Math.imul(h ^ t[i + 3]!, 0x01000193))
}

function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

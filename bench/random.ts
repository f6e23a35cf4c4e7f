/** Seeded chance, so that made-up pages and training are the same every time (mulberry32). */

export type Random = {
  readonly next: () => number
  /** A whole number from `from` up to, not including, `to`. */
  readonly int: (from: number, to: number) => number
  readonly chance: (p: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

export function random(seed: number): Random {
  let a = seed | 0
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * Math.max(1, to - from))
  return {
    next,
    int,
    chance: (p) => next() < p,
    pick: (list) => list[int(0, list.length)]!,
    shuffled: (list) => {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i + 1)
        ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
      }
      return copy
    },
  }
}

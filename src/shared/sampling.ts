/**
 * Checking a batch by a sample: which blocks are drawn, and what their errors say of all. The bounds are those of Clopper and Pearson
 * (Biometrika 26, 1934): exact for the binomial, never narrower than they say, and they hold for no error at all and for small samples.
 */

export type Bounds = { readonly low: number; readonly high: number }

/** `n` different numbers of `[0, total)` in ascending order, each set equally likely; the same `seed` draws the same. All of them where `n` is not less. */
export function drawSample(total: number, n: number, seed: number): readonly number[] {
  if (n >= total) return Array.from({ length: Math.max(0, total) }, (_, i) => i)
  const random = generator(seed)
  // Floyd's way: one draw a number, whatever the total is.
  const drawn = new Set<number>()
  for (let top = total - n; top < total; top++) {
    const x = Math.floor(random() * (top + 1))
    drawn.add(drawn.has(x) ? top : x)
  }
  return [...drawn].toSorted((a, b) => a - b)
}

/** Bounds of the error rate after `wrong` of `n` were wrong, 0…1; together they miss the truth in at most `1 - level` of all draws. */
export function errorBounds(wrong: number, n: number, level = 0.95): Bounds {
  if (n <= 0) return { low: 0, high: 1 }
  const half = (1 - level) / 2
  return {
    low: wrong <= 0 ? 0 : solve((p) => 1 - atMost(wrong - 1, n, p) - half),
    high: wrong >= n ? 1 : solve((p) => half - atMost(wrong, n, p)),
  }
}

/** The least sample that, without any error in it, bounds the rate by `rate`. */
export function leastSample(rate: number, level = 0.95): number {
  if (rate <= 0 || rate >= 1) return rate >= 1 ? 1 : Infinity
  return Math.ceil(Math.log((1 - level) / 2) / Math.log(1 - rate))
}

/** P(X ≤ k) of the binomial with `n` draws, each wrong with probability `p`. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1
  if (p >= 1) return k >= n ? 1 : 0
  // In logarithms: (1 - p)^n alone would vanish for large samples.
  let term = n * Math.log1p(-p)
  let sum = Math.exp(term)
  for (let i = 1; i <= k; i++) {
    term += Math.log((n - i + 1) / i) + Math.log(p) - Math.log1p(-p)
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}

/** Where the rising `f` crosses zero in [0, 1]. */
function solve(f: (p: number) => number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (f(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Mulberry32: a small generator whose numbers depend on the seed alone. Gives [0, 1). */
function generator(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
}

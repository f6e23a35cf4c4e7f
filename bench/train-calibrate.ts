/** Calibration: how often blocks that the engine was so sure of were right, as a rising line (isotonic regression by pooling neighbours). */

type Outcome = { readonly sure: number; readonly right: boolean }
type Pool = { sure: number; right: number; n: number }

/** Points `[said, found]` of a line that rises; `outcomes` come from pages that were not learned from. */
export function isotonic(outcomes: readonly Outcome[]): readonly (readonly [number, number])[] {
  const sorted = [...outcomes].sort((a, b) => a.sure - b.sure)
  // a prior of one right and one wrong in 40 keeps the ends from 0 and 1
  const size = Math.max(20, Math.floor(sorted.length / 60))
  const pools: Pool[] = []
  for (let i = 0; i < sorted.length; i += size) {
    const part = sorted.slice(i, i + size)
    pools.push({
      sure: part.reduce((s, o) => s + o.sure, 0),
      right: part.filter((o) => o.right).length,
      n: part.length,
    })
    while (pools.length > 1 && rate(pools.at(-2)!) >= rate(pools.at(-1)!)) {
      const last = pools.pop()!
      const before = pools.pop()!
      pools.push({ sure: before.sure + last.sure, right: before.right + last.right, n: before.n + last.n })
    }
  }
  const points = pools.map((p) => [round(p.sure / p.n), round(rate(p))] as const)
  const start = points[0]
  return start && start[0] > 0.05 ? [[0, round(Math.min(start[1], start[0]) / 2)], ...points] : points
}

const rate = (p: Pool): number => (p.right + 0.5) / (p.n + 1)
const round = (v: number): number => Math.round(v * 1000) / 1000

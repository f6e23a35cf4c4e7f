/** The two tables of the structure benchmark: which roles are taken for which, and whether 0.9 sure is right nine times in ten. */
import { ROLES } from '../src/shared/page/page.ts'
import type { Page, Role } from '../src/shared/page/page.ts'
import type { BenchPage } from './structure-pages.ts'

type Result = { readonly page: BenchPage; readonly ours: Page }

/** Characters by gold role (rows) and found role (columns). */
export function confusionTable(results: readonly Result[]): string {
  const counts = new Map<string, number>()
  for (const { page, ours } of results) {
    const found = new Map<number, Role>()
    for (const a of ours.articles)
      for (const b of a.blocks) for (const [s, e] of b.spans) for (let i = s; i < e; i++) found.set(i, b.role)
    for (const a of page.articles)
      for (const b of a.blocks)
        for (const [s, e] of b.spans)
          for (let i = s; i < e; i++) {
            const key = `${b.role} ${found.get(i)}`
            counts.set(key, (counts.get(key) ?? 0) + 1)
          }
  }
  const row = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(12) + cells.map((c) => String(c).padStart(11)).join('')
  return (
    [
      row('gold\\found', ROLES),
      ...ROLES.map((g) =>
        row(
          g,
          ROLES.map((f) => counts.get(`${g} ${f}`) ?? 0),
        ),
      ),
    ].join('\n') + '\n'
  )
}

/** Whether each block was right, with how sure the engine was. */
export function outcomes(results: readonly Result[]): readonly { readonly sure: number; readonly right: boolean }[] {
  return results.flatMap(({ page, ours }) => {
    const keyOf = (b: { role: Role; spans: readonly (readonly [number, number])[] }) =>
      `${b.role} ${charsOf(page.source, b.spans)}`
    const gold = new Set(page.articles.flatMap((a) => a.blocks.map(keyOf)))
    return ours.articles.flatMap((a) => a.blocks.map((b) => ({ sure: b.confidence, right: gold.has(keyOf(b)) })))
  })
}

const charsOf = (source: string, spans: readonly (readonly [number, number])[]): string =>
  spans
    .flatMap(([s, e]) => Array.from({ length: e - s }, (_, i) => s + i).filter((i) => !/\s/.test(source[i]!)))
    .join(',')

/** Of the blocks said to be so sure, the share that were right. */
export function calibrationTable(results: readonly Result[]): string {
  const all = outcomes(results)
  const bands = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001]
  const rows = bands.slice(1).map((top, i) => {
    const inside = all.filter((o) => o.sure >= bands[i]! && o.sure < top)
    const right = inside.filter((o) => o.right).length
    const said = inside.reduce((n, o) => n + o.sure, 0) / (inside.length || 1)
    return `${bands[i]!.toFixed(2)}–${Math.min(1, top).toFixed(2)}  blocks ${String(inside.length).padStart(6)}  said ${said.toFixed(3)}  right ${inside.length ? (right / inside.length).toFixed(3) : '–'}`
  })
  const off = bands.slice(1).reduce((sum, top, i) => {
    const inside = all.filter((o) => o.sure >= bands[i]! && o.sure < top)
    return sum + Math.abs(inside.reduce((n, o) => n + o.sure - +o.right, 0))
  }, 0)
  return `${rows.join('\n')}\nsaid and found differ by ${(off / (all.length || 1)).toFixed(3)} on average\n`
}

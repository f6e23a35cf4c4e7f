/** What each format holds of a page, as the rows of a table: the README shows it. */
import type { Lang } from '../page/roles.ts'
import { WRITERS } from './index.ts'
import { heldBy } from './losses.ts'

/** The first row names the formats; the others say of one thing each whether it is held whole, in part, or not at all. */
export async function heldTable(lang: Lang): Promise<readonly (readonly string[])[]> {
  const columns = await Promise.all(WRITERS.map(async (w) => ({ id: w.id, held: await heldBy(w) })))
  const rows = columns[0]?.held.map((h) => h.probe) ?? []
  const cell = (told = 0, of = 0): string => (told === of ? '✓' : told === 1 ? '–' : `${told}/${of}`)
  return [
    ['', ...columns.map((c) => c.id)],
    ...rows.map((probe, i) => [probe.name[lang], ...columns.map((c) => cell(c.held[i]?.told, c.held[i]?.of))]),
  ]
}

/** Prints, as Markdown for the README, what each format holds of a page; found by writing pages that differ in one thing. */
import { heldBy } from '../src/shared/writers/losses.ts'
import { WRITERS } from '../src/shared/writers/index.ts'

const lang = process.argv.includes('--en') ? 'en' : 'zh'
const columns = await Promise.all(WRITERS.map(async (w) => ({ id: w.id, held: await heldBy(w) })))
const rows = columns[0]?.held.map((h) => h.probe) ?? []
const cell = (told: number, of: number): string => (told === of ? '✓' : told === 1 ? '–' : `${told}/${of}`)
console.log(`| | ${columns.map((c) => c.id).join(' | ')} |`)
console.log(`| --- |${' :-: |'.repeat(columns.length)}`)
for (const [i, probe] of rows.entries()) {
  console.log(
    `| ${probe.name[lang]} | ${columns.map((c) => cell(c.held[i]?.told ?? 0, c.held[i]?.of ?? 0)).join(' | ')} |`,
  )
}

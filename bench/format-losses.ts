/** Prints, as Markdown for the README, what each format holds of a page; found by writing pages that differ in one thing. */
import { heldTable } from '../src/shared/writers/losses-table.ts'

const [head = [], ...rows] = await heldTable(process.argv.includes('--en') ? 'en' : 'zh')
for (const row of [head, ['---', ...head.slice(1).map(() => ':-:')], ...rows]) console.log(`| ${row.join(' | ')} |`)

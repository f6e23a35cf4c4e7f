/** `npm run bench:structure`: how well pages are read, a row a page beside a Markdown reader, with the time; confusion and calibration go to out/bench/. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { structure } from '../src/shared/structure/index.ts'
import { MEASURES, score } from './score.ts'
import type { Score } from './score.ts'
import { segmenter } from './segmenter.ts'
import { pagesOf } from './structure-pages.ts'
import type { BenchPage } from './structure-pages.ts'
import { markdownPage } from './structure-rival.ts'
import { linedPages, trimmedPages } from './synthetic-lined.ts'
import { calibrationTable, confusionTable } from './structure-tables.ts'

const verbose = process.argv.includes('-v')
const wanted = process.argv.slice(2).filter((a) => a !== '-v')
const sets = (['seed', 'plain', 'dev', 'samples', 'held', 'lined', 'trimmed', 'train'] as const).filter(
  (s) => wanted.length === 0 || wanted.includes(s),
)
const words = segmenter()
if (!words) console.log('The segmenter is not installed: the figures are without it.')

const cell = (v: number): string => v.toFixed(3)
const head = `${'page'.padEnd(32)}${MEASURES.map((m) => m.padStart(16)).join('')}${'ms'.padStart(8)}${'ms+words'.padStart(9)}`
const results: { page: BenchPage; ours: ReturnType<typeof structure>['page'] }[] = []
const spent = { bare: 0, worded: 0 }
structure(pagesOf('train')[0]?.source ?? '', words ? { words } : {}) // first use loads dictionaries
console.log(`${head}\n(in brackets: what a Markdown reader makes of the page)`)
for (const set of sets) {
  // lined: the held pages as OCR writes them that does not put the lines of a column together; trimmed: and drops their indents
  const isMade = set === 'lined' || set === 'trimmed'
  const pages = isMade ? (set === 'lined' ? linedPages : trimmedPages)(pagesOf('held'), 1) : pagesOf(set)
  const rows = pages.map((page) => measure(page, !isMade))
  if (rows.length === 0) {
    console.log(`${set}: the reference data is absent, skipped`)
    continue
  }
  for (const row of rows) print(`${set}/${row.page.name}`, row.ours, row.rival, row.bare, row.worded)
  print(
    `mean of ${rows.length} ${set}`,
    mean(rows.map((r) => r.ours)),
    mean(rows.map((r) => r.rival)),
    average(rows.map((r) => r.bare)),
    average(rows.map((r) => r.worded)),
  )
}
console.log(speeds())
const folder = new URL('../out/bench/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('structure-confusion.txt', folder), confusionTable(results))
// only pages that nothing was learned from say whether 0.9 sure is right nine times in ten
const unseen = results.filter((r) => r.page.set === 'held' || r.page.set === 'samples')
const calibration = calibrationTable(unseen)
writeFileSync(new URL('structure-calibration.txt', folder), calibration)
if (unseen.length > 0)
  console.log(`How sure, and how often right, on ${unseen.length} pages never learned from:\n${calibration}`)

/** `counts`: the page is one of those that confusion, calibration and speed are told of. */
function measure(page: BenchPage, counts: boolean) {
  const ours = structure(page.source, words ? { words } : {}).page
  if (counts) results.push({ page, ours })
  const rival = markdownPage(page.source)
  const bare = time(() => structure(page.source))
  const worded = words ? time(() => structure(page.source, { words })) : NaN
  if (counts) {
    spent.bare += bare
    spent.worded += worded
  }
  return {
    page,
    ours: score(page, ours, page.source),
    rival: score(page, rival, page.source),
    bare,
    worded,
  }
}

/** Milliseconds of this process's own time of three runs, and of more until `ms` are spent, ascending: other work on the machine does not count. */
function times(run: () => unknown, ms = 0): readonly number[] {
  const found: number[] = []
  for (let spent = 0; found.length < 3 || spent < ms;) {
    const from = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(from)
    found.push((user + system) / 1000)
    spent += (user + system) / 1000
  }
  return found.sort((a, b) => a - b)
}

/** The best of three runs. */
function time(run: () => unknown): number {
  return times(run)[0] ?? 0
}

/** Half a second of runs: the quickest, and the one in the middle. */
function told(run: () => unknown): string {
  const found = times(run, 500)
  return `${(found[0] ?? 0).toFixed(1)} ms (median ${(found[found.length >> 1] ?? 0).toFixed(1)})`
}

/** Milliseconds for 10,000 characters over all pages measured, for texts of growing size, and for texts that no page looks like. */
function speeds(): string {
  const chars = results.reduce((n, r) => n + r.page.source.length, 0)
  const each = (ms: number) => `${((ms / chars) * 10_000).toFixed(1)} ms`
  const all = results.map((r) => r.page)
  // Our own pages are short and dense: what a line costs shows there, what a character costs on the longer ones.
  const reference = all.filter((p) => p.set === 'seed' || p.set === 'plain' || p.set === 'dev')
  const both = (source: string) => {
    const worded = words ? `, ${told(() => structure(source, { words }))} with it` : ''
    return `${told(() => structure(source))} without the segmenter${worded}`
  }
  const sized = (pages: readonly BenchPage[], of: string) => {
    const text = pages.map((p) => p.source).join('\n\n')
    if (text === '') return []
    return [10_000, 100_000, 1_000_000].map((size) => {
      const source = text.repeat(Math.ceil(size / text.length)).slice(0, size)
      return `a page of ${size.toLocaleString('en')} characters, ${of}: ${both(source)}`
    })
  }
  return [
    `10,000 characters of these pages: ${each(spent.bare)} without the segmenter, ${each(spent.worded)} with it`,
    ...sized(reference, 'as the reference pages have them'),
    ...sized(
      all.filter((p) => !reference.includes(p)),
      'as our own pages have them',
    ),
    `300,000 short lines: ${time(() => structure('一行不长的字\n'.repeat(300_000))).toFixed(0)} ms`,
    `100,000 lines of one paragraph: ${time(() => structure('城市更新的步子越走越稳，街道梳理排摸辖区现状\n'.repeat(100_000))).toFixed(0)} ms`,
    `10 MB on one line: ${time(() => structure('城市更新的步子，越走越稳。'.repeat(800_000))).toFixed(0)} ms`,
  ].join('\n')
}

function print(
  name: string,
  ours: Pick<Score, (typeof MEASURES)[number]>,
  rival: Pick<Score, (typeof MEASURES)[number]>,
  bare: number,
  worded: number,
): void {
  const cells = MEASURES.map((m) => `${cell(ours[m])} (${cell(rival[m])})`.padStart(16))
  console.log(`${name.padEnd(32)}${cells.join('')}${bare.toFixed(1).padStart(8)}${worded.toFixed(1).padStart(9)}`)
  if (verbose && 'missed' in ours)
    for (const line of [
      ...(ours as Score).missed.map((m) => `   missed ${m}`),
      ...(ours as Score).wrong.map((w) => `   wrong  ${w}`),
    ])
      console.log(line)
}

function mean(scores: readonly Score[]): Record<(typeof MEASURES)[number], number> {
  return Object.fromEntries(MEASURES.map((m) => [m, average(scores.map((s) => s[m]))])) as Record<
    (typeof MEASURES)[number],
    number
  > // every measure is there
}

function average(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

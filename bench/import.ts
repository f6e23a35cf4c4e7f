/**
 * Import of the news corpus as files (more than it has: with paragraphs shuffled and numbered): reading, structure, segmentation and index, beside the rate at which one thread's bare
 * nodejieba.cutForSearch cuts the same text. Prints the ratio (at least 0.6 is wanted on two cores), how busy the processors were and
 * how much two of them do at once that share what a core has, the peak memory and how much there was after how many files. Loading the dictionaries is told apart: the first half of the files
 * is imported with it, the second half finds them loaded, as the rival does.
 */
import './as-archive.ts'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { openArchive } from '../src/main/archive/archive.ts'
import { MEMORY_ENV } from '../src/main/archive/memory-env.ts'
import { api } from '../src/shared/api.ts'
import type { Job } from '../src/shared/api/jobs.ts'
import { client } from '../src/shared/rpc.ts'
import { articles, corpus } from './data.ts'

const COUNT = Number(process.argv[2] ?? 10_000)
const out = (line: string) => process.stdout.write(`${line}\n`)

const all = corpus()
const news = all && [...articles(all, COUNT)]
if (!news) {
  out('bench:import skipped: the news corpus is not here (BANXIN_SHARED).')
  process.exit(0)
}

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-import-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const folderOf = (half: number) => path.join(folder, `files-${half}`)
const characters = [0, 0]
for (const [i, n] of news.entries()) {
  const text = `${n.title}\n\n${n.paragraphs.join('\n\n')}\n`
  const half = i % 2
  const date = `${n.date.slice(0, 4)}-${n.date.slice(4, 6)}-${n.date.slice(6)}`
  const day = path.join(folderOf(half), '新闻日报', date)
  mkdirSync(day, { recursive: true })
  writeFileSync(path.join(day, `${String(i).padStart(5, '0')}.txt`), text)
  characters[half] = (characters[half] ?? 0) + text.length
}
const total = characters.reduce((a, b) => a + b)
const files = news.length
writeFileSync(
  path.join(folder, 'texts.json'),
  JSON.stringify(news.map((n) => `${n.title}\n\n${n.paragraphs.join('\n\n')}\n`)),
)

// The rival runs in a process of its own, without the archive's memory settings: its dictionaries and texts are not counted as ours.
const PLAIN_ENV = Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in MEMORY_ENV)))
const RIVAL = `
  const nodejieba = require('nodejieba')
  const texts = JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'))
  nodejieba.cutForSearch('版心')
  const cpu = process.cpuUsage(), start = performance.now()
  for (const t of texts) nodejieba.cutForSearch(t)
  const { user, system } = process.cpuUsage(cpu)
  console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 }))`
type Measured = { readonly seconds: number; readonly cpu: number }
async function measureRival(): Promise<Measured> {
  const rival = spawn(process.execPath, ['-e', RIVAL, path.join(folder, 'texts.json')], { env: PLAIN_ENV })
  let told = ''
  for await (const part of rival.stdout.setEncoding('utf8')) told += String(part)
  return JSON.parse(told) as Measured // printed by the lines above
}

const memory: { readonly files: number; readonly megabytes: number }[] = []
let doneBefore = 0
let done = 0
const before = await measureRival()
const archive = await openArchive({
  path: path.join(folder, 'a.banxin'),
  watch: false,
  log: (m, e) => console.error(m, e),
})
const call = client(api, archive.handle)
archive.onEvent(({ event, data }) => {
  if (event === 'job.progress') done = doneBefore + (data as Job).done // its data is as the contract says
})
const watching = setInterval(() => memory.push({ files: done, megabytes: ownMegabytes() }), 100)
const halves = [await importHalf(0), await importHalf(1)]
clearInterval(watching)
const stats = await call('archive.stats', {})
await archive.close()
const after = await measureRival()
// Two processors are seldom worth two: they share caches, and often what a core has.
const atOnce = await Promise.all([measureRival(), measureRival()])

// Before and after, because a machine that others use too is not the same all the time.
const bare = { seconds: (before.seconds + after.seconds) / 2, cpu: (before.cpu + after.cpu) / 2 }
const rate = (n: number, s: number) => n / s / 1e6
const cores = Math.min(2, availableParallelism())
out(`${files} files, ${(total / 1e6).toFixed(2)} M characters, ${availableParallelism()} cores`)
out(`bare cutForSearch, one thread         ${rate(total, bare.seconds).toFixed(2)} M characters/s`)
const each = atOnce.reduce((sum, r) => sum + rate(total, r.seconds), 0) / 2
out(`  each of two of them at once         ${each.toFixed(2)} M characters/s`)
for (const [half, name] of ['dictionaries and all', 'dictionaries loaded '].entries()) {
  const { seconds, cpu, told } = halves[half] ?? { seconds: 0, cpu: 0, told: '' }
  const busy = ((100 * cpu) / (seconds * cores)).toFixed(0)
  const n = characters[half] ?? 0
  const ratio = rate(n, seconds) / rate(total, bare.seconds)
  out(`import, ${name}          ${rate(n, seconds).toFixed(2)} M characters/s   ratio ${ratio.toFixed(2)}   (${told})`)
  // What the work itself costs; two idle cores share it.
  const best = rate(n, cpu / cores) / rate(total, bare.cpu)
  out(
    `  by processor time on two idle cores at best            ratio ${best.toFixed(2)}   (the processors were busy for ${busy} % of the time)`,
  )
}
out(`peak memory                           ${Math.max(...memory.map((m) => m.megabytes)).toFixed(0)} MB`)
for (let step = 1; step <= 10; step++) {
  const upTo = Math.round((files * step) / 10)
  const then = memory.filter((m) => m.files <= upTo && m.files > upTo - files / 10)
  if (then.length > 0)
    out(
      `  up to ${String(upTo).padStart(6)} files                  ${Math.max(...then.map((m) => m.megabytes)).toFixed(0)} MB`,
    )
}
out(`archive                               ${(stats.bytes / 1e6).toFixed(0)} MB, integrity ${stats.integrity}`)

async function importHalf(half: number) {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const { id } = await call('job.create', { paths: [folderOf(half)] })
  const job = await call('job.wait', { id })
  const seconds = (performance.now() - start) / 1000
  doneBefore += job.total
  const { user, system } = process.cpuUsage(cpu)
  const told = `${job.pages} pages, ${job.duplicates} duplicates, ${job.alike} alike, ${job.failed} failed`
  return { seconds, cpu: (user + system) / 1e6, told }
}

/** What the process holds for itself, workers with it; not the archive's file, which the system keeps in memory while it is free. */
function ownMegabytes(): number {
  try {
    return Number(/RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return process.memoryUsage.rss() / 1e6
  }
}

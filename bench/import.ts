/**
 * Import of the news corpus as files: reading, structure, segmentation and index, beside the rate at which one thread's bare
 * nodejieba.cutForSearch cuts the same text. Prints the ratio (at least 0.6 is wanted on two cores) and the peak memory.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import nodejieba from 'nodejieba'
import { openArchive } from '../src/main/archive/archive.ts'
import { api } from '../src/shared/api.ts'
import { client } from '../src/shared/rpc.ts'
import { corpus } from './data.ts'

const COUNT = Number(process.argv[2] ?? 10_000)
const out = (line: string) => process.stdout.write(`${line}\n`)

const news = corpus()?.slice(0, COUNT)
if (!news) {
  out('bench:import skipped: the news corpus is not here (BANXIN_SHARED).')
  process.exit(0)
}

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-import-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const texts = news.map((n) => `${n.title}\n\n${n.paragraphs.join('\n\n')}\n`)
const characters = texts.reduce((n, t) => n + t.length, 0)
for (const [i, n] of news.entries()) {
  const day = path.join(folder, 'files', '新闻日报', `${n.date.slice(0, 4)}-${n.date.slice(4, 6)}-${n.date.slice(6)}`)
  mkdirSync(day, { recursive: true })
  writeFileSync(path.join(day, `${String(i).padStart(5, '0')}.txt`), texts[i] ?? '')
}

nodejieba.cutForSearch('版心')
const cuttingCpu = process.cpuUsage()
const cutting = performance.now()
for (const t of texts) nodejieba.cutForSearch(t)
const bare = (performance.now() - cutting) / 1000
const bareCpu = cpuSeconds(cuttingCpu)

// Dictionaries are loaded before the clock runs for the rival; here their loading is part of the import.
const archive = await openArchive({
  path: path.join(folder, 'a.banxin'),
  watch: false,
  log: (m, e) => console.error(m, e),
})
const call = client(api, archive.handle)
const memory: number[] = []
const watching = setInterval(() => memory.push(residentMegabytes()), 200)
const importingCpu = process.cpuUsage()
const importing = performance.now()
const { id } = await call('job.create', { paths: [path.join(folder, 'files')] })
const job = await call('job.wait', { id })
const seconds = (performance.now() - importing) / 1000
const importCpu = cpuSeconds(importingCpu)
clearInterval(watching)
const stats = await call('archive.stats', {})
await archive.close()

const rate = (s: number) => `${(characters / s / 1e6).toFixed(2)} M characters/s`
out(`${texts.length} files, ${(characters / 1e6).toFixed(2)} M characters, ${availableParallelism()} cores`)
out(`bare cutForSearch, one thread   ${bare.toFixed(2)} s   ${rate(bare)}`)
out(
  `import, dictionaries and all    ${seconds.toFixed(2)} s   ${rate(seconds)}   ${job.pages} pages, ${job.duplicates} duplicates, ${job.alike} alike, ${job.failed} failed`,
)
out(`ratio                           ${(bare / seconds).toFixed(2)}`)
// On a machine that others use too, the work itself is told by its processor time; two idle cores share it.
out(
  `by processor time               ${bareCpu.toFixed(2)} s, ${importCpu.toFixed(2)} s: on two idle cores at best ${(bareCpu / (importCpu / 2)).toFixed(2)}`,
)
out(
  `peak memory                     ${Math.max(...memory).toFixed(0)} MB (after a quarter of the files ${memory[Math.floor(memory.length / 4)]?.toFixed(0)} MB, at the end ${memory.at(-1)?.toFixed(0)} MB)`,
)
out(`archive                         ${(stats.bytes / 1e6).toFixed(0)} MB, integrity ${stats.integrity}`)

function cpuSeconds(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

/** What the process really holds, workers with it. */
function residentMegabytes(): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return process.memoryUsage.rss() / 1e6
  }
}

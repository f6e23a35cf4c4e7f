/**
 * How long web formats take: all of one 10,000-character page together, and 1,000 pages to a digital edition with memory watched.
 * The rival is remark (remark-parse) only reading the Markdown of the same page.
 */
import './as-archive.ts'
import { createHash } from 'node:crypto'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { pageMarkdown } from '../src/shared/writers/markdown/write.ts'
import { openWorkshop } from '../src/main/archive/workshop/workshop.ts'
import { siteFiles } from '../src/shared/writers/site/write.ts'
import type { SiteOptions } from '../src/shared/writers/site/write.ts'
import { WRITERS } from '../src/shared/writers/index.ts'
import type { WriterContext } from '../src/shared/writers/writer.ts'
import { benchPage } from '../e2e/harness/web-pages.ts'

const WEB = ['html', 'wechat', 'markdown', 'json']
const PAGES = Number(process.argv[2] ?? 1000)
const context: WriterContext = {
  name: 'page',
  lang: 'zh',
  picture: () => undefined,
  typeset: () => Promise.resolve(new Uint8Array()),
}

const big = benchPage(1, 10_000)
const writers = WRITERS.filter((w) => WEB.includes(w.id))
const cold = await timed(() => Promise.all(writers.map((w) => w.write(big, context))))
const warm = await median(() => Promise.all(writers.map((w) => w.write(big, context))))
const markdown = pageMarkdown(big)
const rival = await median(() => Promise.resolve(unified().use(remarkParse).parse(markdown)))
console.log(
  `${writers.map((w) => w.id).join(' + ')} of a 10,000-character page: first ${cold.toFixed(0)} ms, then ${warm.toFixed(1)} ms`,
)
console.log(`remark-parse reading its Markdown: ${rival.toFixed(1)} ms → ratio ${(warm / rival).toFixed(2)}`)
const site = WRITERS.find((w) => w.id === 'site')
console.log(`site of that page: ${(await timed(() => site?.write(big, context) ?? Promise.resolve())).toFixed(0)} ms`)

const pages = Array.from({ length: PAGES }, (_, n) => ({
  meta: benchPage(n, 200).meta,
  load: () => Promise.resolve({ page: benchPage(n) }),
}))
const hash = createHash('sha256')
let [files, bytes, done] = [0, 0, 0]
const began = performance.now()
const cpu = process.cpuUsage()
// As the archive makes it: the pages side by side, in as many threads as there are cores.
const workshop = openWorkshop(() => [], console.error)
if (!workshop) throw new Error('no threads here')
workshop.staff('edition', Math.ceil(PAGES / 40))
const make: SiteOptions['make'] = (task, site) => workshop.run('leaf', { task, site }, { later: true })
for await (const file of siteFiles(pages, { ...context, make, width: workshop.hands() })) {
  hash.update(file.bytes)
  files++
  bytes += file.bytes.length
  if (file.name.startsWith('pages/') && ++done % (PAGES / 4) === 0) report()
}
report()
await workshop.close()

function report(): void {
  const seconds = (performance.now() - began) / 1000
  const used = process.cpuUsage(cpu)
  const memory = process.memoryUsage()
  console.log(
    `${done} pages to a site: ${seconds.toFixed(1)} s (${((used.user + used.system) / 1e6).toFixed(1)} s of processor), ${files} files, ${(bytes / 1e6).toFixed(0)} MB; memory ${(memory.rss / 1e6).toFixed(0)} MB, heap ${(memory.heapUsed / 1e6).toFixed(0)} MB`,
  )
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 15; i++) times.push(await timed(run))
  return times.toSorted((a, b) => a - b)[7] ?? 0
}

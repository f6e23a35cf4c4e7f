/** Search over 100,000 articles, side by side on the same data: Banxin, FTS5 trigram, FTS5 unicode61 over cutForSearch, a LIKE scan. Queries in processor time. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { derive } from '../src/main/archive/derive.ts'
import { migrate } from '../src/main/archive/migrations/index.ts'
import { indexBatch } from '../src/main/archive/search/indexing.ts'
import { mergeSteps } from '../src/main/archive/search/merging.ts'
import { normaliseBlocks } from '../src/main/archive/search/normal.ts'
import { countSearch, runSearch } from '../src/main/archive/search/service.ts'
import { pendingCount } from '../src/main/archive/search/waiting.ts'
import { openDb } from '../src/main/archive/store/db.ts'
import { insertPage } from '../src/main/archive/store/page.ts'
import { putSource } from '../src/main/archive/store/source.ts'
import { loadWords } from '../src/main/archive/words.ts'
import { article, block, page } from '../src/shared/page/build.ts'
import { normalise } from '../src/shared/search/normalise.ts'
import { articles, corpus, percentile, random } from './data.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
const QUERIES = Number(process.argv[3] ?? 400)
const ARTICLES_A_PAGE = 8
const out = (line: string) => process.stdout.write(`${line}\n`)

const news = corpus()
if (!news) {
  out('bench:search skipped: the news corpus is not here (BANXIN_SHARED).')
  process.exit(0)
}

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const seconds = (from: number) => (performance.now() - from) / 1000
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

type Rival = {
  readonly name: string
  readonly build: number
  readonly size: number
  /** Finds the number of articles; undefined where it cannot be asked. */
  readonly count: (query: string) => number
  readonly ranked: (query: string) => unknown
  readonly queries?: number
}

// 1. the data, in an archive as the workstation keeps it
const db = openDb(path.join(folder, 'a.banxin'), { create: true })
migrate(db)
const texts: string[] = []
const filling = performance.now()
db.transaction(() => {
  const sourceId = putSource(db, Uint8Array.of(1))
  let waiting: ReturnType<typeof article>[] = []
  let date = ''
  const store = () => {
    if (waiting.length === 0) return
    const p = page(waiting, {
      publication: '基准日报',
      date: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`,
      number: '01',
    })
    insertPage(db, {
      name: 'bench',
      sourceId,
      reader: 'text',
      encoding: 'utf-8',
      notices: [],
      meta: p.meta,
      json: JSON.stringify(p),
      derived: derive(p),
      who: '',
    })
    waiting = []
  }
  for (const n of articles(news, COUNT)) {
    waiting.push(article([block('headline', n.title), ...n.paragraphs.map((p) => block('paragraph', p))]))
    date = n.date
    texts.push(normaliseBlocks([n.title, ...n.paragraphs].join('\u001f')))
    if (waiting.length === ARTICLES_A_PAGE) store()
  }
  store()
})()
const characters = texts.reduce((n, t) => n + t.length, 0)
out(
  `${texts.length} articles, ${(characters / 1e6).toFixed(1)} M characters, stored in ${seconds(filling).toFixed(1)} s`,
)

const rivals: Rival[] = []
{
  const start = performance.now()
  while (indexBatch(db));
  const steps = mergeAll()
  const build = seconds(start)
  out(
    `merged in ${steps.length} steps, the longest ${Math.max(0, ...steps).toFixed(0)} ms, 95 % under ${percentile(steps, 0.95).toFixed(0)} ms of processor time`,
  )
  const size = db
    .prepare(
      `SELECT sum(size + length(terms) + length(offsets) + length(articles) + length(pages) + length(page_of) + length(lengths)
        + length(blocks) + length(common) + length(directories)) FROM search_segment`,
    )
    .pluck()
    .get() as number
  if (pendingCount(db) > 0) throw new Error('not all indexed')
  const quoted = (q: string) => ({ query: `"${q}"` })
  rivals.push({
    name: 'Banxin',
    build,
    size,
    count: (q) => countSearch(db, quoted(q)).articles,
    ranked: (q) => runSearch(db, { ...quoted(q), limit: 20 }),
  })
}

/** Merges as the archive does between calls, and gives the processor time of each step in milliseconds. */
function mergeAll(): readonly number[] {
  const took: number[] = []
  for (;;) {
    const steps = mergeSteps(db)
    for (;;) {
      let result: IteratorResult<undefined, boolean> | undefined
      took.push(processorTime(() => (result = steps.next())))
      if (!result?.done) continue
      if (!result.value) return took
      break
    }
  }
}

// 2. the rivals, each in a file of its own
const rival = (
  name: string,
  fill: (other: Database.Database) => void,
  make: (other: Database.Database) => Omit<Rival, 'name' | 'build' | 'size'>,
) => {
  const file = path.join(folder, `${name.replace(/\W/g, '')}.db`)
  const other = new Database(file)
  other.pragma('journal_mode = WAL')
  other.pragma('mmap_size = 1073741824')
  other.pragma('cache_size = -64000')
  const start = performance.now()
  other.transaction(() => fill(other))()
  other.pragma('wal_checkpoint(TRUNCATE)')
  const build = seconds(start)
  rivals.push({ name, build, size: statSync(file).size, ...make(other) })
}
const phrase = (q: string) => `"${q.replaceAll('"', '""')}"`
const fts = (other: Database.Database, to: (q: string) => string): Omit<Rival, 'name' | 'build' | 'size'> => {
  const count = other.prepare('SELECT count(*) FROM t WHERE t MATCH ?').pluck()
  const ranked = other.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20')
  return { count: (q) => count.get(to(q)) as number, ranked: (q) => ranked.all(to(q)) }
}
const insertAll = (other: Database.Database, create: string, to: (t: string) => string) => {
  other.exec(create)
  const insert = other.prepare('INSERT INTO t (rowid, text) VALUES (?, ?)')
  for (const [i, t] of texts.entries()) insert.run(i + 1, to(t))
}
const rivalsWanted = process.argv[4] !== 'alone'
if (rivalsWanted) {
  rival(
    'FTS5 trigram',
    (o) => insertAll(o, "CREATE VIRTUAL TABLE t USING fts5 (text, content='', tokenize='trigram')", (t) => t),
    (o) => fts(o, phrase),
  )
  const words = await loadWords()
  const cut = (t: string) => words.cutForSearch(t).join(' ')
  rival(
    'FTS5 cutForSearch',
    (o) => insertAll(o, "CREATE VIRTUAL TABLE t USING fts5 (text, content='', tokenize='unicode61')", cut),
    (o) => fts(o, (q) => phrase(cut(q))),
  )
  rival(
    'LIKE scan',
    (o) => insertAll(o, 'CREATE TABLE t (text TEXT)', (t) => t),
    (o) => {
      const count = o.prepare('SELECT count(*) FROM t WHERE instr(text, ?)').pluck()
      const ranked = o.prepare('SELECT rowid FROM t WHERE instr(text, ?) LIMIT 20')
      return { count: (q) => count.get(q) as number, ranked: (q) => ranked.all(q), queries: 24 }
    },
  )
}

// 3. queries: pieces of the text of one to eight characters, drawn by a fixed seed
const next = random(7)
const queries: string[] = []
while (queries.length < QUERIES) {
  const t = texts[Math.floor(next() * texts.length)] ?? ''
  const at = Math.floor(next() * t.length)
  const q = t.slice(at, at + 1 + Math.floor(next() * 8))
  if (!/[\s\u001f"]/.test(q) && q !== '' && !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(q)) queries.push(normalise(q))
}
const truth = queries.map((q) => texts.reduce((n, t) => n + Number(t.includes(q)), 0))

// 4. the figures
const timed = (qs: readonly string[], run: (q: string) => unknown): number[] =>
  qs.map((q) => processorTime(() => run(q)))
/** What `run` itself costs, whoever else uses the machine. */
function processorTime(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const ms = (v: readonly number[]) => `${percentile(v, 0.5).toFixed(2)} / ${percentile(v, 0.95).toFixed(2)}`
const threeUp = queries.map((q, i) => ([...q].length >= 3 ? i : -1)).filter((i) => i >= 0)
out('')
out(
  'index'.padEnd(20) +
    'build'.padStart(8) +
    'size'.padStart(9) +
    'found'.padStart(9) +
    'exact'.padStart(8) +
    'count p50/p95 ms'.padStart(20) +
    'ranked 20'.padStart(18) +
    'count, 3+ char.'.padStart(20),
)
for (const r of rivals) {
  const n = r.queries ?? queries.length
  const some = queries.slice(0, n)
  for (const q of some.slice(0, 20)) r.count(q)
  const counts = some.map((q) => r.count(q))
  const found =
    counts.reduce((sum, c, i) => sum + Math.min(c, truth[i] ?? 0), 0) / truth.slice(0, n).reduce((a, b) => a + b, 0)
  const exact = counts.filter((c, i) => c === truth[i]).length / n
  const counting = timed(some, r.count)
  const ranking = timed(some, r.ranked)
  const long = counting.filter((_, i) => threeUp.includes(i))
  out(
    r.name.padEnd(20) +
      `${r.build.toFixed(1)} s`.padStart(8) +
      megabytes(r.size).padStart(9) +
      `${(found * 100).toFixed(1)} %`.padStart(9) +
      `${(exact * 100).toFixed(1)} %`.padStart(8) +
      ms(counting).padStart(20) +
      ms(ranking).padStart(18) +
      ms(long).padStart(20),
  )
}
db.close()

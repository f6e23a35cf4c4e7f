/**
 * Kills imports and edits with SIGKILL at random moments and looks at the archive after each: it must be whole, hold every
 * acknowledged save, and have no half and no double page. `npm run torture -- [kills of each kind, 100] [seconds at most]`.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { check } from '../src/main/archive/check.ts'
import { migrate } from '../src/main/archive/migrations/index.ts'
import { countSearch } from '../src/main/archive/search/service.ts'
import { openDb } from '../src/main/archive/store/db.ts'
import type { Db } from '../src/main/archive/store/db.ts'
import { revisionJson } from '../src/main/archive/store/revision.ts'

export type Toll = { kills: number; saves: number; pages: number; problems: string[] }

const FILES = 240
/** A harness that finds so much wrong need not go on. */
const MOST_PROBLEMS = 5
const CHILD = path.join(path.dirname(fileURLToPath(import.meta.url)), 'torture-child.mts')

/** Kills `kills` imports, or as many as begin before `until`, each at a random moment of its course; a killed one goes on with the next, and begins anew when all files are in. */
export async function tortureImports(kills: number, until = Infinity): Promise<Toll> {
  const { folder, remove } = workplace()
  const toll: Toll = { kills: 0, saves: 0, pages: 0, problems: [] }
  let round = 0
  let left = FILES
  try {
    const files = path.join(folder, 'files')
    mkdirSync(files)
    for (let i = 0; i < FILES; i++) writeFileSync(path.join(files, `${String(i).padStart(4, '0')}.txt`), story(i))
    while (toll.kills < kills && Date.now() < until && toll.problems.length < MOST_PROBLEMS) {
      const file = path.join(folder, `${round}.banxin`)
      const { killed, lines } = await runAndKill(['import', file, files], somewhere('stored', left, 100))
      const stored = lines.filter((l) => l.startsWith('stored ')).map((l) => Number(l.split(' ')[1]))
      const complete = inspect(file, toll, (db) => {
        const { pages, sources, outcomes } = db
          .prepare(
            `SELECT (SELECT count(*) FROM page) AS pages, (SELECT count(DISTINCT source_id) FROM page) AS sources,
              (SELECT count(*) FROM job_file WHERE outcome = 'new' AND EXISTS (SELECT 1 FROM page WHERE id = page_id)) AS outcomes`,
          )
          .get() as Record<'pages' | 'sources' | 'outcomes', number>
        if (pages !== sources) toll.problems.push(`${pages - sources} pages stand twice`)
        if (pages !== outcomes) toll.problems.push(`${pages} pages, ${outcomes} noted by the job`)
        for (const id of stored)
          if (!db.prepare('SELECT 1 FROM page WHERE id = ?').get(id))
            toll.problems.push(`page ${id} was told and is gone`)
        const found = countSearch(db, { query: '老街' }).articles
        if (found !== pages) toll.problems.push(`search finds ${found} of ${pages} pages`)
        toll.pages += stored.length
        left = FILES - pages
        return pages === FILES
      })
      if (killed) toll.kills++
      if (complete || !killed) {
        if (!complete) toll.problems.push('an import ended without all files')
        rmSync(file, { force: true })
        round++
        left = FILES
      }
    }
  } finally {
    remove()
  }
  return toll
}

/** Kills `kills` editors, each at a random moment; every save that they said was done must be there. */
export async function tortureEdits(kills: number, until = Infinity): Promise<Toll> {
  const { folder, remove } = workplace()
  const toll: Toll = { kills: 0, saves: 0, pages: 0, problems: [] }
  try {
    const file = path.join(folder, 'edit.banxin')
    const files = path.join(folder, 'files')
    mkdirSync(files)
    for (let i = 0; i < 5; i++) writeFileSync(path.join(files, `${i}.txt`), story(i))
    await runAndKill(['import', file, files], undefined)
    while (toll.kills < kills && Date.now() < until && toll.problems.length < MOST_PROBLEMS) {
      const { killed, lines } = await runAndKill(['edit', file], somewhere('saved', 120, 40))
      inspect(file, toll, (db) => {
        for (const line of lines.filter((l) => l.startsWith('saved '))) {
          const [, id = 0, revision = 0, hash] = line.split(' ')
          toll.saves++
          const kept = createHash('sha256')
            .update(revisionJson(db, Number(id), Number(revision)))
            .digest('hex')
          if (kept !== hash) toll.problems.push(`page ${id}, revision ${revision} is not what was acknowledged`)
        }
      })
      if (killed) toll.kills++
      else toll.problems.push(`an editor ended by itself: ${lines.at(-1)}`)
    }
  } finally {
    remove()
  }
  return toll
}

function workplace(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-torture-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** When a child is killed: some milliseconds after it said so many lines that begin with a word; undefined lets it end. */
type Moment = { readonly after: string; readonly lines: number; readonly within: number } | undefined

/** The moments go over the whole course: before the first page, between any two commits, while the last are indexed. */
const somewhere = (after: string, most: number, within: number): Moment => ({
  after,
  lines: Math.floor(Math.random() * (most + 1)),
  within,
})

/** Runs the child and kills it at `moment`. Whole lines only: half a line was not acknowledged. */
async function runAndKill(args: readonly string[], moment: Moment): Promise<{ killed: boolean; lines: string[] }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What was compiled once is kept, so that a child is soon where it can be killed.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'banxin-torture-compiled') },
  })
  const lines: string[] = []
  let said = 0
  let timer: NodeJS.Timeout | undefined
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    if (!moment) return
    if (line.startsWith(moment.after)) said++
    if (said >= moment.lines && lines.includes('ready'))
      timer ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * moment.within)
  })
  const signal = await new Promise<string | null>((resolve) => child.on('close', (_code, by) => resolve(by)))
  clearTimeout(timer)
  return { killed: signal === 'SIGKILL', lines: lines.filter((l) => !/^saved \d+ \d+ ?$/.test(l)) }
}

function inspect<T>(file: string, toll: Toll, look: (db: Db) => T): T {
  const db = openDb(file, { create: true })
  try {
    migrate(db)
    toll.problems.push(...check(db).problems)
    return look(db)
  } finally {
    db.close()
  }
}

const story = (i: number): string =>
  `第${i}盏灯\n\n本报记者 林一舟\n\n${`入夜以后，老街的第${i}盏灯亮起来。修灯的人说，灯亮了，路就短了。`.repeat(6)}\n\n灯下有人下棋，棋盘是第${i}号。\n`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kills = Number(process.argv[2] ?? 100)
  const seconds = Number(process.argv[3] ?? 3600)
  if (!(kills > 0 && seconds > 0)) {
    process.stderr.write('usage: npm run torture -- [kills of each kind, 100] [seconds at most, 3600]\n')
    process.exit(2)
  }
  let bad = 0
  for (const [name, torture] of [
    ['imports', tortureImports],
    ['edits', tortureEdits],
  ] as const) {
    // Each kind has half of the time.
    const toll = await torture(kills, Date.now() + (seconds / 2) * 1000)
    bad += toll.problems.length
    process.stdout.write(
      `${name}: ${toll.kills} killed, ${toll.pages} pages told and ${toll.saves} saves acknowledged before, all there: ${toll.problems.length === 0 ? 'yes' : 'NO'}\n`,
    )
    for (const p of toll.problems.slice(0, 20)) process.stdout.write(`  ${p}\n`)
  }
  process.exitCode = bad > 0 ? 1 : 0
}

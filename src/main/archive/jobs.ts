/** Runs import jobs one after the other: workers prepare files, this process stores them in short transactions that also note how far it is. */
import path from 'node:path'
import type { Job } from '../../shared/api/jobs.ts'
import { BanxinError } from '../../shared/errors.ts'
import { identityOfPath } from '../../shared/identity.ts'
import { likeness } from '../../shared/search/likeness.ts'
import type { Context } from './context.ts'
import { readBytes } from './read-bytes.ts'
import type { FileResult, FileTask } from './intake-file.ts'
import { filesOf } from './job-files.ts'
import { indexBatch, mergeOnce, pendingCount } from './search/store.ts'
import { alikeCandidates, pageText } from './store/article.ts'
import { sql, write } from './store/db.ts'
import type { Db } from './store/db.ts'
import { addFile, addJob, getJob, listJobs, nextFiles, setOutcome, setState } from './store/job.ts'
import type { JobRow } from './store/job.ts'
import { insertPage, pageOfSource } from './store/page.ts'
import { putPicture } from './store/picture.ts'
import { setting } from './store/setting.ts'
import { digest, putSource, sourceId } from './store/source.ts'

export type Jobs = {
  readonly create: (
    paths: readonly string[],
    options: { readonly publication?: string; readonly all?: boolean },
    kind?: Job['kind'],
  ) => Promise<number>
  readonly start: (id: number) => void
  readonly pause: (id: number) => void
  readonly cancel: (id: number) => void
  /** Resolves when the job has ended or was paused. */
  readonly wait: (id: number) => Promise<void>
  readonly view: (row: JobRow) => Job
  /** Goes on with jobs that a killed process left running. */
  readonly resume: () => void
  /** Stops after what is in hand; a running job goes on at the next start. */
  readonly close: () => Promise<void>
}

/** Files that go to a worker at once, and results that are stored at once: a commit costs more than a page. */
const BATCH = 12
const STORE = 200
/** So many pages wait at most before the index takes them in. */
const INDEX_AT = 3000
const TELL_MS = 250
const STORE_MS = 200
/** Another thread's dictionaries are not worth loading for few files. */
const FILES_A_THREAD = 150
const ALIKE = 0.7

export function makeJobs(context: Context): Jobs {
  const { workshop } = context
  const wanted = new Map<number, 'pause' | 'cancel' | 'close'>()
  const queue: number[] = []
  const waiting = new Map<number, (() => void)[]>()
  const rates = new Map<number, number>()
  let running: Promise<void> | undefined
  let current: number | undefined
  let closing = false

  const view = (row: JobRow): Job => {
    const rate = rates.get(row.id) ?? 0
    return { ...row, rate, left: row.state === 'running' && rate > 0 ? (row.total - row.done) / rate : null }
  }
  const tell = (id: number) => context.emit('job.progress', view(getJob(context.db, id)))

  const enqueue = (id: number) => {
    if (!queue.includes(id) && current !== id) queue.push(id)
    running ??= work().finally(() => (running = undefined))
  }

  async function work(): Promise<void> {
    for (let id = queue.shift(); id !== undefined && !closing; id = queue.shift()) {
      current = id
      try {
        await runJob(id)
      } catch (error) {
        context.log('job', error)
        setStateSafely(id, 'paused')
      }
      current = undefined
      for (const done of waiting.get(id) ?? []) done()
      waiting.delete(id)
    }
    workshop.staff(1)
  }

  const setStateSafely = (id: number, state: Job['state']) => {
    try {
      setState(context.db, id, state)
      tell(id)
    } catch (error) {
      context.log('job', error)
    }
  }

  async function runJob(id: number): Promise<void> {
    const { db } = context
    setState(db, id, 'running')
    let { total, done } = getJob(db, id)
    workshop.staff(Math.ceil((total - done) / FILES_A_THREAD))
    const started = performance.now()
    const meter = makeMeter()
    let told = 0
    let stored = started
    let after = -1
    let ready: Outcome[] = []
    const inHand = new Set<Promise<void>>()
    const store = () => {
      const results = ready
      ready = []
      stored = performance.now()
      const ids = storeResults(context, id, results)
      done += results.length
      rates.set(id, meter(results.length))
      if (ids.length > 0) context.emit('pages.changed', { ids })
      if (performance.now() - told > TELL_MS) {
        told = performance.now()
        const row = getJob(db, id)
        context.emit('job.progress', view({ ...row, seconds: row.seconds + (told - started) / 1000 }))
      }
      if (pendingCount(db) > INDEX_AT) indexBatch(db)
    }
    while (!wanted.has(id) && !closing) {
      if (inHand.size < workshop.hands()) {
        const tasks = nextFiles(db, id, after, BATCH)
        if (tasks.length > 0) {
          after = tasks.at(-1)?.n ?? after
          const batch: Promise<void> = prepare(context, tasks).then((results) => {
            ready.push(...results)
            inHand.delete(batch)
          })
          inHand.add(batch)
          continue
        }
        if (inHand.size === 0) break
      }
      await Promise.race(inHand)
      if (ready.length >= STORE || (ready.length > 0 && performance.now() - stored > STORE_MS)) store()
    }
    await Promise.all(inHand)
    if (ready.length > 0) store()
    const seconds = (performance.now() - started) / 1000
    const order = wanted.get(id)
    wanted.delete(id)
    if (done >= total) {
      await indexAll(context)
      setState(db, id, 'done', (performance.now() - started) / 1000)
    } else if (order === 'pause') setState(db, id, 'paused', seconds)
    else if (order === 'cancel') setState(db, id, 'cancelled', seconds)
    else sql(db, 'UPDATE job SET seconds = seconds + ? WHERE id = ?').run(seconds, id)
    rates.delete(id)
    tell(id)
  }

  const order = (id: number, what: 'pause' | 'cancel') => {
    const row = getJob(context.db, id)
    if (row.state === 'done' || row.state === 'cancelled') return
    if (current === id) wanted.set(id, what)
    else {
      const at = queue.indexOf(id)
      if (at >= 0) queue.splice(at, 1)
      setState(context.db, id, what === 'pause' ? 'paused' : 'cancelled')
      tell(id)
    }
  }

  return {
    view,
    create: (paths, options, kind = 'import') => createJob(context, paths, options, kind),
    start: (id) => {
      const { state } = getJob(context.db, id)
      if (state === 'done' || state === 'cancelled') return
      wanted.delete(id)
      enqueue(id)
    },
    pause: (id) => order(id, 'pause'),
    cancel: (id) => order(id, 'cancel'),
    wait: (id) =>
      new Promise((resolve) => {
        if (current !== id && !queue.includes(id)) resolve()
        else waiting.set(id, [...(waiting.get(id) ?? []), resolve])
      }),
    resume: () => {
      for (const job of listJobs(context.db).toReversed())
        if (job.state === 'running' && !lives(job.pid)) enqueue(job.id)
    },
    close: async () => {
      closing = true
      await running
    },
  }
}

/** Indexes all that waits, with pauses for other calls between the batches. */
export async function indexAll({ db, emit }: Pick<Context, 'db' | 'emit'>): Promise<void> {
  while (indexBatch(db)) {
    emit('index.progress', { waiting: pendingCount(db) })
    await new Promise((resolve) => setImmediate(resolve))
  }
  while (mergeOnce(db)) await new Promise((resolve) => setImmediate(resolve))
}

async function createJob(
  { db }: Context,
  paths: readonly string[],
  options: { readonly publication?: string; readonly all?: boolean },
  kind: Job['kind'],
): Promise<number> {
  const patterns = (setting(db, 'import.patterns') as string[] | undefined) ?? [] // checked by patterns.set
  const id = write(db, () => addJob(db, kind, paths.length === 1 ? (paths[0] ?? '') : commonFolder(paths), options))
  let n = 0
  let found: { n: number; path: string; below: string; picture: string | null }[] = []
  const put = () =>
    write(db, () => {
      for (const f of found) {
        const guessed = identityOfPath(f.below, patterns)
        const meta = options.publication ? { ...guessed, publication: options.publication } : guessed
        addFile(db, id, f.n, f.path, meta, f.picture)
      }
      found = []
    })
  for (const chosen of paths)
    for await (const f of filesOf(chosen, options.all)) {
      found.push({ n: n++, ...f })
      if (found.length >= 1000) put()
    }
  put()
  return id
}

/** Files that are in the archive already, byte for byte, need no more than to be read. */
async function prepare({ db, workshop }: Context, tasks: readonly FileTask[]): Promise<readonly Outcome[]> {
  const fresh: FileTask[] = []
  const done: Outcome[] = []
  for (const task of tasks) {
    const bytes = await readBytes(task.path).catch(() => undefined)
    const known = bytes && sourceId(db, digest(bytes))
    const page = known === undefined ? undefined : pageOfSource(db, known)
    if (page === undefined) fresh.push(bytes ? { ...task, bytes } : task)
    else done.push({ n: task.n, page })
  }
  return fresh.length > 0 ? [...done, ...(await workshop.run('prepare', { files: fresh }, { later: true }))] : done
}

type Outcome = FileResult | { readonly n: number; readonly page: number }

/** Stores what was prepared, and what came of it, in one transaction. Gives the ids of new pages. */
function storeResults(context: Context, jobId: number, results: readonly Outcome[]): number[] {
  const { db } = context
  const who = context.who()
  return write(db, () => {
    const ids: number[] = []
    for (const r of results) {
      if ('page' in r) {
        setOutcome(db, jobId, r.n, { outcome: 'duplicate', page: r.page })
        continue
      }
      if (!r.ok) {
        setOutcome(db, jobId, r.n, { outcome: 'failed', page: null, code: r.code, params: r.params })
        continue
      }
      const sha256 = Buffer.from(r.sha256)
      const known = sourceId(db, sha256)
      const there = known === undefined ? undefined : pageOfSource(db, known)
      if (there !== undefined) {
        setOutcome(db, jobId, r.n, { outcome: 'duplicate', page: there })
        continue
      }
      const like = mostAlike(db, r)
      const id = insertPage(db, {
        name: nameOf(db, jobId, r.n),
        sourceId: putSource(db, r.bytes, sha256),
        reader: r.reader,
        encoding: r.encoding,
        notices: r.notices,
        meta: r.meta,
        json: r.json,
        derived: r.derived,
        who,
        pictureId: r.picture ? putPicture(db, r.picture).id : undefined,
      })
      ids.push(id)
      setOutcome(db, jobId, r.n, {
        outcome: 'new',
        page: id,
        articles: r.derived.articles.length,
        characters: r.derived.characters,
        like,
      })
    }
    return ids
  })
}

function nameOf(db: Db, jobId: number, n: number): string {
  const file =
    sql<{ path: string }>(db, 'SELECT path FROM job_file WHERE job_id = ? AND n = ?').get(jobId, n)?.path ?? ''
  return path.basename(file).replace(/(?:\.page)?\.[^.]{1,8}$/, '') || path.basename(file)
}

function mostAlike(db: Db, r: Extract<FileResult, { ok: true }>): { page: number; likeness: number } | undefined {
  const candidates = alikeCandidates(db, r.derived.likeness, 0)
  if (candidates.length === 0) return undefined
  const text = r.derived.articles.map((a) => a.text).join('')
  let best: { page: number; likeness: number } | undefined
  for (const page of candidates) {
    const value = likeness(text, pageText(db, page))
    if (value >= ALIKE && value > (best?.likeness ?? 0)) best = { page, likeness: Math.round(value * 1000) / 1000 }
  }
  return best
}

/** Files a second over about the last ten seconds. */
function makeMeter(): (files: number) => number {
  let seen: { at: number; files: number }[] = [{ at: performance.now(), files: 0 }]
  return (files) => {
    const at = performance.now()
    seen = [...seen.filter((s, i) => at - s.at < 10_000 || i === seen.length - 1), { at, files }]
    const span = at - (seen[0]?.at ?? at)
    return span <= 0 ? 0 : (seen.slice(1).reduce((n, s) => n + s.files, 0) / span) * 1000
  }
}

function lives(pid: number | null): boolean {
  if (pid === null || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // it lives and is somebody else's
  }
}

function commonFolder(paths: readonly string[]): string {
  const first = paths[0] ?? ''
  let folder = path.dirname(first)
  while (folder !== path.dirname(folder) && !paths.every((p) => p.startsWith(folder + path.sep)))
    folder = path.dirname(folder)
  return folder
}

/** Error: `job/missing`. */
export function removeJob(db: Db, id: number): void {
  if (sql(db, "DELETE FROM job WHERE id = ? AND state <> 'running'").run(id).changes === 0)
    throw new BanxinError('job/missing')
}

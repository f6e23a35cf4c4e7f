/** Runs one job: the workshop's threads prepare files, this one stores them and notes how far it is. */
import { stat } from 'node:fs/promises'
import { setImmediate as rest } from 'node:timers/promises'
import type { Job } from '../../../shared/api/jobs.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { Context } from '../context.ts'
import { find } from '../derive.ts'
import type { ArticleText, Found } from '../derive.ts'
import { prepared } from '../intake-file.ts'
import type { Failed, FileTask, Paged, Seen } from '../intake-file.ts'
import { knownSources } from '../known-sources.ts'
import type { KnownSources } from '../known-sources.ts'
import { indexAll, indexSome } from '../search/index-all.ts'
import { pendingCount } from '../search/waiting.ts'
import { endJob, getJob, nextFiles, setSeconds, setState, withOutcomes } from '../store/job.ts'
import type { JobRow } from '../store/job.ts'
import { pageOfSource } from '../store/page.ts'
import { sourceId } from '../store/source.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { keepResults } from './keep.ts'
import { withPictures } from './late-picture.ts'
import { loadAhead } from './load-ahead.ts'
import type { Outcome } from './keep.ts'

/** Files that go to a thread at once: few at first, as many as have about so many bytes together, so that none keeps others waiting. */
const FIRST_BATCH = 24
const MOST_BATCH = 128
const BATCH_BYTES = 200_000
/** Pictures beside the files are far larger than those: a batch has about so many bytes of them, and results with so many are stored. */
const PICTURE_BYTES = 16_000_000
/** Results that are stored at once: a commit writes again whatever it touches of the tables' indexes. */
const STORE = 400
const STORE_MS = 400
/**
 * While others ask for something, as many are stored between two answers as take about so long, in milliseconds. It costs a tenth more
 * of storing, so whoever imports alone does not pay it. They ask as long as the last time was so long ago.
 */
const ANSWER_MS = 30
const ASKED_MS = 2000
const FIRST_STORED = 24
/**
 * So many pages are indexed at once, or as many as have about so many bytes: many small pieces would soon be merged again. But what
 * waits when a part of that is left to be read is indexed then, so that the last files are not followed by a long wait.
 */
const MOST_INDEXED = 2000
const INDEXED_BYTES = 3_000_000
const LAST_PART = 1 / 6
const TELL_MS = 250
/** Another thread is not worth starting for few files. */
const FILES_A_THREAD = 300

export type Course = {
  /** It is aborted when the job is to end before its end. */
  readonly signal: AbortSignal
  /** What ends it then; undefined where it goes on at once. */
  readonly order: () => 'pause' | 'cancel' | 'close' | undefined
  /** So many files were stored. */
  readonly stored: (files: number) => void
  readonly tell: (row: JobRow) => void
  /** How long the job has run in all. */
  readonly seconds: () => number
}

/** Ends when all files were looked at, or when it was ordered to: what is ready is stored, what is in hand is prepared again another time. */
export async function runJob(context: Context, id: number, course: Course): Promise<void> {
  const { db, workshop } = context
  setState(db, id, 'running')
  // Counted once: what is stored from here on is added.
  let row = getJob(db, id)
  const threads = Math.ceil((row.total - row.done) / FILES_A_THREAD)
  workshop.staff('jobs', threads)
  if (threads > 1) loadAhead.find(workshop)
  const { seconds, signal } = course
  let tellAt = 0
  let stored = performance.now()
  let after = -1
  let ready: Outcome[] = []
  let pictureBytes = 0
  let atOnce = FIRST_STORED
  let indexing: Promise<void> | undefined
  const indexed = (failed?: unknown) => {
    indexing = undefined
    if (failed instanceof Error) context.log('index', failed)
  }
  const known = knownSources(db)
  const seen = { files: 0, bytes: 0, pictureBytes: 0 }
  /** How many files of what was seen have so many bytes. */
  const having = (bytes: number, of = seen.bytes) => Math.max(1, Math.round((bytes * seen.files) / Math.max(1, of)))
  const batchSize = () =>
    seen.files === 0 ? FIRST_BATCH : Math.min(MOST_BATCH, having(BATCH_BYTES), having(PICTURE_BYTES, seen.pictureBytes))
  const isIndexDue = () => {
    const piece = Math.min(MOST_INDEXED, having(INDEXED_BYTES))
    const pending = pendingCount(db)
    return pending >= piece || (pending >= piece / 3 && row.total - row.done <= piece * LAST_PART)
  }
  const index = async () => {
    while (!signal.aborted && isIndexDue() && (await indexSome(context)));
  }
  const inHand = new Set<Promise<void>>()

  const store = async () => {
    const results = ready
    ready = []
    pictureBytes = 0
    stored = performance.now()
    for (let at = 0; at < results.length;) {
      const began = performance.now()
      const isAsked = began - context.asked() < ASKED_MS
      const some = isAsked ? results.slice(at, at + atOnce) : results.slice(at)
      keep(some)
      at += some.length
      if (at === results.length) break
      atOnce = Math.max(1, Math.min(STORE, Math.round((some.length * ANSWER_MS) / (performance.now() - began))))
      await rest()
    }
    indexing ??= index().then(indexed, indexed)
  }

  const keep = (results: readonly Outcome[]) => {
    const { ids, pictured, told } = keepResults(context, id, results, seconds())
    for (const r of results) {
      if ('ok' in r && r.ok) for (const bytes of [r.bytes, r.json]) release(bytes)
      const picture = pictureOf(r)
      if (picture) release(picture)
    }
    row = withOutcomes(row, told)
    course.stored(results.length)
    context.stored(ids)
    if (pictured.length > 0) context.changed(pictured)
    if (performance.now() > tellAt) {
      course.tell({ ...row, seconds: seconds() })
      tellAt = performance.now() + TELL_MS
    }
  }

  const readIn = async () => {
    while (!signal.aborted) {
      if (inHand.size < workshop.hands()) {
        const next = nextFiles(db, id, after, batchSize())
        const tasks = seen.files === 0 ? await first(next, BATCH_BYTES) : next
        if (tasks.length > 0) {
          after = tasks.at(-1)?.n ?? after
          // It grew.
          if (after >= row.total) row = getJob(db, id)
          const batch: Promise<void> = prepare(context, tasks, known, signal).then((results) => {
            for (const r of results) {
              seen.files++
              if ('bytes' in r) seen.bytes += r.bytes.length
              const bytes = pictureOf(r)?.length ?? 0
              seen.pictureBytes += bytes
              pictureBytes += bytes
            }
            ready.push(...results)
            inHand.delete(batch)
          })
          // It is heard of where it is awaited; once one batch failed nobody waits for the others.
          batch.catch(() => {})
          inHand.add(batch)
          continue
        }
        if (inHand.size === 0) break
      }
      await Promise.race(inHand).catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
      const isMuch = ready.length >= STORE || pictureBytes >= PICTURE_BYTES
      if (isMuch || (ready.length > 0 && performance.now() - stored > STORE_MS)) await store()
    }
    await indexing
    if (ready.length > 0) await store()
  }

  for (;;) {
    await readIn()
    if (row.done < row.total) break
    await indexAll(context)
    if (endJob(db, id, seconds())) return
    // It grew while its last files were indexed.
    row = getJob(db, id)
  }
  const state: Job['state'] | undefined = STATES[course.order() ?? 'close']
  if (state) setState(db, id, state, seconds())
  else setSeconds(db, id, seconds())
}

const pictureOf = (r: Outcome): Uint8Array | null => ('picture' in r ? (r.picture ?? null) : null)

/**
 * Gives the memory of bytes back: it moves to a value that nobody keeps and that is young, so it goes at the next clearing up.
 * What waited to be stored is not young any more, and the bytes of thousands of files would gather.
 */
function release({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) structuredClone(buffer, { transfer: [buffer] })
}

/** A job that is only interrupted stays running: the next process goes on with it. */
const STATES = { pause: 'paused', cancel: 'cancelled', close: undefined } as const

/** The first of `tasks` that have so many bytes together, one at least. */
async function first(tasks: readonly FileTask[], bytes: number): Promise<readonly FileTask[]> {
  const sizes = await Promise.all(
    tasks.map((task) =>
      stat(task.path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  let sum = 0
  return tasks.filter((_, i) => (sum += sizes[i] ?? 0) <= bytes || i === 0)
}

/** The files as they can be stored: pages first, then what is found in their texts, which another thread does. */
async function prepare(
  { db, workshop }: Context,
  files: readonly FileTask[],
  known: KnownSources,
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const pages: Paged[] = []
  const others: Outcome[] = []
  const fresh: FileTask[] = []
  const sort = (result: Paged | Seen | Failed) => {
    if (result.ok === true) pages.push(result)
    else if (result.ok === false) others.push(result)
    else {
      // Files that are in the archive already, byte for byte, need no more than to be read.
      const source = sourceId(db, Buffer.from(result.sha256))
      const page = source === undefined ? undefined : pageOfSource(db, source)
      const task = files.find((f) => f.n === result.n)
      if (page !== undefined) others.push({ n: result.n, page })
      else if (task) fresh.push({ ...task, bytes: result.bytes })
    }
  }
  for (const result of await pagesOf(workshop, files, signal, known)) sort(result)
  if (fresh.length > 0) for (const result of await pagesOf(workshop, fresh, signal)) sort(result)
  const found = await foundIn(
    workshop,
    signal,
    pages.map((p) => p.drawn.articles.map(({ text, keywords }) => ({ text, keywords }))),
  )
  return [
    ...(await withPictures(db, files, others)),
    ...pages.flatMap((p, i) => (found[i] ? [prepared(p, found[i])] : [])),
  ]
}

/** Where the thread died of it, without keywords. */
async function foundIn(
  workshop: Workshop,
  signal: AbortSignal,
  pages: readonly (readonly ArticleText[])[],
): Promise<readonly Found[]> {
  if (pages.length === 0) return []
  try {
    return await workshop.run('find', pages, { later: true, side: 1, signal })
  } catch (error) {
    if (error instanceof BanxinError && error.code === 'internal') return pages.map((articles) => find(articles))
    throw error
  }
}

/** A file that kills its thread fails alone: after such a death the files of the batch go one by one. */
async function pagesOf(
  workshop: Workshop,
  files: readonly FileTask[],
  signal: AbortSignal,
  known?: KnownSources,
): Promise<readonly (Paged | Seen | Failed)[]> {
  try {
    return await workshop.run('page', { files, ...(known && { known }) }, { later: true, side: 0, signal })
  } catch (error) {
    if (!(error instanceof BanxinError) || error.code !== 'internal') throw error
    const [only, ...others] = files
    if (only && others.length === 0) return [{ n: only.n, ok: false, code: 'internal', params: {} }]
    const results: (Paged | Seen | Failed)[] = []
    for (const file of files) results.push(...(await pagesOf(workshop, [file], signal, known)))
    return results
  }
}

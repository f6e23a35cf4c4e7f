/** Runs one job: the workshop's threads prepare files, this one stores them and notes how far it is. */
import type { Job } from '../../../shared/api/jobs.ts'
import type { Context } from '../context.ts'
import type { FileTask } from '../intake-file.ts'
import { readBytes } from '../read-bytes.ts'
import { indexAll } from '../search/index-all.ts'
import { indexBatch, pendingCount } from '../search/store.ts'
import { sql } from '../store/db.ts'
import { getJob, nextFiles, setState } from '../store/job.ts'
import type { JobRow } from '../store/job.ts'
import { pageOfSource } from '../store/page.ts'
import { digest, sourceId } from '../store/source.ts'
import { keepResults } from './keep.ts'
import type { Outcome } from './keep.ts'

/** Files that go to a thread at once, and results that are stored at once: a commit costs more than a page. */
const BATCH = 12
const STORE = 200
const STORE_MS = 200
/** So many pages wait at most before the index takes them in. */
const INDEX_AT = 3000
const TELL_MS = 250
/** Another thread's dictionaries are not worth loading for few files. */
const FILES_A_THREAD = 150

export type Course = {
  /** What ends the job before its end; asked before each step. */
  readonly order: () => 'pause' | 'cancel' | 'close' | undefined
  /** So many files were stored. */
  readonly stored: (files: number) => void
  readonly tell: (row: JobRow) => void
}

/** Ends when all files were looked at, or with what is in hand when it was ordered to. */
export async function runJob(context: Context, id: number, course: Course): Promise<void> {
  const { db, workshop } = context
  setState(db, id, 'running')
  let { total, done } = getJob(db, id)
  workshop.staff(Math.ceil((total - done) / FILES_A_THREAD))
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  let told = 0
  let stored = started
  let after = -1
  let ready: Outcome[] = []
  const inHand = new Set<Promise<void>>()

  const store = () => {
    const results = ready
    ready = []
    stored = performance.now()
    const ids = keepResults(context, id, results)
    done += results.length
    course.stored(results.length)
    if (ids.length > 0) context.emit('pages.changed', { ids })
    if (performance.now() - told > TELL_MS) {
      told = performance.now()
      const row = getJob(db, id)
      course.tell({ ...row, seconds: row.seconds + seconds() })
    }
    if (pendingCount(db) > INDEX_AT) indexBatch(db)
  }

  while (course.order() === undefined) {
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
  if (done >= total) {
    await indexAll(context)
    setState(db, id, 'done', seconds())
    return
  }
  const state: Job['state'] | undefined = STATES[course.order() ?? 'close']
  if (state) setState(db, id, state, seconds())
  else sql(db, 'UPDATE job SET seconds = seconds + ? WHERE id = ?').run(seconds(), id)
}

/** A job that is only interrupted stays running: the next process goes on with it. */
const STATES = { pause: 'paused', cancel: 'cancelled', close: undefined } as const

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

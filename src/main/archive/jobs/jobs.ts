/** The jobs of an archive: one runs at a time, the others wait in a row; a person pauses, cancels and goes on. */
import type { Job } from '../../../shared/api/jobs.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { Context, Jobs } from '../context.ts'
import { lives } from '../lives.ts'
import { now, sql, translate, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { getJob, listJobs, setState } from '../store/job.ts'
import type { JobRow } from '../store/job.ts'
import { createJob, growJob } from './create.ts'
import { makeMeter } from './meter.ts'
import { runJob } from './run.ts'

/** How long the threads of a job stay when it has ended. */
const REST_MS = 30_000

export function makeJobs(context: Context): Jobs {
  const { workshop } = context
  const wanted = new Map<number, 'pause' | 'cancel'>()
  /** Those that were started again after they were told to pause, or that grew: one that had stopped by then goes on. */
  const again = new Set<number>()
  const queue: number[] = []
  const waiting = new Map<number, ((failure?: unknown) => void)[]>()
  const rates = new Map<number, number>()
  /** What stopped a job and how long it had run in all, kept here too: a full disk cannot note it. */
  const stopped = new Map<number, { readonly why: Job['stopped']; readonly seconds: number | null }>()
  let working = false
  let worked = Promise.resolve()
  let current: number | undefined
  /** Ends the job that runs. */
  let ending = new AbortController()
  let closing = false
  let resting: NodeJS.Timeout | undefined

  const view = (row: JobRow): Job => {
    const rate = rates.get(row.id) ?? 0
    const failed = stopped.get(row.id)
    const left = row.state === 'running' && rate > 0 ? (row.total - row.done) / rate : null
    return {
      ...row,
      ...(failed && { state: 'paused', stopped: failed.why, seconds: failed.seconds ?? row.seconds }),
      rate,
      left,
    }
  }
  const tell = (id: number) => context.emit('job.progress', view(getJob(context.db, id)))

  const enqueue = (id: number) => {
    if (!queue.includes(id) && current !== id) queue.push(id)
    if (!working) worked = work()
  }

  async function work(): Promise<void> {
    working = true
    clearTimeout(resting)
    for (let id = queue.shift(); id !== undefined && !closing; id = queue.shift()) {
      current = id
      let failure: unknown
      let goesOn = false
      const started = performance.now()
      let seconds: (() => number) | undefined
      try {
        const before = getJob(context.db, id).seconds
        seconds = () => before + (performance.now() - started) / 1000
        again.delete(id)
        await runHere(id, seconds)
        goesOn = again.has(id) && !closing && getJob(context.db, id).state === 'running'
      } catch (error) {
        failure = error
        context.log('job', error)
        stop(id, error, seconds?.() ?? null)
      }
      current = undefined
      if (goesOn) queue.unshift(id)
      else waitedFor(id, failure)
    }
    // In the same breath as the row was found empty: who comes next starts anew.
    working = false
    // The next job may come soon, and its threads need not load the dictionaries again.
    resting = setTimeout(() => workshop.staff('jobs', 1), REST_MS)
    resting.unref()
  }

  /** Nobody waits any longer for a job that has ended, failed, or left the row. */
  const waitedFor = (id: number, failure?: unknown) => {
    for (const done of waiting.get(id) ?? []) done(failure)
    waiting.delete(id)
  }

  /** The job waits until a person lets it go on, and says why. */
  const stop = (id: number, cause: unknown, seconds: number | null) => {
    const error = translate(context.path, cause)
    const why =
      error instanceof BanxinError ? { code: error.code, params: error.params } : { code: 'internal', params: {} }
    stopped.set(id, { why, seconds })
    try {
      setState(context.db, id, 'paused', seconds, why)
    } catch (again) {
      context.log('job', again)
    }
    try {
      tell(id)
    } catch (again) {
      context.log('job', again)
    }
  }

  async function runHere(id: number, seconds: () => number): Promise<void> {
    const meter = makeMeter()
    ending = new AbortController()
    if (closing || wanted.has(id)) ending.abort()
    stopped.delete(id)
    try {
      await runJob(context, id, {
        signal: ending.signal,
        order: () => wanted.get(id) ?? (closing ? 'close' : undefined),
        stored: (files) => rates.set(id, meter(files)),
        tell: (row) => context.emit('job.progress', view(row)),
        seconds,
      })
    } finally {
      // Of one that failed nobody waits for what is in hand.
      ending.abort()
      wanted.delete(id)
      rates.delete(id)
      // Whether it came to its end or not: what it has not indexed is indexed, and few segments are made of many.
      context.changed([])
    }
    tell(id)
  }

  const order = (id: number, what: 'pause' | 'cancel') => {
    const row = getJob(context.db, id)
    if (row.state === 'done' || row.state === 'cancelled') return
    if (current === id) {
      wanted.set(id, what)
      ending.abort()
    } else {
      const at = queue.indexOf(id)
      if (at >= 0) queue.splice(at, 1)
      setState(context.db, id, what === 'pause' ? 'paused' : 'cancelled')
      stopped.delete(id)
      tell(id)
      waitedFor(id)
    }
  }

  const wait = (id: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (failure?: unknown) => (failure === undefined ? resolve() : reject(failure as Error)) // thrown by the job
      if (current !== id && !queue.includes(id)) resolve()
      else waiting.set(id, [...(waiting.get(id) ?? []), done])
    })

  return {
    view,
    create: (paths, options) => createJob(context, paths, options),
    grow: async (folder, paths) => {
      // What comes while one is being cancelled is none of its files: it would not be read in.
      if (current !== undefined && wanted.get(current) === 'cancel') await wait(current).catch(() => undefined)
      const ids = await growJob(context, folder, paths)
      for (const id of ids) {
        const { state, pid } = getJob(context.db, id)
        // One that a person paused waits with what came.
        if (state === 'running' && !lives(pid)) {
          if (current === id) again.add(id)
          enqueue(id)
        }
        tell(id)
      }
      return ids
    },
    start: (id) => {
      const { state } = getJob(context.db, id)
      // Cancelled is cancelled, also while it ends what it has in hand.
      if (state === 'done' || state === 'cancelled' || wanted.get(id) === 'cancel') return
      if (wanted.delete(id)) again.add(id)
      enqueue(id)
    },
    pause: (id) => order(id, 'pause'),
    cancel: (id) => order(id, 'cancel'),
    wait,
    resume: () => {
      for (const job of listJobs(context.db).toReversed())
        if (job.state === 'running' && !lives(job.pid)) enqueue(job.id)
    },
    close: async () => {
      closing = true
      ending.abort()
      clearTimeout(resting)
      await worked
    },
  }
}

/**
 * Takes a job from the list. One of the watched folder still tells which files were looked at: at the next start they would all come in
 * again, those too whose pages were deleted since. Error: `job/missing`.
 */
export function removeJob(db: Db, id: number): void {
  const changes = write(db, () => {
    const hidden = sql(
      db,
      `UPDATE job SET removed_at = ? WHERE id = ? AND kind = 'watch' AND state <> 'running' AND removed_at IS NULL`,
    ).run(now(), id).changes
    if (hidden > 0) sql(db, 'DELETE FROM job_file WHERE job_id = ? AND outcome IS NULL').run(id)
    return hidden || sql(db, `DELETE FROM job WHERE id = ? AND kind = 'import' AND state <> 'running'`).run(id).changes
  })
  if (changes === 0) throw new BanxinError('job/missing')
}

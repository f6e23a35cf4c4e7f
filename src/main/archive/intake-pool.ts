/** A few workers that prepare files side by side. Where workers cannot be started, the files are prepared here. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { prepareFile } from './intake-file.ts'
import type { FileResult, FileTask } from './intake-file.ts'
import { loadWords } from './words.ts'

export type Pool = {
  /** How many batches it works on at once. */
  readonly size: number
  readonly run: (tasks: readonly FileTask[]) => Promise<readonly FileResult[]>
  readonly close: () => Promise<void>
}

/** At most four: each has dictionaries of its own in memory. */
const MOST = 4
const FILES_A_WORKER = 150

/** `files`: how many are to come; a second worker's dictionaries are not worth loading for few. */
export function openPool(learned: readonly { readonly word: string; readonly tag: string }[], files: number): Pool {
  const entry = workerFile()
  if (entry === undefined) return localPool()
  const size = Math.max(1, Math.min(MOST, availableParallelism(), Math.ceil(files / FILES_A_WORKER)))
  const workers = Array.from({ length: size }, () => startWorker(entry, learned))
  return {
    size: size * 4,
    run: (tasks) => {
      const least = workers.reduce((a, b) => (b.waiting() < a.waiting() ? b : a))
      return least.run(tasks)
    },
    close: async () => void (await Promise.all(workers.map((w) => w.stop()))),
  }
}

/** The worker beside this module: the source as it is, or as it was built. */
function workerFile(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return ['intake-worker.ts', 'intake-worker.cjs', '../intake-worker.cjs']
    .map((f) => path.join(here, f))
    .find((f) => existsSync(f))
}

function startWorker(entry: string, learned: unknown) {
  const waiting: { tasks: readonly FileTask[]; done: (results: readonly FileResult[]) => void }[] = []
  let worker: Worker | undefined
  const start = () => {
    const fresh = new Worker(entry, { workerData: { learned } })
    fresh.on('message', (results: readonly FileResult[]) => waiting.shift()?.done(results))
    // A file that kills its worker fails alone; the others go to a new worker.
    fresh.on('error', () => {
      worker = undefined
      const broken = waiting.shift()
      broken?.done(broken.tasks.map(({ n }) => ({ n, ok: false, code: 'internal', params: {} })))
      if (waiting.length > 0) {
        worker = start()
        for (const w of waiting) worker.postMessage(w.tasks)
      }
    })
    return fresh
  }
  return {
    waiting: () => waiting.length,
    run: (tasks: readonly FileTask[]) =>
      new Promise<readonly FileResult[]>((done) => {
        waiting.push({ tasks, done })
        worker ??= start()
        worker.postMessage(tasks)
      }),
    stop: async () => void (await worker?.terminate()),
  }
}

/** Prepares files in this thread; without `segment` it does so without the segmenter. */
export function localPool(segment = true): Pool {
  return {
    size: 1,
    run: async (tasks) => {
      const words = segment ? await loadWords() : undefined
      return Promise.all(tasks.map((task) => prepareFile(task, words)))
    },
    close: () => Promise.resolve(),
  }
}

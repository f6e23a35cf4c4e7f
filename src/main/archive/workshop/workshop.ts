/** A few threads that do what takes long, so that the archive's own thread answers at once. They start when they are wanted. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { BanxinError, isErrorCode } from '../../../shared/errors.ts'
import type { Reply } from '../../../shared/reply.ts'
import { ALONE, end, rarer, takenFrom, waits } from './hand.ts'
import type { Hand, Side, Waiting } from './hand.ts'
import type { FromWorker, OwnWord, TaskPost, ToWorker, WorkerData } from './post.ts'
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'

export type Workshop = {
  /**
   * Does a task. `later`: it is one of many, and what a person waits for goes first. `side`: where several threads work, half of
   * them do what is for side 0, the others what is for side 1: what each of the two kinds needs is compiled once and stays near its
   * processor. `signal`: once it is aborted nobody waits for the task, and no thread begins it. Errors: those of the task, `internal`,
   * the signal's reason.
   */
  readonly run: <N extends TaskName>(name: N, input: TaskInput<N>, options?: RunOptions) => Promise<TaskOutput<N>>
  /**
   * How many threads `who` wants to work at most; there are as many as the one who wants most, and those that are too many end
   * with what they have in hand. One is always there: to want it is to want nothing any more.
   */
  readonly staff: (who: string, threads: number) => void
  /** How many tasks may be asked for before more only wait. */
  readonly hands: () => number
  /** Loads the segmenter in a thread of its own; what is asked for meanwhile is done by the others. */
  readonly warm: () => void
  /** The segmenter learns these words. */
  readonly learn: (words: readonly OwnWord[]) => void
  /** The segmenter starts afresh with the words that the archive has now: words can be learned but not forgotten. */
  readonly relearn: () => void
  readonly close: () => Promise<void>
}

export type RunOptions = { readonly later?: boolean; readonly side?: Side; readonly signal?: AbortSignal | undefined }

/** At most four: each has dictionaries of its own in memory, about 250 MB. */
const MOST_THREADS = Math.min(4, availableParallelism())

/**
 * New values of a thread, in megabytes: they are thrown away early, so that a long job's memory levels off, and not so early that the
 * pages of a batch are still there and have to be copied.
 */
const LIMITS = { maxYoungGenerationSizeMb: 48 }

/**
 * A thread that has the next tasks lying ready never waits for the post, nor while who posts is at something long. It takes what is
 * urgent first, so that does not wait behind the others.
 */
const IN_HAND = 4
/** So many tasks a thread are under way or ready to follow: while one thread is long at a task, those before it go on. */
const UNDER_WAY = IN_HAND + 1

/** After a task that was in a hurry and did without the segmenter it is loaded, when nothing more came for so long. */
const REST_MS = 1000

/** `words`: the newsroom's own, asked for when a thread starts. Where threads cannot start it works here: see `openBench`. */
export function openWorkshop(
  words: () => readonly OwnWord[],
  log: (what: string, error: unknown) => void,
): Workshop | undefined {
  const entry = workerFile()
  if (entry === undefined) return undefined
  const urgent: Waiting[] = []
  const patient: Waiting[] = []
  let hands: Hand[] = []
  const wanted = new Map<string, number>()
  let threads = 1
  let closed = false
  let resting: NodeJS.Timeout | undefined

  let asked = 0
  const message = (name: TaskName, input: unknown, later: boolean): TaskPost => ({
    kind: 'task',
    id: ++asked,
    later,
    name,
    input,
  })

  const start = (side = rarer(hands)): Hand => {
    const at = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const data: WorkerData = { words: words(), doing: at }
    const hand: Hand = {
      side,
      at,
      worker: new Worker(entry, { workerData: data, resourceLimits: LIMITS }),
      doing: [],
      leaving: false,
      words: 'none',
    }
    hand.worker.unref()
    hand.worker.on('message', (message: FromWorker) => {
      const task = takenFrom(hand, message.id)
      if (hand.doing.length === 0) hand.worker.unref()
      if (message.ok === 'dropped') {
        if (hand.words === 'loading' && !hand.doing.some(waits)) hand.words = 'none'
        return hire()
      }
      if (task && waits(task)) loaded(hand)
      else if (task?.message.name === 'prepare' && hand.words === 'none') warmSoon()
      if (message.ok) task?.done(message.value)
      else {
        if (message.bug !== undefined) log('task', message.bug)
        task?.failed(errorOf(message.reply))
      }
      hire()
    })
    // A task that kills its thread fails alone; the others go to a new one.
    hand.worker.on('error', (error) => {
      log('thread', error)
      const task = takenFrom(hand, Atomics.load(hand.at, 0)) ?? hand.doing.shift()
      task?.failed(new BanxinError('internal'))
      urgent.unshift(...hand.doing.splice(0).filter(({ signal }) => !signal?.aborted))
      hands = hands.filter((h) => h !== hand)
      hire()
    })
    hands.push(hand)
    return hand
  }

  /** Gives what waits to whoever has least in hand. */
  function hire(): void {
    const leaving = hands.filter((h) => h.leaving && h.doing.length === 0)
    hands = hands.filter((h) => !leaving.includes(h))
    for (const hand of leaving) void end(hand)
    while (!closed && (give(urgent) || give(patient)));
  }

  /** Gives away the first task of a queue that somebody can take. */
  function give(queue: Waiting[]): boolean {
    for (const [i, task] of queue.entries()) {
      const hand = handFor(task)
      if (!hand) continue
      queue.splice(i, 1)
      if (waits(task) && hand.words === 'none') hand.words = 'loading'
      hand.doing.push(task)
      hand.worker.ref()
      hand.worker.postMessage(task.message)
      return true
    }
    return false
  }

  function handFor(task: Waiting): Hand | undefined {
    if (ALONE.has(task.message.name)) {
      const own = start()
      own.leaving = true
      return own
    }
    const here = hands.filter((h) => !h.leaving)
    // What needs the dictionaries that are being loaded waits for those; what does without them goes to another hand.
    const needs = waits(task)
    const sided = threads > 1 ? task.side : undefined
    const able = here.filter((h) => (needs || h.words !== 'loading') && (sided === undefined || h.side === sided))
    const ahead = ({ doing }: Hand) =>
      task.message.later ? doing.length : doing.filter(({ message }) => !message.later).length
    const least = able.toSorted((a, b) => ahead(a) - ahead(b) || a.doing.length - b.doing.length)[0]
    const loading = needs && sided === undefined && here.find((h) => h.words === 'loading' && ahead(h) < IN_HAND)
    const places = sided === undefined ? threads : (threads + 1 - sided) >> 1
    const hand = loading || (least && (least.doing.length === 0 || able.length >= places) ? least : start(sided))
    return ahead(hand) < IN_HAND ? hand : undefined
  }

  const leave = (which: readonly Hand[]) => {
    for (const h of which) h.leaving = true
    hire()
  }

  /** Who has dictionaries takes the place of those who have none. */
  const loaded = (hand: Hand) => {
    const before = hand.words
    hand.words = 'loaded'
    if (before === 'loading' && hands.length > threads) leave(hands.filter((h) => h.words === 'none'))
  }

  const warm = () => {
    if (closed || hands.some((h) => !h.leaving && h.words !== 'none')) return
    const fresh = start()
    fresh.words = 'loading'
    const task: Waiting = { message: message('warm', null, false), signal: undefined, done: () => {}, failed: () => {} }
    fresh.doing.push(task)
    fresh.worker.postMessage(task.message)
  }
  const warmSoon = () => {
    clearTimeout(resting)
    resting = setTimeout(warm, REST_MS)
    resting.unref()
  }

  const run: Workshop['run'] = <N extends TaskName>(
    name: N,
    input: TaskInput<N>,
    { later = false, side, signal }: RunOptions = {},
  ) =>
    new Promise<TaskOutput<N>>((resolve, reject) => {
      if (closed) return reject(new BanxinError('archive/unavailable'))
      if (signal?.aborted) return reject(signal.reason as Error) // an abort's reason is an error where none is given
      const drop = () => {
        withdraw(task)
        reject(signal?.reason as Error)
      }
      const over = () => signal?.removeEventListener('abort', drop)
      const done = (value: unknown) => {
        over()
        resolve(value as TaskOutput<N>) // the worker answers by the same table of tasks
      }
      const failed = (error: unknown) => {
        over()
        reject(error as Error) // what a task throws
      }
      const task: Waiting = { message: message(name, input, later), side, signal, done, failed }
      signal?.addEventListener('abort', drop)
      ;(later ? patient : urgent).push(task)
      hire()
    })

  /** A thread that has the task lying ready leaves it, and says so. */
  function withdraw(task: Waiting): void {
    for (const queue of [urgent, patient]) {
      const at = queue.indexOf(task)
      if (at >= 0) queue.splice(at, 1)
    }
    const hand = hands.find(({ doing }) => doing.includes(task))
    hand?.worker.postMessage({ kind: 'drop', id: task.message.id } satisfies ToWorker)
  }

  return {
    run,
    warm,
    staff: (who, count) => {
      if (count > 1) wanted.set(who, count)
      else wanted.delete(who)
      threads = Math.min(MOST_THREADS, Math.max(1, ...wanted.values()))
      leave(hands.filter((h) => !h.leaving).slice(threads))
    },
    hands: () => threads * UNDER_WAY,
    learn: (list) => {
      for (const { worker } of hands) worker.postMessage({ kind: 'learn', words: list } satisfies ToWorker)
    },
    relearn: () => leave(hands),
    close: async () => {
      closed = true
      clearTimeout(resting)
      const gone = new BanxinError('archive/unavailable')
      const ends = hands.map(end)
      for (const task of [...urgent.splice(0), ...patient.splice(0), ...hands.flatMap((h) => h.doing.splice(0))])
        task.failed(gone)
      await Promise.all(ends)
      hands = []
    },
  }
}

const errorOf = (reply: Reply): BanxinError =>
  reply.ok
    ? new BanxinError('internal')
    : new BanxinError(isErrorCode(reply.code) ? reply.code : 'internal', reply.params)

/** The thread's entry beside this module: the source as it is, or as it was built. */
function workerFile(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return ['worker.ts', 'worker.cjs', '../worker.cjs'].map((f) => path.join(here, f)).find((f) => existsSync(f))
}

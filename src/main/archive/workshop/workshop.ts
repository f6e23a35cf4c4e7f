/** A few threads that do what takes long, so that the archive's own thread answers at once. They start when they are wanted. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { BanxinError, isErrorCode } from '../../../shared/errors.ts'
import type { Reply } from '../../../shared/reply.ts'
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'

export type OwnWord = { readonly word: string; readonly tag: string }

export type Workshop = {
  /**
   * Does a task. `later`: it is one of many, and what a person waits for goes first. `side`: where several threads work, half of
   * them do what is for side 0, the others what is for side 1: what each of the two kinds needs is compiled once and stays near its
   * processor. Errors: those of the task, `internal`.
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

export type Side = 0 | 1
export type RunOptions = { readonly later?: boolean; readonly side?: Side }

export type ToWorker =
  | { readonly kind: 'task'; readonly name: TaskName; readonly input: unknown }
  | { readonly kind: 'learn'; readonly words: readonly OwnWord[] }
export type FromWorker =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reply: Reply; readonly bug?: string }
export type WorkerData = { readonly words: readonly OwnWord[] }

/** At most four: each has dictionaries of its own in memory, about 250 MB. */
export const MOST_THREADS = Math.min(4, availableParallelism())

/**
 * New values of a thread, in megabytes: they are thrown away early, so that a long job's memory levels off, and not so early that the
 * pages of a batch are still there and have to be copied.
 */
const LIMITS = { maxYoungGenerationSizeMb: 48 }

/** A thread that always has the next task lying ready never waits for the post. */
const IN_HAND = 2
/** So many tasks a thread are under way or ready to follow: while one thread is long at a task, those before it go on. */
const UNDER_WAY = IN_HAND + 3

type Waiting = {
  readonly message: ToWorker & { kind: 'task' }
  readonly side?: Side | undefined
  readonly done: (value: unknown) => void
  readonly failed: (error: unknown) => void
}
type Hand = {
  readonly worker: Worker
  readonly doing: Waiting[]
  readonly side: Side
  leaving: boolean
  /** It has its dictionaries, or is loading them and takes nothing else. */
  words: 'none' | 'loading' | 'loaded'
}

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

  const start = (side = rarer(hands)): Hand => {
    const data: WorkerData = { words: words() }
    const hand: Hand = {
      side,
      worker: new Worker(entry, { workerData: data, resourceLimits: LIMITS }),
      doing: [],
      leaving: false,
      words: 'none',
    }
    hand.worker.unref()
    hand.worker.on('message', (message: FromWorker) => {
      const task = hand.doing.shift()
      if (hand.doing.length === 0) hand.worker.unref()
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
      hand.doing.shift()?.failed(new BanxinError('internal'))
      urgent.unshift(...hand.doing.splice(0))
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
    for (const { worker } of leaving) void worker.terminate()
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
    const least = able.toSorted((a, b) => a.doing.length - b.doing.length)[0]
    const loading = needs && sided === undefined && here.find((h) => h.words === 'loading' && h.doing.length < IN_HAND)
    const places = sided === undefined ? threads : (threads + 1 - sided) >> 1
    const hand = loading || (least && (least.doing.length === 0 || able.length >= places) ? least : start(sided))
    return hand.doing.length < IN_HAND ? hand : undefined
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
    const task: Waiting = { message: { kind: 'task', name: 'warm', input: null }, done: () => {}, failed: () => {} }
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
    { later = false, side }: RunOptions = {},
  ) =>
    new Promise<TaskOutput<N>>((resolve, failed) => {
      if (closed) return failed(new BanxinError('archive/unavailable'))
      const done = (value: unknown) => resolve(value as TaskOutput<N>) // the worker answers by the same table of tasks
      ;(later ? patient : urgent).push({ message: { kind: 'task', name, input }, side, done, failed })
      hire()
    })

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
      for (const task of [...urgent.splice(0), ...patient.splice(0), ...hands.flatMap((h) => h.doing.splice(0))])
        task.failed(gone)
      await Promise.all(hands.map((h) => h.worker.terminate()))
      hands = []
    },
  }
}

/** The side that fewer of them are on. */
function rarer(hands: readonly Hand[]): Side {
  const staying = hands.filter((h) => !h.leaving)
  return staying.filter((h) => h.side === 1).length * 2 < staying.length ? 1 : 0
}

/** Whether a task waits for the segmenter. */
const waits = ({ message: { name, input } }: Waiting): boolean =>
  SEGMENTING.has(name) || (name === 'prepare' && (input as TaskInput<'prepare'>).hurry !== true) // its input goes with its name

/** What may take minutes has a thread of its own, which ends with it: nothing waits behind it. */
const ALONE: ReadonlySet<TaskName> = new Set(['check'])

const SEGMENTING: ReadonlySet<TaskName> = new Set(['warm', 'page', 'render', 'leaf', 'cut', 'tag'])

const errorOf = (reply: Reply): BanxinError =>
  reply.ok
    ? new BanxinError('internal')
    : new BanxinError(isErrorCode(reply.code) ? reply.code : 'internal', reply.params)

/** The thread's entry beside this module: the source as it is, or as it was built. */
function workerFile(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return ['worker.ts', 'worker.cjs', '../worker.cjs'].map((f) => path.join(here, f)).find((f) => existsSync(f))
}

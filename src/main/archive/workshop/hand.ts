/** A thread of the workshop, what it has in hand, and how it ends. */
import type { Worker } from 'node:worker_threads'
import type { TaskPost, ToWorker } from './post.ts'
import type { TaskInput, TaskName } from './tasks.ts'

export type Side = 0 | 1

export type Waiting = {
  readonly message: TaskPost
  readonly side?: Side | undefined
  readonly signal: AbortSignal | undefined
  readonly done: (value: unknown) => void
  readonly failed: (error: unknown) => void
}
export type Hand = {
  readonly worker: Worker
  readonly doing: Waiting[]
  /** As in `WorkerData`. */
  readonly at: Int32Array
  readonly side: Side
  leaving: boolean
  /** It has its dictionaries, or is loading them and takes nothing else. */
  words: 'none' | 'loading' | 'loaded'
}

/** A thread that is at one task for longer is ended all the same: the archive still has time to close. */
const END_MS = 3000

/**
 * Ends a thread after the task that it is at. Terminated inside nodejieba's code it would take the whole process with it: that
 * throws then what nobody can catch.
 */
export function end({ worker, doing }: Hand): Promise<unknown> {
  if (doing.some(({ message }) => ALONE.has(message.name))) return worker.terminate()
  return new Promise((ended) => {
    const late = setTimeout(() => void worker.terminate(), END_MS)
    worker.once('exit', () => {
      clearTimeout(late)
      ended(undefined)
    })
    worker.ref()
    worker.postMessage({ kind: 'end' } satisfies ToWorker)
  })
}

/** The task in hand that has this id, which it has no longer. */
export function takenFrom({ doing }: Hand, id: number): Waiting | undefined {
  const i = doing.findIndex(({ message }) => message.id === id)
  return i < 0 ? undefined : doing.splice(i, 1)[0]
}

/** The side that fewer of them are on. */
export function rarer(hands: readonly Hand[]): Side {
  const staying = hands.filter((h) => !h.leaving)
  return staying.filter((h) => h.side === 1).length * 2 < staying.length ? 1 : 0
}

/** Whether a task waits for the segmenter. */
export const waits = ({ message: { name, input } }: Waiting): boolean =>
  SEGMENTING.has(name) || (name === 'prepare' && (input as TaskInput<'prepare'>).hurry !== true) // its input goes with its name

/** What may take minutes has a thread of its own, which ends with it: nothing waits behind it. */
export const ALONE: ReadonlySet<TaskName> = new Set(['check'])

const SEGMENTING: ReadonlySet<TaskName> = new Set(['warm', 'page', 'render', 'leaf', 'cut', 'tag'])

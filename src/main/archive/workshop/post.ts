/** What a workshop and its threads say to each other. */
import type { Reply } from '../../../shared/reply.ts'
import type { TaskName } from './tasks.ts'

export type OwnWord = { readonly word: string; readonly tag: string }

/** A task for a thread. `later` as in `RunOptions`: the thread takes the others first. */
export type TaskPost = {
  readonly kind: 'task'
  readonly id: number
  readonly later: boolean
  readonly name: TaskName
  readonly input: unknown
}

/** `drop`: a task that nobody waits for any more is not begun; one that is begun is done. */
export type ToWorker =
  | TaskPost
  | { readonly kind: 'learn'; readonly words: readonly OwnWord[] }
  | { readonly kind: 'drop'; readonly id: number }
  | { readonly kind: 'end' }

export type FromWorker = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reply: Reply; readonly bug?: string }
  | { readonly ok: 'dropped' }
)

/** `doing` is shared: in it stands the id of the task that the thread is at, so that one that kills its thread is known. */
export type WorkerData = { readonly words: readonly OwnWord[]; readonly doing: Int32Array }

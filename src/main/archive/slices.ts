/** Work on many pages in short transactions, with the process answering other calls between them: what is typed meanwhile is saved. */
import type { Context } from './context.ts'
import { write } from './store/db.ts'

export type Slices = {
  readonly begin?: () => void
  readonly again?: () => void
  readonly work: (id: number) => void
  readonly end?: () => void
  /** The operation that it is, if a person may cancel it: it is told with how far it is. */
  readonly operation?: () => number
  /** Asked before each transaction but the first: the last one is made then, and what is left of the work stays undone. */
  readonly isCancelled?: () => boolean
}

/** Milliseconds that a transaction takes about, and between two tellings of how far it is. */
const SLICE_MS = 40
const TELL_MS = 200

/**
 * Calls `work` for each of `ids`; `begin` in the first transaction, `again` at the beginning of each later one, `end` in the last one.
 * What fits into one transaction is done whole or not at all; of more, each is whole.
 */
export async function inSlices(
  context: Pick<Context, 'db' | 'emit'>,
  ids: readonly number[],
  { begin, again, work, end, operation, isCancelled }: Slices,
): Promise<void> {
  const { db } = context
  let at = 0
  let begun = false
  let over = false
  const began = performance.now()
  let told = began
  try {
    do {
      const from = at
      const cancelled = begun && (isCancelled?.() ?? false)
      write(db, () => {
        if (begun) again?.()
        else begin?.()
        // What begins may itself take longer than a step: the time is for the work.
        const until = performance.now() + SLICE_MS
        for (at = from; !cancelled && at < ids.length && performance.now() < until; at++) work(ids[at] ?? 0)
        over = cancelled || at >= ids.length
        if (over) end?.()
      })
      begun = true
      if (over) break
      if (performance.now() > told + TELL_MS) {
        told = performance.now()
        context.emit('operation.progress', {
          done: at,
          total: ids.length,
          ...(operation && { operation: operation() }),
        })
      }
      await new Promise((resolve) => setImmediate(resolve))
    } while (!over)
  } finally {
    // What was told is ended, even by a failure: nothing stays on screen.
    if (told > began) context.emit('operation.progress', { done: ids.length, total: ids.length })
  }
}

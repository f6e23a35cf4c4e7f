/** Work on many pages in short transactions, with the process answering other calls between them: what is typed meanwhile is saved. */
import type { Context } from './context.ts'
import { write } from './store/db.ts'
import { teller } from './teller.ts'

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

/** Milliseconds that a transaction takes about. */
const SLICE_MS = 40

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
  const { tell, over: told } = teller(context, operation)
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
      tell(at, ids.length)
      await new Promise((resolve) => setImmediate(resolve))
    } while (!over)
  } finally {
    told()
  }
}

/** Takes an operation back: pages come out of the bin or go into it, and are again what they were; so are steps, words and saved searches. */
import { BanxinError } from '../../shared/errors.ts'
import { goOn } from './act.ts'
import type { Acting } from './act.ts'
import type { Context } from './context.ts'
import { inSlices } from './slices.ts'
import { write } from './store/db.ts'
import { takeBackWords } from './store/dictionary.ts'
import { markUndone, noteGone, openOperation, pagesIn } from './store/operation.ts'
import { enter, forbidRunning, letGo } from './store/running.ts'
import { titlesOf } from './store/page.ts'
import { putBackSearches } from './store/saved-search.ts'
import { rebin, revert, unstate } from './store/take-back.ts'
import type { Came } from './store/take-back.ts'

/** What came of it. `stopped`: a person stopped it, and the rest can still be taken back. `conflicts`: pages, `kept`: words and searches that changed since and stay; so many pages are `gone` for good. */
export type TakenBack = {
  readonly pages: number[]
  readonly conflicts: number[]
  /** The titles of the first of `conflicts`. */
  readonly changed: string[]
  readonly gone: number
  readonly kept: string[]
  readonly stopped: boolean
}

/** So many of the pages that stay are named. */
const NAMED = 3

/** Errors: `operation/missing`, `operation/running`, `operation/gone` where none of its pages is there any more. */
export async function undoOperation(context: Acting & Pick<Context, 'relearn'>, operation: number): Promise<TakenBack> {
  const { db } = context
  // Said at once: whoever is at it takes the lock again and again.
  forbidRunning(db, operation)
  const { hold, kind, undo } = write(db, () => ({ ...openOperation(db, operation), hold: enter(db, operation) }))
  const reverts = new Map(undo.reverts.map((one) => [one[0], one]))
  const [binned, restored, stated] = [undo.binned, undo.restored, undo.stated].map((list) => new Set(list))
  const who = context.who()
  const pages = new Set<number>()
  const conflicts: number[] = []
  const kept: string[] = []
  let gone = 0
  const ids = pagesIn(undo)
  const isGone = () => gone === ids.length && undo.words.length + undo.searches.length === 0
  const one = { id: operation, kind }
  const way = goOn(db, operation)
  let stopped = false
  try {
    await inSlices(context, ids, {
      operation: () => operation,
      isCancelled: () => (stopped = way.isCancelled()),
      again: hold.keep,
      work: (page) => {
        const made = reverts.get(page)
        const came: readonly Came[] = [
          ...(binned?.has(page) ? [rebin(db, one, page, 'out')] : []),
          ...(restored?.has(page) ? [rebin(db, one, page, 'in')] : []),
          ...(made ? [revert(db, one, made, who)] : []),
          ...(stated?.has(page) ? [unstate(db, one, page)] : []),
        ]
        if (came.includes('back')) pages.add(page)
        if (came.includes('changed')) conflicts.push(page)
        if (came.includes('gone')) gone++
      },
      end: () => {
        if (stopped) return hold.leave()
        if (isGone()) return noteGone(db, operation)
        kept.push(...takeBackWords(db, undo.words), ...putBackSearches(db, undo.searches))
        // Where all of it changed since nothing was taken back, and it can be once those changes are.
        if (conflicts.length < ids.length || conflicts.length === 0) markUndone(db, operation)
        hold.leave()
      },
    })
  } finally {
    way.over()
    letGo(db, hold)
    context.changed([...pages])
    const words = undo.words.flatMap(([before, after]) => before?.word ?? after?.word ?? [])
    if (words.length > 0) context.relearn(words)
  }
  if (isGone()) throw new BanxinError('operation/gone')
  return { pages: [...pages], conflicts, changed: titlesOf(db, conflicts.slice(0, NAMED)), gone, kept, stopped }
}

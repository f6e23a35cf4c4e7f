/** One action on many pages: noted before the first of them changes, said in the end as it came out, and not taken back meanwhile. */
import type { Context } from './context.ts'
import { inSlices } from './slices.ts'
import type { Db } from './store/db.ts'
import { addOperation, pagesIn, settleOperation } from './store/operation.ts'
import type { OperationRow, Undo } from './store/operation.ts'
import { enter, letGo } from './store/running.ts'
import type { Hold } from './store/running.ts'

/** What an action needs of the archive. */
export type Acting = Pick<Context, 'db' | 'emit' | 'changed' | 'who'>

/** What is kept of an operation: its words for the list, and what takes it back. */
type Note = { readonly params: OperationRow['params']; readonly undo: Undo }

type Work = {
  readonly expected: () => Note
  /** What it does it marks with the operation's id. */
  readonly work: (id: number, operation: number) => void
  readonly came: () => Note
}

/**
 * Calls `work` for each of `ids` in short transactions; gives the operation's id. `expected` is noted with the first page, so that the
 * action can be taken back even where a process was killed in between; `came` replaces it after the last that is done: not all are where
 * a person cancels it, see `cancelAct`.
 */
export async function act(
  context: Acting,
  kind: string,
  ids: readonly number[],
  { expected, work, came }: Work,
): Promise<number> {
  const { db } = context
  const who = context.who()
  let operation = 0
  let hold: Hold | undefined
  let way: Way | undefined
  try {
    await inSlices(context, ids, {
      operation: () => operation,
      isCancelled: () => way?.isCancelled() ?? false,
      begin: () => {
        const { params, undo } = expected()
        operation = addOperation(db, kind, who, params, undo)
        hold = enter(db, operation)
        way = goOn(db, operation)
      },
      again: () => hold?.keep(),
      work: (id) => work(id, operation),
      end: () => {
        const { params, undo } = came()
        settleOperation(db, operation, params, undo)
        hold?.leave()
      },
    })
    return operation
  } finally {
    way?.over()
    letGo(db, hold)
    context.changed(pagesIn(came().undo))
  }
}

/** Something under way, which `cancelAct` may have end before all is done. */
type Way = { readonly isCancelled: () => boolean; readonly over: () => void }

/** Has `operation`, or what is taking it back, be under way until it is over. */
export function goOn(db: Db, operation: number): Way {
  const acts = actsOf(db)
  acts.set(operation, 'running')
  return { isCancelled: () => acts.get(operation) === 'cancelled', over: () => void acts.delete(operation) }
}

let others = Number.MAX_SAFE_INTEGER

/** A number for what may be stopped and is no operation, since it cannot be taken back: no operation comes to it. */
export const noOperation = (): number => others--

/** What is under way in this process, by its operation. */
const underWay = new WeakMap<Db, Map<number, 'running' | 'cancelled'>>()

function actsOf(db: Db): Map<number, 'running' | 'cancelled'> {
  let acts = underWay.get(db)
  if (!acts) underWay.set(db, (acts = new Map()))
  return acts
}

/** Has an action end with what it has in hand; nothing where it is over. */
export function cancelAct(db: Db, operation: number): void {
  const acts = actsOf(db)
  if (acts.has(operation)) acts.set(operation, 'cancelled')
}

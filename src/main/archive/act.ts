/** One action on many pages: noted before the first of them changes, said in the end as it came out, and not taken back meanwhile. */
import { BanxinError } from '../../shared/errors.ts'
import type { Context } from './context.ts'
import { inSlices } from './slices.ts'
import type { Db } from './store/db.ts'
import { addOperation, settleOperation } from './store/operation.ts'
import type { OperationRow, Undo } from './store/operation.ts'

/** What an action needs of the archive. */
export type Acting = Pick<Context, 'db' | 'emit' | 'changed' | 'who'>

/** What is kept of an operation: its words for the list, and what takes it back. */
type Note = { readonly params: OperationRow['params']; readonly undo: Undo }

/**
 * Calls `work` for each of `ids` in short transactions; gives the operation's id. `expected` is noted with the first page, so that the
 * action can be taken back even where a process was killed in between; `came` replaces it after the last.
 */
export async function act(
  context: Acting,
  kind: string,
  ids: readonly number[],
  {
    expected,
    work,
    came,
  }: { readonly expected: () => Note; readonly work: (id: number) => void; readonly came: () => Note },
): Promise<number> {
  const { db } = context
  const who = context.who()
  let operation = 0
  try {
    await inSlices(context, ids, {
      begin: () => {
        const { params, undo } = expected()
        operation = addOperation(db, kind, who, params, undo)
        enter(db, operation)
      },
      work,
      end: () => {
        const { params, undo } = came()
        settleOperation(db, operation, params, undo)
      },
    })
    return operation
  } finally {
    leave(db, operation)
    const { reverts, binned, restored } = came().undo
    context.changed([...reverts.map(([page]) => page), ...binned, ...restored])
  }
}

/** The operations that are being done or taken back. */
const running = new WeakMap<Db, Set<number>>()

/** Nobody else does the operation or takes it back until `leave`. Error: `operation/running`. */
export function enter(db: Db, operation: number): void {
  const here = running.get(db) ?? new Set()
  if (here.has(operation)) throw new BanxinError('operation/running')
  running.set(db, here.add(operation))
}

export const leave = (db: Db, operation: number): void => void running.get(db)?.delete(operation)

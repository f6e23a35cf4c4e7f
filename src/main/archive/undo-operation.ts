/** Takes an operation back: pages come out of the bin or go into it, and are again what they were. */
import { enter, leave } from './act.ts'
import type { Acting } from './act.ts'
import { inSlices } from './slices.ts'
import { now } from './store/db.ts'
import { markUndone, revert, setBinned, undoOf } from './store/operation.ts'

/** Pages that changed since stay as they are and are named. Errors: `operation/missing`, `operation/running`. */
export async function undoOperation(
  context: Acting,
  id: number,
): Promise<{ readonly pages: number[]; readonly conflicts: number[] }> {
  const { db } = context
  const undo = undoOf(db, id)
  const reverts = new Map(undo.reverts.map((one) => [one[0], one]))
  const [binned, restored] = [new Set(undo.binned), new Set(undo.restored)]
  const who = context.who()
  const pages = new Set([...binned, ...restored])
  const conflicts: number[] = []
  enter(db, id)
  try {
    await inSlices(context, [...new Set([...binned, ...restored, ...reverts.keys()])], {
      work: (page) => {
        if (binned.has(page)) setBinned(db, [page], null)
        if (restored.has(page)) setBinned(db, [page], now())
        const one = reverts.get(page)
        if (!one) return
        const came = revert(db, one, undo.action, who)
        if (came === 'reverted') pages.add(page)
        else if (came === 'changed') conflicts.push(page)
      },
      end: () => markUndone(db, id),
    })
  } finally {
    leave(db, id)
    context.changed([...pages])
  }
  return { pages: [...pages], conflicts }
}

/** Takes an operation back: pages come out of the bin or go into it, and are again what they were. */
import { BanxinError } from '../../shared/errors.ts'
import type { Context } from './context.ts'
import { inSlices } from './slices.ts'
import { now } from './store/db.ts'
import type { Db } from './store/db.ts'
import { markUndone, revert, setBinned, undoOf } from './store/operation.ts'

/** Those that are being taken back: nobody does that twice at once. */
const underWay = new WeakMap<Db, Set<number>>()

/** Pages that changed since stay as they are and are named. Error: `operation/missing`. */
export async function undoOperation(
  context: Context,
  id: number,
): Promise<{ readonly pages: number[]; readonly conflicts: number[] }> {
  const { db } = context
  const busy = underWay.get(db) ?? new Set()
  underWay.set(db, busy)
  if (busy.has(id)) throw new BanxinError('operation/missing')
  const undo = undoOf(db, id)
  const reverts = new Map(undo.reverts.map((one) => [one[0], one]))
  const [binned, restored] = [new Set(undo.binned), new Set(undo.restored)]
  const who = context.who()
  const pages = new Set([...binned, ...restored])
  const conflicts: number[] = []
  busy.add(id)
  try {
    await inSlices(context, [...new Set([...binned, ...restored, ...reverts.keys()])], {
      work: (page) => {
        if (binned.has(page)) setBinned(db, [page], null)
        if (restored.has(page)) setBinned(db, [page], now())
        const one = reverts.get(page)
        if (!one) return
        if (revert(db, one, who)) pages.add(page)
        else conflicts.push(page)
      },
      end: () => markUndone(db, id),
    })
  } finally {
    busy.delete(id)
  }
  context.changed([...pages])
  return { pages: [...pages], conflicts }
}

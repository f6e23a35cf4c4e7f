/** Brings the index up to what is stored: this thread reads, writes and merges, the workshop builds. */
import { setImmediate as rest } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { Db } from '../store/db.ts'
import { keepSegment, renewSome } from './indexing.ts'
import { mergeSteps, QUIET_FAN } from './merging.ts'
import { nextPages, pendingCount } from './waiting.ts'

type Indexing = Pick<Context, 'db' | 'workshop' | 'emit'>

/** One builds at a time for a database: two would build the same. */
const building = new WeakMap<Db, Promise<unknown>>()

/** Indexes one batch of what waits. False when nothing waits. */
export const indexSome = ({ db, workshop, emit }: Indexing): Promise<boolean> =>
  inTurn(db, async () => {
    // Who comes from storing lets others have their turn first.
    await rest()
    if (!db.open) return false
    const pages = nextPages(db)
    if (pages.length === 0) return false
    const segment = await workshop.run(
      'index',
      pages.flatMap((p) => p.articles),
      { later: true, side: 1 },
    )
    if (!db.open) return false
    keepSegment(db, pages, segment)
    emit('index.progress', { waiting: pendingCount(db) })
    return true
  })

/** Makes one segment of several where there are many, with rests in which others are answered. False when there was nothing to do. */
const mergeSome = (
  { db }: Pick<Indexing, 'db'>,
  stopped: () => boolean = () => false,
  fan?: number,
): Promise<boolean> =>
  inTurn(db, async () => {
    const steps = mergeSteps(db, undefined, fan)
    try {
      while (db.open && !stopped()) {
        const { done, value } = steps.next()
        if (done) return value
        await rest()
      }
      return false
    } finally {
      steps.return(false)
    }
  })

/** Indexes all that waits, in small steps; `stopped` ends it between two. */
export async function indexAll(context: Indexing, stopped: () => boolean = () => false): Promise<void> {
  do while (!stopped() && (await indexSome(context)));
  while (!stopped() && renewSome(context.db))
  while (!stopped() && (await mergeSome(context, stopped)));
}

/** When it has been quiet: makes segments as few as they may be, unless pages wait, which come first. */
export async function mergeAll(context: Pick<Indexing, 'db'>, stopped: () => boolean): Promise<void> {
  if (pendingCount(context.db) > 0) return
  while (!stopped() && (await mergeSome(context, stopped, QUIET_FAN)));
}

function inTurn<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const before = building.get(db) ?? Promise.resolve()
  const mine = before.then(work, work)
  building.set(
    db,
    mine.catch(() => {}),
  )
  return mine
}

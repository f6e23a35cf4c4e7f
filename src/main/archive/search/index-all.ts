/** Brings the index up to what is stored: this thread reads and writes, the workshop builds. */
import type { Context } from '../context.ts'
import type { Db } from '../store/db.ts'
import { keepSegment, renewSome } from './indexing.ts'
import { keepMerged, nextMerge } from './merging.ts'
import { nextPages, pendingCount } from './waiting.ts'

type Indexing = Pick<Context, 'db' | 'workshop' | 'emit'>

/** One builds at a time for a database: two would build the same. */
const building = new WeakMap<Db, Promise<unknown>>()

/** Indexes one batch of what waits. False when nothing waits. */
export const indexSome = ({ db, workshop, emit }: Indexing): Promise<boolean> =>
  inTurn(db, async () => {
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

/** Makes one segment of several where there are many. False when there was nothing to do. */
export const mergeSome = ({ db, workshop }: Indexing): Promise<boolean> =>
  inTurn(db, async () => {
    const parts = nextMerge(db)
    if (parts.length === 0) return false
    const merged = await workshop.run('merge', parts, { later: true, side: 1 })
    if (!db.open) return false
    keepMerged(
      db,
      parts.map((p) => p.id),
      merged,
    )
    return true
  })

/** Indexes all that waits, in small steps; `stopped` ends it between two. */
export async function indexAll(context: Indexing, stopped: () => boolean = () => false): Promise<void> {
  do while (!stopped() && (await indexSome(context)));
  while (!stopped() && renewSome(context.db))
  while (!stopped() && (await mergeSome(context)));
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

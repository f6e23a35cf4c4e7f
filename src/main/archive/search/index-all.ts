/** Brings the index up to what is stored, a batch at a time. */
import type { Context } from '../context.ts'
import { indexBatch, mergeOnce, pendingCount } from './store.ts'

/** Indexes all that waits, with pauses for other calls between the batches. */
export async function indexAll({ db, emit }: Pick<Context, 'db' | 'emit'>): Promise<void> {
  while (indexBatch(db)) {
    emit('index.progress', { waiting: pendingCount(db) })
    await new Promise((resolve) => setImmediate(resolve))
  }
  while (mergeOnce(db)) await new Promise((resolve) => setImmediate(resolve))
}

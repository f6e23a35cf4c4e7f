/** What every handler is given: the database, the segmenter if it is there, and a way to tell the window. */
import type { EventData, EventName } from '../../shared/api.ts'
import type { Db } from './store/db.ts'
import type { Segmenter } from './words.ts'

export type Emit = <E extends EventName>(event: E, data: EventData<E>) => void

export type Context = {
  readonly db: Db
  readonly path: string
  /** The segmenter if it is loaded; asking starts the loading. With `wait` it is waited for. */
  readonly words: { (): Segmenter | undefined; readonly wait: () => Promise<Segmenter> }
  readonly emit: Emit
  /** Who works here, for revisions. */
  readonly who: () => string
  readonly log: (message: string, error?: unknown) => void
}

/** What every handler is given: the database, the segmenter if it is there, and a way to tell the window. */
import type { EventData, EventName } from '../../shared/api.ts'
import type { Jobs } from './jobs.ts'
import type { Db } from './store/db.ts'
import type { Segmenter } from './words.ts'

export type Emit = <E extends EventName>(event: E, data: EventData<E>) => void

export type Context = {
  /** The open database; after a backup was restored it is another one, so nothing holds on to it. */
  readonly db: Db
  readonly path: string
  /** The segmenter if it is loaded; asking starts the loading. With `wait` it is waited for. */
  readonly words: { (): Segmenter | undefined; readonly wait: () => Promise<Segmenter> }
  /** Whether jobs use the segmenter. */
  readonly segment: boolean
  readonly emit: Emit
  /** Tells of changed pages and lets search index them soon. */
  readonly changed: (ids: readonly number[]) => void
  readonly jobs: Jobs
  /** The newsroom's words changed: the segmenter learns them, and pages with them are looked at anew in the background. */
  readonly relearn: (words: readonly string[]) => void
  /** Watches the folder of the settings, and no other. */
  readonly rewatch: () => Promise<void>
  /** Makes the archive what `backup` is; gives the name under which it is kept as it was. */
  readonly replaceBy: (backup: string) => Promise<string>
  /** Who works here, for revisions. */
  readonly who: () => string
  readonly log: (message: string, error?: unknown) => void
}

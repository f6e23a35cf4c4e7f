/** What every handler is given: the database, the workshop for what takes long, and a way to tell the window. */
import type { EventData, EventName } from '../../shared/api.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Db } from './store/db.ts'
import type { Workshop } from './workshop/workshop.ts'

export type Emit = <E extends EventName>(event: E, data: EventData<E>) => void

export type Context = {
  /** The open database; after a backup was restored it is another one, so nothing holds on to it. */
  readonly db: Db
  readonly path: string
  /** Segmentation, structure and rendering: nothing of these is done in the archive's own thread. */
  readonly workshop: Workshop
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

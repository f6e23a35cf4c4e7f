/** What every handler is given: the database, the workshop for what takes long, and a way to tell the window. */
import type { EventData, EventName } from '../../shared/api.ts'
import type { Job } from '../../shared/api/jobs.ts'
import type { Db } from './store/db.ts'
import type { JobRow } from './store/job.ts'
import type { Watched } from './store/watched.ts'
import type { Workshop } from './workshop/workshop.ts'

export type Emit = <E extends EventName>(event: E, data: EventData<E>) => void

/** The jobs of an archive, see `makeJobs`. */
export type Jobs = {
  readonly create: (
    paths: readonly string[],
    options: { readonly publication?: string; readonly all?: boolean },
  ) => Promise<number>
  /** What came into the watched folder is read in by the import of its day, which is given, unless a person paused that. */
  readonly grow: (folder: Watched, paths: readonly string[]) => Promise<ReadonlySet<number>>
  readonly start: (id: number) => void
  readonly pause: (id: number) => void
  readonly cancel: (id: number) => void
  /** Resolves when the job has ended or was paused. */
  readonly wait: (id: number) => Promise<void>
  readonly view: (row: JobRow) => Job
  /** Goes on with jobs that a killed process left running. */
  readonly resume: () => void
  /** Stops after what is in hand; a running job goes on at the next start. */
  readonly close: () => Promise<void>
}

export type Context = {
  /** The open database; after a backup was restored it is another one, so nothing holds on to it. */
  readonly db: Db
  readonly path: string
  /** Segmentation, structure and rendering: nothing of these is done in the archive's own thread. */
  readonly workshop: Workshop
  readonly emit: Emit
  /** Tells of changed pages and lets search index them soon. */
  readonly changed: (ids: readonly number[]) => void
  /** Tells of pages that a job has stored, which indexes them itself: only what is left for quieter times waits for it. */
  readonly stored: (ids: readonly number[]) => void
  readonly jobs: Jobs
  /** When something else than imports was last asked of the archive, as `performance.now()` has it: who works in it meanwhile is not kept waiting. */
  readonly asked: () => number
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

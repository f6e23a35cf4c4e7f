/** The contract between processes, declared once as a value: every method with what goes in and what comes out. */
import { z } from 'zod'
import { appApi } from './api/app.ts'
import { doubtsApi } from './api/doubts.ts'
import { exportsApi } from './api/exports.ts'
import { importsApi } from './api/imports.ts'
import { layoutApi } from './api/layout.ts'
import { jobEvents, jobsApi } from './api/jobs.ts'
import { keepApi } from './api/keep.ts'
import { libraryApi } from './api/library.ts'
import { offersApi } from './api/offers.ts'
import { pageIdSchema, pagesApi } from './api/pages.ts'
import { searchApi } from './api/search.ts'
import { undoApi } from './api/undo.ts'
import type { Call, Handlers } from './rpc.ts'

export const api = {
  ...appApi,
  ...pagesApi,
  ...undoApi,
  ...importsApi,
  ...exportsApi,
  ...searchApi,
  ...libraryApi,
  ...keepApi,
  ...jobsApi,
  ...layoutApi,
  ...doubtsApi,
  ...offersApi,
}

export type Api = typeof api
export type ArchiveHandlers<Context> = Handlers<Api, 'archive', Context>
export type AppHandlers<Context> = Handlers<Api, 'app', Context>
export type Banxin = Call<Api>

/** What the window is told without asking. */
export const events = {
  /** The archive process died and is back; unsaved work should be saved again. */
  'archive.restarted': z.object({}),
  /** Pages came, went or changed, perhaps by another program on the same archive. */
  'pages.changed': z.object({ ids: z.array(pageIdSchema) }),
  ...jobEvents,
  /** How far an action on many pages is, where it takes longer than a moment; `operation`: the one that `operation.cancel` would stop. */
  'operation.progress': z.object({ done: z.int(), total: z.int(), operation: z.int().exactOptional() }),
  /** A menu item or shortcut of the native menu asks for a command of the window's table. */
  'command.run': z.object({ id: z.string() }),
  /** Files were dropped on the window or handed over by the system; they are ready under these tokens. */
  'files.offered': z.object({ files: z.array(z.object({ token: z.string(), name: z.string() })) }),
  /** How far an export is: `done` of `total` pieces (a page in a format); `name` is the file just written. */
  'export.progress': z.object({ job: z.string(), done: z.int(), total: z.int(), name: z.string() }),
  /** Main asks the window to put everything on disk before it closes. */
  'window.closing': z.object({}),
} as const

export type Events = typeof events
export type EventName = keyof Events
export type EventData<E extends EventName> = z.infer<Events[E]>

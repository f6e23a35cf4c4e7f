/** Every method of the archive's side in one table: forgetting one is a type error. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { Context } from '../context.ts'
import { appHandlers } from './app.ts'
import { doubtHandlers } from './doubts.ts'
import { exportHandlers } from './exports.ts'
import { importHandlers } from './imports.ts'
import { jobHandlers } from './jobs.ts'
import { keepHandlers } from './keep.ts'
import { layoutHandlers } from './layout.ts'
import { libraryHandlers } from './library.ts'
import { pageHandlers } from './pages.ts'
import { searchHandlers } from './search.ts'

export const handlers: ArchiveHandlers<Context> = {
  ...appHandlers,
  ...pageHandlers,
  ...importHandlers,
  ...exportHandlers,
  ...searchHandlers,
  ...libraryHandlers,
  ...keepHandlers,
  ...jobHandlers,
  ...layoutHandlers,
  ...doubtHandlers,
}

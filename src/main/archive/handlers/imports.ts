/** Imports: files become pages. */
import path from 'node:path'
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { Imported } from '../../../shared/api/imports.ts'
import type { Context } from '../context.ts'
import { importFile } from '../import.ts'

export const importHandlers = {
  'import.bytes': async ({ name, bytes }, context) => told(context, await importFile(context, { path: name, bytes })),
  'import.path': async ({ path: file }, context) => {
    return told(context, { ...(await importFile(context, { path: file })), name: path.basename(file) })
  },
} satisfies Partial<ArchiveHandlers<Context>>

function told(context: Context, imported: Imported): Imported {
  if (imported.outcome === 'new' && imported.id !== null) context.changed([imported.id])
  return imported
}

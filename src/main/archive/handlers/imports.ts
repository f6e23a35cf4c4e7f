/** Imports: files become pages. */
import path from 'node:path'
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { Imported } from '../../../shared/api/imports.ts'
import type { Context } from '../context.ts'
import { failed, importBytes } from '../import.ts'
import { readBytes } from '../read-bytes.ts'

export const importHandlers = {
  'import.bytes': async ({ name, bytes }, context) => told(context, await importBytes(context, name, bytes)),
  'import.path': async ({ path: file }, context) => {
    const name = path.basename(file)
    try {
      return told(context, await importBytes(context, name, await readBytes(file)))
    } catch (error) {
      return failed(name, error)
    }
  },
} satisfies Partial<ArchiveHandlers<Context>>

function told(context: Context, imported: Imported): Imported {
  if (imported.outcome === 'new' && imported.id !== null) context.changed([imported.id])
  return imported
}

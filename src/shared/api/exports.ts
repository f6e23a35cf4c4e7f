/** Exports: a page becomes files. */
import { z } from 'zod'
import { appMethod, archiveMethod, hostMethod } from '../rpc.ts'
import { pageIdSchema } from './pages.ts'

export const formatSchema = z.object({
  id: z.string(),
  extension: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
})
export type Format = z.infer<typeof formatSchema>

export const exportedFileSchema = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })
export type ExportedFile = z.infer<typeof exportedFileSchema>

export const exportsApi = {
  'export.formats': archiveMethod(z.object({}), z.array(formatSchema)),
  /** The files of one page in one format, names relative to the folder they go to. */
  'export.render': hostMethod(
    z.object({ id: pageIdSchema, format: z.string(), template: z.string().exactOptional() }),
    z.array(exportedFileSchema),
  ),
  /** Asks where to, writes the files whole, says their names; an empty list when the dialog was dismissed. */
  'export.save': appMethod(
    z.object({
      ids: z.array(pageIdSchema).min(1),
      formats: z.array(z.string()).min(1),
      template: z.string().exactOptional(),
    }),
    z.array(z.string()),
  ),
}

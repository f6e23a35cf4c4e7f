/** What the archive's rooms need from the main process: dialogs and files by token, so that the window never names a path. */
import { z } from 'zod'
import { appMethod } from '../rpc.ts'
import { chosenFileSchema, importedSchema } from './imports.ts'
import { jobSchema } from './jobs.ts'
import { searchInputSchema } from './search.ts'

const tokens = z.array(z.string()).min(1)

/** The folder that is watched, for people to read; null where none is. `there` is false while it cannot be found. */
const watchedSchema = z.object({ folder: z.string().nullable(), publication: z.string(), there: z.boolean() })
export type Watched = z.infer<typeof watchedSchema>

export const offersApi = {
  /** Shows the folder dialog; an empty list when it was dismissed. */
  'import.folder': appMethod(z.object({}), z.array(chosenFileSchema)),
  /** One file is read in at once; a folder, or several, become a job that waits for its pages to be named. */
  'import.take': appMethod(
    z.object({ tokens }),
    z.object({ job: jobSchema.nullable(), imported: z.array(importedSchema) }),
  ),
  'watch.state': appMethod(z.object({}), watchedSchema),
  /** Asks which folder to watch from now on; what it was before when the dialog was dismissed. */
  'watch.choose': appMethod(z.object({ publication: z.string().max(200).exactOptional() }), watchedSchema),
  'watch.stop': appMethod(z.object({}), watchedSchema),
  /** Asks where to, writes all hits as CSV, says the file's name; an empty list when the dialog was dismissed. */
  'search.export': appMethod(searchInputSchema, z.array(z.string())),
}

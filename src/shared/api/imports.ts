/** Imports: files become pages. The window holds tokens, never paths. */
import { z } from 'zod'
import { appMethod, archiveMethod, hostMethod } from '../rpc.ts'
import { noticeSchema, pageIdSchema } from './pages.ts'

/** A file that a person chose, as the window knows it: an opaque token and the name to show. */
export const chosenFileSchema = z.object({ token: z.string(), name: z.string() })
export type ChosenFile = z.infer<typeof chosenFileSchema>

export const importedSchema = z.object({
  name: z.string(),
  id: pageIdSchema.nullable(),
  /** `new`, `duplicate` (byte-identical; `id` is the page that is there) or `failed` (with `code` and `params`). */
  outcome: z.enum(['new', 'duplicate', 'failed']),
  code: z.string().exactOptional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  notices: z.array(noticeSchema),
})
export type Imported = z.infer<typeof importedSchema>

export const importsApi = {
  /** Bytes that the window already has (a dropped file, the clipboard). */
  'import.bytes': archiveMethod(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }), importedSchema),
  'import.path': hostMethod(z.object({ path: z.string() }), importedSchema),
  /** Shows the open dialog; an empty list when it was dismissed. */
  'import.choose': appMethod(z.object({}), z.array(chosenFileSchema)),
  'import.tokens': appMethod(z.object({ tokens: z.array(z.string()) }), z.array(importedSchema)),
}

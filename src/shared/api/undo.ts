/** The undo steps of a page, kept with it: what a person did can be taken back after a restart too. */
import { z } from 'zod'
import { focusSchema, undoStepSchema } from '../page/undo-schema.ts'
import { archiveMethod } from '../rpc.ts'

/** Goes with a save: of the steps that are kept the first `keep` stay, `steps` follow them. `focus`: what is selected now. */
export const undoSchema = z.object({
  keep: z.int().nonnegative(),
  steps: z.array(undoStepSchema).max(5000),
  focus: focusSchema.nullable(),
})
export type Undo = z.infer<typeof undoSchema>

export const undoApi = {
  /** Oldest first; the last one leads back from the page at `revision`. `revision` is 0 where nothing is kept. */
  'undo.get': archiveMethod(
    z.object({ id: z.int().positive() }),
    z.object({ revision: z.int(), steps: z.array(undoStepSchema), focus: focusSchema.nullable() }),
  ),
}

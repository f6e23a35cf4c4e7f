/** Undo steps as they travel and are kept, see `undo.ts`. */
import { z } from 'zod'
import { articleSchema, blockSchema, pageMetaSchema, proposalSchema } from './page.ts'

/** A place in the text: offset in UTF-16 code units of the block's text. */
const caretSchema = z.object({ block: z.string(), offset: z.int().nonnegative() })
export const focusSchema = z.object({ from: caretSchema, to: caretSchema, blocks: z.array(z.string()).readonly() })

const deltaSchema = z.strictObject({
  /** Every article of the older page in order: its id where it is the same, else its blocks, those that are the same by id. */
  articles: z
    .array(
      z.union([
        z.string(),
        z.strictObject({ id: articleSchema.shape.id, blocks: z.array(z.union([z.string(), blockSchema])).readonly() }),
      ]),
    )
    .readonly(),
  meta: pageMetaSchema.exactOptional(),
  proposals: z.array(proposalSchema).readonly().exactOptional(),
})
export type Delta = z.infer<typeof deltaSchema>

/** One step back: the page before it, and what was selected then. */
export const undoStepSchema = z.strictObject({ delta: deltaSchema, focus: focusSchema.nullable() })
export type UndoStep = z.infer<typeof undoStepSchema>

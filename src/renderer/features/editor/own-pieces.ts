/** Reads what was copied from a page of ours, so that it comes back exactly. */
import { z } from 'zod'
import { markSchema, pictureSchema, roleSchema } from '../../../shared/page/page.ts'
import type { Piece } from '../../../shared/page/paste.ts'

const piecesSchema = z
  .array(
    z.object({
      role: roleSchema.exactOptional(),
      text: z.string(),
      marks: z.array(markSchema),
      picture: pictureSchema.exactOptional(),
      opens: z.boolean().exactOptional(),
    }),
  )
  .min(1)

/** The pieces in `text`, undefined where it is something else. */
export function readOwnPieces(text: string): readonly Piece[] | undefined {
  const read = piecesSchema.safeParse(parsed(text))
  return read.success ? read.data : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

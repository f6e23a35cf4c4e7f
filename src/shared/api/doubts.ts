/** Doubts over many pages: how many are left, the blocks of a sample, and accepting a batch. */
import { z } from 'zod'
import { blockSchema } from '../page/page.ts'
import { archiveMethod } from '../rpc.ts'
import { pageIdSchema } from './pages.ts'

/** Pages a call may name. */
const ids = z.array(pageIdSchema).max(500)

export const pageDoubtsSchema = z.object({ id: pageIdSchema, doubts: z.int(), blocks: z.int() })
export type PageDoubts = z.infer<typeof pageDoubtsSchema>

/** A drawn block with where it stands and its neighbours' beginnings; `article` counts from 1. */
export const drawnBlockSchema = z.object({
  page: pageIdSchema,
  name: z.string(),
  article: z.int(),
  block: blockSchema,
  before: z.string(),
  after: z.string(),
})
export type DrawnBlock = z.infer<typeof drawnBlockSchema>

export const doubtsApi = {
  /** Pages that are not there are left out. */
  'doubts.count': archiveMethod(z.object({ ids }), z.array(pageDoubtsSchema)),
  /** The blocks at `at`, counted over the page's blocks in reading order. */
  'doubts.blocks': archiveMethod(
    z.object({ draws: z.array(z.object({ page: pageIdSchema, at: z.int().nonnegative() })).max(2000) }),
    z.array(drawnBlockSchema),
  ),
  /**
   * Each page becomes a revision that is accepted as it stands, all of them in one transaction. `operation` takes them back
   * (`operation.undo`); given to the next call, that one's pages are taken back with them. Errors: `operation/missing`,
   * `operation/running` while it is being taken back.
   */
  'doubts.acceptPages': archiveMethod(
    z.object({ ids, operation: z.int().exactOptional() }),
    z.object({ accepted: z.int(), operation: z.int().nullable() }),
  ),
}

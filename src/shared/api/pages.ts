/** Pages: listing, reading, saving. */
import { z } from 'zod'
import { pageMetaSchema, pageSchema } from '../page/page.ts'
import { archiveMethod } from '../rpc.ts'
import { undoSchema } from './undo.ts'

export const pageIdSchema = z.int().positive()

/** A page's number as a person writes it: what a Chinese keyboard types wide (Ａ０4) is the same number. */
export const pageNumberSchema = z.string().normalize('NFKC').trim()

/** Something that was lost or is doubtful about a file; shown to the person. `at` is an offset into the source text. */
export const noticeSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  at: z.int().nonnegative().exactOptional(),
})
export type Notice = z.infer<typeof noticeSchema>

/** A page as the library lists it. Times are ISO 8601 in UTC; `stories` are its articles but those that are page furniture only,
 * `characters` the non-blank ones of its blocks. */
export const pageSummarySchema = z.object({
  id: pageIdSchema,
  name: z.string(),
  meta: pageMetaSchema,
  title: z.string(),
  stories: z.int(),
  characters: z.int(),
  revision: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type PageSummary = z.infer<typeof pageSummarySchema>

/** A page with the decoded source text that its spans point into. */
export const openPageSchema = z.object({
  id: pageIdSchema,
  name: z.string(),
  revision: z.int(),
  page: pageSchema,
  source: z.string(),
  encoding: z.string(),
  notices: z.array(noticeSchema),
})
export type OpenPage = z.infer<typeof openPageSchema>

export const pagesApi = {
  'page.list': archiveMethod(z.object({}), z.array(pageSummarySchema)),
  'page.get': archiveMethod(z.object({ id: pageIdSchema }), openPageSchema),
  /** Fails with `page/conflict` when `revision` is not the stored one, with `page/binned` when the page lies in the bin. `undo` is kept with the state that it leads back from. */
  'page.save': archiveMethod(
    z.object({ id: pageIdSchema, revision: z.int(), page: pageSchema, undo: undoSchema.exactOptional() }),
    z.object({ revision: z.int(), savedAt: z.string() }),
  ),
  'page.remove': archiveMethod(z.object({ id: pageIdSchema }), z.object({})),
  /** A new page from pasted text; `name` is how the library shows it until its headline is known. */
  /** `once`: where a page of the very same text is there, none is made (`duplicate`), and `id` is that one's. */
  'page.paste': archiveMethod(
    z.object({ name: z.string(), text: z.string(), once: z.boolean().exactOptional() }),
    z.object({ id: pageIdSchema, duplicate: z.boolean() }),
  ),
}

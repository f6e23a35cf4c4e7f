/** Exports: a page becomes files. */
import { z } from 'zod'
import { pageSchema } from '../page/page.ts'
import { appMethod, archiveMethod, hostMethod } from '../rpc.ts'
import { keptLayoutSchema } from './layout.ts'
import { pageIdSchema } from './pages.ts'

export const formatSchema = z.object({
  id: z.string(),
  extension: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
})
export type Format = z.infer<typeof formatSchema>

export const exportedFileSchema = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })
export type ExportedFile = z.infer<typeof exportedFileSchema>

/** A whole web address: `https://paper.example.cn/epaper/`. */
export const siteUrlSchema = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/i)

/** What a person can choose beside the formats. */
export const exportOptionsSchema = z.strictObject({
  /** Bleed and crop marks around the print page. */
  marks: z.boolean().exactOptional(),
  /** PDF/A-2 for the archive. */
  archive: z.boolean().exactOptional(),
  /** All pages in one PDF, in the order given. */
  together: z.boolean().exactOptional(),
  /** Encoding of story texts. */
  encoding: z.enum(['utf-8', 'gb18030']).exactOptional(),
  /** House style of WeChat articles. */
  wechat: z.enum(['daily', 'city', 'feature']).exactOptional(),
  /** Where a digital edition will stand on the web. */
  siteUrl: siteUrlSchema.exactOptional(),
})
export type ExportOptions = z.infer<typeof exportOptionsSchema>

/** Pictures of a page whose bytes the archive does not hold: an export draws an empty place for them. */
export const missingSchema = z.object({ id: pageIdSchema, name: z.string(), pictures: z.int() })

/**
 * What became of an export. `dismissed`: the person closed the dialog that asks where to; `kept`: files that were there and were not
 * replaced. One failed page stops none of the others.
 */
export const exportReportSchema = z.object({
  dismissed: z.boolean(),
  cancelled: z.boolean(),
  files: z.array(z.string()),
  kept: z.array(z.string()),
  pages: z.int(),
  failed: z.array(
    z.object({
      id: pageIdSchema,
      format: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  missing: z.array(missingSchema),
})
export type ExportReport = z.infer<typeof exportReportSchema>

export const exportsApi = {
  'export.formats': archiveMethod(z.object({}), z.array(formatSchema)),
  /** The files of one page in one format, names relative to the folder they go to. */
  'export.render': hostMethod(
    z.object({
      id: pageIdSchema,
      format: z.string(),
      template: z.string().exactOptional(),
      options: exportOptionsSchema.exactOptional(),
      /** Instead of the layout that the archive keeps of the page. */
      layout: keptLayoutSchema.exactOptional(),
    }),
    z.array(exportedFileSchema),
  ),
  /** All pages as one PDF. */
  'export.together': hostMethod(
    z.object({ ids: z.array(pageIdSchema).min(1), options: exportOptionsSchema }),
    z.array(exportedFileSchema),
  ),
  /**
   * All pages as one digital edition in `folder` (event `export.progress`, `before` pieces of `total` being done already); its name, or
   * null where it was stopped. Errors: `file/exists` without `replace`, `disk/full`, `file/unwritable`.
   */
  'export.edition': hostMethod(
    z.object({
      job: z.string(),
      ids: z.array(pageIdSchema).min(1),
      folder: z.string(),
      replace: z.boolean(),
      options: exportOptionsSchema,
      template: z.string().exactOptional(),
      layouts: z.array(z.object({ id: pageIdSchema, layout: keptLayoutSchema })).exactOptional(),
      before: z.int().exactOptional(),
      total: z.int().exactOptional(),
    }),
    z.object({ name: z.string().nullable() }),
  ),
  /** Ends `export.edition` before its next file. */
  'export.stop': hostMethod(z.object({ job: z.string() }), z.object({})),
  'export.missing': archiveMethod(z.object({ ids: z.array(pageIdSchema) }), z.array(missingSchema)),
  /** The first text file that the export would make, to be shown before it is made; null where it makes none. */
  'export.preview': archiveMethod(
    z.object({ id: pageIdSchema, format: z.string(), options: exportOptionsSchema }),
    z.object({ name: z.string(), text: z.string() }).nullable(),
  ),
  /** The page as it was at its last proof, or null. */
  'proof.last': archiveMethod(z.object({ id: pageIdSchema }), z.object({ since: pageSchema.nullable() })),
  /** Prints what the window shows to printers only, by the system's dialog; false where the person gave that up. Errors: `print/none`, `print/failed`. */
  'proof.print': appMethod(z.object({}), z.object({ printed: z.boolean() })),
  /** The page as it was in `revision` is noted as the one proofed: its proof was printed or written. */
  'proof.take': archiveMethod(z.object({ id: pageIdSchema, revision: z.int().positive() }), z.object({})),
  /** Asks where to, writes page by page (event `export.progress`), each file whole; asks before it replaces. `job` names it for `export.cancel`. */
  'export.run': appMethod(
    z.object({
      job: z.string(),
      ids: z.array(pageIdSchema).min(1),
      formats: z.array(z.string()).min(1),
      options: exportOptionsSchema,
      layouts: z.array(z.object({ id: pageIdSchema, layout: keptLayoutSchema })),
    }),
    exportReportSchema,
  ),
  'export.cancel': appMethod(z.object({ job: z.string() }), z.object({})),
  /** Shows what `job`, the last one, made in the system's file window. */
  'export.show': appMethod(z.object({ job: z.string() }), z.object({})),
  /** Puts rich text and its plain form on the clipboard. */
  'clipboard.write': appMethod(
    z.object({ html: z.string().max(5_000_000), text: z.string().max(5_000_000) }),
    z.object({}),
  ),
}

/** The library: publications → issues → pages, the bin, moving and merging, operations with their undo, people, states. */
import { z } from 'zod'
import { isDay } from '../dates.ts'
import { archiveMethod } from '../rpc.ts'
import { pageIdSchema, pageNumberSchema, pageSummarySchema } from './pages.ts'

const idSchema = z.int().positive()
const ids = z.array(pageIdSchema).max(200_000)

/** `name` '' stands for pages whose newspaper is not known; `first` and `last` are the earliest and latest day. Pages in the bin do not count. */
export const publicationSchema = z.object({
  id: idSchema,
  name: z.string(),
  issues: z.int(),
  pages: z.int(),
  characters: z.int(),
  first: z.string(),
  last: z.string(),
})
export type Publication = z.infer<typeof publicationSchema>

/** `states`: how many pages stand at each step ('' none). `date` '' where it is not known. */
export const issueSchema = z.object({
  id: idSchema,
  date: z.string(),
  pages: z.int(),
  characters: z.int(),
  states: z.record(z.string(), z.int()),
})
export type Issue = z.infer<typeof issueSchema>

/**
 * Which pages, in which order. Every word of `text` stands in name, title, publication, date, number or section; 日期:… in it is a date
 * as searches have it. `missing`: only those of which that is not known. `bin`: those in the bin instead.
 */
export const pageFilterSchema = z.object({
  publication: idSchema.exactOptional(),
  issue: idSchema.exactOptional(),
  state: z.string().exactOptional(),
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
  text: z.string().max(200).exactOptional(),
  missing: z.enum(['publication', 'date', 'number']).exactOptional(),
  bin: z.boolean().exactOptional(),
  sort: z.enum(['date', 'number', 'name', 'title', 'characters', 'updated', 'created', 'deleted']).exactOptional(),
  descending: z.boolean().exactOptional(),
})
export type PageFilter = z.infer<typeof pageFilterSchema>

/** `deletedAt` and `purgeAt` on pages in the bin only. `open`: its text changed after it reached `state`. */
export const libraryPageSchema = pageSummarySchema.extend({
  issue: idSchema,
  state: z.string(),
  picture: z.boolean(),
  deletedAt: z.string().exactOptional(),
  purgeAt: z.string().exactOptional(),
})
export type LibraryPage = z.infer<typeof libraryPageSchema>

/** What an action did, by which it can be undone; null where there was nothing to do. */
const done = z.object({ operation: z.int().nullable(), pages: z.int() })

/** `gone`: the pages it changed were all deleted for good, so that nothing can be taken back. */
export const operationSchema = z.object({
  id: idSchema,
  kind: z.string(),
  at: z.string(),
  who: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  undoneAt: z.string().nullable(),
  gone: z.boolean(),
})
export type Operation = z.infer<typeof operationSchema>

/** A person of bylines; `variants` are other spellings that were said to be the same. */
export const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  pinyin: z.string(),
  articles: z.int(),
  kinds: z.array(z.enum(['author', 'reporter', 'correspondent', 'photographer'])),
  variants: z.array(z.string()),
})
export type Person = z.infer<typeof personSchema>

export const stateEntrySchema = z.object({ step: z.string(), at: z.string(), who: z.string(), open: z.boolean() })
export type StateEntry = z.infer<typeof stateEntrySchema>

/** The steps of the house, in their order. */
export const workflowSchema = z.object({
  pages: z.array(z.string().min(1).max(40)).max(40),
  articles: z.array(z.string().min(1).max(40)).max(40),
})
export type Workflow = z.infer<typeof workflowSchema>

export const libraryApi = {
  'library.publications': archiveMethod(z.object({}), z.array(publicationSchema)),
  'library.issues': archiveMethod(z.object({ publication: idSchema }), z.array(issueSchema)),
  'library.pages': archiveMethod(
    pageFilterSchema.extend({ offset: z.int().nonnegative(), limit: z.int().positive().max(2000) }),
    z.object({ total: z.int(), pages: z.array(libraryPageSchema) }),
  ),
  /** The ids of all pages of a filter, in its order: for selecting them all. */
  'library.ids': archiveMethod(pageFilterSchema, z.array(pageIdSchema)),
  /** Issues of a year by day, and days on which one is missing: the weekdays on which it mostly came out between its first and last day. */
  'library.calendar': archiveMethod(
    z.object({ publication: idSchema, year: z.int().min(1800).max(2200) }),
    z.object({
      days: z.array(z.object({ date: z.string(), issue: idSchema, pages: z.int() })),
      missing: z.array(z.string()),
    }),
  ),
  'library.years': archiveMethod(z.object({ publication: idSchema }), z.array(z.int())),
  /** What a publication that has no pages any more became by another name, by being merged, or by taking that back; null: nothing. */
  'publication.became': archiveMethod(z.object({ id: idSchema }), idSchema.nullable()),
  'publication.rename': archiveMethod(z.object({ id: idSchema, name: z.string().trim().max(200) }), done),
  /** All pages of `from` become pages of `into`. */
  'publication.merge': archiveMethod(z.object({ from: idSchema, into: idSchema }), done),
  'pages.bin': archiveMethod(z.object({ ids }), done),
  'issue.bin': archiveMethod(z.object({ id: idSchema }), done),
  'publication.bin': archiveMethod(z.object({ id: idSchema }), done),
  'bin.restore': archiveMethod(z.object({ ids }), done),
  /** Deletes for good: these pages of the bin, or without `ids` those whose time has come. */
  'bin.purge': archiveMethod(z.object({ ids: ids.exactOptional() }), z.object({ pages: z.int() })),
  /** Moves pages to another publication, day or page number; what is not given stays. */
  'pages.move': archiveMethod(
    z.object({
      ids,
      publication: z.string().trim().max(200).exactOptional(),
      date: z
        .string()
        .refine((date) => date === '' || isDay(date))
        .exactOptional(),
      number: pageNumberSchema.max(20).exactOptional(),
      section: z.string().trim().max(100).exactOptional(),
    }),
    done,
  ),
  /** Two copies of one page: `keep` stays, with the articles of `take` where given; the other goes to the bin. */
  'pages.merge': archiveMethod(
    z.object({ keep: pageIdSchema, drop: pageIdSchema, take: z.array(z.string()).exactOptional() }),
    done,
  ),
  'operation.list': archiveMethod(
    z.object({ limit: z.int().positive().max(500).exactOptional() }),
    z.array(operationSchema),
  ),
  /** Stops an action on many pages; what it has done until then is the operation, which can be taken back. One that is over stays as it is. */
  'operation.cancel': archiveMethod(z.object({ id: idSchema }), z.object({})),
  /**
   * Takes an operation back. What no longer stands as the operation left it stays: pages in `conflicts`, words and searches in `kept`;
   * `gone` pages were deleted for good. Errors: `operation/missing`, `operation/running`, `operation/gone`, `operation/taken`.
   */
  'operation.undo': archiveMethod(
    z.object({ id: idSchema }),
    z.object({
      pages: z.array(pageIdSchema),
      conflicts: z.array(pageIdSchema),
      /** The titles of the first of `conflicts`. */
      changed: z.array(z.string()),
      gone: z.int(),
      kept: z.array(z.string()),
      /** A person stopped it: what was not come to can be taken back as before. */
      stopped: z.boolean(),
    }),
  ),

  'people.list': archiveMethod(
    z.object({
      text: z.string().max(100).exactOptional(),
      offset: z.int().nonnegative(),
      limit: z.int().positive().max(1000),
    }),
    z.object({ total: z.int(), people: z.array(personSchema) }),
  ),
  /** Spellings that may be one person: the same sound, or one character apart. */
  'people.alike': archiveMethod(z.object({ limit: z.int().positive().max(500) }), z.array(z.array(personSchema))),
  'people.merge': archiveMethod(z.object({ into: idSchema, ids: z.array(idSchema) }), z.object({})),
  'people.split': archiveMethod(z.object({ id: idSchema }), z.object({})),

  'workflow.get': archiveMethod(z.object({}), workflowSchema),
  'workflow.set': archiveMethod(workflowSchema, z.object({})),
  /** The step that a page, or one article of it, has reached; '' takes it away. A later change of the text opens it again. */
  'state.set': archiveMethod(
    z.object({ pages: ids, article: z.string().exactOptional(), step: z.string().max(40) }),
    done,
  ),
  'state.get': archiveMethod(
    z.object({ page: pageIdSchema }),
    z.object({
      page: stateEntrySchema.nullable(),
      articles: z.record(z.string(), stateEntrySchema),
      log: z.array(z.object({ article: z.string().nullable(), step: z.string(), at: z.string(), who: z.string() })),
    }),
  ),
}

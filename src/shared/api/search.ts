/** Search over the archive: exact counts, ranked hits, facets, suggestions, saved searches; find and replace. */
import { z } from 'zod'
import { pageMetaSchema, roleSchema } from '../page/page.ts'
import { archiveMethod } from '../rpc.ts'
import { OUTCOMES, REMARKS } from '../search/remarks.ts'
import { pageIdSchema } from './pages.ts'

const dateSchema = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/)

/** Characters of a query at most. */
export const QUERY_MOST = 2000

/** What is looked for: the words as typed (`search/query.ts` says how they are read) and the filters of the facets. Filters may stand alone. */
export const searchInputSchema = z.object({
  query: z.string().max(QUERY_MOST),
  /** In publications and years '' stands for what is not known. */
  publications: z.array(z.string()).exactOptional(),
  years: z.array(z.string().regex(/^(\d{4})?$/)).exactOptional(),
  /** Only matches in blocks of these roles; without words, articles that have such a block. */
  roles: z.array(roleSchema).exactOptional(),
  people: z.array(z.string()).exactOptional(),
  keywords: z.array(z.string()).exactOptional(),
  /** First and last day, YYYY-MM-DD. */
  from: dateSchema.exactOptional(),
  to: dateSchema.exactOptional(),
  sort: z.enum(['relevance', 'newest', 'oldest']).exactOptional(),
  offset: z.int().nonnegative().max(1_000_000).exactOptional(),
  limit: z.int().positive().max(500).exactOptional(),
})
export type SearchInput = z.infer<typeof searchInputSchema>

/** The filters that are taken off one by one; `dates` is both ends. */
export const FILTERS = ['publications', 'years', 'roles', 'people', 'keywords', 'dates'] as const

/**
 * One article. `article` and `block` are ids in the page; the first match stands at `[start, end)` of that block's text, in
 * UTF-16 code units. In `snippet.text` the ranges `lit` are lit.
 */
export const searchHitSchema = z.object({
  page: pageIdSchema,
  article: z.string(),
  block: z.string(),
  role: roleSchema,
  start: z.int(),
  end: z.int(),
  name: z.string(),
  publication: z.string(),
  date: z.string(),
  number: z.string(),
  section: z.string(),
  headline: z.string(),
  byline: z.string(),
  snippet: z.object({ text: z.string(), lit: z.array(z.tuple([z.int(), z.int()])) }),
  score: z.number(),
})
export type SearchHit = z.infer<typeof searchHitSchema>

/** What is said of a query that was not understood whole; `search/remarks.ts` has the sentences. `instead`: a whole query that was perhaps meant. */
const remarkSchema = z.object({
  kind: z.enum(REMARKS),
  text: z.string(),
  outcome: z.enum(OUTCOMES),
  instead: z.string().exactOptional(),
})

/**
 * Another search, where one finds nothing: without a filter (`text` is its value) or all of them, without a word of the query
 * (`text`), or with a word (`text`) in the place of one that stands nowhere. `total`: how many articles it finds.
 */
export const trySchema = z.object({
  kind: z.enum([...FILTERS, 'filters', 'word', 'shorter', 'spelling']),
  text: z.string(),
  search: searchInputSchema,
  total: z.int(),
})
export type Try = z.infer<typeof trySchema>

const facetSchema = z.array(z.object({ value: z.string(), count: z.int() }))

export const savedSearchSchema = z.object({ id: z.int(), name: z.string(), search: searchInputSchema })
export type SavedSearch = z.infer<typeof savedSearchSchema>

export const suggestionSchema = z.object({
  kind: z.enum(['person', 'publication', 'keyword']),
  value: z.string(),
  /** Articles (of a publication: pages). */
  count: z.int(),
  /** What to put into the search box: 署名:张三. */
  insert: z.string(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

/** `find` is text as it stands (`matchCase` false: letters of either case alike), or with `expression` a JavaScript expression with the flag u. */
export const replaceInputSchema = z.object({
  find: z.string().min(1).max(1000),
  replacement: z.string().max(10_000),
  expression: z.boolean().exactOptional(),
  matchCase: z.boolean().exactOptional(),
  roles: z.array(roleSchema).exactOptional(),
  /** Only these pages; without it the whole archive. */
  pages: z.array(pageIdSchema).exactOptional(),
})
export type ReplaceInput = z.infer<typeof replaceInputSchema>

/** A place that would change: `[start, end)` of the block's text becomes `replacement`; `before` and `after` are what stands around. `key` names it for exclusion. */
export const replaceHitSchema = z.object({
  key: z.string(),
  page: pageIdSchema,
  article: z.string(),
  block: z.string(),
  role: roleSchema,
  headline: z.string(),
  /** Of the page. */
  meta: pageMetaSchema,
  start: z.int(),
  end: z.int(),
  before: z.string(),
  match: z.string(),
  replacement: z.string(),
  after: z.string(),
})
export type ReplaceHit = z.infer<typeof replaceHitSchema>

const lookedSchema = z.array(z.tuple([pageIdSchema, z.int()]))
export type Looked = z.infer<typeof lookedSchema>

export const searchApi = {
  /**
   * `total` articles and `pages` are exact for what was understood; `remarks` tell what was not. `needles` are the texts that are lit,
   * in normal form. Errors: `query/empty` where nothing is looked for.
   */
  'search.run': archiveMethod(
    searchInputSchema,
    z.object({
      query: z.string(),
      total: z.int(),
      pages: z.int(),
      hits: z.array(searchHitSchema),
      needles: z.array(z.string()),
      remarks: z.array(remarkSchema),
      milliseconds: z.number(),
    }),
  ),
  /** What to try where a search finds nothing. Filters are all told of, other tries where they find something. */
  'search.tries': archiveMethod(searchInputSchema, z.array(trySchema)),
  'search.count': archiveMethod(searchInputSchema, z.object({ total: z.int(), pages: z.int() })),
  /** How the hits spread; the largest first, at most 30 of each. `roles` is null where there are too many hits to read. */
  'search.facets': archiveMethod(
    searchInputSchema,
    z.object({
      publications: facetSchema,
      years: facetSchema,
      roles: facetSchema.nullable(),
      people: facetSchema,
      keywords: facetSchema,
    }),
  ),
  /** Names and publications that begin with what was typed, by characters, pinyin or initials. */
  'search.suggest': archiveMethod(z.object({ text: z.string().max(200) }), z.array(suggestionSchema)),
  'search.saved': archiveMethod(z.object({}), z.array(savedSearchSchema)),
  /** One of the same name is replaced; `operation` takes that back, and is null where none was, or the same. */
  'search.save': archiveMethod(
    z.object({ name: z.string().min(1).max(200), search: searchInputSchema }),
    savedSearchSchema.extend({ operation: z.int().nullable() }),
  ),
  /** Not `renamed` where another one is called so. `operation` takes it back, and is null where nothing changed. */
  'search.rename': archiveMethod(
    z.object({ id: z.int(), name: z.string().min(1).max(200) }),
    z.object({ renamed: z.boolean(), operation: z.int().nullable() }),
  ),
  /** `operation` takes it back (`operation.undo`). */
  'search.forget': archiveMethod(z.object({ id: z.int() }), z.object({ operation: z.int().nullable() })),
  /** All hits as CSV in UTF-8 with a byte order mark, for spreadsheets; `lang` is that of its head and of the roles, Chinese by default. */
  'search.csv': archiveMethod(
    searchInputSchema.extend({ lang: z.enum(['zh', 'en']).exactOptional() }),
    z.instanceof(Uint8Array),
  ),
  /**
   * The first places that would change (at most `limit`, 500), and how many there are in all. `looked` are all pages with places, with
   * the revision that was looked at. What was found until a person `stopped` it. Errors: `expression/…`.
   */
  'replace.preview': archiveMethod(
    replaceInputSchema.extend({ limit: z.int().positive().max(5000).exactOptional() }),
    z.object({
      hits: z.array(replaceHitSchema),
      total: z.int(),
      pages: z.int(),
      looked: lookedSchema,
      stopped: z.boolean(),
    }),
  ),
  /**
   * Replaces everywhere but at the places named in `exclude`, or at those in `only` alone; one operation, undone by `operation.undo`.
   * With `looked` on no other pages than the preview had; `conflicts`: pages that changed since. `stopped`: by a person, before anything was replaced.
   */
  'replace.apply': archiveMethod(
    replaceInputSchema.extend({
      exclude: z.array(z.string()),
      only: z.array(z.string()).exactOptional(),
      looked: lookedSchema.exactOptional(),
    }),
    z.object({
      operation: z.int().nullable(),
      replaced: z.int(),
      pages: z.int(),
      conflicts: z.array(pageIdSchema),
      stopped: z.boolean(),
    }),
  ),
}

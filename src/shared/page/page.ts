/** The Page: one newspaper page as a plain JSON value. Everything else is a function to or from it, or a place that keeps it. */
import { z } from 'zod'
import { MARK_KINDS, PAGE_VERSION, ROLES } from './kinds.ts'

export { MARK_KINDS, PAGE_VERSION, ROLES }

export const roleSchema = z.enum(ROLES)
export type Role = z.infer<typeof roleSchema>

/** `[start, end)` in UTF-16 code units of the decoded source text, without its byte order mark, line ends as they are. */
export const spanSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly()
export type Span = z.infer<typeof spanSchema>

/** A mark over `[start, end)` of its block's `text`, in UTF-16 code units. `href` stands on links only. */
export const markSchema = z.strictObject({
  kind: z.enum(MARK_KINDS),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  href: z.string().max(4000).exactOptional(),
})
export type Mark = z.infer<typeof markSchema>

/** Why the structure engine says something: a code of the table in `structure/reasons.ts`, and what goes into its sentence. */
export const reasonSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
})
export type Reason = z.infer<typeof reasonSchema>

/** A place in `text` where two fragments were made one paragraph; `score` is the probability 0…1 that this is right. */
export const joinSchema = z.strictObject({
  at: z.int().nonnegative(),
  score: z.number().min(0).max(1),
  reasons: z.array(reasonSchema).readonly(),
  confirmed: z.boolean().exactOptional(),
})
export type Join = z.infer<typeof joinSchema>

/** A picture by its content (`sha256`, hex) or, without one, a placeholder of the right proportion. Width and height in pixels. */
export const pictureSchema = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional(),
  width: z.int().positive(),
  height: z.int().positive(),
})
export type Picture = z.infer<typeof pictureSchema>

/**
 * A block of an article. `text` is what stands on the page now; `spans` are the source characters it came from, in reading
 * order, and stay through edits. `confidence` is the probability 0…1 that role and extent are right; `confirmed` says a person did.
 */
export const blockSchema = z.strictObject({
  id: z.string().min(1).max(40),
  role: roleSchema,
  text: z.string(),
  marks: z.array(markSchema).readonly(),
  spans: z.array(spanSchema).readonly(),
  confidence: z.number().min(0).max(1),
  reasons: z.array(reasonSchema).readonly(),
  joins: z.array(joinSchema).readonly(),
  confirmed: z.boolean().exactOptional(),
  picture: pictureSchema.exactOptional(),
})
export type Block = z.infer<typeof blockSchema>

export const articleSchema = z.strictObject({
  id: z.string().min(1).max(40),
  blocks: z.array(blockSchema).readonly(),
})
export type Article = z.infer<typeof articleSchema>

/**
 * A change that a person should decide. `move`: the blocks belong before `before` (null: at their article's end).
 * `join`: `blocks` are two fragments that may be one paragraph. `continued`: the article continues another page.
 */
export const proposalSchema = z.strictObject({
  id: z.string().min(1).max(40),
  kind: z.enum(['move', 'join', 'continued']),
  blocks: z.array(z.string()).readonly(),
  before: z.string().nullable().exactOptional(),
  confidence: z.number().min(0).max(1),
  reasons: z.array(reasonSchema).readonly(),
})
export type Proposal = z.infer<typeof proposalSchema>

/** What the page is, as far as it is known. `date` is YYYY-MM-DD, `number` as printed (`04`, `A04`), `section` the 版名 (要闻). */
export const pageMetaSchema = z.strictObject({
  publication: z.string().exactOptional(),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .exactOptional(),
  number: z.string().exactOptional(),
  section: z.string().exactOptional(),
  title: z.string().exactOptional(),
})
export type PageMeta = z.infer<typeof pageMetaSchema>

export const pageSchema = z.strictObject({
  version: z.literal(PAGE_VERSION),
  meta: pageMetaSchema,
  articles: z.array(articleSchema).readonly(),
  proposals: z.array(proposalSchema).readonly(),
})
export type Page = z.infer<typeof pageSchema>

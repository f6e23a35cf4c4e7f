/** Import jobs: many files become pages while people go on working; a job survives the program. */
import { z } from 'zod'
import { isDay } from '../dates.ts'
import { pageMetaSchema } from '../page/page.ts'
import type { Lang } from '../page/roles.ts'
import { archiveMethod, hostMethod } from '../rpc.ts'
import { noticeSchema, pageIdSchema, pageNumberSchema } from './pages.ts'

const idSchema = z.int().positive()

export const jobSchema = z.object({
  id: idSchema,
  kind: z.enum(['import', 'watch']),
  state: z.enum(['waiting', 'running', 'paused', 'done', 'cancelled']),
  /** What stopped it on the way, where no person did; null again when it goes on. */
  stopped: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  /** The folder or file it was made from, for people. */
  label: z.string(),
  total: z.int(),
  done: z.int(),
  pages: z.int(),
  articles: z.int(),
  characters: z.int(),
  duplicates: z.int(),
  alike: z.int(),
  failed: z.int(),
  /** How many files of each kind the folders had besides, which cannot be read in: by the ending of their names, '' for others. */
  skipped: z.record(z.string(), z.int()),
  /** Seconds that it ran, files a second over the last ones, seconds that it still needs (null: not known). */
  seconds: z.number(),
  rate: z.number(),
  left: z.number().nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
})
export type Job = z.infer<typeof jobSchema>

/** So many kinds of files are told of by name, the most frequent ones. */
const KINDS_TOLD = 6

/** What was left out of a job, in one sentence; undefined where nothing was. */
export function skippedText(skipped: Job['skipped'], lang: Lang): string | undefined {
  const kinds = Object.entries(skipped).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const sum = (of: readonly (readonly [string, number])[]) => of.reduce((all, [, n]) => all + n, 0)
  const told = kinds.filter(([kind]) => kind !== '').slice(0, KINDS_TOLD)
  const n = sum(kinds)
  const rest = n - sum(told)
  if (n === 0) return undefined
  const shown = (count: number) => count.toLocaleString('en')
  const others = { zh: '其他', en: 'others' }[lang]
  const list = [...told, ...(rest > 0 ? [[others, rest] as const] : [])].map(
    ([kind, count]) => `${kind} ${shown(count)}`,
  )
  return {
    zh: `另有 ${shown(n)} 个文件不能读入，已略过：${list.join('、')}。`,
    en: `${shown(n)} other ${n === 1 ? 'file' : 'files'} cannot be read in and ${n === 1 ? 'was' : 'were'} left out: ${list.join(', ')}.`,
  }[lang]
}

/** What page a file is; '' for what it is said not to have. */
const fileMetaSchema = pageMetaSchema.extend({
  publication: z.string().trim().exactOptional(),
  date: z
    .string()
    .refine((date) => date === '' || isDay(date))
    .exactOptional(),
  number: pageNumberSchema.exactOptional(),
  section: z.string().trim().exactOptional(),
})
export type FileMeta = z.infer<typeof fileMetaSchema>

const patternsSchema = z.array(z.string().min(1).max(300)).max(100)

/**
 * One file of a job. `name` is its path below what was chosen. `meta`: as its page says, before there is one as guessed of its path and
 * corrected; `said`: what of it a person corrected. `like`: a page that is much like it, 0…1.
 */
export const jobFileSchema = z.object({
  n: z.int(),
  name: z.string(),
  meta: fileMetaSchema,
  said: z.array(fileMetaSchema.keyof()),
  outcome: z.enum(['new', 'duplicate', 'failed']).nullable(),
  page: pageIdSchema.nullable(),
  code: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  like: z.object({ page: pageIdSchema, likeness: z.number() }).nullable(),
  /** What was doubtful when it was read. */
  notices: z.array(noticeSchema),
})
export type JobFile = z.infer<typeof jobFileSchema>

/** The heads of so many files are looked at in one call: each is open meanwhile. */
export const LOOK_MOST = 200

export const jobsApi = {
  /** Finds the files of `paths` and guesses what page each is; nothing is read in until `job.start`. */
  'job.create': hostMethod(
    z.object({
      paths: z.array(z.string()),
      publication: z.string().trim().max(200).exactOptional(),
      all: z.boolean().exactOptional(),
    }),
    jobSchema,
  ),
  'job.list': archiveMethod(z.object({}), z.array(jobSchema)),
  'job.get': archiveMethod(z.object({ id: idSchema }), jobSchema),
  /** How many of the articles that it read in are stories, and not page furniture only. */
  'job.stories': archiveMethod(z.object({ id: idSchema }), z.int()),
  /** Files in their order; `outcome` picks, `alike` those with a near-duplicate, `noticed` new ones with notices. */
  'job.files': archiveMethod(
    z.object({
      id: idSchema,
      outcome: z.enum(['new', 'duplicate', 'failed', 'alike', 'noticed', 'waiting']).exactOptional(),
      offset: z.int().nonnegative(),
      limit: z.int().positive().max(2000),
    }),
    z.object({ total: z.int(), files: z.array(jobFileSchema) }),
  ),
  /** Corrects what page files are, before they are read in. Without `n` all of them get what `meta` has. */
  'job.correct': archiveMethod(
    z.object({ id: idSchema, n: z.array(z.int()).exactOptional(), meta: fileMetaSchema }),
    z.object({}),
  ),
  /** What files say themselves in their first lines, the folio line above all, before they are read in: what `meta` does not know comes from there. */
  'job.look': archiveMethod(
    z.object({ id: idSchema, n: z.array(z.int()).max(LOOK_MOST) }),
    z.array(z.object({ n: z.int(), meta: pageMetaSchema })),
  ),
  /** Keeps `patterns`, and guesses anew by them what the files of a job are; what a person corrected stays. Errors: `pattern/…`. */
  'job.guess': archiveMethod(z.object({ id: idSchema, patterns: patternsSchema }), z.object({})),
  /** Starts, or goes on after a pause or a restart. */
  'job.start': archiveMethod(z.object({ id: idSchema }), z.object({})),
  'job.pause': archiveMethod(z.object({ id: idSchema }), z.object({})),
  /** What was read in stays. */
  'job.cancel': archiveMethod(z.object({ id: idSchema }), z.object({})),
  'job.remove': archiveMethod(z.object({ id: idSchema }), z.object({})),
  /** Starts if need be and answers when the job has ended. */
  'job.wait': hostMethod(z.object({ id: idSchema }), jobSchema),
  /** Patterns by which names say what page a file is, tried in order before the built-in ones: `{报名}_{日期}_{版次}`. */
  'patterns.get': archiveMethod(z.object({}), z.array(z.string())),
  'patterns.set': archiveMethod(z.object({ patterns: patternsSchema }), z.object({})),
  /** What a pattern makes of names, to be shown while it is written. Errors: `pattern/…`. */
  'patterns.try': archiveMethod(
    z.object({ pattern: z.string().max(300), names: z.array(z.string()).max(100) }),
    z.array(pageMetaSchema.nullable()),
  ),
  /** The folder that is watched: what is put there is taken in by itself; `there` is false while it cannot be found. */
  'watch.get': hostMethod(
    z.object({}),
    z.object({ path: z.string().nullable(), publication: z.string(), there: z.boolean() }),
  ),
  'watch.set': hostMethod(
    z.object({ path: z.string().nullable(), publication: z.string().exactOptional() }),
    z.object({}),
  ),
}

export const jobEvents = {
  /** A job moved on: at most a few times a second, and at its end. */
  'job.progress': jobSchema,
  /** Search looks at changed words or pages anew; `waiting` pages are left. */
  'index.progress': z.object({ waiting: z.int() }),
}

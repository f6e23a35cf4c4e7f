/** Keeping: revisions and their comparison, pictures, backups, checks, the newsroom's dictionary. */
import { z } from 'zod'
import { hasAtMost } from '../characters.ts'
import { pageSchema, pictureSchema } from '../page/page.ts'
import { archiveMethod, hostMethod } from '../rpc.ts'
import { pageIdSchema } from './pages.ts'

export const revisionSchema = z.object({ revision: z.int(), at: z.string(), who: z.string(), action: z.string() })

/** A saved state by its number, or the OCR text. */
const stateSchema = z.union([z.int().positive(), z.literal('source')])

/** A stretch that both have, or that stands in the one (`out`) or the other (`in`) only. */
export const changeSchema = z.object({ kind: z.enum(['same', 'out', 'in']), text: z.string() })

export const wordTagSchema = z.enum(['nr', 'ns', 'nt', 'nz', 'n'])
/** Characters of a word, of a note and of a list of words at most; a rare one counts once. */
export const WORD_MOST = 40
export const NOTE_MOST = 200
export const LIST_MOST = 5_000_000

const text = (most: number) => z.string().refine((it) => hasAtMost(it, most))
export const wordSchema = z.object({
  word: text(WORD_MOST).min(1),
  tag: wordTagSchema,
  note: text(NOTE_MOST),
})
export type Word = z.infer<typeof wordSchema>

export const backupSchema = z.object({
  name: z.string(),
  at: z.string(),
  bytes: z.int(),
  pages: z.int().nullable(),
  sound: z.boolean(),
  /** What the archive was before it became what a backup is, at the moment `at`. */
  former: z.boolean().exactOptional(),
  /** Changes of an archive that stood there before, never written into its file when that went: kept beside this one's, and no archive by themselves. */
  log: z.boolean().exactOptional(),
})
export type Backup = z.infer<typeof backupSchema>

export const checkSchema = z.object({ sound: z.boolean(), problems: z.array(z.string()), pages: z.int() })
/** `stories`: the articles but those that are page furniture only. */
export const statsSchema = z.object({
  pages: z.int(),
  articles: z.int(),
  stories: z.int(),
  characters: z.int(),
  bytes: z.int(),
  integrity: z.string(),
})

const operation = z.int().nullable()

/** In which a file may be read anew, the most likely first; the last is of files that were put together from both. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'utf-8+gb18030'] as const

export const keepApi = {
  /** Newest first. */
  'revision.list': archiveMethod(z.object({ id: pageIdSchema }), z.array(revisionSchema)),
  'revision.get': archiveMethod(z.object({ id: pageIdSchema, revision: z.int().positive() }), pageSchema),
  /** By character, over the blocks' texts each on its own line; the OCR text without its blank lines and marks of headings. */
  'revision.compare': archiveMethod(
    z.object({ id: pageIdSchema, from: stateSchema, to: stateSchema }),
    z.array(changeSchema),
  ),
  /** Brings back a block, an article, or without either the page, as a new revision. Errors: `page/missing`, `page/binned`, `page/conflict`. */
  'revision.restore': archiveMethod(
    z.object({
      id: pageIdSchema,
      revision: z.int().positive(),
      current: z.int().positive(),
      article: z.string().exactOptional(),
      block: z.string().exactOptional(),
    }),
    z.object({ revision: z.int(), savedAt: z.string() }),
  ),
  /** Notes what was typed against the stored state `current` as a revision; the stored state stands over it again. Errors: `page/missing`, `page/binned`, `page/conflict`. */
  'revision.keep': archiveMethod(
    z.object({ id: pageIdSchema, current: z.int().positive(), page: pageSchema }),
    z.object({ revision: z.int() }),
  ),

  /** Puts a picture (JPEG, PNG, WebP) in, once by content; the value goes into a block's `picture`. */
  'picture.add': archiveMethod(z.object({ bytes: z.instanceof(Uint8Array) }), pictureSchema),
  'picture.get': archiveMethod(
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    z.object({ type: z.string(), width: z.int(), height: z.int(), bytes: z.instanceof(Uint8Array) }).nullable(),
  ),
  /** The picture that came with the page's file, to show beside its text. */
  'page.picture': archiveMethod(z.object({ id: pageIdSchema }), pictureSchema.nullable()),
  'page.setPicture': archiveMethod(z.object({ id: pageIdSchema, sha256: z.string().nullable() }), z.object({})),
  /** Reads the page anew from its raw bytes in another encoding; a new revision. Errors: `file/…`, `page/missing`, `page/binned`, `page/conflict`. */
  'page.reread': archiveMethod(
    z.object({
      id: pageIdSchema,
      current: z.int(),
      encoding: z.enum(ENCODINGS),
    }),
    z.object({ revision: z.int(), savedAt: z.string() }),
  ),

  'dictionary.list': archiveMethod(z.object({}), z.array(wordSchema)),
  /** `operation` takes it back (`operation.undo`); null: nothing changed. */
  'dictionary.put': archiveMethod(
    z.object({ words: z.array(wordSchema).max(50_000) }),
    z.object({ operation, added: z.int() }),
  ),
  'dictionary.remove': archiveMethod(z.object({ words: z.array(z.string()) }), z.object({ operation })),
  /**
   * A text list: one word a line, after blanks, commas or tabs perhaps a count and its kind (nr ns nt nz n, 人名 地名 机构 专名 术语). `known`
   * words were there already, `skipped` lines are no words.
   */
  'dictionary.import': archiveMethod(
    z.object({ text: text(LIST_MOST) }),
    z.object({ operation, added: z.int(), known: z.int(), skipped: z.int() }),
  ),

  'backup.list': archiveMethod(z.object({}), z.array(backupSchema)),
  /** Makes a backup now, checks it by opening it, and lets the oldest go. */
  'backup.now': archiveMethod(z.object({}), backupSchema),
  /** The archive becomes what the backup is; what it was is kept first, under the name `kept` in the list of backups ('' where the archive was gone). */
  'backup.restore': archiveMethod(z.object({ name: z.string() }), z.object({ kept: z.string() })),
  /** Deletes for good what the archive was before it became a backup (`former` in the list), or a `log`. Errors: `backup/damaged`, `file/unwritable`. */
  'backup.remove': archiveMethod(z.object({ name: z.string() }), z.object({})),
  'backup.to': hostMethod(z.object({ path: z.string() }), z.object({ bytes: z.int(), pages: z.int() })),

  'archive.check': archiveMethod(z.object({}), checkSchema),
  'archive.stats': archiveMethod(z.object({}), statsSchema),
  /** The whole archive as lines of JSON, and back into an archive; pages that are there already (same bytes, same text) are left. */
  'archive.dump': hostMethod(z.object({ path: z.string() }), z.object({ pages: z.int() })),
  'archive.load': hostMethod(z.object({ path: z.string() }), z.object({ pages: z.int(), left: z.int() })),
  /** Indexes what waits; the window need not call it, a single command does before it ends. */
  'index.run': hostMethod(z.object({}), z.object({})),
}

/** The program itself: what runs, settings, the segmenter. */
import { z } from 'zod'
import { appMethod, archiveMethod } from '../rpc.ts'
import { CHOSEN_NAMES } from '../settings.ts'

export const appInfoSchema = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  sqlite: z.string(),
  /** True while it runs on the stand-in Electron; the window then says so permanently. */
  standIn: z.boolean(),
  /** Where the archive lies, for people to read; nothing acts on it. */
  archive: z.string(),
  platform: z.string(),
})
export type AppInfo = z.infer<typeof appInfoSchema>

/** What this person chose, and the archive's name: JSON values by key, checked where they are used. */
export const settingsSchema = z.record(z.string(), z.json())
export type Settings = z.infer<typeof settingsSchema>

export const appApi = {
  'app.info': appMethod(z.object({}), appInfoSchema),
  /** The answer to `window.closing`: everything is on disk, the window may go. Without it the window goes after two seconds. */
  'window.close': appMethod(z.object({}), z.object({})),
  /** The other answer: what was typed is kept nowhere yet, and the window stays until it is told anew to close. */
  'window.stay': appMethod(z.object({}), z.object({})),
  /** What the window put into its own storage is on disk now; the browser would wait for seconds. */
  'storage.write': appMethod(z.object({}), z.object({})),
  'settings.get': archiveMethod(z.object({}), settingsSchema),
  /** A `value` of null takes the setting away. */
  'settings.set': archiveMethod(z.object({ key: z.enum(CHOSEN_NAMES), value: z.json() }), z.object({})),
  /** A window stands on the archive; `cutShort`: one before did not end with `session.end`, and is open nowhere else. */
  'session.begin': archiveMethod(z.object({}), z.object({ cutShort: z.boolean() })),
  'session.end': archiveMethod(z.object({}), z.object({})),
  /** Whether the archive is there: answers at once. */
  'archive.ping': archiveMethod(z.object({}), z.object({ sqlite: z.string(), pages: z.int() })),
  /** Word boundaries of `text` by the archive's segmenter: end offsets in UTF-16 code units, ascending. */
  'words.cut': archiveMethod(z.object({ text: z.string().max(1_000_000) }), z.array(z.int())),
  /** Words of each heading in `texts`, and the same text as words with their tags (ICTCLAS set). */
  'words.tag': archiveMethod(
    z.object({ texts: z.array(z.string().max(10_000)).max(2000) }),
    z.array(z.object({ cut: z.array(z.string()), tagged: z.array(z.object({ word: z.string(), tag: z.string() })) })),
  ),
}

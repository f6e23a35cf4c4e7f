/** The program itself: settings, the segmenter, whether the archive is there. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { Context } from '../context.ts'
import { beginSession, endSession } from '../sessions.ts'
import { countPages } from '../store/page.ts'
import { setSetting, settings } from '../store/setting.ts'

export const appHandlers = {
  'settings.get': (_input, { db }) => settings(db),
  'settings.set': ({ key, value }, { db }) => {
    setSetting(db, key, value)
    return {}
  },
  'session.begin': (_input, { db }) => ({ cutShort: beginSession(db) }),
  'session.end': (_input, { db }) => {
    endSession(db)
    return {}
  },
  'archive.ping': (_input, { db }) => ({
    sqlite: String(db.prepare('SELECT sqlite_version()').pluck().get()),
    pages: countPages(db),
  }),
  'words.cut': async ({ text }, { workshop }) => {
    let end = 0
    return (await workshop.run('cut', text)).map((word) => (end += word.length))
  },
  'words.tag': ({ texts }, { workshop }) => workshop.run('tag', texts),
} satisfies Partial<ArchiveHandlers<Context>>

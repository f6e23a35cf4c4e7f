/** The program itself: settings, the segmenter, whether the archive is there. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { Context } from '../context.ts'
import { countPages } from '../store/page.ts'
import { setSetting, settings } from '../store/setting.ts'

export const appHandlers = {
  'settings.get': (_input, { db }) => settings(db),
  'settings.set': ({ key, value }, { db }) => {
    setSetting(db, key, value)
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
  'words.tag': async ({ texts }, { words }) => {
    const { cut, tag } = await words.wait()
    return texts.map((text) => ({ cut: [...cut(text)], tagged: [...tag(text)] }))
  },
} satisfies Partial<ArchiveHandlers<Context>>

/** Pages: listing, reading, saving. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { Context } from '../context.ts'
import { prepareOne, storePage } from '../import.ts'
import { binPages } from '../library.ts'
import { getPage, listPages, savePage } from '../store/page.ts'
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { getUndo, putUndo } from '../store/undo.ts'
import { sourceText } from '../source-text.ts'
import { isDay } from '../../../shared/dates.ts'
import { BanxinError } from '../../../shared/errors.ts'

export const pageHandlers = {
  'page.list': (_input, { db }) => listPages(db),
  'page.get': ({ id }, { db }) => {
    const { page, name, revision, encoding, notices, sourceId } = getPage(db, id)
    return { id, name, revision, page, source: sourceText(db, id, sourceId), encoding, notices: [...notices] }
  },
  'page.save': ({ id, revision, page, undo }, context) => {
    const { db } = context
    const { date } = page.meta
    const saved = write(db, () => {
      // A page that an older program took in with such a day can be saved with it.
      if (date !== undefined && !isDay(date) && otherDay(db, id, date))
        throw new BanxinError('date/impossible', { date })
      const done = savePage(db, id, revision, page, context.who())
      if (undo) putUndo(db, id, done.revision, undo)
      return done
    })
    // The window that saved knows; others see it by the archive's own change. Search must not wait for either.
    context.changed([])
    return saved
  },
  'undo.get': ({ id }, { db }) => getUndo(db, id),
  'page.remove': async ({ id }, context) => {
    if ((await binPages(context, [id])).pages === 0) throw new BanxinError('page/missing')
    return {}
  },
  'page.paste': async ({ name, text, once = false }, context) => {
    const bytes = new TextEncoder().encode(text)
    const file = `${name.replaceAll(/[\\/]/g, '-')}.txt`
    const prepared = await prepareOne(context, { path: file, bytes, encoding: 'utf-8' })
    const { id, duplicate } = storePage(context, name, prepared, { always: !once })
    if (!duplicate) context.changed([id])
    return { id, duplicate }
  },
} satisfies Partial<ArchiveHandlers<Context>>

/** Whether the page is there, and not in the bin, with another day than `date`. */
const otherDay = (db: Db, id: number, date: string): boolean =>
  sql(db, "SELECT 1 FROM page WHERE id = ? AND deleted_at IS NULL AND json ->> '$.meta.date' IS NOT ?").get(
    id,
    date,
  ) !== undefined

/** Pages: listing, reading, saving. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { Context } from '../context.ts'
import { take } from '../intake.ts'
import { storePage } from '../import.ts'
import { getPage, listPages, nextChange, savePage } from '../store/page.ts'
import { now, sql, write } from '../store/db.ts'
import { sourceText } from '../source-text.ts'
import { BanxinError } from '../../../shared/errors.ts'

export const pageHandlers = {
  'page.list': (_input, { db }) => listPages(db),
  'page.get': ({ id }, { db }) => {
    const { page, name, revision, encoding, notices, sourceId } = getPage(db, id)
    return { id, name, revision, page, source: sourceText(db, id, sourceId), encoding, notices: [...notices] }
  },
  'page.save': ({ id, revision, page }, { db, who }) => savePage(db, id, revision, page, who()),
  'page.remove': ({ id }, { db, emit }) => {
    write(db, () => {
      const { changes } = sql(db, 'UPDATE page SET deleted_at = ?, change = ? WHERE id = ? AND deleted_at IS NULL').run(
        now(),
        nextChange(db),
        id,
      )
      if (changes === 0) throw new BanxinError('page/missing')
    })
    emit('pages.changed', { ids: [id] })
    return {}
  },
  'page.paste': ({ name, text }, context) => {
    const bytes = new TextEncoder().encode(text)
    const words = context.words()
    const taken = take(bytes, `${name.replaceAll(/[\\/]/g, '-')}.txt`, { encoding: 'utf-8', ...(words && { words }) })
    const id = storePage(context, { name, bytes, taken, always: true }).id
    context.emit('pages.changed', { ids: [id] })
    return { id }
  },
} satisfies Partial<ArchiveHandlers<Context>>

/** Doubts over many pages. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { DrawnBlock, PageDoubts } from '../../../shared/api/doubts.ts'
import { BanxinError } from '../../../shared/errors.ts'
import { acceptPage, doubtsOf } from '../../../shared/page/doubts.ts'
import { walk } from '../../../shared/page/walk.ts'
import type { Context } from '../context.ts'
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { getPage, savePage } from '../store/page.ts'
import type { StoredPage } from '../store/page.ts'

export const doubtHandlers = {
  'doubts.count': ({ ids }, { db }) => ids.flatMap((id) => countOf(db, id) ?? []),
  'doubts.blocks': ({ draws }, { db }) => {
    let last: StoredPage | undefined
    return draws.flatMap(({ page: id, at }): DrawnBlock[] => {
      last = last?.id === id ? last : pageOf(db, id)
      const all = last ? [...walk(last.page)] : []
      const place = all[at]
      if (!last || !place) return []
      const { block, articleIndex } = place
      const name = last.page.meta.title ?? last.name
      const before = all[at - 1]?.block.text.slice(-CONTEXT) ?? ''
      return [
        {
          page: id,
          name,
          article: articleIndex + 1,
          block,
          before,
          after: all[at + 1]?.block.text.slice(0, CONTEXT) ?? '',
        },
      ]
    })
  },
  'doubts.acceptPages': ({ ids }, context) => {
    const { db } = context
    const accepted = write(db, () => {
      let n = 0
      for (const id of ids) {
        const stored = pageOf(db, id)
        if (!stored) continue
        savePage(db, id, stored.revision, acceptPage(stored.page), context.who(), 'accept')
        n++
      }
      return n
    })
    context.changed(ids)
    return { accepted }
  },
} satisfies Partial<ArchiveHandlers<Context>>

/** Characters of the neighbouring blocks that are shown with a drawn one. */
const CONTEXT = 60

/** Counted once for each state of a page. */
const counts = new WeakMap<Db, Map<number, PageDoubts & { readonly revision: number }>>()

function countOf(db: Db, id: number): PageDoubts | undefined {
  const known = counts.get(db) ?? new Map<number, PageDoubts & { readonly revision: number }>()
  counts.set(db, known)
  const row = sql<{ revision: number }>(db, 'SELECT revision FROM page WHERE id = ? AND deleted_at IS NULL').get(id)
  if (!row) return undefined
  const before = known.get(id)
  if (before?.revision === row.revision) return { id, doubts: before.doubts, blocks: before.blocks }
  const { page } = getPage(db, id)
  const blocks = page.articles.reduce((n, a) => n + a.blocks.length, 0)
  const count = { id, doubts: doubtsOf(page).length, blocks }
  known.set(id, { ...count, revision: row.revision })
  return count
}

/** The page, or undefined where it went to the bin meanwhile. */
function pageOf(db: Db, id: number): StoredPage | undefined {
  try {
    return getPage(db, id)
  } catch (error) {
    if (error instanceof BanxinError) return undefined
    throw error
  }
}

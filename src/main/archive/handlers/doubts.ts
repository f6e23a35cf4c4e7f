/** Doubts over many pages. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { DrawnBlock, PageDoubts } from '../../../shared/api/doubts.ts'
import { acceptPage, doubtsOf } from '../../../shared/page/doubts.ts'
import { walk } from '../../../shared/page/walk.ts'
import type { Context } from '../context.ts'
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { addOperation, growOperation } from '../store/operation.ts'
import { findPage, getPage, savePage } from '../store/page.ts'
import type { StoredPage } from '../store/page.ts'
import { forbidRunning } from '../store/running.ts'

export const doubtHandlers = {
  'doubts.count': ({ ids }, { db }) => ids.flatMap((id) => countOf(db, id) ?? []),
  'doubts.blocks': ({ draws }, { db }) => {
    let last: StoredPage | undefined
    return draws.flatMap(({ page: id, at }): DrawnBlock[] => {
      last = last?.id === id ? last : findPage(db, id)
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
  'doubts.acceptPages': ({ ids, operation: begun }, context) => {
    const { db } = context
    const done = write(db, () => {
      const operation = begin(context, begun)
      const reverts: [number, number, number][] = []
      let accepted = 0
      for (const id of ids) {
        const stored = findPage(db, id)
        if (!stored) continue
        accepted++
        const made = { action: 'accept', operation }
        const saved = savePage(db, id, stored.revision, acceptPage(stored.page), context.who(), made)
        if (saved.revision !== stored.revision) reverts.push([id, saved.revision, stored.revision])
      }
      growOperation(db, operation, reverts.length, reverts)
      return { accepted, operation: reverts.length === 0 ? (begun ?? null) : operation }
    })
    context.changed(ids)
    return done
  },
} satisfies Partial<ArchiveHandlers<Context>>

/**
 * The operation by which all that one action accepted can be taken back. Call it in the transaction. Errors: `operation/missing` where it
 * was taken back, `operation/running` where it is being.
 */
function begin({ db, who }: Context, begun: number | undefined): number {
  if (begun === undefined) return addOperation(db, 'accept', who(), { pages: 0 })
  forbidRunning(db, begun)
  return begun
}

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

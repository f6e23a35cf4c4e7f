/** Actions on many pages at once: into the bin and out, moving, merging; each is one operation that can be taken back. */
import { BanxinError } from '../../shared/errors.ts'
import { freshIds } from '../../shared/page/build.ts'
import type { Article, Page, PageMeta } from '../../shared/page/page.ts'
import { act, goOn, noOperation } from './act.ts'
import type { Acting } from './act.ts'
import { inSlices } from './slices.ts'
import { now, sql, write } from './store/db.ts'
import type { Db } from './store/db.ts'
import { BIN_DAYS } from './store/library.ts'
import { setBinned, wouldMove } from './store/binning.ts'
import { addOperation, NO_UNDO, noteGone, settleOperation, standingOperations } from './store/operation.ts'
import type { OperationRow, Undo } from './store/operation.ts'
import { findPage, getPage, revisionsOf, savePage } from './store/page.ts'
import { setState } from './store/state.ts'

export type Done = { readonly operation: number | null; readonly pages: number }

const NOTHING: Done = { operation: null, pages: 0 }

/** Puts pages into the bin; those that are there already are left. */
export const binPages = (
  context: Acting,
  ids: readonly number[],
  kind = 'bin',
  params: OperationRow['params'] = {},
): Promise<Done> => shift(context, ids, new Date().toISOString(), kind, params, (binned) => ({ ...NO_UNDO, binned }))

export const restorePages = (context: Acting, ids: readonly number[]): Promise<Done> =>
  shift(context, ids, null, 'restore', {}, (restored) => ({ ...NO_UNDO, restored }))

/** Pages go into the bin (`at` a time) or come out of it (null), as one operation, which is noted before the first of them goes. */
async function shift(
  context: Acting,
  ids: readonly number[],
  at: string | null,
  kind: string,
  params: OperationRow['params'],
  undo: (ids: readonly number[]) => Undo,
): Promise<Done> {
  const { db } = context
  const moved: number[] = []
  const note = (of: readonly number[]) => ({ params: { ...params, pages: of.length }, undo: undo(of) })
  const operation = await act(context, kind, ids, {
    expected: () => note(wouldMove(db, ids, at)),
    work: (id, operation) => void moved.push(...setBinned(db, [id], at, operation)),
    came: () => note(moved),
  })
  return moved.length === 0 ? NOTHING : { operation, pages: moved.length }
}

/** Deletes pages of the bin for good: these, or those whose time has come. Sources and issues go where no page has them; pictures stay, pages name them by content. Gives how many went: not all where a person stops it. */
export async function purge(context: Acting, ids: readonly number[] | undefined): Promise<number> {
  const { db } = context
  const until = ids ? FOR_EVER : new Date(Date.now() - BIN_DAYS * 86_400_000).toISOString()
  const due = ids ?? (isUsed(db) ? pagesWhere(db, 'deleted_at < ?', until) : [])
  const gone: number[] = []
  // The archive's own clearing out is nothing that a person waits for.
  const emit = ids ? context.emit : () => undefined
  const number = noOperation()
  const way = goOn(db, number)
  try {
    await inSlices({ db, emit }, due, {
      operation: () => number,
      isCancelled: way.isCancelled,
      work: (id) => {
        const page = sql<{ source: number }>(
          db,
          'DELETE FROM page WHERE id = ? AND deleted_at < ? RETURNING source_id AS source',
        ).get(id, until)
        if (!page) return
        sql(db, 'DELETE FROM source WHERE id = ? AND NOT EXISTS (SELECT 1 FROM page WHERE source_id = source.id)').run(
          page.source,
        )
        sql(db, 'INSERT OR IGNORE INTO search_pending (page_id) VALUES (?)').run(id)
        gone.push(id)
      },
      end: () => {
        if (gone.length > 0)
          db.exec(`DELETE FROM issue WHERE NOT EXISTS (SELECT 1 FROM page WHERE issue_id = issue.id);
            DELETE FROM publication WHERE NOT EXISTS (SELECT 1 FROM issue WHERE publication_id = publication.id);`)
      },
    })
  } finally {
    way.over()
    if (gone.length > 0) context.changed(gone)
  }
  if (gone.length > 0)
    await inSlices({ db, emit: () => undefined }, standingOperations(db), { work: (id) => noteGone(db, id) })
  return gone.length
}

/**
 * Whether anything was saved in the last year: where nothing was, it may be that the clock is wrong, and a page that is due can wait.
 * What is dated later than now was saved while the clock was wrong, and says nothing.
 */
function isUsed(db: Db): boolean {
  const newest = sql<{ at: string | null }>(db, 'SELECT max(updated_at) AS at FROM page WHERE updated_at <= ?').get(
    now(),
  )?.at
  return Date.now() - Date.parse(newest ?? '') < YEAR_MS
}

const YEAR_MS = 366 * 86_400_000

/** Later than any time that is kept. */
const FOR_EVER = '9999'

/** Says that pages have reached a step; '' takes it away. Error: `page/missing`, before any is changed; what goes later is left. */
export async function setStates(
  context: Acting,
  ids: readonly number[],
  article: string | undefined,
  step: string,
): Promise<Done> {
  const { db } = context
  const who = context.who()
  const stated: number[] = []
  const note = (of: readonly number[]) => ({ params: { step, pages: of.length }, undo: { ...NO_UNDO, stated: of } })
  const kind = `${step === '' ? 'unstate' : 'state'}${article === undefined ? '' : '-article'}`
  const operation = await act(context, kind, [...new Set(ids)], {
    expected: () => note(revisionsOf(db, ids).map(({ id }) => id)),
    work: (id, by) => {
      if (setState(db, id, article, step, who, by)) stated.push(id)
    },
    came: () => note(stated),
  })
  return stated.length === 0 ? NOTHING : { operation, pages: stated.length }
}

export const pagesOfIssue = (db: Db, issue: number): number[] =>
  pagesWhere(db, 'deleted_at IS NULL AND issue_id = ?', issue)

export const pagesOfPublication = (db: Db, publication: number): number[] =>
  pagesWhere(db, 'deleted_at IS NULL AND issue_id IN (SELECT id FROM issue WHERE publication_id = ?)', publication)

const pagesWhere = (db: Db, where: string, value: number | string): number[] =>
  sql<{ id: number }>(db, `SELECT id FROM page WHERE ${where} ORDER BY id`)
    .all(value)
    .map((r) => r.id)

/** Changes what is said about pages; '' takes a part away. */
export function changeMeta(
  context: Acting,
  ids: readonly number[],
  meta: PageMeta,
  kind: string,
  params: OperationRow['params'] = {},
): Promise<Done> {
  return changePages(context, ids, kind, params, (page) => {
    const changed = { ...page.meta, ...meta }
    return { ...page, meta: Object.fromEntries(Object.entries(changed).filter(([, v]) => v !== '')) }
  })
}

/** All pages of one publication become pages of another name, which may be there already. */
export async function renamePublication(context: Acting, id: number, name: string, kind = 'rename'): Promise<Done> {
  const from = sql<{ name: string }>(context.db, 'SELECT name FROM publication WHERE id = ?').get(id)?.name
  if (from === undefined) throw new BanxinError('page/missing')
  return changeMeta(context, pagesOfPublication(context.db, id), { publication: name }, kind, { from, to: name })
}

export async function mergePublications(context: Acting, from: number, into: number): Promise<Done> {
  const name = sql<{ name: string }>(context.db, 'SELECT name FROM publication WHERE id = ?').get(into)?.name
  if (name === undefined) throw new BanxinError('page/missing')
  return renamePublication(context, from, name, 'merge-publications')
}

/** `keep` stays, with the articles `take` of `drop` where given; `drop` goes to the bin. */
export function mergePages(context: Acting, keep: number, drop: number, take: readonly string[] = []): Done {
  if (keep === drop) return NOTHING
  const { db } = context
  const done = write(db, () => {
    const [kept, dropped] = [getPage(db, keep), getPage(db, drop)]
    const taken = dropped.page.articles.filter((a) => take.includes(a.id))
    const operation = addOperation(db, 'merge-pages', context.who(), { pages: 2 })
    const saved =
      taken.length === 0
        ? undefined
        : savePage(db, keep, kept.revision, withArticles(kept.page, taken), context.who(), {
            action: 'merge',
            operation,
          })
    const binned = setBinned(db, [drop], new Date().toISOString(), operation)
    const reverts = saved ? [[keep, saved.revision, kept.revision] as const] : []
    settleOperation(db, operation, { pages: 2 }, { ...NO_UNDO, reverts, binned })
    return { operation, pages: 2 }
  })
  context.changed([keep, drop])
  return done
}

/** Articles of another copy come last, under fresh ids; their places in that copy's source text are not this one's. */
function withArticles(page: Page, more: readonly Article[]): Page {
  const [articleId, blockId] = [freshIds(page, 'a'), freshIds(page, 'b')]
  const added = more.map((a) => ({
    id: articleId(),
    blocks: a.blocks.map((b) => ({ ...b, id: blockId(), spans: [] })),
  }))
  return { ...page, articles: [...page.articles, ...added] }
}

/** Saves a change of many pages as one operation. Error: `page/missing` where a page is not there at the beginning; what goes later is left. */
async function changePages(
  context: Acting,
  ids: readonly number[],
  kind: string,
  params: OperationRow['params'],
  change: (page: Page) => Page,
): Promise<Done> {
  const { db } = context
  const who = context.who()
  const reverts: Undo['reverts'][number][] = []
  const note = (of: Undo['reverts']) => ({
    params: { ...params, pages: of.length },
    undo: { ...NO_UNDO, reverts: of },
  })
  const operation = await act(context, kind, ids, {
    expected: () => note(revisionsOf(db, ids).map(({ id, revision }) => [id, revision + 1, revision] as const)),
    work: (id, operation) => {
      const stored = findPage(db, id)
      if (!stored) return
      const { page, revision } = stored
      const saved = savePage(db, id, revision, change(page), who, { action: kind, operation })
      if (saved.revision !== revision) reverts.push([id, saved.revision, revision])
    },
    came: () => note(reverts),
  })
  return reverts.length === 0 ? NOTHING : { operation, pages: reverts.length }
}

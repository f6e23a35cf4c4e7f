/** Housekeeping of an open archive: sees what other programs change, goes on with jobs, indexes when it is quiet, empties the bin, makes a backup a day. */
import { backUp, isBackedUp } from './backup.ts'
import type { Context } from './context.ts'
import { purge } from './library.ts'
import { countSearch, searchAll } from './search/service.ts'
import { hasOld } from './search/heads.ts'
import { indexAll, mergeAll } from './search/index-all.ts'
import { pendingCount } from './search/waiting.ts'
import { putArticles } from './store/article.ts'
import { settleMoved, write } from './store/db.ts'
import { changedSince, lastChange, noteRelearned } from './store/change.ts'
import { countPages, getPage, isAt } from './store/page.ts'

export type Background = {
  readonly indexSoon: () => void
  /** Few segments are made of many when it has been quiet from now on; what of that is under way ends. */
  readonly mergeLater: () => void
  readonly relearn: (words: readonly string[]) => void
  readonly stop: () => Promise<void>
}

/** How often it looks whether another program changed the archive: one pragma each time. */
const WATCH_MS = 700
/** Indexing begins when nothing was changed for so long, and making few segments of what was indexed after so much longer. */
const QUIET_MS = 1500
const MERGE_AFTER_MS = 20_000
const BACKUP_AFTER_MS = 60_000
/** The segmenter is loaded before anybody asks for it, but not while the window opens, which needs the processor more. */
const WARM_AFTER_MS = 4000

export function background(context: Context): Background {
  const { log } = context
  let stopped = false
  let indexing: NodeJS.Timeout | undefined
  let merging: NodeJS.Timeout | undefined
  let working: Promise<void> = Promise.resolve()

  const quietly = (what: string, work: () => void | Promise<void>) => async () => {
    if (stopped) return
    try {
      await work()
    } catch (error) {
      // What was under way when the archive was closed comes at the next start.
      if (!stopped) log(what, error)
    }
  }
  /** One thing after the other, each in small steps, so that a call never waits long. */
  const later = (what: string, work: () => void | Promise<void>) => {
    working = working.then(quietly(what, work))
  }

  const index = async () => {
    await indexAll(context, () => stopped)
  }
  /** Grows with every change. */
  let changes = 0
  const mergeLater = () => {
    const now = ++changes
    // What is changed while it merges is more urgent; the merging begins anew when it is quiet again.
    const isOver = () => stopped || now !== changes
    clearTimeout(merging)
    merging = setTimeout(() => later('merge', () => mergeAll(context, isOver)), MERGE_AFTER_MS)
    merging.unref()
  }
  const indexSoon = () => {
    clearTimeout(indexing)
    indexing = setTimeout(() => later('index', index), QUIET_MS)
    indexing.unref()
    mergeLater()
  }

  // Looked at first: of a damaged archive nothing is begun.
  const isDue = pendingCount(context.db) > 0 || hasOld(context.db)
  const watching = setInterval(watcher(context, indexSoon), WATCH_MS)
  watching.unref()
  const backing = setTimeout(() => later('backup', () => daily(context)), BACKUP_AFTER_MS)
  backing.unref()
  later('jobs', () => context.jobs.resume())
  later('bin', async () => void (await purge(context, undefined)))
  if (isDue) indexSoon()
  else mergeLater()

  const warming = setTimeout(context.workshop.warm, WARM_AFTER_MS)
  warming.unref()

  return {
    indexSoon,
    mergeLater,
    relearn: (words) => later('dictionary', () => relearn(context, words, () => stopped)),
    stop: async () => {
      stopped = true
      clearInterval(watching)
      clearTimeout(indexing)
      clearTimeout(merging)
      clearTimeout(backing)
      clearTimeout(warming)
      await working
    },
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** SQLite's data_version moves when another connection committed. An archive that was moved away is seen here too. */
function watcher(context: Context, indexSoon: () => void): () => void {
  let { db } = context
  let seen = db.pragma('data_version', { simple: true })
  let change = lastChange(db)
  return () => {
    try {
      const now = context.db
      settleMoved(now)
      const current = now.pragma('data_version', { simple: true })
      if (now === db && current === seen) return
      db = now
      seen = current
      const changed = changedSince(now, change)
      change = changed.change
      if (changed.ids.length === 0) return
      context.emit('pages.changed', { ids: changed.ids })
      indexSoon()
    } catch (error) {
      context.log('watch', error)
    }
  }
}

async function daily(context: Context): Promise<void> {
  if (countPages(context.db) === 0 || isBackedUp(context.path, new Date())) return
  await backUp(context.db, context.path)
}

/** Pages with these words get their keywords anew, a page at a time. */
async function relearn(context: Context, changed: readonly string[], stopped: () => boolean): Promise<void> {
  const ids = new Set<number>()
  for (const word of changed) {
    const query = `"${word}"`
    if (word.includes('"') || countSearch(context.db, { query }).articles === 0) continue
    for (const { pageId } of searchAll(context.db, { query })) ids.add(pageId)
  }
  let waiting = ids.size
  for (const id of ids) {
    if (stopped()) break
    const { db, workshop } = context
    const stored = getPage(db, id)
    const [derived] = await workshop.run('derive', [stored.page], { later: true })
    // One that was saved meanwhile has other words by now: its saving looked at them.
    if (derived && isAt(db, id, stored.revision)) write(db, () => putArticles(db, [{ pageId: id, derived }], false))
    if (--waiting % 50 === 0) context.emit('index.progress', { waiting })
    await pause()
  }
  if (ids.size > 0) write(context.db, () => noteRelearned(context.db))
}

/** The archive as a value: opens the database and answers the contract's calls. The only door to it, for window and command line. */
import { existsSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { api } from '../../shared/api.ts'
import type { EventName } from '../../shared/api.ts'
import { server } from '../../shared/rpc.ts'
import type { Reply } from '../../shared/reply.ts'
import { background } from './background.ts'
import { replaceArchive } from './backup.ts'
import type { Context } from './context.ts'
import { handlers } from './handlers/index.ts'
import { makeJobs } from './jobs/jobs.ts'
import { addLate } from './jobs/late-picture.ts'
import { migrate } from './migrations/index.ts'
import { lend } from './read-only.ts'
import { addSamples, wantSamples } from './samples.ts'
import { BUSY_TIMEOUT_MS, closeDb, guard, openDb, settleMoved, translate } from './store/db.ts'
import type { Db } from './store/db.ts'
import { words as dictionary } from './store/dictionary.ts'
import { countPages } from './store/page.ts'
import { nameArchive } from './store/setting.ts'
import type { Watched } from './store/watched.ts'
import { watchFolder } from './watch-folder.ts'
import { openBench } from './workshop/bench.ts'
import { openWorkshop } from './workshop/workshop.ts'

/** Something the window is told without asking; `data` is as `events` of the contract says. */
export type ArchiveEvent = { readonly event: EventName; readonly data: unknown }

export type Archive = {
  readonly handle: (method: string, input: unknown) => Promise<Reply>
  /** Calls `listener` with every event from now on; gives back its undo. */
  readonly onEvent: (listener: (event: ArchiveEvent) => void) => () => void
  readonly close: () => Promise<void>
}

export type OpenOptions = {
  readonly path: string
  /** A folder of sample pages that a new archive is filled with, while it answers already. */
  readonly samples?: string | undefined
  /** Make a missing archive (the default), or fail with `archive/missing`. */
  readonly create?: boolean
  /** It is only read: where it cannot be written it is opened all the same, and what would write fails with `archive/read-only`. */
  readonly reading?: boolean
  /**
   * Keep house while it is open: tell of what other programs change, go on with jobs, index in the background, watch the
   * folder, make a backup a day. The window wants it (the default), a single command does not.
   */
  readonly watch?: boolean
  /** False: no threads are started, and pages are made without the segmenter, which takes seconds to load: only less sure. */
  readonly segment?: boolean
  readonly log: (message: string, error?: unknown) => void
}

/** Opens the archive at `path`, migrated. Errors: `archive/…`, `disk/full`. */
export async function openArchive(options: OpenOptions): Promise<Archive> {
  const { log } = options
  const file = path.resolve(options.path)
  const isNew = !existsSync(file)
  const lent = options.reading ? lend(file, tmpdir(), (at) => open(at, false, at !== file), close) : undefined
  let db = lent?.db ?? open(file, options.create ?? true)
  const listeners = new Set<(event: ArchiveEvent) => void>()
  let asked = -Infinity
  let unwatch: () => Promise<void> = () => Promise.resolve()
  const { segment = true } = options
  const ownWords = () => (db.open ? dictionary(db) : [])
  const workshop = (segment ? openWorkshop(ownWords, log) : undefined) ?? openBench(ownWords, segment)
  const context: Context = {
    get db() {
      return db
    },
    path: file,
    workshop,
    emit: (event, data) => {
      for (const listener of listeners) listener({ event, data })
    },
    changed: (ids) => {
      if (ids.length > 0) context.emit('pages.changed', { ids: [...ids] })
      house?.indexSoon()
    },
    stored: (ids) => {
      if (ids.length > 0) context.emit('pages.changed', { ids: [...ids] })
      house?.mergeLater()
    },
    get jobs() {
      return jobs
    },
    relearn: (changed) => {
      const own = ownWords().filter(({ word }) => changed.includes(word))
      if (own.length < changed.length) workshop.relearn()
      else workshop.learn(own)
      house?.relearn(changed)
    },
    rewatch: async () => {
      await unwatch()
      // What waited for texts of another folder, or for jobs of another archive, is looked for anew.
      let takenIn = Promise.resolve()
      unwatch = watchFolder(context, {
        begin: (paths, folder) => {
          const begun = takeIn(paths, folder)
          takenIn = takenIn.then(() => begun)
        },
        // The page of its text may be on its way.
        pictures: (late) => void takenIn.then(() => addLate(context, late)).catch((e) => log('watched folder', e)),
      })
    },
    replaceBy: async (backup) => {
      await unwatch()
      await house?.stop()
      await jobs.close()
      close(db)
      try {
        return await replaceArchive(file, backup)
      } finally {
        db = open(file, false)
        workshop.relearn()
        jobs = makeJobs(context)
        house = options.watch === false ? undefined : background(context)
        // The folder is the one that the backup knows.
        if (house) await context.rewatch()
        context.emit('pages.changed', { ids: [] })
      }
    },
    asked: () => asked,
    who: systemName,
    log,
  }
  let jobs = makeJobs(context)
  const takeIn = async (paths: readonly string[], folder: Watched) => {
    try {
      // What keeps an import from its end is told by that.
      for (const id of await jobs.grow(folder, paths)) await jobs.wait(id).catch(() => undefined)
    } catch (error) {
      log('watched folder', error)
    }
  }
  let house: ReturnType<typeof background> | undefined
  try {
    if (isNew && options.samples && countPages(db) === 0) wantSamples(db)
    house = options.watch === false ? undefined : background(context)
    if (house) await context.rewatch()
  } catch (error) {
    await house?.stop()
    void workshop.close()
    if (lent) lent.end()
    else closeDb(db)
    throw translate(file, error)
  }
  let closing = false
  if (options.samples)
    addSamples(context, options.samples, () => closing).catch((error: unknown) => {
      // What was under way when the archive was closed comes at the next start.
      if (!closing) log('samples', error)
    })
  const answer = server(api, 'archive', guarded(file), context, log)
  return {
    handle: (method, input) => {
      // Who begins an import or looks at it does not wait for another's answer.
      if (!method.startsWith('job.')) asked = performance.now()
      return answer(method, input)
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: async () => {
      closing = true
      listeners.clear()
      await unwatch()
      await jobs.close()
      // Not waited for: a thread that loads its dictionaries hears nothing for two seconds.
      void workshop.close()
      await house?.stop()
      if (db.open && db === lent?.db) lent.end()
      else if (db.open) close(db)
    },
  }
}

function open(file: string, create: boolean, passing = false): Db {
  const db = openDb(file, { create })
  try {
    guard(file, () => migrate(db, undefined, passing))
    try {
      nameArchive(db)
    } catch {
      // Full or locked, it can still be read; it has a name from the next start on.
    }
    return db
  } catch (error) {
    closeDb(db)
    throw error
  }
}

function close(db: Db): void {
  try {
    settleMoved(db, BUSY_TIMEOUT_MS)
  } finally {
    closeDb(db)
  }
}

/** The handlers, with what SQLite says turned into errors that a person can act on. */
function guarded(file: string): typeof handlers {
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (input: never, context: Context) => {
      try {
        return await (handler as (input: never, context: Context) => unknown)(input, context) // same arguments, passed through
      } catch (error) {
        throw translate(file, error)
      }
    },
  ])
  return Object.fromEntries(entries) as typeof handlers // same keys, same calls
}

function systemName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

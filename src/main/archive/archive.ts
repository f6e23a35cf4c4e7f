/** The archive as a value: opens the database and answers the contract's calls. The only door to it, for window and command line. */
import { readdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { api } from '../../shared/api.ts'
import type { EventName } from '../../shared/api.ts'
import { server } from '../../shared/rpc.ts'
import type { Reply } from '../../shared/rpc.ts'
import type { Context } from './context.ts'
import { handlers } from './handlers/index.ts'
import { importBytes } from './import.ts'
import { readBytes } from './intake.ts'
import { migrate } from './migrations/index.ts'
import { guard, openDb, translate } from './store/db.ts'
import { changedSince, countPages, lastChange } from './store/page.ts'
import { setting } from './store/setting.ts'
import { isReadable } from './readers/index.ts'
import { loadWords, wordsIfLoaded } from './words.ts'
import { existsSync } from 'node:fs'

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
  /** A folder of sample pages that a new archive is filled with. */
  readonly samples?: string | undefined
  /** Make a missing archive (the default), or fail with `archive/missing`. */
  readonly create?: boolean
  /** Watch for changes that other programs make and tell of them; the window wants it, a single command does not. */
  readonly watch?: boolean
  readonly log: (message: string, error?: unknown) => void
}

/** How often the window looks whether another program changed the archive; one pragma each time. */
const WATCH_MS = 700

/** Opens the archive at `path`, migrated. Errors: `archive/…`, `disk/full`. */
export async function openArchive(options: OpenOptions): Promise<Archive> {
  const file = path.resolve(options.path)
  const isNew = !existsSync(file)
  const db = openDb(file, { create: options.create ?? true })
  try {
    guard(file, () => migrate(db))
  } catch (error) {
    db.close()
    throw error
  }
  const listeners = new Set<(event: ArchiveEvent) => void>()
  const context: Context = {
    db,
    path: file,
    words: Object.assign(
      () => {
        void loadWords().catch((error: unknown) => options.log('words', error))
        return wordsIfLoaded()
      },
      { wait: loadWords },
    ),
    emit: (event, data) => {
      for (const listener of listeners) listener({ event, data })
    },
    who: () => String(setting(db, 'person.name') ?? systemName()),
    log: options.log,
  }
  const answer = server(api, 'archive', guarded(file), context, (method, error) => options.log(method, error))
  const stopWatching = options.watch === false ? () => undefined : watch(context)
  if (isNew && options.samples && countPages(db) === 0) await addSamples(context, options.samples)
  return {
    handle: answer,
    onEvent: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: async () => {
      stopWatching()
      listeners.clear()
      if (db.open) db.close()
    },
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

/** Tells of pages that another program changed: SQLite's data_version moves when another connection committed. */
function watch({ db, emit, log }: Context): () => void {
  let seen = db.pragma('data_version', { simple: true })
  let change = lastChange(db)
  const timer = setInterval(() => {
    try {
      const current = db.pragma('data_version', { simple: true })
      if (current === seen) return
      seen = current
      const changed = changedSince(db, change)
      change = changed.change
      if (changed.ids.length > 0) emit('pages.changed', { ids: changed.ids })
    } catch (error) {
      log('watch', error)
    }
  }, WATCH_MS)
  timer.unref()
  return () => clearInterval(timer)
}

async function addSamples(context: Context, folder: string): Promise<void> {
  const names = existsSync(folder) ? readdirSync(folder).filter(isSample).toSorted() : []
  for (const name of names) importBytes(context, name, await readBytes(path.join(folder, name)))
}

/** The folder's README tells people about the pages; it is none. */
const isSample = (name: string): boolean => name !== 'README.md' && isReadable(name)

function systemName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

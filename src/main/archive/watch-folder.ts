/** The watched folder: what is put there is taken in by itself, once it has stopped growing; if it grows again, anew. A folder that is gone is waited for. */
import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { watch } from 'chokidar'
import type { Context } from './context.ts'
import { HIDDEN, PICTURE, stem } from './jobs/files.ts'
import type { Late } from './jobs/late-picture.ts'
import { isReadable } from './readers/index.ts'
import { setting } from './store/setting.ts'
import { watchedFiles } from './store/watched.ts'
import type { Watched } from './store/watched.ts'

/** How long a file must keep its size, and what comes is collected from its first on, in milliseconds. */
const STILL_MS = 1500
const COLLECT_MS = 1000
/** How often it is looked whether the folder is there (a drive comes and goes), in milliseconds. */
const LOOK_MS = 2000

export function watched(context: Pick<Context, 'db'>): Watched | undefined {
  const value = setting(context.db, 'import.watch') as Watched | undefined // written by watch.set
  return value?.path ? value : undefined
}

/** False for whatever keeps it from being read: a loop of links, no permission, a drive that fails. */
export const isThere = async (folder: string): Promise<boolean> => (await bornAt(folder)) !== undefined

/** When the folder that is there now was made, in milliseconds: one that was put in its place is another. Undefined where there is none. */
async function bornAt(folder: string): Promise<number | undefined> {
  const info = await stat(folder).catch(() => undefined)
  return info?.isDirectory() ? info.birthtimeMs : undefined
}

/** What is done with what comes: files to be taken in, and pictures of files that were. */
export type Taking = {
  readonly begin: (paths: readonly string[], folder: Watched) => void
  readonly pictures: (late: readonly Late[]) => void
}

/** Starts watching if a folder is set; gives its end. Nothing waits for the folder: a network drive may hang. */
export function watchFolder(context: Context, taking: Taking): () => Promise<void> {
  const folder = watched(context)
  if (!folder) return () => Promise.resolve()
  let end: (() => Promise<void>) | undefined
  let watchedBorn: number | undefined
  let looking = false
  let over = false
  const look = async () => {
    if (looking) return
    looking = true
    try {
      const born = await bornAt(folder.path)
      if (over || born === watchedBorn) return
      const gone = end
      end = born !== undefined ? watchThere(context, folder, taking) : undefined
      watchedBorn = born
      await gone?.()
    } catch (error) {
      context.log('watched folder', error)
    } finally {
      looking = false
    }
  }
  void look()
  const timer = setInterval(() => void look(), LOOK_MS)
  timer.unref()
  return async () => {
    over = true
    clearInterval(timer)
    await end?.()
  }
}

function watchThere(context: Context, folder: Watched, { begin, pictures }: Taking): () => Promise<void> {
  let found = new Set<string>()
  let late: Late[] = []
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(folder.path, {
    // As an import of the folder would; the folder itself may be called what it likes.
    ignored: (file, info) =>
      path
        .relative(folder.path, file)
        .split(path.sep)
        .some((name) => HIDDEN.test(name)) ||
      (info?.isFile() === true && !isReadable(file) && !PICTURE.test(file)),
    awaitWriteFinish: { stabilityThreshold: STILL_MS, pollInterval: 100 },
  })
  const seen = watchedFiles(context.db)
  const textsIn = takenFrom(seen)
  const take = (file: string, info: Stats | undefined) => {
    if (PICTURE.test(file)) {
      // What was whole before its text was looked for came with it; a copy may be older than itself, but has not changed before it came.
      const its = textsIn(path.dirname(file)).get(called(file))
      if (!its || (info && info.ctimeMs < its.at)) return
      late.push({ text: its.text, picture: file })
    }
    // At a start everything in the folder is new to the watcher; what was looked at and not changed since is left.
    else if (info && info.mtimeMs < (seen.get(file) ?? 0)) return
    else found.add(file)
    timer ??= setTimeout(() => {
      timer = undefined
      const [paths, came] = [[...found], late]
      found = new Set()
      late = []
      for (const text of paths) textsIn(path.dirname(text)).set(called(text), { text, at: Date.now() })
      if (paths.length > 0) begin(paths, folder)
      if (came.length > 0) pictures(came)
    }, COLLECT_MS)
  }
  watcher.on('add', take)
  // What was written on after a rest was taken in only in part.
  watcher.on('change', take)
  watcher.on('error', (error) => context.log('watched folder', error))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}

type Text = { readonly text: string; readonly at: number }

/**
 * The texts of a folder that were taken in, and when, by what their pictures are called. Each folder is looked through only when something
 * comes to it: a hundred thousand texts at once would keep the archive from answering.
 */
function takenFrom(seen: ReadonlyMap<string, number>): (folder: string) => Map<string, Text> {
  const files = new Map<string, Text[]>()
  for (const [text, at] of seen) {
    const folder = path.dirname(text)
    const its = files.get(folder)
    if (its) its.push({ text, at })
    else files.set(folder, [{ text, at }])
  }
  const folders = new Map<string, Map<string, Text>>()
  return (folder) => {
    let texts = folders.get(folder)
    if (!texts) {
      texts = new Map(files.get(folder)?.map((one) => [called(one.text), one]))
      folders.set(folder, texts)
    }
    return texts
  }
}

/** The same for a text and its picture in one folder. */
const called = (file: string): string => stem(path.basename(file))

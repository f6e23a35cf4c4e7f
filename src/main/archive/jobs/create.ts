/** Makes a job of what a person chose: every file is listed with what its path says, before any is read, and what is left out is counted. */
import path from 'node:path'
import type { Context } from '../context.ts'
import { write } from '../store/db.ts'
import { addFiles, addJob, setSkipped } from '../store/job.ts'
import { setting } from '../store/setting.ts'
import { addWatched } from '../store/watched.ts'
import type { Watched } from '../store/watched.ts'
import { filesOf, kindOf, picturesLast } from './files.ts'
import type { Found, FoundFile, Pictures } from './files.ts'
import { belowLabel, guessed } from './guess.ts'
import { loadAhead } from './load-ahead.ts'

export async function createJob(
  { db, workshop }: Context,
  paths: readonly string[],
  options: { readonly publication?: string; readonly all?: boolean },
): Promise<number> {
  // While the files are listed, and while a person looks at what was guessed of them.
  loadAhead.page(workshop)
  const label = paths.length === 1 ? (paths[0] ?? '') : commonFolder(paths)
  const guess = guessing(db, label, options.publication)
  const id = write(db, () => addJob(db, 'import', label, options))
  let n = 0
  const skipped = new Map<string, number>()
  for await (const { files, skipped: names } of portions(paths, options.all)) {
    for (const kind of names.map(kindOf)) skipped.set(kind, (skipped.get(kind) ?? 0) + 1)
    const listed = files.map((f) => ({ ...guess(f), n: n++ }))
    write(db, () => {
      addFiles(db, id, listed)
      if (skipped.size > 0) setSkipped(db, id, Object.fromEntries(skipped))
    })
  }
  return id
}

/** What came into the watched folder joins the import of its day; gives that, or two of them around midnight. */
export async function growJob(
  { db, workshop }: Context,
  folder: Watched,
  paths: readonly string[],
): Promise<ReadonlySet<number>> {
  loadAhead.page(workshop)
  const guess = guessing(db, folder.path, folder.publication)
  const ids = new Set<number>()
  for await (const { files } of portions(paths)) ids.add(write(db, () => addWatched(db, folder, files.map(guess))))
  return ids
}

/** A file with what its path says. */
function guessing(db: Context['db'], label: string, publication: string | undefined) {
  const patterns = (setting(db, 'import.patterns') as string[] | undefined) ?? [] // checked by patterns.set
  return (f: FoundFile) => ({ ...f, meta: guessed(belowLabel(label, f.path), patterns, publication) })
}

/** So many files are listed in one transaction. */
const PORTION = 1000

/** What `chosen` are, or have in them, so many at once. */
async function* portions(chosen: readonly string[], all = false): AsyncGenerator<Found> {
  const beside: Pictures = new Map()
  const taken = new Set<string>()
  let files: FoundFile[] = []
  let skipped: string[] = []
  for (const one of picturesLast(chosen)) {
    // It came with its file.
    if (taken.has(one)) continue
    for await (const found of filesOf(one, all, beside)) {
      for (const { picture } of found.files) if (picture !== null) taken.add(picture)
      files.push(...found.files)
      skipped.push(...found.skipped)
      if (files.length < PORTION) continue
      yield { files, skipped }
      files = []
      skipped = []
    }
  }
  if (files.length > 0 || skipped.length > 0) yield { files, skipped }
}

function commonFolder(paths: readonly string[]): string {
  const first = paths[0] ?? ''
  let folder = path.dirname(first)
  while (folder !== path.dirname(folder) && !paths.every((p) => p.startsWith(folder + path.sep)))
    folder = path.dirname(folder)
  return folder
}

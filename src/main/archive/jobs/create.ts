/** Makes a job of what a person chose: every file is listed with what its path says, before any is read, and what is left out is counted. */
import path from 'node:path'
import type { Job } from '../../../shared/api/jobs.ts'
import type { Context } from '../context.ts'
import { write } from '../store/db.ts'
import { addFiles, addJob, setSkipped } from '../store/job.ts'
import { setting } from '../store/setting.ts'
import { filesOf, kindOf, picturesLast } from './files.ts'
import type { FoundFile, Pictures } from './files.ts'
import { belowLabel, guessed } from './guess.ts'
import { loadAhead } from './load-ahead.ts'

export async function createJob(
  { db, workshop }: Context,
  paths: readonly string[],
  options: { readonly publication?: string; readonly all?: boolean },
  kind: Job['kind'],
): Promise<number> {
  // While the files are listed, and while a person looks at what was guessed of them.
  loadAhead.page(workshop)
  const patterns = (setting(db, 'import.patterns') as string[] | undefined) ?? [] // checked by patterns.set
  const label = paths.length === 1 ? (paths[0] ?? '') : commonFolder(paths)
  const id = write(db, () => addJob(db, kind, label, options))
  let n = 0
  let found: (FoundFile & { readonly n: number })[] = []
  const skipped = new Map<string, number>()
  const put = () => {
    const files = found.map((f) => ({ ...f, meta: guessed(belowLabel(label, f.path), patterns, options.publication) }))
    found = []
    write(db, () => {
      addFiles(db, id, files)
      if (skipped.size > 0) setSkipped(db, id, Object.fromEntries(skipped))
    })
  }
  const beside: Pictures = new Map()
  const taken = new Set<string>()
  for (const chosen of picturesLast(paths)) {
    // It came with its file.
    if (taken.has(chosen)) continue
    for await (const { files, skipped: names } of filesOf(chosen, options.all, beside)) {
      for (const kind of names.map(kindOf)) skipped.set(kind, (skipped.get(kind) ?? 0) + 1)
      for (const f of files) {
        found.push({ n: n++, path: f.path, picture: f.picture })
        if (f.picture !== null) taken.add(f.picture)
      }
      if (found.length >= 1000) put()
    }
  }
  put()
  return id
}

function commonFolder(paths: readonly string[]): string {
  const first = paths[0] ?? ''
  let folder = path.dirname(first)
  while (folder !== path.dirname(folder) && !paths.every((p) => p.startsWith(folder + path.sep)))
    folder = path.dirname(folder)
  return folder
}

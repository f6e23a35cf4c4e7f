/** Makes a job of what a person chose: every file is listed with what its path says, before any is read. */
import path from 'node:path'
import type { Job } from '../../../shared/api/jobs.ts'
import type { Context } from '../context.ts'
import { write } from '../store/db.ts'
import { addFiles, addJob } from '../store/job.ts'
import { setting } from '../store/setting.ts'
import { filesOf } from './files.ts'
import { guessed } from './guess.ts'

export async function createJob(
  { db }: Context,
  paths: readonly string[],
  options: { readonly publication?: string; readonly all?: boolean },
  kind: Job['kind'],
): Promise<number> {
  const patterns = (setting(db, 'import.patterns') as string[] | undefined) ?? [] // checked by patterns.set
  const id = write(db, () => addJob(db, kind, paths.length === 1 ? (paths[0] ?? '') : commonFolder(paths), options))
  let n = 0
  let found: { n: number; path: string; below: string; picture: string | null }[] = []
  const put = () => {
    const files = found.map(({ n, path, below, picture }) => {
      return { n, path, picture, meta: guessed(below, patterns, options.publication) }
    })
    found = []
    write(db, () => addFiles(db, id, files))
  }
  for (const chosen of paths)
    for await (const f of filesOf(chosen, options.all)) {
      found.push({ n: n++, ...f })
      if (found.length >= 1000) put()
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

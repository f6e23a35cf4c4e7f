/** Import jobs, patterns of names, the watched folder. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import { checkPattern, matchPattern } from '../../../shared/identity/pattern.ts'
import type { Context } from '../context.ts'
import { removeJob } from '../jobs/jobs.ts'
import { belowLabel, guessed, headSays } from '../jobs/guess.ts'
import { write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import {
  correctFiles,
  getJob,
  jobFiles,
  jobOptions,
  listJobs,
  pathsOf,
  setGuess,
  storiesOfJob,
  waitingFiles,
} from '../store/job.ts'
import { setSetting, setting } from '../store/setting.ts'
import { isThere, watched } from '../watch-folder.ts'

export const jobHandlers = {
  'job.create': async ({ paths, ...options }, { db, jobs }) => jobs.view(getJob(db, await jobs.create(paths, options))),
  'job.list': (_input, { db, jobs }) => listJobs(db).map(jobs.view),
  'job.get': ({ id }, { db, jobs }) => jobs.view(getJob(db, id)),
  'job.stories': ({ id }, { db }) => storiesOfJob(db, id),
  'job.files': ({ id, outcome, offset, limit }, { db }) => jobFiles(db, id, outcome ?? 'all', offset, limit),
  'job.correct': ({ id, n, meta }, { db }) => {
    correctFiles(db, id, n, meta)
    return {}
  },
  'job.look': ({ id, n }, { db }) =>
    Promise.all(pathsOf(db, id, n).map(async ({ n, path }) => ({ n, meta: await headSays(path) }))),
  'job.guess': async ({ id, patterns }, { db }) => {
    const { label } = getJob(db, id)
    setPatterns(db, patterns)
    const { publication } = jobOptions(db, id)
    for (let after = -1; ;) {
      const files = waitingFiles(db, id, after, GUESSED_AT_ONCE)
      write(db, () => {
        for (const { n, path } of files) setGuess(db, id, n, guessed(belowLabel(label, path), patterns, publication))
      })
      after = files.at(-1)?.n ?? after
      if (files.length < GUESSED_AT_ONCE) return {}
      await new Promise((resolve) => setImmediate(resolve))
    }
  },
  'job.start': ({ id }, { jobs }) => {
    jobs.start(id)
    return {}
  },
  'job.pause': ({ id }, { jobs }) => {
    jobs.pause(id)
    return {}
  },
  'job.cancel': ({ id }, { jobs }) => {
    jobs.cancel(id)
    return {}
  },
  'job.remove': ({ id }, { db }) => {
    removeJob(db, id)
    return {}
  },
  'job.wait': async ({ id }, { db, jobs }) => {
    jobs.start(id)
    await jobs.wait(id)
    return jobs.view(getJob(db, id))
  },
  'patterns.get': (_input, { db }) => patternsOf(db),
  'patterns.set': ({ patterns }, { db }) => {
    setPatterns(db, patterns)
    return {}
  },
  'patterns.try': ({ pattern, names }) => {
    checkPattern(pattern)
    return names.map((name) => matchPattern(pattern, name) ?? null)
  },
  'watch.get': async (_input, { db }) => {
    const found = watched({ db })
    return {
      path: found?.path ?? null,
      publication: found?.publication ?? '',
      there: found !== undefined && (await isThere(found.path)),
    }
  },
  'watch.set': async ({ path, publication }, context) => {
    setSetting(context.db, 'import.watch', path === null ? null : { path, publication: publication ?? '' })
    await context.rewatch()
    return {}
  },
} satisfies Partial<ArchiveHandlers<Context>>

/** So many files are guessed anew in one transaction. */
const GUESSED_AT_ONCE = 500

const patternsOf = (db: Db): string[] => (setting(db, 'import.patterns') as string[] | undefined) ?? [] // checked by setPatterns

function setPatterns(db: Db, patterns: readonly string[]): void {
  for (const p of patterns) checkPattern(p)
  setSetting(db, 'import.patterns', patterns)
}

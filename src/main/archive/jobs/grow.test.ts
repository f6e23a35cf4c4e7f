/** The import of the watched folder: one a day, which grows as files come. */
import { writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { jobFiles, listJobs } from '../store/job.ts'
import { pagePicture } from '../store/picture.ts'
import { addWatched, watchedFiles } from '../store/watched.ts'
import { removeJob } from './jobs.ts'
import { addLate } from './late-picture.ts'
import { PNG, STORY, jobsOf, withFolder } from './testing.ts'
import type { Run } from './testing.ts'

type Grown = ReturnType<typeof jobsOf> & {
  /** Puts those files into the folder and has them taken in, as far as it goes. */
  readonly come: (...names: readonly string[]) => Promise<void>
  readonly folder: { readonly path: string; readonly publication: string }
}

const growing = (work: (grown: Grown) => Promise<void>, run?: (bench: Run, grown: Pick<Grown, 'come' | 'db'>) => Run) =>
  withFolder({ '0.txt': STORY(0) }, async (at) => {
    const folder = { path: at, publication: '江城晚报' }
    const come: Grown['come'] = async (...names) => {
      const paths = names.map((name) => path.join(at, `${name}.txt`))
      for (const [i, file] of paths.entries()) writeFileSync(file, STORY(Number(names[i])))
      for (const id of await made.jobs.grow(folder, paths)) await made.jobs.wait(id).catch(() => undefined)
    }
    const made = jobsOf(at, run && ((bench, db) => run(bench, { come, db })))
    await work({ ...made, come, folder })
  })

/** The imports there are, the newest first: their states, how many files were looked at, how many there are. */
const seen = (db: Db) => listJobs(db).map((j) => [j.state, j.done, j.total])

test('what comes in one day is one import, which tells what came of every file', () =>
  growing(async ({ come, db }) => {
    for (const name of ['1', '2', '3']) await come(name)
    await come('4', '5')
    expect(seen(db)).toEqual([['done', 5, 5]])
    const [job] = listJobs(db)
    expect(jobFiles(db, job!.id, 'all', 0, 9).files.map((f) => [f.name, f.outcome, f.meta.publication])).toEqual(
      ['1', '2', '3', '4', '5'].map((name) => [`${name}.txt`, 'new', '江城晚报']),
    )
  }))

test.each(['page', 'find', 'index'] as const)('what comes while others are at “%s” is read in with them', (step) => {
  let begun = false
  let came: Promise<void> | undefined
  return growing(
    async ({ come, db }) => {
      await come('1')
      await came
      expect(seen(db)).toEqual([['done', 3, 3]])
    },
    (bench, { come, db }) =>
      (name, input, options) => {
        if (name !== step || begun || listJobs(db).length === 0) return bench(name, input, options)
        begun = true
        came = come('2', '3')
        return vi.waitUntil(() => listJobs(db)[0]?.total === 3).then(() => bench(name, input, options))
      },
  )
})

test('what comes while it is paused waits with it, once however often it changes', () =>
  growing(async ({ come, db, jobs }) => {
    await come('1')
    const [{ id } = { id: 0 }] = listJobs(db)
    db.prepare("UPDATE job SET state = 'paused' WHERE id = ?").run(id)
    await come('2', '3')
    await come('3')
    expect(seen(db)).toEqual([['paused', 1, 3]])
    jobs.start(id)
    await jobs.wait(id)
    expect(seen(db)).toEqual([['done', 3, 3]])
  }))

test('a picture that comes after its text, while that waits, is read in with it', () =>
  growing(async ({ come, db, jobs, folder }) => {
    await come('1')
    db.exec("UPDATE job SET state = 'paused'")
    await come('2')
    const late = { text: path.join(folder.path, '2.txt'), picture: path.join(folder.path, '2.png') }
    writeFileSync(late.picture, PNG)
    await addLate({ db, changed: () => {} }, [late])
    jobs.start(1)
    await jobs.wait(1)
    expect([1, 2].map((id) => pagePicture(db, id)?.width)).toEqual([undefined, 1])
  }))

const OVER: readonly (readonly [string, string, readonly unknown[]])[] = [
  ['one that is done and of another day is over', "created_at = '2022-10-21T08:00:00.000Z'", ['done', 1, 1]],
  ['one that was cancelled is over', "state = 'cancelled'", ['cancelled', 1, 1]],
  ['one of another paper is over', `options = '{"publication":"海曙日报"}'`, ['done', 1, 1]],
  ['one of another folder is over', "label = '/别处'", ['done', 1, 1]],
]
test.each(OVER)('%s: what comes begins another', (_, change, before) =>
  growing(async ({ come, db }) => {
    await come('1')
    db.exec(`UPDATE job SET ${change}`)
    await come('2')
    expect(seen(db)).toEqual([['done', 1, 1], before])
  }),
)

test('one that was stopped by what went wrong tries again when more comes', () => {
  let fails = true
  return growing(
    async ({ come, db }) => {
      await come('1')
      expect(seen(db)).toEqual([['paused', 0, 1]])
      fails = false
      await come('2')
      expect(seen(db)).toEqual([['done', 2, 2]])
    },
    (bench) => (name, input, options) =>
      name === 'page' && fails ? Promise.reject(new Error('out of order')) : bench(name, input, options),
  )
})

test('what comes while it is being cancelled is not cancelled with it', () => {
  let begun = false
  let finish = () => {}
  const held = new Promise<void>((resolve) => (finish = resolve))
  return growing(
    async ({ come, db, jobs, folder }) => {
      const first = come('1')
      await vi.waitUntil(() => begun)
      jobs.cancel(1)
      const second = come('2')
      // The folder is looked through for what came, and that listed, long before.
      for (let i = 0; i < 20; i++) await readdir(folder.path)
      finish()
      await Promise.all([first, second])
      expect(seen(db)).toEqual([['done', 2, 2]])
    },
    (bench) => (name, input, options) => {
      if (name !== 'index') return bench(name, input, options)
      begun = true
      return held.then(() => bench(name, input, options))
    },
  )
})

test('one that was taken from the list is over, and what it looked at does not come again', () =>
  growing(async ({ come, db, folder }) => {
    await come('1')
    write(db, () => addWatched(db, folder, [{ path: path.join(folder.path, '0.txt'), picture: null, meta: {} }]))
    db.exec("UPDATE job SET state = 'cancelled'")
    removeJob(db, 1)
    expect(() => removeJob(db, 1)).toThrow(expect.objectContaining({ code: 'job/missing' }))
    expect([seen(db), [...watchedFiles(db).keys()].map((file) => path.basename(file))]).toEqual([[], ['1.txt']])
    await come('2')
    expect(seen(db)).toEqual([['done', 1, 1]])
  }))

test('killed when more was listed and nothing of it read, it goes on at the next start', () =>
  growing(async ({ come, db, jobs, folder }) => {
    await come('1')
    write(db, () => addWatched(db, folder, [{ path: path.join(folder.path, '0.txt'), picture: null, meta: {} }]))
    expect(seen(db)).toEqual([['running', 1, 2]])
    jobs.resume()
    await jobs.wait(1)
    expect(seen(db)).toEqual([['done', 2, 2]])
  }))

import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { getJob } from '../store/job.ts'
import { STORY, jobsOf, withFolder } from './testing.ts'
import type { Run } from './testing.ts'

const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, STORY(i)]))

/** A job of the files in `folder`, not begun. */
const jobsWith = async (folder: string, run: (bench: Run) => Run, fails = () => false) => {
  const { jobs, db } = jobsOf(folder, run, fails)
  const id = await jobs.create([folder], {})
  return { jobs, id, job: () => getJob(db, id) }
}

/** A job that comes to a pause, and waits for what it has in hand; `finish` gives that. */
const windingDown = async (folder: string) => {
  let finish = () => {}
  const held = new Promise<void>((resolve) => (finish = resolve))
  let asked = 0
  const made = await jobsWith(folder, (run) => (name, input) => {
    if (name !== 'page') return run(name, input)
    if (++asked === 2) made.jobs.pause(made.id)
    return held.then(() => run(name, input))
  })
  made.jobs.start(made.id)
  while (asked < 2) await setImmediate()
  for (let i = 0; i < 20; i++) await setImmediate()
  return { ...made, finish }
}

/** The state of a job after all those orders, which come while it ends what it has in hand. */
const check = (orders: readonly ('start' | 'pause' | 'cancel')[], expected: string) =>
  withFolder(files, async (folder) => {
    const { jobs, id, finish, job } = await windingDown(folder)
    for (const order of orders) jobs[order](id)
    const ended = jobs.wait(id)
    finish()
    await ended
    expect(job().state).toBe(expected)
  })

test('a job that is started again while it comes to a pause goes on to its end', () => check(['start'], 'done'))
test('one that is paused again after that is paused', () => check(['start', 'pause'], 'paused'))
test('one that is cancelled is not started again', () => check(['cancel', 'start'], 'cancelled'))

test.each([
  ['pause', 'paused'],
  ['cancel', 'cancelled'],
] as const)('a %s keeps what is ready and does not wait for what is not; later that is read', (order, state) =>
  withFolder(files, async (folder) => {
    let asked = 0
    let found = 0
    const { jobs, id, job } = await jobsWith(folder, (run) => (name, input, options) => {
      if (name === 'page' && ++asked === 2)
        return new Promise((_, failed) =>
          options?.signal?.addEventListener('abort', () => failed(options.signal?.reason)),
        )
      const output = run(name, input, options)
      if (name === 'find') void output.finally(() => found++).catch(() => {})
      return output
    })
    jobs.start(id)
    while (found < 1) await setImmediate()
    for (let i = 0; i < 20; i++) await setImmediate()
    jobs[order](id)
    await jobs.wait(id)
    expect(job().state).toBe(state)
    expect(job().done).toBeGreaterThan(0)
    expect(job().done).toBeLessThan(60)
    jobs.start(id)
    await jobs.wait(id)
    expect(job()).toMatchObject(order === 'pause' ? { state: 'done', pages: 60 } : { state })
  }),
)

test('one that cannot even be looked at when its turn comes stops, and goes on when it is told to', () =>
  withFolder(files, async (folder) => {
    let reads: number | undefined
    const isSecond = () => reads !== undefined && ++reads === 2
    const { jobs, id, job } = await jobsWith(folder, (run) => run, isSecond)
    reads = 0
    jobs.start(id)
    await jobs.wait(id)
    expect(job().state).toBe('paused')
    jobs.start(id)
    await jobs.wait(id)
    expect(job()).toMatchObject({ state: 'done', pages: 60 })
  }))

test('one that fails gives back what has not begun', () =>
  withFolder(files, async (folder) => {
    let asked = 0
    let given = 0
    const { jobs, id, job } = await jobsWith(folder, (run) => (name, input, options) => {
      if (name !== 'page') return run(name, input, options)
      if (++asked === 2) return Promise.reject(new Error('out of order'))
      return new Promise(() => options?.signal?.addEventListener('abort', () => given++))
    })
    jobs.start(id)
    await expect(jobs.wait(id)).rejects.toThrow('out of order')
    expect(job().state).toBe('paused')
    expect(given).toBe(1)
  }))

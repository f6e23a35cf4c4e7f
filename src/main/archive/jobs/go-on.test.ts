import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Context } from '../context.ts'
import { getJob } from '../store/job.ts'
import { freshDb } from '../store/testing.ts'
import { openBench } from '../workshop/bench.ts'
import { makeJobs } from './jobs.ts'
import { STORY, withFolder } from './testing.ts'

const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, STORY(i)]))

/** A job that comes to a pause, and has one batch in hand; `finish` gives that. */
const windingDown = async (folder: string) => {
  const bench = openBench(() => [], false)
  let finish = () => {}
  const held = new Promise<void>((resolve) => (finish = resolve))
  let asked = 0
  const run: typeof bench.run = (name, input) => {
    if (name !== 'page' || ++asked !== 2) return bench.run(name, input)
    jobs.pause(id)
    return held.then(() => bench.run(name, input))
  }
  const db = freshDb()
  // What jobs ask of an archive.
  const context = {
    db,
    path: folder,
    workshop: { ...bench, hands: () => 2, run },
    emit: () => {},
    changed: () => {},
    stored: () => {},
    asked: () => 0,
    who: () => '编辑',
    log: (message: string, error: unknown) => console.error(message, error),
  } as unknown as Context
  const jobs = makeJobs(context)
  const id = await jobs.create([folder], {})
  jobs.start(id)
  while (asked < 2) await setImmediate()
  for (let i = 0; i < 20; i++) await setImmediate()
  return { jobs, id, finish, state: () => getJob(db, id).state }
}

/** The state of a job after all those orders, which come while it ends what it has in hand. */
const check = (orders: readonly ('start' | 'pause' | 'cancel')[], expected: string) =>
  withFolder(files, async (folder) => {
    const { jobs, id, finish, state } = await windingDown(folder)
    for (const order of orders) jobs[order](id)
    const ended = jobs.wait(id)
    finish()
    await ended
    expect(state()).toBe(expected)
  })

test('a job that is started again while it comes to a pause goes on to its end', () => check(['start'], 'done'))
test('one that is paused again after that is paused', () => check(['start', 'pause'], 'paused'))
test('one that is cancelled is not started again', () => check(['cancel', 'start'], 'cancelled'))

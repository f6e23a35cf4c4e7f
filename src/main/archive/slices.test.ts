import { expect, test } from 'vitest'
import { inSlices } from './slices.ts'
import { sql } from './store/db.ts'
import { freshDb } from './store/testing.ts'

const ids = Array.from({ length: 40 }, (_, i) => i + 1)

/** Each piece of work takes long enough that a few of them fill a step. */
function run(fails?: number) {
  const db = freshDb()
  sql(db, 'CREATE TABLE done (id)').run()
  const seen: string[] = []
  const told: number[] = []
  const work = inSlices({ db, emit: (_event, data) => void told.push((data as { done: number }).done) }, ids, {
    begin: () => void seen.push('begin'),
    work: (id) => {
      if (id === fails) throw new Error('no')
      sql(db, 'INSERT INTO done VALUES (?)').run(id)
      for (const until = performance.now() + 10; performance.now() < until;);
    },
    end: () => void seen.push('end'),
  })
  const count = () => sql<{ n: number }>(db, 'SELECT count(*) AS n FROM done').get()?.n ?? 0
  return { work, count, seen, told }
}

test('others are heard between the steps, and told how far it is', async () => {
  const { work, count, seen, told } = run()
  const between: number[] = []
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setImmediate(resolve))
    between.push(count())
  }
  expect(between[0]).toBeGreaterThan(0)
  expect(between.at(-1)).toBeLessThan(ids.length)
  await work
  expect(count()).toBe(ids.length)
  expect(seen).toEqual(['begin', 'end'])
  expect(told.at(-1)).toBe(ids.length)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})

test('what fails in the first step is not begun', async () => {
  const { work, count, seen } = run(2)
  await expect(work).rejects.toThrow('no')
  expect(count()).toBe(0)
  expect(seen).toEqual(['begin'])
})

test('what fails later leaves what was done whole', async () => {
  const { work, count, told } = run(30)
  await expect(work).rejects.toThrow('no')
  expect(count()).toBeGreaterThan(0)
  expect(count()).toBeLessThan(30)
  expect([told.length > 1, told.at(-1)]).toEqual([true, ids.length])
})

test('nothing to do', async () => {
  const db = freshDb()
  const seen: string[] = []
  await inSlices({ db, emit: () => seen.push('told') }, [], {
    begin: () => void seen.push('begin'),
    work: () => void seen.push('work'),
    end: () => void seen.push('end'),
  })
  expect(seen).toEqual(['begin', 'end'])
})

test('a beginning that takes longer than a step is made once, and the work goes on', async () => {
  const db = freshDb()
  const seen: string[] = []
  await inSlices({ db, emit: () => undefined }, [1, 2], {
    begin: () => {
      seen.push('begin')
      for (const until = performance.now() + 60; performance.now() < until;);
    },
    work: (id) => void seen.push(String(id)),
    end: () => void seen.push('end'),
  })
  expect(seen).toEqual(['begin', '1', '2', 'end'])
})

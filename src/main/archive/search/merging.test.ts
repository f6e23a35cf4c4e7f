import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { segmentIds } from './heads.ts'
import { mergeAll } from './index-all.ts'
import { indexBatch } from './indexing.ts'
import { mergeOnce, mergeSteps, QUIET_FAN, similar } from './merging.ts'
import { countSearch } from './service.ts'
import { savePage } from '../store/page.ts'
import { freshDb, putPage } from '../store/testing.ts'

/** Sizes of segments, which of them become one of at most 100 bytes. An article takes a byte. */
const check = (sizes: readonly number[], expected: readonly number[], fan?: number, most = 100) => {
  const all = sizes.toSorted((a, b) => a - b).map((size, id) => ({ id, size, count: size }))
  expect(similar(all, most, fan).map((s) => s.size)).toEqual(expected)
}

test('eight of one size', () => check([5, 5, 5, 5, 5, 5, 5, 5, 40], [5, 5, 5, 5, 5, 5, 5, 5]))
test('seven are few', () => check([5, 5, 5, 5, 5, 5, 5], []))
test('seven when it is quiet', () => check([5, 5, 5, 5, 5, 5, 5], [5, 5, 5, 5, 5, 5, 5], QUIET_FAN))
test('two are few then too', () => check([5, 5], [], QUIET_FAN))
test('three small ones beside large ones', () => check([100, 110, 120, 9000, 9000], [100, 110, 120], QUIET_FAN, 1e6))
test('a large one stays by itself', () => check([100, 110, 9000], [], QUIET_FAN, 1e6))
test('as many as fit', () => check([20, 20, 20, 20, 20, 20, 20, 20], [20, 20, 20, 20, 20]))
test('two halves', () => check([45, 50], [45, 50]))
test('large ones stay as they are', () => check([60, 70, 80, 51, 99, 60, 70, 80], []))
test('many of different sizes', () =>
  check(
    [...Array(33).keys()].map((n) => 2 ** (n / 6)),
    [1, 2 ** (1 / 6), 2 ** (2 / 6), 2 ** 0.5, 2 ** (4 / 6), 2 ** (5 / 6), 2, 2 ** (7 / 6)],
  ))

const PAGES = 8

const archive = (text: (n: number) => string) => {
  const db = freshDb()
  for (let n = 0; n < PAGES; n++) {
    putPage(db, page([article([block('paragraph', text(n))])]))
    indexBatch(db, 1)
  }
  return db
}

test('while segments are merged search finds the same, and merging that ends early leaves all as it was', () => {
  // Enough for several steps and several pieces.
  const text = (n: number) =>
    Array.from({ length: 60_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * (7 + n) + (i >> 3) * n) % 3001))).join(
      '',
    )
  const db = archive(text)
  const words = [0, 3, 7].map((n) => text(n).slice(20_000, 20_004))
  const counts = () => words.map((w) => countSearch(db, { query: `"${w}"` }).articles)
  const expected = words.map((w) => [...Array(PAGES).keys()].filter((n) => text(n).includes(w)).length)
  expect(counts()).toEqual(expected)
  const before = segmentIds(db)
  const rows = () => db.prepare('SELECT count(*) FROM search_segment WHERE form >= 0').pluck().get()

  const left = mergeSteps(db, 1)
  for (let step = 0; step < 20; step++) expect(left.next().done).toBe(false)
  expect([counts(), segmentIds(db), rows()]).toEqual([expected, before, PAGES + 1])
  // One merges at a time.
  expect(mergeOnce(db, 1)).toBe(false)
  left.return(false)
  expect([segmentIds(db), rows()]).toEqual([before, PAGES])

  // A program that was killed leaves what it made behind.
  const killed = mergeSteps(db, 1)
  for (let step = 0; step < 20; step++) killed.next()
  db.exec('UPDATE search_segment SET count = count - 600 WHERE form = 0')
  expect(mergeOnce(db, 1)).toBe(true)
  expect([counts(), segmentIds(db).length, rows()]).toEqual([expected, 1, 1])
  // It lives after all, and lets be what another has done.
  expect(killed.next()).toEqual({ done: true, value: false })
  expect([counts(), rows()]).toEqual([expected, 1])
  db.close()
})

test('a page that is indexed anew while the pages of merged segments are moved is found once, and a killed move goes on', () => {
  const db = archive((n) => `第${n}盏灯亮了`)
  const found = () => ['第3盏', '第5盏', '第9盏', '灯亮'].map((q) => countSearch(db, { query: `"${q}"` }).articles)
  const where = () => db.prepare('SELECT DISTINCT segment_id FROM search_page').pluck().all()
  const killed = mergeSteps(db, 1)
  while (segmentIds(db).length > 1) killed.next()
  expect(where()).toHaveLength(PAGES)
  const [id] = db.prepare('SELECT id FROM page ORDER BY id LIMIT 1 OFFSET 3').pluck().all() as [number]
  savePage(db, id, 1, page([article([block('paragraph', '第9盏灯亮了')])]), '编辑')
  expect(found()).toEqual([0, 1, 1, PAGES])
  indexBatch(db, 1)
  expect(found()).toEqual([0, 1, 1, PAGES])
  expect(mergeOnce(db, 1)).toBe(false)
  expect(new Set(where())).toEqual(new Set(segmentIds(db)))
  expect([found(), segmentIds(db).length]).toEqual([[0, 1, 1, PAGES], 2])
  db.close()
})

test('a merged segment is not merged on, by a program that looked for pages to move before, until its pages are said to be in it', () => {
  const text = (n: number) => `第${n}盏灯亮了`
  const db = archive(text)
  for (let n = PAGES; n < PAGES + QUIET_FAN; n++) {
    putPage(db, page([article([block('paragraph', text(n))])]))
    indexBatch(db, 1)
  }
  const all = PAGES + QUIET_FAN
  const unfinished = () => db.prepare('SELECT 1 FROM search_segment WHERE form = 0').get()
  // What a merge that ended early leaves is swept away first.
  const early = mergeSteps(db, 1)
  while (!unfinished()) early.next()
  early.return(false)
  const sweeping = mergeSteps(db, 1, QUIET_FAN)
  sweeping.next()
  const merging = mergeSteps(db, 1)
  while (segmentIds(db).length === all) merging.next()
  while (!sweeping.next().done);
  while (!merging.next().done);

  const ids = db.prepare('SELECT id FROM page ORDER BY id').pluck().all() as number[]
  for (const id of ids) savePage(db, id, 1, page([article([block('paragraph', '又亮了')])]), '编辑')
  while (indexBatch(db, 1));
  const found = (q: string) => countSearch(db, { query: `"${q}"` }).articles
  expect([found('灯亮'), found('又亮')]).toEqual([0, all])
  while (mergeOnce(db, 1, 2));
  const where = db.prepare('SELECT DISTINCT segment_id FROM search_page').pluck().all()
  expect([found('灯亮'), found('又亮'), where]).toEqual([0, all, segmentIds(db)])
  db.close()
})

test('when it is quiet few segments are made of some, unless something comes', async () => {
  const db = archive((n) => `第${n}盏灯亮了`)
  expect(mergeOnce(db, 1)).toBe(true)
  for (let n = 0; n < 2; n++) {
    putPage(db, page([article([block('paragraph', `又一盏灯亮了，是第${n}盏`)])]))
    if (n === 0) indexBatch(db, 1)
  }
  const merge = (stopped: boolean) => mergeAll({ db }, () => stopped)
  indexBatch(db, 1)
  putPage(db, page([article([block('paragraph', '灯')])]))
  await merge(false)
  expect(segmentIds(db)).toHaveLength(3)
  indexBatch(db, 1)
  await merge(true)
  expect(segmentIds(db)).toHaveLength(4)
  await merge(false)
  expect([segmentIds(db).length, countSearch(db, { query: '灯' }).articles]).toEqual([1, PAGES + 3])
  db.close()
})

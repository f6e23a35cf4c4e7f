import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { STORY, openTest, temporaryFolder } from '../testing.ts'
import type { BanxinError } from '../../../shared/errors.ts'
import { loadAhead } from '../jobs/load-ahead.ts'
import { wordsIfLoaded } from '../words.ts'
import { openWorkshop } from './workshop.ts'
import type { Workshop } from './workshop.ts'
import path from 'node:path'

test('segmenter, structure and rendering work in a thread; the archive’s own never loads the dictionaries', async () => {
  const { folder, remove } = temporaryFolder()
  const { call, close } = await openTest({ path: path.join(folder, 'a.banxin'), segment: true })
  try {
    const { id } = await call('page.paste', { name: '灯', text: STORY })
    expect(await call('words.cut', { text: '老街的灯' })).toEqual([2, 3, 4])
    await call('dictionary.put', { words: [{ word: '街的灯', tag: 'nz', note: '' }] })
    expect(await call('words.cut', { text: '街的灯' })).toEqual([3])
    await call('dictionary.remove', { words: ['街的灯'] })
    expect(await call('words.cut', { text: '街的灯' })).toEqual([1, 2, 3])
    const [pdf] = await call('export.render', { id, format: 'pdf' })
    expect(new TextDecoder().decode(pdf?.bytes.subarray(0, 5))).toBe('%PDF-')
    const [both] = await call('export.together', { ids: [id, id], options: {} })
    expect(both?.name).toBe('灯-1.pdf')
    await expect(call('export.render', { id, format: 'x' })).rejects.toMatchObject({ code: 'format/unknown' })
    expect(wordsIfLoaded()).toBeUndefined()
  } finally {
    await close()
    remove()
  }
})

test('there are as many threads as the one who wants most', async () => {
  const workshop = openWorkshop(
    () => [],
    (what, error) => console.error(what, error),
  )
  if (!workshop) throw new Error('no threads here')
  const one = workshop.hands()
  workshop.staff('import', 2)
  const two = workshop.hands()
  workshop.staff('edition', 2)
  workshop.staff('edition', 1)
  expect(workshop.hands()).toBe(two)
  workshop.staff('import', 1)
  expect(workshop.hands()).toBe(one)
  await workshop.close()
})

test('what a person waits for goes before what can wait', async () => {
  const workshop = openWorkshop(
    () => [],
    (what, error) => console.error(what, error),
  )
  if (!workshop) throw new Error('no threads here')
  const done: string[] = []
  const ask = (text: string, later: boolean) => workshop.run('cut', text, { later }).then(() => done.push(text))
  await Promise.all([...['一', '二', '三', '四', '五'].map((t) => ask(t, true)), ask('急', false)])
  expect(done.indexOf('急')).toBeLessThan(done.indexOf('三'))
  const left = workshop.run('cut', '留')
  await Promise.all([expect(left).rejects.toMatchObject({ code: 'archive/unavailable' }), workshop.close()])
  await expect(workshop.run('cut', '后')).rejects.toMatchObject({ code: 'archive/unavailable' })
})

test('what a person waits for goes before what a thread has lying ready', async () => {
  const workshop = openWorkshop(
    () => [],
    (what, error) => console.error(what, error),
  )
  if (!workshop) throw new Error('no threads here')
  await workshop.run('cut', '词')
  const done: string[] = []
  const ask = (text: string, later: boolean) =>
    workshop.run('cut', text, { later }).then(() => done.push(text.slice(0, 1)))
  const ready = ['一', '二', '三', '四'].map((t) => ask(t.repeat(2000), true))
  await Promise.all([...ready, ask('急', false)])
  expect(done.indexOf('急')).toBeLessThan(done.indexOf('三'))
  await workshop.close()
})

const codeOf = (error: unknown) => (error as BanxinError).code

test('what nobody waits for any more is given up at once, lying ready in a thread or not; what comes after it is done', async () => {
  const workshop = openWorkshop(
    () => [],
    (what, error) => console.error(what, error),
  )
  if (!workshop) throw new Error('no threads here')
  const stopping = new AbortController()
  const long = Array.from({ length: 40 }, () => '老街的灯一盏一盏亮起来。'.repeat(2000))
  const ask = () => workshop.run('tag', long, { later: true, signal: stopping.signal })
  const asked = Array.from({ length: workshop.hands() + 3 }, ask)
  stopping.abort()
  const ends = await Promise.allSettled(asked)
  expect(ends.map((end) => end.status === 'rejected' && end.reason === stopping.signal.reason)).toEqual(
    asked.map(() => true),
  )
  await expect(ask()).rejects.toBe(stopping.signal.reason)
  expect(await workshop.run('cut', '灯', { later: true })).toEqual(['灯'])
  await workshop.close()
})

test('a workshop is closed while the segmenter works, and the process goes on', async () => {
  const text = '老街的灯亮了，桑梓区的居民走出家门。'.repeat(3000)
  for (const ms of [5, 20, 40]) {
    const workshop = openWorkshop(
      () => [],
      (what, error) => console.error(what, error),
    )
    if (!workshop) throw new Error('no threads here')
    await workshop.run('cut', '灯')
    const ends = Array.from({ length: 9 }, () => workshop.run('cut', text).then(() => 'cut', codeOf))
    await setTimeout(ms)
    await workshop.close()
    expect(await ends.at(-1)).toBe('archive/unavailable')
  }
})

test('what is asked while an archive is checked does not wait for that', async () => {
  const { folder, remove } = temporaryFolder()
  const workshop = openWorkshop(
    () => [],
    (what, error) => console.error(what, error),
  )
  if (!workshop) throw new Error('no threads here')
  const db = new Database(path.join(folder, 'a.db'))
  try {
    // The check waits until this is over.
    db.exec('BEGIN EXCLUSIVE')
    const done: string[] = []
    const checking = workshop.run('check', db.name).then(() => done.push('check'))
    for (const n of [1, 2, 3]) await workshop.run('index', []).then(() => done.push(`${n}`))
    db.exec('COMMIT')
    await checking
    expect(done).toEqual(['1', '2', '3', 'check'])
  } finally {
    db.close()
    await workshop.close()
    remove()
  }
})

const BUSY = [
  ['is loaded aside', (workshop: Workshop) => workshop.warm()],
  ['is loaded by the only thread', (workshop: Workshop) => void workshop.run('cut', '灯')],
  ['is loaded for files that are still being listed', (workshop: Workshop) => loadAhead.page(workshop)],
] as const

for (const [name, begin] of BUSY)
  test(`while the segmenter ${name}, what is in a hurry is done at once; then it is there`, async () => {
    const workshop = openWorkshop(
      () => [],
      (what, error) => console.error(what, error),
    )
    if (!workshop) throw new Error('no threads here')
    const file = { n: 0, picture: null, path: '灯.txt', bytes: new TextEncoder().encode(STORY), encoding: 'utf-8' }
    const done: string[] = []
    await workshop.run('prepare', { files: [file], hurry: true })
    begin(workshop)
    await Promise.all([
      workshop.run('cut', '老街的灯').then(() => done.push('词')),
      workshop.run('prepare', { files: [file], hurry: true }).then(() => done.push('急')),
    ])
    expect(done).toEqual(['急', '词'])
    await workshop.close()
  })

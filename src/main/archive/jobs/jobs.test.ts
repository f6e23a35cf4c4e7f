import path from 'node:path'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { skippedText } from '../../../shared/api/jobs.ts'
import { LONG, OWN, PNG, STORY, withFolder } from './testing.ts'

test('a folder becomes pages; the report says what came of each file', () =>
  withFolder(
    {
      '江城晚报/2022-10-21/A04.txt': STORY(1),
      '江城晚报/2022-10-21/A04.png': PNG,
      '江城晚报/2022-10-21/A05.md': iconv.encode(STORY(2), 'gb18030'),
      '江城晚报/2022-10-22/A01.txt': STORY(1),
      '江城晚报/2022-10-22/A02.txt': `灯师傅\n\n${LONG}`,
      '江城晚报/2022-10-22/A03.txt': `灯师付\n\n${LONG.replace('油漆', '油膝')}`,
      'bad.txt': new Uint8Array(100),
      'empty.txt': '',
      'notes.pdf': 'x',
    },
    async (folder, open) => {
      const { call, onEvent } = await open()
      const events: string[] = []
      const told: unknown[] = []
      onEvent(({ event, data }) => {
        events.push(event)
        if (event === 'job.progress') told.push(data)
      })
      const { id, total } = await call('job.create', { paths: [folder] })
      expect(total).toBe(7)
      const guessed = (await call('job.files', { id, offset: 0, limit: 1 })).files[0]
      expect(guessed).toMatchObject({ name: 'bad.txt', meta: {}, outcome: null })
      const job = await call('job.wait', { id })
      expect(job).toMatchObject({ state: 'done', done: 7, pages: 4, duplicates: 1, failed: 2, alike: 1 })
      // What is told on the way is counted on; in the end it is counted anew.
      const { articles, characters } = job
      const counts = { done: 7, pages: 4, articles, characters, duplicates: 1, failed: 2, alike: 1 }
      expect(told).toMatchObject([{ state: 'running', ...counts }, counts])
      const { files } = await call('job.files', { id, offset: 0, limit: 100 })
      expect(files.map((f) => [f.name.split('/').slice(-2).join('/'), f.outcome, f.code])).toEqual([
        ['bad.txt', 'failed', 'file/binary'],
        ['empty.txt', 'failed', 'file/empty'],
        ['2022-10-21/A04.txt', 'new', null],
        ['2022-10-21/A05.md', 'new', null],
        ['2022-10-22/A01.txt', 'duplicate', null],
        ['2022-10-22/A02.txt', 'new', null],
        ['2022-10-22/A03.txt', 'new', null],
      ])
      const alike = files.find((f) => f.like)
      expect(alike?.like?.likeness).toBeGreaterThan(0.7)
      const first = files[2]?.page ?? 0
      const page = await call('page.get', { id: first })
      expect(page.page.meta).toMatchObject({ publication: '江城晚报', date: '2022-10-21', number: 'A04' })
      expect(await call('page.picture', { id: first })).toMatchObject({ width: 1, height: 1 })
      expect((await call('page.get', { id: files[3]?.page ?? 0 })).encoding).toBe('gb18030')
      expect(new Set(events)).toEqual(new Set(['job.progress', 'pages.changed', 'index.progress']))
      expect((await call('search.count', { query: '老街' })).pages).toBe(2)
    },
  ))

test('what a folder has besides is counted by its kind, and known after a restart and when the job has ended', () =>
  withFolder(
    { 'a.txt': STORY(1), 'a.png': PNG, 'b.png': PNG, 'c.pdf': 'x', '甲/d.PDF': 'x', '甲/说明': 'x', '.e': 'x' },
    async (folder, open) => {
      const first = await open()
      const { id, skipped } = await first.call('job.create', { paths: [folder], publication: '江城晚报' })
      expect(skipped).toEqual({ pdf: 2, png: 1, '': 1 })
      expect(skippedText(skipped, 'zh')).toBe('另有 4 个文件不能读入，已略过：pdf 2、png 1、其他 1。')
      await first.close()
      const { call } = await open()
      expect(await call('job.list', {})).toMatchObject([{ id, total: 1, skipped }])
      await call('job.wait', { id })
      expect(await call('job.get', { id })).toMatchObject({ pages: 1, skipped })
      const alone = await call('job.create', { paths: [path.join(folder, 'a.txt')] })
      expect([alone.skipped, skippedText(alone.skipped, 'zh')]).toEqual([{}, undefined])
    },
  ))

test('pause, then go on after a restart; nothing is read in twice', () =>
  withFolder(
    Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.txt`, STORY(i)])),
    async (folder, open) => {
      const first = await open()
      const { id } = await first.call('job.create', { paths: [folder] })
      await first.call('job.start', { id })
      await first.call('job.pause', { id })
      await first.close()
      const second = await open()
      const between = await second.call('job.get', { id })
      expect(['paused', 'done', 'running']).toContain(between.state)
      const job = await second.call('job.wait', { id })
      expect(job).toMatchObject({ state: 'done', done: 300, pages: 300, duplicates: 0 })
      expect((await second.call('archive.check', {})).problems).toEqual([])
    },
  ))

test('what stopped a job is told, after a restart too, until it goes on', () =>
  withFolder({ 'one.txt': STORY(1), 'two.txt': STORY(2) }, async (folder, open) => {
    const first = await open()
    const { id } = await first.call('job.create', { paths: [folder] })
    const other = new Database(path.join(folder, '../a.banxin'))
    other.exec("CREATE TRIGGER refuse BEFORE INSERT ON page BEGIN SELECT RAISE(FAIL, 'refused'); END")
    await expect(first.call('job.wait', { id })).rejects.toThrow()
    const halted = await first.call('job.get', { id })
    expect(halted).toMatchObject({ state: 'paused', stopped: { code: 'internal' } })
    expect(halted.seconds).toBeGreaterThan(0)
    const cancelled = await first.call('job.create', { paths: [folder] })
    await expect(first.call('job.wait', cancelled)).rejects.toThrow()
    await first.call('job.cancel', cancelled)
    expect(await first.call('job.get', cancelled)).toMatchObject({ state: 'cancelled', stopped: null })
    await first.close()
    const second = await open()
    expect(await second.call('job.get', { id })).toMatchObject({ state: 'paused', stopped: { code: 'internal' } })
    other.exec('DROP TRIGGER refuse')
    other.close()
    expect(await second.call('job.wait', { id })).toMatchObject({ state: 'done', pages: 2, stopped: null })
  }))

test('how long a job has run is noted with what it stores, and counted once', () =>
  withFolder(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, STORY(i)])), async (folder, open) => {
    const first = await open()
    const { id } = await first.call('job.create', { paths: [folder] })
    // What another program reads is what is there after a kill.
    const other = new Database(path.join(folder, '../a.banxin'))
    const noted: unknown[] = []
    first.onEvent(({ event }) => {
      if (event === 'job.progress')
        noted.push(other.prepare("SELECT seconds FROM job WHERE state = 'running' AND id = ?").pluck().get(id))
    })
    const started = performance.now()
    const { seconds } = await first.call('job.wait', { id })
    expect(seconds).toBeLessThanOrEqual((performance.now() - started) / 1000)
    expect(noted[0]).toBeGreaterThan(0)
    expect(seconds).toBeGreaterThanOrEqual(noted[0] as number)
    // A job that was killed when it had run for an hour.
    other.exec("UPDATE job SET state = 'paused', seconds = 3600, ended_at = NULL; UPDATE job_file SET outcome = NULL")
    const again = await first.call('job.wait', { id })
    expect(again).toMatchObject({ state: 'done', duplicates: 60 })
    expect(Math.floor(again.seconds / 3600)).toBe(1)
    expect(again.seconds).toBeGreaterThan(3600)
    other.close()
  }))

test('a cancelled job keeps what was read in', () =>
  withFolder(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, STORY(i)])), async (folder, open) => {
    const { call } = await open()
    const { id } = await call('job.create', { paths: [folder] })
    await call('job.cancel', { id })
    const job = await call('job.wait', { id })
    expect([job.state, (await call('page.list', {})).length]).toEqual(['cancelled', 0])
    await call('job.remove', { id })
    await expect(call('job.get', { id })).rejects.toMatchObject({ code: 'job/missing' })
  }))

test('our own JSON keeps what it says of itself, whatever its file is called', () =>
  withFolder({ 'b8.page.json': JSON.stringify(OWN) }, async (folder, open) => {
    const { call } = await open()
    const { id } = await call('job.create', { paths: [folder] })
    expect(await call('job.wait', { id })).toMatchObject({ state: 'done', pages: 1 })
    const [listed] = await call('page.list', {})
    expect((await call('page.get', { id: listed?.id ?? 0 })).page.meta).toEqual(OWN.meta)
  }))

test('a complaint names the file and not the path to it', () =>
  withFolder({ 'empty.txt': '' }, async (folder, open) => {
    const { call } = await open()
    const { id } = await call('job.create', { paths: [folder] })
    await call('job.wait', { id })
    const { files } = await call('job.files', { id, outcome: 'failed', offset: 0, limit: 10 })
    expect(files.map((f) => [f.code, f.params])).toEqual([['file/empty', { name: 'empty.txt' }]])
  }))

test('a picture that was chosen with its file comes with it; one that was chosen alone is told', () =>
  withFolder({ 'A04.txt': STORY(1), 'A04.png': PNG, 'B01.png': PNG }, async (folder, open) => {
    const { call } = await open()
    const paths = ['A04.png', 'B01.png', 'A04.txt'].map((name) => path.join(folder, name))
    const { id } = await call('job.create', { paths })
    expect(await call('job.wait', { id })).toMatchObject({ total: 2, pages: 1, failed: 1 })
    const { files } = await call('job.files', { id, outcome: 'failed', offset: 0, limit: 9 })
    expect(files).toMatchObject([{ name: 'B01.png' }])
    expect(await call('page.picture', { id: 1 })).toMatchObject({ width: 1, height: 1 })
  }))

test('while somebody asks, what an import has ready is stored in pieces with answers between', () =>
  withFolder(
    Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${i}.txt`, STORY(i)])),
    async (folder, open) => {
      const { call, onEvent } = await open()
      // A page takes as long as in a large archive.
      const other = new Database(path.join(folder, '..', 'a.banxin'))
      other.exec(`CREATE TRIGGER slow AFTER INSERT ON page BEGIN
      SELECT count(*) FROM (WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 30000) SELECT x FROM n); END`)
      other.close()
      const pieces: number[] = []
      onEvent((e) => e.event === 'pages.changed' && pieces.push((e.data as { ids: number[] }).ids.length))
      const { id } = await call('job.create', { paths: [folder] })
      let answers = 0
      let over = false
      const asking = (async () => {
        for (; !over; await new Promise((resolve) => setImmediate(resolve))) {
          await call('page.list', {})
          answers++
        }
      })()
      expect(await call('job.wait', { id })).toMatchObject({ pages: 150, duplicates: 0, failed: 0 })
      over = true
      await asking
      expect(pieces.reduce((sum, n) => sum + n, 0)).toBe(150)
      expect(pieces.length).toBeGreaterThan(4)
      expect(answers).toBeGreaterThan(4)
    },
  ))

test('who waits for an import in the row is not left waiting when it is paused or cancelled there', () =>
  withFolder(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, STORY(i)])), async (folder, open) => {
    const { call } = await open()
    const [first, second, third] = [
      await call('job.create', { paths: [folder] }),
      await call('job.create', { paths: [folder] }),
      await call('job.create', { paths: [folder] }),
    ]
    const waits = [first, second, third].map(({ id }) => call('job.wait', { id }))
    await call('job.pause', { id: second.id })
    await call('job.cancel', { id: third.id })
    expect((await Promise.all(waits)).map((job) => job.state)).toEqual(['done', 'paused', 'cancelled'])
  }))

import path from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { LOOK_MOST } from '../../../shared/api/jobs.ts'
import { migrate } from '../migrations/index.ts'
import { salvage } from '../salvage/salvage.ts'
import { openDb } from '../store/db.ts'
import { openTest } from '../testing.ts'
import { LONG, OWN, STORY, withFolder } from './testing.ts'

test('what a file is can be corrected before it is read in', () =>
  withFolder({ 'x/one.txt': STORY(1), 'x/two.txt': STORY(2) }, async (folder, open) => {
    const { call } = await open()
    const { id } = await call('job.create', { paths: [folder], publication: '江城晚报' })
    await call('job.correct', { id, n: [1], meta: { date: '2022-01-05', publication: '海曙日报' } })
    await call('job.correct', { id, n: [1], meta: { number: ' Ａ０4 ' } })
    const { files } = await call('job.files', { id, offset: 0, limit: 10 })
    expect(files.map((f) => f.said)).toEqual([[], ['publication', 'date', 'number']])
    await call('job.wait', { id })
    expect((await call('page.list', {})).map((p) => p.meta)).toEqual([
      { publication: '海曙日报', date: '2022-01-05', number: 'A04' },
      { publication: '江城晚报' },
    ])
  }))

test('own patterns are tried first', () =>
  withFolder({ 'scan_B7_20220105.txt': STORY(1) }, async (folder, open) => {
    const { call } = await open()
    await call('patterns.set', { patterns: ['scan_{版次}_{日期}'] })
    expect(await call('patterns.try', { pattern: 'scan_{版次}_{日期}', names: ['scan_B7_20220105.txt', 'x'] })).toEqual(
      [{ number: 'B7', date: '2022-01-05' }, null],
    )
    await expect(call('patterns.set', { patterns: ['{什么}'] })).rejects.toMatchObject({ code: 'pattern/unknown' })
    const { id } = await call('job.create', { paths: [folder] })
    await call('job.wait', { id })
    expect((await call('page.list', {}))[0]?.meta).toEqual({ number: 'B7', date: '2022-01-05' })
  }))

test('before a file is read in its folio line is looked at, in any encoding; what it says is what the page will be', () =>
  withFolder(
    {
      'a.txt': iconv.encode(`${FOLIO}\n\n${STORY(1)}`, 'gb18030'),
      'b.txt': iconv.encode(`${FOLIO}\n\n${STORY(2)}${LONG.repeat(40)}`, 'utf16le', { addBOM: true }),
      'c.page.json': JSON.stringify(OWN, null, 2),
      'd.txt': STORY(3),
      'e.txt': new Uint8Array(100),
    },
    async (folder, open) => {
      const { call } = await open()
      const { id } = await call('job.create', { paths: [folder] })
      const meta = { publication: '江城晚报', date: '2022-10-21', number: '04', section: '要闻' }
      const looked = await call('job.look', { id, n: [0, 1, 2, 3, 4, 77] })
      expect(looked.map((f) => f.meta)).toEqual([meta, meta, OWN.meta, {}, {}])
      const many = Array.from({ length: LOOK_MOST + 1 }, (_, n) => n)
      await expect(call('job.look', { id, n: many })).rejects.toMatchObject({ code: 'input/invalid' })
      expect(await call('job.look', { id, n: many.slice(1) })).toHaveLength(4)
      await call('job.correct', { id, n: [1], meta: { date: '', section: '本埠' } })
      await call('job.wait', { id })
      const { files } = await call('job.files', { id, outcome: 'new', offset: 0, limit: 10 })
      const { date: _, ...undated } = meta
      expect(files.map((f) => f.meta)).toEqual([meta, { ...undated, section: '本埠' }, OWN.meta, {}])
    },
  ))

const FOLIO = '江城晚报 2022年10月21日 星期五 第04版 要闻'

test('a day that does not exist is left out and told, and stops no other file', () =>
  withFolder(
    {
      'a.page.json': JSON.stringify({ ...OWN, meta: { date: '2022-13-45', number: '03' } }),
      'b.md': '---\nbanxin: 1\ndate: 2022-02-30\n---\n\n# 灯\n\n灯亮了。\n',
      'c.txt': STORY(1),
    },
    async (folder, open) => {
      const { call } = await open()
      const { id } = await call('job.create', { paths: [folder] })
      await expect(call('job.correct', { id, meta: { date: '2022-02-30' } })).rejects.toMatchObject({
        code: 'input/invalid',
      })
      expect(await call('job.wait', { id })).toMatchObject({ state: 'done', pages: 3, failed: 0 })
      const { files } = await call('job.files', { id, outcome: 'noticed', offset: 0, limit: 10 })
      expect(files.map((f) => [f.name, f.meta])).toEqual([
        ['a.page.json', { number: '03' }],
        ['b.md', {}],
      ])
      expect(files.every((f) => f.notices.some((n) => n.code === 'meta/date'))).toBe(true)
    },
  ))

test('what was doubtful when a file was read stands in the report', () =>
  withFolder(
    { 'a.txt': STORY(1), 'b.txt': Buffer.from(STORY(2)).subarray(0, -2), 'b.png': 'no picture' },
    async (folder, open) => {
      const { call } = await open()
      const { id } = await call('job.create', { paths: [folder] })
      await call('job.wait', { id })
      const { total, files } = await call('job.files', { id, outcome: 'noticed', offset: 0, limit: 10 })
      expect(total).toBe(1)
      expect(files[0]?.notices.map((n) => n.code)).toEqual(['encoding/broken', 'picture/unreadable'])
    },
  ))

test('new patterns guess anew what nobody corrected', () =>
  withFolder(
    { '2022-10-21/A04-05.txt': STORY(1), '2022-10-21/B7 副刊.txt': STORY(2), 'x.txt': STORY(3) },
    async (folder, open) => {
      const { call } = await open()
      const { id } = await call('job.create', { paths: [folder] })
      await call('job.correct', { id, n: [1], meta: { number: 'B07', date: '' } })
      await call('job.guess', { id, patterns: ['{日期}/{版次} {版名}', '{日期}/{版次}-*'] })
      const metas = async () => (await call('job.files', { id, offset: 0, limit: 10 })).files.map((f) => f.meta)
      expect(await metas()).toEqual([
        { date: '2022-10-21', number: 'A04' },
        { date: '', number: 'B07', section: '副刊' },
        {},
      ])
      await expect(call('job.guess', { id, patterns: ['{什么}'] })).rejects.toMatchObject({ code: 'pattern/unknown' })
      await call('job.guess', { id, patterns: [] })
      expect((await metas())[1]).toEqual({ date: '', number: 'B07', section: '副刊' })
      expect(await call('patterns.get', {})).toEqual([])
    },
  ))

test('what another job had guessed anew, or patterns said as a person did, is told from a correction', () =>
  withFolder({ 'scan_B7_20220105.txt': STORY(1), 'scan_B8_20220105.txt': STORY(2) }, async (folder, open) => {
    const { call } = await open()
    const jobs = [await call('job.create', { paths: [folder] }), await call('job.create', { paths: [folder] })]
    const numbers = async (id: number) =>
      (await call('job.files', { id, offset: 0, limit: 10 })).files.map((f) => [f.meta.number, f.meta.section])
    const guess = async (patterns: readonly string[]) => {
      for (const { id } of jobs) await call('job.guess', { id, patterns: [...patterns] })
    }
    await call('job.correct', { id: jobs[0]?.id ?? 0, n: [0], meta: { number: 'B7' } })
    await guess(['{版名}_{版次}_{日期}'])
    for (const { id } of jobs)
      expect(await numbers(id)).toEqual([
        ['B7', 'scan'],
        ['B8', 'scan'],
      ])
    await guess(['{版名}_B{版次}_{日期}'])
    expect(await numbers(jobs[0]?.id ?? 0)).toEqual([
      ['B7', 'scan'],
      ['8', 'scan'],
    ])
    expect(await numbers(jobs[1]?.id ?? 0)).toEqual([
      ['7', 'scan'],
      ['8', 'scan'],
    ])
  }))

test('of files that an older version listed, what stood there stays; what was not known is guessed', () =>
  withFolder({ 'scan_B7_20220105.txt': STORY(1) }, async (folder, open) => {
    const old = openDb(path.join(folder, '..', 'a.banxin'), { create: true })
    migrate(old, 10)
    old.exec(
      "INSERT INTO job (kind, state, label, options, created_at) VALUES ('import', 'waiting', '/in', '{}', '2022')",
    )
    old.exec(
      `INSERT INTO job_file (job_id, n, path, meta) VALUES (1, 0, '/in/scan_B7_20220105.txt', '{"number":"B07"}')`,
    )
    old.close()
    const saved = path.join(folder, '..', 'saved.banxin')
    expect(salvage(path.join(folder, '..', 'a.banxin'), saved)).toMatchObject({ jobs: 1, incomplete: [] })
    for (const { call, close } of [await open(), await openTest({ path: saved })]) {
      await call('job.guess', { id: 1, patterns: ['{版名}_{版次}_{日期}'] })
      const { files } = await call('job.files', { id: 1, offset: 0, limit: 10 })
      await close()
      expect(files.map((f) => f.meta)).toEqual([{ number: 'B07', date: '2022-01-05', section: 'scan' }])
    }
  }))

test('files of several folders are guessed from their common folder on, at first and anew', () =>
  withFolder({ '青浦日报/a/A01.txt': STORY(1), '青浦日报/b/A02.txt': STORY(2) }, async (folder, open) => {
    const { call } = await open()
    const { id } = await call('job.create', { paths: ['a', 'b'].map((name) => path.join(folder, '青浦日报', name)) })
    const metas = async () => (await call('job.files', { id, offset: 0, limit: 10 })).files.map((f) => f.meta)
    const expected = ['A01', 'A02'].map((number) => ({ publication: '青浦日报', number }))
    expect(await metas()).toEqual(expected)
    await call('job.guess', { id, patterns: ['青浦日报/b/{版名}'] })
    expect(await metas()).toEqual([expected[0], { section: 'A02' }])
    await call('job.guess', { id, patterns: [] })
    expect(await metas()).toEqual(expected)
  }))

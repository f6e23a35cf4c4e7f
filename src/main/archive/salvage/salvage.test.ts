import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkFile } from '../check.ts'
import { STORY, openTest, temporaryFolder } from '../testing.ts'
import { salvage } from './salvage.ts'

type Damage = (bytes: Buffer, file: string) => Uint8Array

/** An archive of so many pages, each of so many stories, after `damage`; it is found to be damaged. `to` is where it may be saved. */
async function withDamaged(
  { pages, stories }: { readonly pages: number; readonly stories: number },
  damage: Damage,
  work: (file: string, to: string) => void | Promise<void>,
) {
  const { folder, remove } = temporaryFolder()
  try {
    const file = path.join(folder, 'a.banxin')
    const archive = await openTest({ path: file })
    for (let i = 0; i < pages; i++)
      await archive.call('page.paste', { name: `灯${i}`, text: `${i} ${STORY.repeat(stories)}` })
    await archive.close()
    expect(checkFile(file)).toMatchObject({ sound: true, pages })
    writeFileSync(file, damage(readFileSync(file), file))
    expect(checkFile(file).sound).toBe(false)
    await work(file, path.join(folder, 'saved.banxin'))
  } finally {
    remove()
  }
}

/** A hole of 300 KB in the middle, as a dying disk makes it. */
const hole: Damage = (bytes) => bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 300_000)

const copiedInPart: Damage = (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.7))

/** Nothing of pages can be read any more, nor what their highest number was. */
const withoutRoots: Damage = (bytes, file) => {
  const db = new Database(file)
  const size = Number(db.pragma('page_size', { simple: true }))
  const roots = db
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name IN ('page', 'sqlite_sequence')")
    .pluck()
    .all() as number[] // the one column
  db.close()
  for (const root of roots) bytes.fill(0x5a, (root - 1) * size, root * size)
  return bytes
}

test('a damaged archive is found, and what can be saved is saved', () =>
  withDamaged({ pages: 60, stories: 120 }, hole, (file, to) => {
    const report = salvage(file, to)
    expect(report.pages).toBeGreaterThan(20)
    expect(report.pages + report.lost.length).toBe(60)
    expect(checkFile(to)).toMatchObject({ sound: true, pages: report.pages + report.orphans })
    expect(() => salvage(file, to)).toThrow(expect.objectContaining({ code: 'file/exists' }))
    const missing = `${to}-none`
    expect(() => checkFile(missing)).toThrow(expect.objectContaining({ code: 'archive/missing' }))
    expect(existsSync(missing)).toBe(false)
  }))

test('of an archive that was copied in part, what came over is saved', () =>
  withDamaged({ pages: 60, stories: 120 }, copiedInPart, (file, to) => {
    const { pages, orphans } = salvage(file, to)
    expect(pages).toBeGreaterThan(20)
    expect(checkFile(to)).toMatchObject({ sound: true, pages: pages + orphans })
  }))

test('where all that was known of pages is lost, their files are made into new pages', () =>
  withDamaged({ pages: 20, stories: 40 }, withoutRoots, async (file, to) => {
    const report = salvage(file, to)
    expect(report).toMatchObject({ pages: 0, lost: [], orphans: 20 })
    expect(report.incomplete.map(({ what }) => what)).toContain('page')
    expect(checkFile(to)).toMatchObject({ sound: true, pages: 20 })
    const saved = await openTest({ path: to })
    expect(await saved.call('search.count', { query: '灯' })).toMatchObject({ pages: 20 })
    await saved.close()
  }))

test.each([
  ['header', 100],
  ['first page', 8192],
])('an archive whose %s was overwritten is saved', (_what, length) =>
  withDamaged(
    { pages: 20, stories: 3 },
    (bytes) => bytes.fill(0, 0, length),
    (file, to) => {
      expect(salvage(file, to)).toMatchObject({ pages: 20, remade: [], unsourced: [], lost: [], orphans: 0 })
      expect(checkFile(to)).toMatchObject({ sound: true, pages: 20 })
    },
  ),
)

test('of what is no archive nothing is saved', () =>
  withDamaged(
    { pages: 1, stories: 1 },
    () => Buffer.alloc(100_000, '灯'),
    (file, to) => {
      expect(() => salvage(file, to)).toThrow(expect.objectContaining({ code: 'archive/lost', params: { path: file } }))
    },
  ))

/** Does `damage` to the schema and rows, as a bad disk or another program would. */
const changed =
  (damage: string): Damage =>
  (_bytes, file) => {
    const db = new Database(file)
    db.pragma('journal_mode = DELETE')
    db.pragma('foreign_keys = OFF')
    db.exec(damage)
    db.close()
    return readFileSync(file)
  }

test.each([
  ['DELETE FROM source WHERE id = 2', { unsourced: [2], remade: [], shortened: [] }],
  ["UPDATE source SET bytes = x'e4b880' WHERE id = 2", { unsourced: [2], remade: [], shortened: [] }],
  ['DROP TABLE source', { unsourced: [1, 2, 3], remade: [], shortened: [] }],
  ["UPDATE page SET json = 'null' WHERE id = 2", { unsourced: [], remade: [2], shortened: [] }],
  ['DELETE FROM revision WHERE page_id = 2', { unsourced: [], remade: [], shortened: [2] }],
])('what a rescued page lost is told: %s', (damage, told) =>
  withDamaged({ pages: 3, stories: 1 }, changed(damage), (file, to) => {
    expect(salvage(file, to)).toMatchObject({ pages: 3, lost: [], ...told })
    expect(checkFile(to)).toMatchObject({ sound: true, pages: 3 })
  }),
)

test('an archive is checked and rescued where SQLite cannot put its log beside it', () =>
  withDamaged({ pages: 3, stories: 1 }, changed("UPDATE page SET json = 'null' WHERE id = 2"), (file, to) => {
    // As in a folder that takes nothing, which for the system's owner does not exist.
    mkdirSync(`${file}-shm`)
    const { sound, problems } = checkFile(file)
    expect([sound, problems.length]).toEqual([false, 1])
    expect(problems[0]).toMatch(/^page 2:/)
    expect(salvage(file, to)).toMatchObject({ pages: 3, remade: [2] })
    expect(readdirSync(path.dirname(to)).filter((name) => name.includes('read'))).toEqual([])
  }))

test('salvage keeps ids, history, jobs, the dictionary, the bin and spellings', async () => {
  const { folder, remove } = temporaryFolder()
  try {
    const file = path.join(folder, 'a.banxin')
    const { call, close } = await openTest({ path: file })
    const [first, second] = [
      await call('page.paste', { name: '一', text: STORY }),
      await call('page.paste', { name: '二', text: `${STORY}二\n\n（记者 林一州）` }),
    ]
    const { page } = await call('page.get', { id: second.id })
    await call('page.save', { id: second.id, revision: 1, page: { ...page, meta: { section: '要闻' } } })
    await call('page.remove', { id: first.id })
    await call('dictionary.put', { words: [{ word: '江厦桥', tag: 'ns', note: '' }] })
    mkdirSync(path.join(folder, 'in'))
    writeFileSync(path.join(folder, 'in', '三.txt'), `${STORY}三`)
    await call('job.wait', { id: (await call('job.create', { paths: [path.join(folder, 'in')] })).id })
    const before = {
      page: await call('page.get', { id: second.id }),
      history: await call('revision.list', { id: second.id }),
      old: await call('revision.get', { id: second.id, revision: 1 }),
      jobs: await call('job.list', {}),
      words: await call('dictionary.list', {}),
    }
    await close()
    const to = path.join(folder, 'saved.banxin')
    expect(salvage(file, to)).toMatchObject({
      pages: 3,
      revisions: 4,
      jobs: 1,
      words: 1,
      lost: [],
      shortened: [],
      incomplete: [],
      orphans: 0,
    })
    expect(checkFile(to)).toMatchObject({ sound: true, problems: [] })
    const saved = await openTest({ path: to })
    expect(await saved.call('page.get', { id: second.id })).toEqual(before.page)
    expect(await saved.call('revision.list', { id: second.id })).toEqual(before.history)
    expect(await saved.call('revision.get', { id: second.id, revision: 1 })).toEqual(before.old)
    expect(await saved.call('job.list', {})).toEqual(before.jobs)
    expect(await saved.call('dictionary.list', {})).toEqual(before.words)
    expect((await saved.call('page.list', {})).length).toBe(2)
    await saved.call('bin.restore', { ids: [first.id] })
    expect((await saved.call('page.get', { id: first.id })).name).toBe('一')
    await saved.close()
  } finally {
    remove()
  }
})

test('salvage keeps which action did what, so that an undo takes back its own', async () => {
  const { folder, remove } = temporaryFolder()
  try {
    const file = path.join(folder, 'a.banxin')
    const { call, close } = await openTest({ path: file })
    const { id } = await call('page.paste', { name: '一', text: STORY })
    const binned = await call('pages.bin', { ids: [id] })
    await call('bin.restore', { ids: [id] })
    await call('pages.bin', { ids: [id] })
    const { id: other } = await call('page.paste', { name: '二', text: `${STORY}二` })
    await call('pages.move', { ids: [other], number: 'B1' })
    // The newest is lost: its number is not given away.
    const lost = await call('pages.move', { ids: [other], number: 'B2' })
    await close()
    const damaged = new Database(file)
    damaged.prepare('DELETE FROM operation WHERE id = ?').run(lost.operation)
    damaged.close()
    const to = path.join(folder, 'saved.banxin')
    salvage(file, to)
    const marks = (name: string) => {
      const db = new Database(name, { readonly: true })
      const rows = [
        db.prepare('SELECT id, deleted_at, binned_by FROM page ORDER BY id').all(),
        db.prepare('SELECT page_id, revision, operation_id FROM revision ORDER BY page_id, revision').all(),
      ]
      db.close()
      return rows
    }
    expect(marks(to)).toEqual(marks(file))
    const saved = await openTest({ path: to })
    expect(await saved.call('operation.undo', { id: binned.operation ?? 0 })).toMatchObject({ conflicts: [id] })
    const next = await saved.call('pages.move', { ids: [other], number: 'B3' })
    expect(next.operation).toBeGreaterThan(lost.operation ?? 0)
    await saved.close()
  } finally {
    remove()
  }
})

test.each([
  ["UPDATE revision SET delta = x'00ff00ff' WHERE revision = 4", 5],
  ['UPDATE revision SET head = 0 WHERE revision = 6', 3],
  ['DELETE FROM revision WHERE revision = 8', 1],
])('of a history that is damaged in the middle, what stands after the damage is saved: %s', async (damage, saved) => {
  const { folder, remove } = temporaryFolder()
  try {
    const file = path.join(folder, 'a.banxin')
    const { call, close } = await openTest({ path: file })
    const { id } = await call('page.paste', { name: '一', text: STORY })
    const { page } = await call('page.get', { id })
    for (let revision = 1; revision < 9; revision++)
      await call('page.save', { id, revision, page: { ...page, meta: { section: `要闻${revision}` } } })
    await close()
    const damaged = new Database(file)
    damaged.exec(damage)
    damaged.close()
    const to = path.join(folder, 'saved.banxin')
    expect(salvage(file, to)).toMatchObject({ revisions: saved, shortened: [id] })
    expect(checkFile(to)).toMatchObject({ sound: true, pages: 1 })
    const rescued = await openTest({ path: to })
    const numbers = (await rescued.call('revision.list', { id })).map((r) => r.revision)
    expect(numbers).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].slice(0, saved))
    for (const revision of numbers)
      expect((await rescued.call('revision.get', { id, revision })).meta.section).toBe(`要闻${revision - 1}`)
    await rescued.close()
  } finally {
    remove()
  }
})

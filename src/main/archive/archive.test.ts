import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ARCHIVE_NAME } from '../../shared/archive-name.ts'
import { block, article, page } from '../../shared/page/build.ts'
import { openTest, temporaryFolder, withTestArchive } from './testing.ts'
import { MIGRATIONS } from './migrations/index.ts'

let folder = ''
let remove = () => {}
beforeAll(() => ({ folder, remove } = temporaryFolder()))
afterAll(() => remove())

const STORY = '海曙旧街新灯\n\n本报记者 林一舟\n\n入夜以后，老街的灯一盏一盏亮起来。\n\n修灯的人说，灯亮了，路就短了。'
const bytes = (text: string) => new TextEncoder().encode(text)

test('what was saved is there after closing and opening again', async () => {
  const file = path.join(folder, 'keep.banxin')
  const first = await openTest({ path: file })
  const { id } = await first.call('page.paste', { name: '灯', text: STORY })
  const opened = await first.call('page.get', { id: id })
  const changed = page([article([block('headline', '旧街新灯')])], { date: '2026-11-21', publication: '江城晚报' })
  const { revision } = await first.call('page.save', { id, revision: opened.revision, page: changed })
  expect(revision).toBe(2)
  await first.close()
  const second = await openTest({ path: file })
  const again = await second.call('page.get', { id })
  expect(again.page).toEqual(changed)
  expect(again.source).toBe(STORY)
  expect((await second.call('page.list', {}))[0]).toMatchObject({
    title: '旧街新灯',
    meta: { publication: '江城晚报', date: '2026-11-21' },
    characters: 4,
  })
  await second.close()
})

test('a save over another one is refused and leaves that one as it is', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '灯', text: STORY })
    const one = page([article([block('headline', '一')])])
    await call('page.save', { id, revision: 1, page: one })
    await expect(call('page.save', { id, revision: 1, page: page([]) })).rejects.toMatchObject({
      code: 'page/conflict',
    })
    expect((await call('page.get', { id })).page).toEqual(one)
  }))

test('a save of a page in the bin says so, an older state or another encoding too, and goes through once the page is restored', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '灯', text: STORY })
    const one = page([article([block('headline', '一')])])
    await call('pages.bin', { ids: [id] })
    await expect(call('page.save', { id, revision: 1, page: one })).rejects.toMatchObject({ code: 'page/binned' })
    const noSuchDay = { ...one, meta: { ...one.meta, date: '2024-02-31' } }
    await expect(call('page.save', { id, revision: 1, page: noSuchDay })).rejects.toMatchObject({ code: 'page/binned' })
    await expect(call('revision.restore', { id, revision: 1, current: 1 })).rejects.toMatchObject({
      code: 'page/binned',
    })
    await expect(call('page.reread', { id, current: 1, encoding: 'big5' })).rejects.toMatchObject({
      code: 'page/binned',
    })
    const gone = call('revision.restore', { id: id + 1, revision: 1, current: 1 })
    await expect(gone).rejects.toMatchObject({ code: 'page/missing' })
    await call('bin.restore', { ids: [id] })
    expect(await call('page.save', { id, revision: 1, page: one })).toMatchObject({ revision: 2 })
    expect(await call('revision.restore', { id, revision: 1, current: 2 })).toMatchObject({ revision: 3 })
  }))

test('a byte-identical file is stored once', () =>
  withTestArchive(async ({ call }) => {
    const first = await call('import.bytes', { name: 'a.txt', bytes: bytes(STORY) })
    expect(first.outcome).toBe('new')
    const second = await call('import.bytes', { name: 'b.txt', bytes: bytes(STORY) })
    expect(second).toMatchObject({ outcome: 'duplicate', id: first.id })
    await call('page.remove', { id: first.id ?? 0 })
    await expect(call('page.get', { id: first.id ?? 0 })).rejects.toMatchObject({ code: 'page/missing' })
    expect((await call('import.bytes', { name: 'b.txt', bytes: bytes(STORY) })).outcome).toBe('new')
  }))

const outcome = (name: string, content: Uint8Array<ArrayBuffer>) =>
  withTestArchive(async ({ call }) => {
    const imported = await call('import.bytes', { name, bytes: content })
    expect(await call('page.list', {})).toHaveLength(imported.outcome === 'new' ? 1 : 0)
    return imported.code ?? imported.outcome
  })

test.for([
  ['an empty file', 'a.txt', new Uint8Array(), 'file/empty'],
  ['only blanks', 'a.txt', bytes(' \n　\n'), 'file/empty'],
  ['only NUL bytes', 'a.txt', new Uint8Array(4096), 'file/binary'],
  ['a PNG', 'a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'file/binary'],
  ['noise', 'a.txt', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256), 'file/binary'],
  ['over 20 MB', 'a.txt', new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61), 'file/too-large'],
  ['JSON that is no page', 'a.json', bytes('{"a":1}'), 'file/unsupported'],
  ['broken JSON', 'a.json', bytes('{'), 'file/unsupported'],
  ['a byte order mark alone', 'a.txt', Uint8Array.of(0xef, 0xbb, 0xbf), 'file/empty'],
  ['text', 'a.txt', bytes(STORY), 'new'],
] as const)('import of %s', async ([, name, content, expected]) => {
  expect(await outcome(name, content)).toBe(expected)
})

test('a path that is missing or a folder is a failed import, not a failed call', () =>
  withTestArchive(async ({ call }, there) => {
    expect(await call('import.path', { path: path.join(there, 'no.txt') })).toMatchObject({ code: 'file/missing' })
    expect(await call('import.path', { path: there })).toMatchObject({ code: 'file/directory' })
  }))

const opening = async (file: string, create = true) => {
  try {
    await (await openTest({ path: file, create })).close()
    return 'opened'
  } catch (error) {
    return (error as { code?: string }).code
  }
}

test('opening what is no sound archive says so', async () => {
  const at = (name: string) => path.join(folder, name)
  expect(await opening(at('none.banxin'), false)).toBe('archive/missing')
  expect(existsSync(at('none.banxin'))).toBe(false)
  expect(await opening(folder)).toBe('archive/foreign')

  writeFileSync(at('text.banxin'), 'no database at all, only a line of text that is long enough to be looked at')
  expect(await opening(at('text.banxin'))).toBe('archive/damaged')

  const other = new Database(at('other.db'))
  other.exec('CREATE TABLE t (a)')
  other.close()
  expect(await opening(at('other.db'))).toBe('archive/foreign')

  expect(await opening(at('newer.banxin'))).toBe('opened')
  const newer = new Database(at('newer.banxin'))
  newer.pragma('user_version = 999')
  newer.close()
  expect(await opening(at('newer.banxin'))).toBe('archive/newer')

  expect(await opening(at('read.banxin'))).toBe('opened')
  chmodSync(at('read.banxin'), 0o444)
  expect(await opening(at('read.banxin'))).toBe('archive/read-only')

  const cut = await openTest({ path: at('cut.banxin') })
  for (let i = 0; i < 40; i++) await cut.call('page.paste', { name: `灯${i}`, text: STORY.repeat(20) + i })
  await cut.close()
  truncateSync(at('cut.banxin'), 8192)
  expect(await opening(at('cut.banxin'))).toBe('archive/damaged')
})

test('an archive that another program holds is named as locked', async () => {
  const file = path.join(folder, 'locked.banxin')
  const opened = await openTest({ path: file })
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  await expect(opened.call('page.paste', { name: '灯', text: STORY })).rejects.toMatchObject({ code: 'archive/locked' })
  other.exec('ROLLBACK')
  expect((await opened.call('page.paste', { name: '灯', text: STORY })).id).toBe(1)
  other.close()
  await opened.close()
})

test('a full disk gives one sentence and no damage', async ({ skip }) => {
  const disk = path.join(folder, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    skip('no right to mount a small tmpfs here')
  }
  try {
    const opened = await openTest({ path: path.join(disk, 'a.banxin') })
    let code: unknown
    let stored = 0
    for (let i = 0; i < 60 && code === undefined; i++) {
      await opened.call('page.paste', { name: `灯${i}`, text: `${i} ${STORY.repeat(60)}` }).then(
        () => stored++,
        (error: { code?: string }) => (code = error.code),
      )
    }
    expect(code).toBe('disk/full')
    expect(await opened.call('page.list', {})).toHaveLength(stored)
    await opened.close()
    const db = new Database(path.join(disk, 'a.banxin'))
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  } finally {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  }
})

test('samples fill a new archive only', async () => {
  const samples = path.join(folder, 'samples')
  mkdirSync(samples)
  writeFileSync(path.join(samples, 'one.txt'), STORY)
  writeFileSync(path.join(samples, 'notes.pdf'), 'x')
  const file = path.join(folder, 'sampled.banxin')
  const broken = await openTest({ path: file, samples })
  // Closed before they were in: they come at the next start.
  await broken.close()
  const first = await openTest({ path: file, samples })
  await expect.poll(() => first.call('page.list', {})).toHaveLength(1)
  await first.call('page.remove', { id: 1 })
  await first.close()
  const second = await openTest({ path: file, samples })
  expect(await second.call('page.list', {})).toHaveLength(0)
  await second.close()
})

test('settings are kept', () =>
  withTestArchive(async ({ call }) => {
    await call('settings.set', { key: 'theme', value: { dark: true } })
    await call('settings.set', { key: 'page.last', value: 1 })
    await call('settings.set', { key: 'page.last', value: null })
    const { [ARCHIVE_NAME]: _name, ...chosen } = await call('settings.get', {})
    expect(chosen).toEqual({ theme: { dark: true } })
  }))

test('the window names no folder by a setting, and hears of none', () =>
  withTestArchive(async ({ call, handle }, there) => {
    const watched = { key: 'import.watch', value: { path: there, publication: '' } }
    expect(await handle('settings.set', watched)).toMatchObject({ ok: false, code: 'input/invalid' })
    expect(await call('watch.get', {})).toMatchObject({ path: null })
    await call('watch.set', { path: there })
    expect(JSON.stringify(await call('settings.get', {}))).not.toContain(there)
  }))

test('the version of a new archive is the newest, with no copy made', async () => {
  const file = path.join(folder, 'new.banxin')
  await (await openTest({ path: file })).close()
  const db = new Database(file)
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  db.close()
  expect(existsSync(`${file}.v0.bak`)).toBe(false)
  expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3')
})

test('a page is not saved with a day that there is not', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '一', text: '# 潮水\n\n潮水退了三里。' })
    const { page: stored, revision } = await call('page.get', { id })
    for (const date of ['2026-02-31', '2026-13-01', '2026-99-99'])
      await expect(
        call('page.save', { id, revision, page: { ...stored, meta: { ...stored.meta, date } } }),
      ).rejects.toMatchObject({ code: 'date/impossible', params: { date } })
    expect(await call('page.get', { id })).toMatchObject({ revision, page: stored })
  }))

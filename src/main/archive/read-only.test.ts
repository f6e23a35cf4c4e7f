import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { migrate } from './migrations/index.ts'
import { openDb } from './store/db.ts'
import { STORY, openTest, temporaryFolder } from './testing.ts'

let folder = ''
let remove = () => {}
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
  for (const name of ['in', 'out', 'tmp']) mkdirSync(path.join(folder, name))
  vi.stubEnv('TMPDIR', path.join(folder, 'tmp'))
})
afterEach(() => {
  // Nothing of what was read stays in the system's folder.
  expect(readdirSync(path.join(folder, 'tmp'))).toEqual([])
  vi.unstubAllEnvs()
  remove()
})

const at = (...names: readonly string[]) => path.join(folder, ...names)
const reading = (file: string) => openTest({ path: file, create: false, reading: true })

test.each([
  // As in a folder that takes nothing, which for the system's owner does not exist.
  [
    'in a folder that takes nothing',
    (file: string) => ['-wal', '-shm'].forEach((end) => symlinkSync(at('none', end), file + end)),
  ],
  ['that may not be written', (file: string) => chmodSync(file, 0o444)],
])('an archive %s is searched, counted, dumped and backed up, and takes nothing', async (_where, forbid) => {
  const file = at('in', 'a.banxin')
  const own = await openTest({ path: file })
  await own.call('page.paste', { name: '灯', text: STORY })
  await own.close()
  forbid(file)
  const before = [readdirSync(at('in')), readFileSync(file)]
  await expect(openTest({ path: file })).rejects.toMatchObject({ code: 'archive/read-only' })
  const { call, close } = await reading(file)
  expect(await call('search.run', { query: '老街', limit: 5 })).toMatchObject({ total: 1, pages: 1 })
  expect(await call('archive.stats', {})).toMatchObject({ pages: 1, integrity: 'ok' })
  expect(await call('archive.dump', { path: at('out', 'a.jsonl') })).toEqual({ pages: 1 })
  expect(await call('backup.to', { path: at('out', 'b.banxin') })).toMatchObject({ pages: 1 })
  await expect(call('page.paste', { name: '桥', text: STORY })).rejects.toMatchObject({
    code: 'archive/read-only',
    params: { path: file },
  })
  await close()
  expect([readdirSync(at('in')), readFileSync(file)]).toEqual(before)
})

test('what waits in the log of an archive that cannot be written is read too, and so is one of an older version', async () => {
  const [file, older] = [at('in', 'a.banxin'), at('in', 'b.banxin')]
  const own = await openTest({ path: at('out', 'a.banxin') })
  await own.call('page.paste', { name: '灯', text: STORY })
  for (const ending of ['', '-wal']) copyFileSync(at('out', `a.banxin${ending}`), file + ending)
  await own.close()
  const old = openDb(older, { create: true })
  migrate(old, 1)
  old.close()
  const before = [file, `${file}-wal`, older].map((name) => {
    chmodSync(name, 0o444)
    return readFileSync(name)
  })
  for (const [name, pages] of [
    [file, 1],
    [older, 0],
  ] as const) {
    const { call, close } = await reading(name)
    expect(await call('archive.stats', {})).toMatchObject({ pages })
    // One copy is enough.
    expect(readdirSync(at('tmp'), { recursive: true }).filter((n) => String(n).endsWith('.bak'))).toEqual([])
    await close()
  }
  expect([file, `${file}-wal`, older].map((name) => readFileSync(name))).toEqual(before)
})

test('what is damaged is the archive that was named, and not the copy that is read', async () => {
  const file = at('in', 'a.banxin')
  const own = await openTest({ path: file })
  await own.call('page.paste', { name: '灯', text: STORY })
  await own.close()
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0x5a, bytes.length - 8192 * 9))
  chmodSync(file, 0o444)
  const { call, close } = await reading(file)
  const named = { code: 'archive/damaged', params: { path: file } }
  await expect(call('backup.to', { path: at('out', 'b.banxin') })).rejects.toMatchObject(named)
  await close()
  chmodSync(file, 0o644)
  writeFileSync(file, bytes.fill(0x5a, 0, 8192))
  chmodSync(file, 0o444)
  await expect(reading(file)).rejects.toMatchObject(named)
})

test('an archive that others write and this one may not is read as it is at each moment', async () => {
  const file = at('in', 'a.banxin')
  const own = await openTest({ path: file })
  await own.call('page.paste', { name: '灯', text: STORY })
  chmodSync(file, 0o444)
  const { call, close } = await reading(file)
  expect(await call('archive.stats', {})).toMatchObject({ pages: 1 })
  await own.call('page.paste', { name: '桥', text: STORY.replaceAll('灯', '桥') })
  expect(await call('archive.stats', {})).toMatchObject({ pages: 2 })
  await expect(call('page.paste', { name: '树', text: STORY })).rejects.toMatchObject({ code: 'archive/read-only' })
  await close()
  await own.close()
})

test('the copy that a killed process read goes when the next one is made; that of one that lives stays', async () => {
  const file = at('in', 'a.banxin')
  await (await openTest({ path: file })).close()
  chmodSync(file, 0o444)
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  try {
    const theirs = `banxin-read-${other.pid}-x`
    mkdirSync(at('tmp', theirs))
    writeFileSync(at('tmp', theirs, 'copy'), 'SQLite for')
    await (await reading(file)).close()
    expect(readdirSync(at('tmp'))).toEqual([theirs])
    other.kill()
    await once(other, 'exit')
    await (await reading(file)).close()
  } finally {
    other.kill()
  }
})

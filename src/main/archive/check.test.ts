import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkFile } from './check.ts'
import { STORY, openTest, temporaryFolder } from './testing.ts'

/** 1 × 1 pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What the check says of an archive of one page in two versions, with a picture, after `damage`. */
async function problemsAfter(damage: string): Promise<readonly string[]> {
  const { folder, remove } = temporaryFolder()
  try {
    const file = path.join(folder, 'a.banxin')
    const { call, close } = await openTest({ path: file })
    await call('picture.add', { bytes: PIXEL })
    const { id } = await call('page.paste', { name: '一', text: STORY })
    const { page } = await call('page.get', { id })
    await call('page.save', { id, revision: 1, page: { ...page, meta: { section: '要闻' } } })
    await close()
    const db = new Database(file)
    db.exec(damage)
    db.close()
    const { sound, problems } = checkFile(file)
    expect(sound).toBe(problems.length === 0)
    return problems
  } finally {
    remove()
  }
}

test('a check finds what SQLite itself takes for sound', async () => {
  expect(await problemsAfter('')).toEqual([])
  expect(await problemsAfter('DELETE FROM revision')).toEqual(['page 1: its newest revision is missing'])
  expect(await problemsAfter('UPDATE revision SET delta = NULL')).toEqual(['page 1: older revisions cannot be read'])
  expect(await problemsAfter("UPDATE revision SET delta = x'00ff00ff'")).toEqual([
    'page 1: older revisions cannot be read',
  ])
  expect(await problemsAfter("UPDATE source SET bytes = x'e4b880'")).toEqual([
    'source 1: its bytes are not what they were',
  ])
  expect(await problemsAfter("UPDATE picture SET bytes = x'00'")).toEqual([
    'picture 1: its bytes are not what they were',
  ])
})

test('a history that begins later, as salvage leaves it, is sound', async () => {
  expect(await problemsAfter('DELETE FROM revision WHERE revision = 1')).toEqual([])
})

test('what is asked while an archive is checked is answered', async () => {
  const { folder, remove } = temporaryFolder()
  const { call, close } = await openTest({ path: path.join(folder, 'a.banxin'), segment: true })
  try {
    const checking = call('archive.check', {})
    const first = await Promise.race([checking.then(() => 'check'), call('archive.ping', {}).then(() => 'ping')])
    expect([first, await checking]).toEqual(['ping', { sound: true, problems: [], pages: 0 }])
  } finally {
    await close()
    remove()
  }
})

test('a backup is not restored while the archive is checked, and that is the reason that is said', async () => {
  const { folder, remove } = temporaryFolder()
  const { call, close } = await openTest({ path: path.join(folder, 'a.banxin'), segment: true })
  try {
    await call('page.paste', { name: '一', text: STORY })
    const { name } = await call('backup.now', {})
    const checking = call('archive.check', {})
    const restored = await call('backup.restore', { name }).catch((error: unknown) => error)
    expect(restored).toMatchObject({ code: 'archive/checking' })
    expect(await checking).toMatchObject({ sound: true, pages: 1 })
    expect((await call('backup.restore', { name })).kept).not.toBe('')
  } finally {
    await close()
    remove()
  }
})

test('while a backup is restored the archive is not checked, and no other backup is restored', async () => {
  const { folder, remove } = temporaryFolder()
  const { call, close } = await openTest({ path: path.join(folder, 'a.banxin'), segment: true })
  try {
    await call('page.paste', { name: '一', text: STORY })
    const { name } = await call('backup.now', {})
    const restoring = call('backup.restore', { name })
    const refused = [call('archive.check', {}), call('backup.restore', { name })].map((asked) =>
      asked.catch((error: unknown) => error),
    )
    for (const reply of await Promise.all(refused)) expect(reply).toMatchObject({ code: 'archive/restoring' })
    expect((await restoring).kept).not.toBe('')
    expect(await call('archive.check', {})).toMatchObject({ sound: true, pages: 1 })
  } finally {
    await close()
    remove()
  }
})

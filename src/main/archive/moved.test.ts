import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { replaceArchive } from './backup.ts'
import { checkFile } from './check.ts'
import { inFolder, openTest, paste, withTestArchive } from './testing.ts'

test('an archive that was moved away takes nothing, and goes on when it is back', () =>
  withTestArchive(async ({ call }, folder) => {
    const file = path.join(folder, 'a.banxin')
    await call(...paste('一'))
    renameSync(file, `${file}-away`)
    await expect(call(...paste('二'))).rejects.toMatchObject({ code: 'archive/moved', params: { path: file } })
    expect(await call('page.list', {})).toHaveLength(1)
    renameSync(`${file}-away`, file)
    await call(...paste('二'))
    expect(await call('page.list', {})).toHaveLength(2)
  }))

test('an archive that was deleted while open takes nothing; a backup saves all of it', () =>
  withTestArchive(async ({ call }, folder) => {
    const file = path.join(folder, 'a.banxin')
    await call(...paste('一'))
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
    await expect(call(...paste('二'))).rejects.toMatchObject({ code: 'archive/moved' })
    const { name } = await call('backup.now', {})
    await call('backup.restore', { name })
    await call(...paste('二'))
    expect((await call('page.list', {})).map((p) => p.name).toSorted()).toEqual(['一', '二'])
    expect(existsSync(file)).toBe(true)
  }))

test(
  'an archive that took the place of an open one is not harmed by it, and the other has all that was saved',
  inFolder(async (folder) => {
    const file = path.join(folder, 'a.banxin')
    const other = path.join(folder, 'other.banxin')
    const second = await openTest({ path: other })
    for (let i = 0; i < 30; i++) await second.call(...paste(`另${i}`))
    await second.close()
    const first = await openTest({ path: file })
    for (let i = 0; i < 20; i++) await first.call(...paste(`灯${i}`))
    renameSync(file, `${file}-away`)
    copyFileSync(other, file)
    await first.close()
    expect(checkFile(file)).toMatchObject({ sound: true, pages: 30 })
    expect(checkFile(`${file}-away`)).toMatchObject({ sound: true, pages: 20 })
  }),
)

test(
  'a file that took the place of an open archive is not checked in its stead, nor harmed by that',
  inFolder(async (folder) => {
    const [file, other] = [path.join(folder, 'a.banxin'), path.join(folder, 'other.banxin')]
    const second = await openTest({ path: other })
    for (let i = 0; i < 30; i++) await second.call(...paste(`另${i}`))
    await second.close()
    const first = await openTest({ path: file })
    for (let i = 0; i < 20; i++) await first.call(...paste(`灯${i}`))
    renameSync(file, `${file}-away`)
    copyFileSync(other, file)
    const check = await first.call('archive.check', {}).catch((error: unknown) => error)
    await first.close()
    expect(check).toMatchObject({ code: 'archive/moved' })
    expect(readFileSync(file).equals(readFileSync(other))).toBe(true)
    expect(checkFile(`${file}-away`)).toMatchObject({ sound: true, pages: 20 })
  }),
)

test(
  'an archive that was moved while another program read it has all that was saved once that one is done',
  inFolder(async (folder) => {
    const [file, away] = [path.join(folder, 'a.banxin'), path.join(folder, 'away.banxin')]
    const { call, close } = await openTest({ path: file })
    await call(...paste('一'))
    const reader = new Database(file)
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM page').get()
    await call(...paste('二'))
    renameSync(file, away)
    await expect(call(...paste('三'))).rejects.toMatchObject({ code: 'archive/moved' })
    reader.exec('COMMIT')
    reader.close()
    await close()
    expect(checkFile(away)).toMatchObject({ sound: true, pages: 2 })
  }),
  20_000,
)

test(
  'a log that an archive left behind is not taken for that of the backup that is put there',
  inFolder(async (folder) => {
    const [file, backup] = [path.join(folder, 'in', 'a.banxin'), path.join(folder, 'b.banxin')]
    await withTestArchive(async ({ call }) => {
      await call(...paste('一'))
      await call('backup.to', { path: backup })
    })
    mkdirSync(path.dirname(file))
    writeFileSync(`${file}-wal`, 'a log')
    await replaceArchive(file, backup)
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect(checkFile(file)).toMatchObject({ sound: true, pages: 1 })
  }),
)

test(
  'what was saved after an archive was put back is in it when it is moved again; away it takes nothing, not even a note',
  inFolder(async (folder) => {
    const [file, away] = [path.join(folder, 'a.banxin'), path.join(folder, 'away.banxin')]
    const { call, close } = await openTest({ path: file })
    await call(...paste('一'))
    renameSync(file, away)
    await expect(call('people.split', { id: 1 })).rejects.toMatchObject({ code: 'archive/moved' })
    await expect(call(...paste('二'))).rejects.toMatchObject({ code: 'archive/moved' })
    renameSync(away, file)
    await call(...paste('二'))
    renameSync(file, away)
    await close()
    expect(checkFile(away)).toMatchObject({ sound: true, pages: 2 })
  }),
)

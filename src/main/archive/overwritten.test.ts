/** An archive over which another program writes while it is open, or whose killed program left a log. */
import { copyFileSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { replaceArchive } from './backup.ts'
import { checkFile } from './check.ts'
import { inFolder, openTest, paste } from './testing.ts'

/** An archive whose first page is in its file and whose second in its log. */
const openedAgain = async (file: string) => {
  const before = await openTest({ path: file })
  await before.call(...paste('一'))
  await before.close()
  const { call, close } = await openTest({ path: file })
  await call(...paste('二'))
  return { call, close }
}
const logsAside = (folder: string) => readdirSync(folder).filter((name) => /\.before-.*-wal$/.test(name))

test.each(['a backup of it', 'another archive'])(
  'an archive over which %s is written while it is open takes nothing, and does no harm to that',
  (what) =>
    inFolder(async (folder) => {
      const [file, over] = [path.join(folder, 'a.banxin'), path.join(folder, 'over.banxin')]
      const { call, close } = await openedAgain(file)
      if (what === 'a backup of it') await call('backup.to', { path: over })
      else {
        const other = await openTest({ path: over })
        for (let i = 0; i < 30; i++) await other.call(...paste(`另${i}`))
        await other.close()
      }
      const { pages } = checkFile(over)
      await call(...paste('三'))
      copyFileSync(over, file)
      await expect(call(...paste('四'))).rejects.toMatchObject({ code: 'archive/overwritten', params: { path: file } })
      await expect(call(...paste('五'))).rejects.toMatchObject({ code: 'archive/overwritten' })
      await close()
      expect(readFileSync(file).equals(readFileSync(over))).toBe(true)
      expect(logsAside(folder)).toHaveLength(1)
      const again = await openTest({ path: file })
      await again.call(...paste('六'))
      await again.close()
      expect(checkFile(file)).toMatchObject({ sound: true, pages: pages + 1 })
    })(),
)

/** What SQLite says of a file in its first bytes. */
const beginningOf = (file: string) => readFileSync(file).subarray(0, 100).toString('hex')

/** An archive of one page, closed. */
const archiveOf = async (file: string, name: string) => {
  const { call, close } = await openTest({ path: file })
  await call(...paste(name))
  await close()
}

test.each([
  ['another archive', (file: string, over: string) => archiveOf(over, '甲').then(() => archiveOf(file, '乙'))],
  [
    'an older copy of it',
    async (file: string, over: string) => {
      await archiveOf(file, '一')
      copyFileSync(file, over)
      const { call, close } = await openTest({ path: file })
      await call('settings.set', { key: 'theme', value: { dark: true } })
      await close()
    },
  ],
])('%s is told apart where its file begins with the same bytes', (_, make) =>
  inFolder(async (folder) => {
    const [file, over] = [path.join(folder, 'a.banxin'), path.join(folder, 'over.banxin')]
    await make(file, over)
    expect(beginningOf(over)).toBe(beginningOf(file))
    const { call, close } = await openTest({ path: file })
    for (const name of ['二', '三']) await call(...paste(name))
    copyFileSync(over, file)
    await expect(call(...paste('四'))).rejects.toMatchObject({ code: 'archive/overwritten', params: { path: file } })
    await close()
    expect(readFileSync(file).equals(readFileSync(over))).toBe(true)
    expect(logsAside(folder)).toHaveLength(1)
  })(),
)

test(
  'of two programs that have such an archive open, the one that notices later takes nothing either',
  inFolder(async (folder) => {
    const [file, over] = [path.join(folder, 'a.banxin'), path.join(folder, 'over.banxin')]
    const first = await openedAgain(file)
    const second = await openTest({ path: file })
    await second.call(...paste('三'))
    await first.call('backup.to', { path: over })
    await second.call(...paste('四'))
    await first.call(...paste('五'))
    copyFileSync(over, file)
    for (const { call } of [first, second])
      await expect(call(...paste('六'))).rejects.toMatchObject({ code: 'archive/overwritten' })
    await first.close()
    await second.close()
    expect(readFileSync(file).equals(readFileSync(over))).toBe(true)
    expect(logsAside(folder)).toHaveLength(1)
  }),
)

test(
  'of an archive that was written over no backup is made, and one that was made before takes its place',
  inFolder(async (folder) => {
    const file = path.join(folder, 'a.banxin')
    const { call, close } = await openedAgain(file)
    const { name } = await call('backup.now', {})
    await call('backup.to', { path: path.join(folder, 'older.banxin') })
    await call(...paste('三'))
    copyFileSync(path.join(folder, 'older.banxin'), file)
    await expect(call('backup.now', {})).rejects.toMatchObject({ code: 'archive/overwritten' })
    await call('backup.restore', { name })
    await call(...paste('四'))
    expect((await call('page.list', {})).map((p) => p.name).toSorted()).toEqual(['一', '二', '四'])
    await close()
    expect(checkFile(file)).toMatchObject({ sound: true, pages: 3 })
  }),
)

test(
  'an archive that is only touched, or whose log another program writes into it, is none that was written over',
  inFolder(async (folder) => {
    const file = path.join(folder, 'a.banxin')
    const { call, close } = await openedAgain(file)
    const other = new Database(file)
    for (const checkpoint of ['PASSIVE', 'FULL', 'RESTART', 'TRUNCATE']) {
      for (let i = 0; i < 3; i++) await call(...paste(`${checkpoint}${i}`))
      utimesSync(file, new Date(0), new Date(0))
      await call(...paste(`${checkpoint} touched`))
      other.pragma(`wal_checkpoint(${checkpoint})`)
      await call(...paste(`${checkpoint} after`))
      other.exec('CREATE TABLE more (a); DROP TABLE more')
    }
    other.close()
    await close()
    expect(checkFile(file)).toMatchObject({ sound: true, pages: 22 })
    expect(logsAside(folder)).toEqual([])
  }),
)

/** A backup lies over an archive whose program was killed: the log of that one is still there. */
const overKilled = async (folder: string) => {
  const [file, backup] = [path.join(folder, 'a.banxin'), path.join(folder, 'b.banxin')]
  const { call, close } = await openedAgain(file)
  await call('backup.to', { path: backup })
  await call(...paste('三'))
  const log = readFileSync(`${file}-wal`)
  await close()
  writeFileSync(`${file}-wal`, log)
  copyFileSync(backup, file)
  return file
}

test(
  'a log that a killed program left is not taken for that of a backup that was written over the archive',
  inFolder(async (folder) => {
    const file = await overKilled(folder)
    const again = await openTest({ path: file })
    await again.call(...paste('四'))
    await again.close()
    expect(checkFile(file)).toMatchObject({ sound: true, pages: 3 })
    expect(logsAside(folder)).toHaveLength(1)
  }),
)

test(
  'nor is it when that is checked, or becomes another backup',
  inFolder(async (folder) => {
    const file = await overKilled(folder)
    const log = readFileSync(`${file}-wal`)
    expect(checkFile(file)).toMatchObject({ sound: true, pages: 2 })
    expect(readFileSync(file).equals(readFileSync(path.join(folder, 'b.banxin')))).toBe(true)
    writeFileSync(`${file}-wal`, log)
    const kept = await replaceArchive(file, path.join(folder, 'b.banxin'))
    expect(checkFile(kept)).toMatchObject({ sound: true, pages: 2 })
    expect(checkFile(file)).toMatchObject({ sound: true, pages: 2 })
  }),
)

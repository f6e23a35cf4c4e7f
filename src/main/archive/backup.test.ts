import { linkSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { ARCHIVE_NAME } from '../../shared/archive-name.ts'
import { replaceArchive } from './backup.ts'
import { checkFile } from './check.ts'
import { openDb } from './store/db.ts'
import { setSetting } from './store/setting.ts'
import { STORY, openTest, temporaryFolder, withTestArchive } from './testing.ts'

test('a backup is made while in use, listed, and restored; what was there is kept', () =>
  withTestArchive(async ({ call }, folder) => {
    await call('page.paste', { name: '一', text: STORY })
    const { name, pages } = await call('backup.now', {})
    expect(pages).toBe(1)
    await call('page.paste', { name: '二', text: `${STORY}二` })
    const { kept } = await call('backup.restore', { name })
    expect((await call('page.list', {})).map((p) => p.name)).toEqual(['一'])
    expect(checkFile(path.join(folder, kept))).toMatchObject({ sound: true, pages: 2 })
    const listed = await call('backup.list', {})
    expect(listed.map((b) => [b.name, b.former])).toEqual([
      [kept, true],
      [name, undefined],
    ])
    expect(readdirSync(folder).filter((f) => f.endsWith('.part'))).toEqual([])
    await expect(call('backup.restore', { name: '../x' })).rejects.toMatchObject({ code: 'backup/damaged' })
    // What was there comes back in the same way, and the restoring is thought better of.
    await call('backup.restore', { name: kept })
    expect((await call('page.list', {})).map((p) => p.name)).toEqual(['一', '二'])
    expect((await call('backup.list', {})).filter((b) => b.former)).toHaveLength(2)
  }))

test('what an archive was before it was restored can be deleted; nothing else can be in that way', () =>
  withTestArchive(async ({ call }, folder) => {
    await call('page.paste', { name: '一', text: STORY })
    const { name } = await call('backup.now', {})
    const { kept } = await call('backup.restore', { name })
    for (const other of [name, 'a.banxin', '../a.banxin', kept.slice(0, -1)])
      await expect(call('backup.remove', { name: other })).rejects.toMatchObject({ code: 'backup/damaged' })
    await call('backup.remove', { name: kept })
    expect((await call('backup.list', {})).map((b) => b.name)).toEqual([name])
    expect(readdirSync(folder).filter((f) => f.includes('.before-'))).toEqual([])
    expect(await call('page.list', {})).toHaveLength(1)
  }))

test('a log that was set aside is listed with its size and day, is no archive, and can be deleted; one beside its archive goes with that', () =>
  withTestArchive(async ({ call }, folder) => {
    const lone = 'a.banxin.before-2022-05-04T08-00-00.000-wal'
    const [own, ownLog] = ['a.banxin.before-2022-06-04T08-00-00.000', 'a.banxin.before-2022-06-04T08-00-00.000-wal']
    for (const name of [lone, own, ownLog]) writeFileSync(path.join(folder, name), '.'.repeat(name === own ? 512 : 700))
    const [former, log, ...others] = await call('backup.list', {})
    expect([former, others]).toMatchObject([{ name: own, former: true, bytes: 512 }, []])
    expect(log).toEqual({
      name: lone,
      at: '2022-05-04T08:00:00.000Z',
      bytes: 700,
      pages: null,
      sound: false,
      log: true,
    })
    await expect(call('backup.restore', { name: lone })).rejects.toMatchObject({ code: 'backup/damaged' })
    await call('backup.remove', { name: lone })
    expect(await call('backup.list', {})).toHaveLength(1)
    await call('backup.remove', { name: own })
    expect(readdirSync(folder).filter((f) => f.includes('.before-'))).toEqual([])
  }))

test('an archive keeps its name when it is opened again, or becomes a backup that has none', async () => {
  const { folder, remove } = temporaryFolder()
  const file = path.join(folder, 'a.banxin')
  const nameOf = async ({ call }: Pick<Awaited<ReturnType<typeof openTest>>, 'call'>) =>
    (await call('settings.get', {}))[ARCHIVE_NAME]
  let opened = await openTest({ path: file })
  try {
    const name = await nameOf(opened)
    expect(name).toMatch(/^[0-9a-f-]{36}$/)
    const db = openDb(file, { create: false })
    // As it was before archives had names.
    setSetting(db, ARCHIVE_NAME, null)
    const unnamed = await opened.call('backup.now', {})
    setSetting(db, ARCHIVE_NAME, name)
    db.close()
    await opened.call('backup.restore', { name: unnamed.name })
    expect(await nameOf(opened)).toBe(name)
    await opened.close()
    opened = await openTest({ path: file })
    expect(await nameOf(opened)).toBe(name)
  } finally {
    await opened.close()
    remove()
  }
})

test('neither a backup nor the archive as JSON is written over the archive itself, under whatever name', () =>
  withTestArchive(async ({ call }, folder) => {
    await call('page.paste', { name: '一', text: STORY })
    linkSync(path.join(folder, 'a.banxin'), path.join(folder, 'too.banxin'))
    for (const name of ['a.banxin', 'a.banxin-wal', 'too.banxin']) {
      const to = { path: path.join(folder, name) }
      await expect(call('backup.to', to)).rejects.toMatchObject({ code: 'file/own' })
      await expect(call('archive.dump', to)).rejects.toMatchObject({ code: 'file/own' })
    }
    expect(await call('archive.check', {})).toMatchObject({ sound: true, pages: 1 })
  }))

test('an archive whose name is the one that a file has while it is written is not written over', async () => {
  const { folder, remove } = temporaryFolder()
  const { call, close } = await openTest({ path: path.join(folder, 'x.part') })
  try {
    await call('page.paste', { name: '一', text: STORY })
    for (const method of ['backup.to', 'archive.dump'] as const)
      await expect(call(method, { path: path.join(folder, 'x') })).rejects.toMatchObject({
        code: 'file/own',
        params: { name: 'x.part' },
      })
    expect(checkFile(path.join(folder, 'x.part'))).toMatchObject({ sound: true, pages: 1 })
  } finally {
    await close()
    remove()
  }
})

test('where a backup or the archive as JSON cannot be written, that place is named, not the archive', () =>
  withTestArchive(async ({ call }, folder) => {
    writeFileSync(path.join(folder, 'file'), '')
    for (const method of ['backup.to', 'archive.dump'] as const)
      for (const to of ['file/b', '.']) {
        const place = path.join(folder, to)
        await expect(call(method, { path: place })).rejects.toMatchObject({
          code: 'file/unwritable',
          params: { name: path.basename(place) },
        })
      }
  }))

test('a backup that cannot be put back leaves nothing beside the archive', () =>
  withTestArchive(async ({ call }, folder) => {
    await call('page.paste', { name: '一', text: STORY })
    const backup = path.join(folder, 'b')
    await call('backup.to', { path: backup })
    await expect(replaceArchive(path.join(folder, 'a.banxin'), backup)).rejects.toMatchObject({
      code: 'archive/locked',
    })
    expect(readdirSync(folder).filter((f) => f.endsWith('.part'))).toEqual([])
  }))

test('a backup that is called as an unfinished archive is put back and stays', async () => {
  const { folder, remove } = temporaryFolder()
  try {
    const backup = path.join(folder, 'a.banxin.part')
    await withTestArchive(async ({ call }) => {
      await call('page.paste', { name: '一', text: STORY })
      await call('backup.to', { path: backup })
    })
    await replaceArchive(path.join(folder, 'a.banxin'), backup)
    for (const file of [backup, path.join(folder, 'a.banxin')]) expect(checkFile(file)).toMatchObject({ sound: true })
  } finally {
    remove()
  }
})

test('where a backup cannot take the archive’s place, what was there is there again', async () => {
  const { folder, remove } = temporaryFolder()
  // The name that the archive is kept under tells the time.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2022-05-04T08:00:00Z') })
  try {
    const at = (name: string) => path.join(folder, name)
    const sound = await openTest({ path: at('b.banxin') })
    await sound.close()
    // One that is damaged keeps what lies beside it: that moves too, and here it cannot.
    writeFileSync(at('a.banxin'), '灯')
    writeFileSync(at('a.banxin-shm'), '火')
    mkdirSync(at('a.banxin.before-2022-05-04T08-00-00.000-shm'))
    const error = await replaceArchive(at('a.banxin'), at('b.banxin')).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ syscall: 'rename', path: at('a.banxin-shm') })
    expect([readFileSync(at('a.banxin'), 'utf8'), readFileSync(at('a.banxin-shm'), 'utf8')]).toEqual(['灯', '火'])
    expect(readdirSync(folder).toSorted()).toEqual([
      'a.banxin',
      'a.banxin-shm',
      'a.banxin.before-2022-05-04T08-00-00.000-shm',
      'b.banxin',
    ])
  } finally {
    vi.useRealTimers()
    remove()
  }
})

test('where the backups should lie stands something else: it is said', () =>
  withTestArchive(async ({ call }, folder) => {
    writeFileSync(path.join(folder, 'a.banxin.backups'), '')
    await expect(call('backup.now', {})).rejects.toMatchObject({ code: 'backup/folder' })
    await expect(call('backup.list', {})).rejects.toMatchObject({ code: 'backup/folder' })
  }))

test('where an archive cannot be put back because nothing can be written there, that is said', async () => {
  const { folder, remove } = temporaryFolder()
  try {
    const backup = path.join(folder, 'b.banxin')
    await (await openTest({ path: backup })).close()
    writeFileSync(path.join(folder, 'file'), '')
    await expect(replaceArchive(path.join(folder, 'file/in/a.banxin'), backup)).rejects.toMatchObject({
      code: 'archive/read-only',
    })
  } finally {
    remove()
  }
})

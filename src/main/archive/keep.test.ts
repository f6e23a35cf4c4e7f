import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { expect, test, vi } from 'vitest'
import { replaceArchive } from './backup.ts'
import { checkFile } from './check.ts'
import { MIGRATIONS, migrate } from './migrations/index.ts'
import { salvage } from './salvage/salvage.ts'
import { openDb } from './store/db.ts'
import { openTest, temporaryFolder, withTestArchive } from './testing.ts'

const STORY = '海曙旧街新灯\n\n本报记者 林一舟\n\n入夜以后，老街的灯一盏一盏亮起来。'
const until = async (what: () => Promise<boolean> | boolean) => {
  for (let i = 0; i < 200; i++) {
    if (await what()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come to pass')
}

test('a backup is made while in use, listed, and restored; what was there is kept', () =>
  withTestArchive(async ({ call }, folder) => {
    await call('page.paste', { name: '一', text: STORY })
    const { name, pages } = await call('backup.now', {})
    expect(pages).toBe(1)
    await call('page.paste', { name: '二', text: `${STORY}二` })
    const { kept } = await call('backup.restore', { name })
    expect((await call('page.list', {})).map((p) => p.name)).toEqual(['一'])
    expect(checkFile(kept)).toMatchObject({ sound: true, pages: 2 })
    expect((await call('backup.list', {})).map((b) => b.name)).toEqual([name])
    expect(readdirSync(folder).filter((f) => f.endsWith('.part'))).toEqual([])
    await expect(call('backup.restore', { name: '../x' })).rejects.toMatchObject({ code: 'backup/damaged' })
  }))

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

test('the whole archive as JSON and back gives the same pages', () =>
  withTestArchive(async ({ call }, folder) => {
    await call('import.bytes', { name: 'a.txt', bytes: new Uint8Array(iconv.encode(STORY, 'gb18030')) })
    const { id } = await call('page.paste', { name: '二', text: `${STORY}二` })
    const opened = await call('page.get', { id })
    await call('page.save', { id, revision: 1, page: { ...opened.page, meta: { section: '要闻' } } })
    const file = path.join(folder, 'new folder', 'all.jsonl')
    expect(await call('archive.dump', { path: file })).toEqual({ pages: 2 })
    await withTestArchive(async (other) => {
      expect(await other.call('archive.load', { path: file })).toEqual({ pages: 2, left: 0 })
      expect(await other.call('archive.load', { path: file })).toEqual({ pages: 0, left: 2 })
      for (const n of [1, 2]) {
        const { revision: _, ...before } = await call('page.get', { id: n })
        const { revision: __, ...after } = await other.call('page.get', { id: n })
        expect(after).toEqual(before)
      }
    })
  }))

test('a damaged archive is found, and what can be saved is saved', async () => {
  const { folder, remove } = temporaryFolder()
  try {
    const file = path.join(folder, 'a.banxin')
    const archive = await openTest({ path: file })
    for (let i = 0; i < 60; i++) await archive.call('page.paste', { name: `灯${i}`, text: `${i} ${STORY.repeat(120)}` })
    await archive.close()
    expect(checkFile(file)).toMatchObject({ sound: true, pages: 60 })
    const bytes = readFileSync(file)
    // A hole of 300 KB in the middle, as a dying disk makes it.
    bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 300_000)
    writeFileSync(file, bytes)
    expect(checkFile(file).sound).toBe(false)
    const to = path.join(folder, 'saved.banxin')
    const report = salvage(file, to)
    expect(report.pages).toBeGreaterThan(20)
    expect(report.pages + report.lost.length).toBe(60)
    expect(checkFile(to)).toMatchObject({ sound: true, pages: report.pages })
    expect(() => salvage(file, to)).toThrow(expect.objectContaining({ code: 'file/exists' }))
    const missing = path.join(folder, 'none.banxin')
    expect(() => checkFile(missing)).toThrow(expect.objectContaining({ code: 'archive/missing' }))
    expect(existsSync(missing)).toBe(false)
  } finally {
    remove()
  }
})

test('a day that there is not in the archive as JSON is told with its line; corrected, nothing comes in twice', () =>
  withTestArchive(async ({ call }, folder) => {
    await call('page.paste', { name: '海湾日报_20260311_01', text: STORY })
    await call('page.paste', { name: '海湾日报_20260312_01', text: `${STORY}二` })
    const file = path.join(folder, 'all.jsonl')
    await call('archive.dump', { path: file })
    const lines = readFileSync(file, 'utf8')
    writeFileSync(file, lines.replaceAll('"2026-03-12"', '"2026-03-99"'))
    await withTestArchive(async (other) => {
      await expect(other.call('archive.load', { path: file })).rejects.toMatchObject({
        code: 'file/day',
        params: { line: lines.split('\n').findIndex((line) => line.includes('2026-03-12')) + 1, date: '2026-03-99' },
      })
      writeFileSync(file, lines)
      expect(await other.call('archive.load', { path: file })).toEqual({ pages: 1, left: 1 })
    })
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

test('another program’s changes are told, and a save over them is refused', async () => {
  const { folder, remove } = temporaryFolder()
  const file = path.join(folder, 'a.banxin')
  const window = await openTest({ path: file, watch: true, segment: false })
  const command = await openTest({ path: file })
  try {
    const told: number[] = []
    window.onEvent(({ event, data }) => {
      if (event === 'pages.changed') told.push(...(data as { ids: number[] }).ids)
    })
    const { id } = await command.call('page.paste', { name: '灯', text: STORY })
    await until(() => told.includes(id))
    const { page, revision } = await window.call('page.get', { id })
    await command.call('page.save', { id, revision, page: { ...page, meta: { section: '要闻' } } })
    await expect(window.call('page.save', { id, revision, page })).rejects.toMatchObject({ code: 'page/conflict' })
    expect((await window.call('search.count', { query: '老街' })).total).toBe(1)
  } finally {
    await window.close()
    await command.close()
    remove()
  }
})

test('each migration goes from the one before with rows in it, and leaves a copy', async () => {
  const { folder, remove } = temporaryFolder()
  try {
    for (let from = 1; from < MIGRATIONS.length; from++) {
      const file = path.join(folder, `${from}.banxin`)
      const old = openDb(file, { create: true })
      migrate(old, from)
      old.exec(`INSERT INTO publication VALUES (1, '江城晚报', '2022'); INSERT INTO issue VALUES (1, 1, '2022-05-04');
        INSERT INTO source VALUES (1, zeroblob(32), x'41');
        INSERT INTO page (issue_id, source_id, name, reader, encoding, notices, json, articles, characters, revision, change, created_at, updated_at)
          VALUES (1, 1, '灯', 'text', 'utf-8', '[]', '{"version":1,"meta":{"publication":"江城晚报","date":"2022-05-04"},"articles":[],"proposals":[]}', 0, 0, 1, 1, '2022', '2022');
        INSERT INTO revision (page_id, revision, at, who, action) VALUES (1, 1, '2022', '', 'import');`)
      old.close()
      const opened = await openTest({ path: file })
      expect((await opened.call('page.get', { id: 1 })).page.meta.date).toBe('2022-05-04')
      await opened.close()
      expect(checkFile(file)).toMatchObject({ sound: true, pages: 1 })
      const copy = new Database(`${file}.v${from}.bak`, { readonly: true })
      expect(copy.pragma('user_version', { simple: true })).toBe(from)
      copy.close()
    }
  } finally {
    remove()
  }
})

test('a page is read anew in another encoding from its raw bytes', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('import.bytes', { name: 'a.txt', bytes: new Uint8Array(iconv.encode(STORY, 'gb18030')) })
    const wrong = await call('page.reread', { id: id ?? 0, current: 1, encoding: 'big5' })
    expect((await call('page.get', { id: id ?? 0 })).encoding).toBe('big5')
    await call('page.reread', { id: id ?? 0, current: wrong.revision, encoding: 'gb18030' })
    const again = await call('page.get', { id: id ?? 0 })
    expect([again.encoding, again.source, again.revision]).toEqual(['gb18030', STORY, 3])
  }))

test('the newsroom’s words: put, imported from a list, taken away', () =>
  withTestArchive(async ({ call }) => {
    expect(await call('dictionary.import', { text: '江厦桥 地名\n林一舟\tnr\n# 备注\n\n灯师傅\n灯' })).toMatchObject({
      added: 3,
      known: 0,
      skipped: 1,
    })
    expect(await call('dictionary.import', { text: '江厦桥\n江厦桥' })).toMatchObject({
      added: 0,
      known: 1,
      skipped: 0,
    })
    expect(await call('dictionary.put', { words: [{ word: '江厦桥', tag: 'ns', note: '新桥' }] })).toMatchObject({
      added: 0,
    })
    await call('dictionary.remove', { words: ['灯师傅'] })
    expect((await call('dictionary.list', {})).map((w) => `${w.word} ${w.tag} ${w.note}`)).toEqual([
      '林一舟 nr ',
      '江厦桥 ns 新桥',
    ])
    // A list that says nothing of a word's kind or its note leaves them.
    expect(await call('dictionary.import', { text: '江厦桥' })).toEqual({
      operation: null,
      added: 0,
      known: 1,
      skipped: 0,
    })
    const cut = await call('words.cut', { text: '老江厦桥头' })
    expect(cut).toEqual([1, 4, 5])
  }))

test('where the backups should lie stands something else: it is said', () =>
  withTestArchive(async ({ call }, folder) => {
    writeFileSync(path.join(folder, 'a.banxin.backups'), '')
    await expect(call('backup.now', {})).rejects.toMatchObject({ code: 'backup/folder' })
    await expect(call('backup.list', {})).rejects.toMatchObject({ code: 'backup/folder' })
  }))

test('a picture is stored once by its content', () =>
  withTestArchive(async ({ call }) => {
    const bytes = new Uint8Array(
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    )
    const first = await call('picture.add', { bytes })
    expect(await call('picture.add', { bytes })).toEqual(first)
    expect((await call('picture.get', { sha256: first.sha256 ?? '' }))?.bytes).toEqual(bytes)
    await expect(call('picture.add', { bytes: bytes.subarray(0, 12) })).rejects.toMatchObject({
      code: 'picture/unsupported',
    })
  }))

test('what is put into the watched folder is taken in', async () => {
  const { folder, remove } = temporaryFolder()
  const archive = await openTest({ path: path.join(folder, 'a.banxin'), watch: true, segment: false })
  try {
    const inbox = path.join(folder, 'inbox')
    mkdirSync(inbox)
    await archive.call('watch.set', { path: inbox, publication: '江城晚报' })
    expect(await archive.call('watch.get', {})).toEqual({ path: inbox, publication: '江城晚报', there: true })
    writeFileSync(path.join(inbox, '2022-10-21_A04.txt'), STORY)
    await until(async () => (await archive.call('page.list', {})).length === 1)
    expect((await archive.call('page.list', {}))[0]?.meta).toEqual({
      publication: '江城晚报',
      date: '2022-10-21',
      number: 'A04',
    })
    // A drive that goes and comes again.
    rmSync(inbox, { recursive: true })
    expect((await archive.call('watch.get', {})).there).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    mkdirSync(inbox)
    writeFileSync(path.join(inbox, '2022-10-22_A04.txt'), STORY.replace('一盏', '两盏'))
    await until(async () => (await archive.call('page.list', {})).length === 2)
  } finally {
    await archive.close()
    remove()
  }
})

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { checkFile } from './check.ts'
import { MIGRATIONS, migrate } from './migrations/index.ts'
import { openDb } from './store/db.ts'
import { STORY, openTest, temporaryFolder, withTestArchive } from './testing.ts'

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

test('the archive as JSON read back into itself doubles no page that came in by a folder', () =>
  withTestArchive(async ({ call }, folder) => {
    const day = path.join(folder, '青浦日报', '2026-03-11')
    mkdirSync(day, { recursive: true })
    for (const name of ['A01', 'A02']) writeFileSync(path.join(day, `${name}.txt`), `${STORY}${name}`)
    const job = await call('job.create', { paths: [path.join(folder, '青浦日报')] })
    await call('job.wait', { id: job.id })
    const file = path.join(folder, 'all.jsonl')
    await call('archive.dump', { path: file })
    expect(await call('archive.load', { path: file })).toEqual({ pages: 0, left: 2 })
  }))

test('nor one whose proposal names a block that was deleted since', () =>
  withTestArchive(async ({ call }, folder) => {
    const { id } = await call('page.paste', { name: '一', text: STORY })
    const { page } = await call('page.get', { id })
    const moved = [page.articles[0]!.blocks[0]!.id]
    const proposals = [{ id: 'p1', kind: 'move', blocks: moved, before: 'gone', confidence: 1, reasons: [] } as const]
    await call('page.save', { id, revision: 1, page: { ...page, proposals } })
    const file = path.join(folder, 'all.jsonl')
    await call('archive.dump', { path: file })
    expect(await call('archive.load', { path: file })).toEqual({ pages: 0, left: 1 })
  }))

test('the archive as JSON keeps which steps pages and stories have reached, by whom and when', () =>
  withTestArchive(async ({ call }, folder) => {
    const { id } = await call('page.paste', { name: '一', text: STORY })
    const { page } = await call('page.get', { id })
    await call('state.set', { pages: [id], step: '二校' })
    await call('state.set', { pages: [id], article: page.articles[0]!.id, step: '初审' })
    const before = await call('state.get', { page: id })
    const file = path.join(folder, 'all.jsonl')
    await call('archive.dump', { path: file })
    await withTestArchive(async (other) => {
      await other.call('archive.load', { path: file })
      expect(await other.call('state.get', { page: 1 })).toEqual(before)
      expect(before.page).toMatchObject({ step: '二校', open: false })
      const { pages } = await other.call('library.pages', { offset: 0, limit: 10, sort: 'date', state: '二校' })
      expect(pages.map((p) => p.state)).toEqual(['二校'])
    })
  }))

test('line and paragraph separators within a text end no line of the archive as JSON', () =>
  withTestArchive(async ({ call }, folder) => {
    const { id } = await call('page.paste', { name: '一', text: STORY })
    const { page } = await call('page.get', { id })
    await call('page.save', { id, revision: 1, page: { ...page, meta: { section: '要\u2028闻\u2029版\u0085' } } })
    await call('page.paste', { name: '二', text: `${STORY}二` })
    const file = path.join(folder, 'all.jsonl')
    await call('archive.dump', { path: file })
    for (const ends of ['\n', '\r\n'])
      await withTestArchive(async (other) => {
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', ends))
        expect(await other.call('archive.load', { path: file })).toEqual({ pages: 2, left: 0 })
        expect((await other.call('page.get', { id })).page.meta.section).toBe('要\u2028闻\u2029版\u0085')
      })
  }))

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
    await expect.poll(() => told, { timeout: 20_000 }).toContain(id)
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
        INSERT INTO source VALUES (1, x'559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd', x'41');
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

test('where a copy before a migration cannot be finished, nothing is migrated and no half of it stays', async () => {
  const { folder, remove } = temporaryFolder()
  try {
    const file = path.join(folder, 'a.banxin')
    const old = openDb(file, { create: true })
    migrate(old, 1)
    // SQLite cannot write there, as on a full disk.
    mkdirSync(`${file}.v1.bak.${process.pid}.part-journal`)
    expect(() => migrate(old)).toThrow()
    expect(old.pragma('user_version', { simple: true })).toBe(1)
    old.close()
    rmSync(`${file}.v1.bak.${process.pid}.part-journal`, { recursive: true })
    await (await openTest({ path: file })).close()
    expect(readdirSync(folder).toSorted()).toEqual(['a.banxin', 'a.banxin.v1.bak'])
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

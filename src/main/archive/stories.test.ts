/** What a person reads as a count of stories leaves out what is page furniture only; the command line counts all articles. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { setRole } from '../../shared/page/edit.ts'
import { STORY, withFolder } from './jobs/testing.ts'
import { migrate } from './migrations/index.ts'
import { openDb } from './store/db.ts'

test('a page with one story under its folio line has one', () =>
  withFolder(
    {
      '1.txt': `江城晚报  2022年10月21日  星期五  第A04版\n\n${STORY(1)}`,
      '2.txt': STORY(2),
    },
    async (folder, open) => {
      const { call } = await open()
      const { id } = await call('job.create', { paths: [folder] })
      const job = await call('job.wait', { id })
      expect([job.articles, await call('job.stories', { id })]).toEqual([3, 2])
      const listed = async () =>
        (await call('library.pages', { offset: 0, limit: 9, sort: 'name' })).pages.map((p) => [p.name, p.stories])
      expect(await listed()).toEqual([
        ['1', 1],
        ['2', 1],
      ])
      expect((await call('page.list', {})).map((p) => p.stories)).toEqual([1, 1])
      expect(await call('archive.stats', {})).toMatchObject({ pages: 2, articles: 3, stories: 2 })
      const other = (await call('page.list', {})).find((p) => p.name === '2')?.id ?? 0
      const { page, revision } = await call('page.get', { id: other })
      const all = page.articles.flatMap((a) => a.blocks.map((b) => b.id))
      await call('page.save', { id: other, revision, page: setRole(page, all, 'folio').page })
      expect(await listed()).toEqual([
        ['1', 1],
        ['2', 0],
      ])
      await call('pages.bin', { ids: [other] })
      // What was read in stays what it was.
      expect(await call('job.stories', { id })).toBe(2)
      await expect(call('job.stories', { id: id + 1 })).rejects.toMatchObject({ code: 'job/missing' })
      expect(await call('archive.stats', {})).toMatchObject({ pages: 1, articles: 2, stories: 1 })
    },
  ))

test('of what an older version read in the stories are those that the pages have now', () =>
  withFolder({}, async (folder, open) => {
    const file = path.join(folder, '..', 'a.banxin')
    const old = openDb(file, { create: true })
    migrate(old, 11)
    old.exec(`INSERT INTO publication VALUES (1, '江城晚报', '2022'); INSERT INTO issue VALUES (1, 1, '2022-05-04');
      INSERT INTO source VALUES (1, x'559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd', x'41');
      INSERT INTO page (id, issue_id, source_id, name, reader, encoding, notices, json, articles, characters, revision, change, created_at, updated_at)
        VALUES (3, 1, 1, '灯', 'text', 'utf-8', '[]', '{"version":1,"meta":{},"articles":[],"proposals":[]}', 2, 9, 1, 1, '2022', '2022');
      INSERT INTO article (id, page_id, key, headline, byline, characters, text, roles, keys) VALUES
        (3 * 4096, 3, 'x', '', '', 4, '江城晚报', 'n', 'a'), (3 * 4096 + 1, 3, 'y', '', '', 5, '灯亮了。', 'i', 'b');
      INSERT INTO job (id, kind, state, label, options, created_at) VALUES (1, 'import', 'done', '/in', '{}', '2022');
      INSERT INTO job_file (job_id, n, path, meta, outcome, page_id, articles, characters) VALUES
        (1, 0, '/in/1.txt', '{}', 'new', 3, 2, 9), (1, 1, '/in/2.txt', '{}', 'new', 4, 1, 9), (1, 2, '/in/3.txt', '{}', 'failed', NULL, 0, 0);`)
    old.close()
    const { call } = await open()
    // One of the pages is gone, and what it had is not known any more.
    expect(await call('job.stories', { id: 1 })).toBe(2)
  }))

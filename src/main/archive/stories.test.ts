/** What a person reads as a count of stories leaves out what is page furniture only; the command line counts all articles. */
import { expect, test } from 'vitest'
import { setRole } from '../../shared/page/edit.ts'
import { STORY, withFolder } from './jobs/testing.ts'

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
      expect(await call('archive.stats', {})).toMatchObject({ pages: 1, articles: 2, stories: 1 })
    },
  ))

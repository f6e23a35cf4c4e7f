import { expect, test, vi } from 'vitest'
import type { PageFilter } from '../../shared/api/library.ts'
import { article, block, page } from '../../shared/page/build.ts'
import { withTestArchive } from './testing.ts'

type Call = Parameters<Parameters<typeof withTestArchive>[0]>[0]['call']

/** Pages of 江城晚报 on the given days, each with one article. */
const fill = async (call: Call, days: readonly string[], publication = '江城晚报'): Promise<number[]> => {
  const ids: number[] = []
  for (const date of days) {
    const { id } = await call('page.paste', {
      name: `${publication}${date}`,
      text: `${publication}${date}的灯\n\n老街的灯亮起来。`,
    })
    const { page: p, revision } = await call('page.get', { id })
    await call('page.save', { id, revision, page: { ...p, meta: { publication, date, number: '01' } } })
    ids.push(id)
  }
  return ids
}

test('publications, issues, pages, calendar', () =>
  withTestArchive(async ({ call }) => {
    await fill(call, ['2022-05-02', '2022-05-09', '2022-05-23', '2022-05-23'])
    const [paper] = await call('library.publications', {})
    expect(paper).toMatchObject({ name: '江城晚报', issues: 3, pages: 4, first: '2022-05-02', last: '2022-05-23' })
    expect((await call('library.issues', { publication: paper?.id ?? 0 })).map((i) => [i.date, i.pages])).toEqual([
      ['2022-05-23', 2],
      ['2022-05-09', 1],
      ['2022-05-02', 1],
    ])
    expect((await call('library.calendar', { publication: paper?.id ?? 0, year: 2022 })).missing).toEqual([
      '2022-05-16',
    ])
    const listed = await call('library.pages', { sort: 'date', offset: 1, limit: 2 })
    expect([listed.total, listed.pages.map((p) => p.meta.date)]).toEqual([4, ['2022-05-09', '2022-05-23']])
    expect(await call('library.ids', { from: '2022-05-09', to: '2022-05-10' })).toHaveLength(1)
  }))

test('missing issues: by the weeks that are held, however many years lie between', () =>
  withTestArchive(async ({ call }) => {
    await fill(call, ['2019-05-06', '2019-05-13', '2019-05-27', '2024-01-01', '2024-01-15'])
    const [paper] = await call('library.publications', {})
    const missing = async (year: number) =>
      (await call('library.calendar', { publication: paper?.id ?? 0, year })).missing
    expect((await missing(2019)).slice(0, 2)).toEqual(['2019-05-20', '2019-06-03'])
    expect(await missing(2024)).toEqual(['2024-01-08'])
    expect(await call('library.years', { publication: paper?.id ?? 0 })).toEqual([2024, 2019])
  }))

test('two issues years apart are no rule', () =>
  withTestArchive(async ({ call }) => {
    await fill(call, ['2019-05-06', '2024-01-01'])
    const [paper] = await call('library.publications', {})
    expect((await call('library.calendar', { publication: paper?.id ?? 0, year: 2019 })).missing).toEqual([])
  }))

test('pages of which something is not known, and pages by date in the words of a filter', () =>
  withTestArchive(async ({ call }) => {
    await fill(call, ['2022-05-02', '2023-05-09'])
    await call('page.paste', { name: '一份稿', text: '渡口的灯亮了\n\n渡口的灯昨晚亮了起来。' })
    const names = async (filter: PageFilter) =>
      (await call('library.pages', { ...filter, offset: 0, limit: 10 })).pages.map((p) => p.name).toSorted()
    for (const missing of ['publication', 'date', 'number'] as const)
      expect(await names({ missing })).toEqual(['一份稿'])
    expect(await names({ text: '日期:无' })).toEqual(['一份稿'])
    expect(await names({ text: 'date:none 渡口' })).toEqual(['一份稿'])
    expect(await names({ text: '江城 日期:2023..' })).toEqual(['江城晚报2023-05-09'])
    expect(await names({ text: '日期:看不懂' })).toEqual([])
  }))

test('many pages are changed in short steps: what is typed meanwhile is saved, and one undo takes all back', () =>
  withTestArchive(async ({ call }) => {
    const days = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2022, 0, 1 + i)).toISOString().slice(0, 10))
    const ids = await fill(call, days)
    const [paper] = await call('library.publications', {})
    const renamed = call('publication.rename', { id: paper?.id ?? 0, name: '青浦日报' })
    const { page: p, revision } = await call('page.get', { id: ids[0] ?? 0 })
    await call('page.save', { id: ids[0] ?? 0, revision, page: { ...p, meta: { ...p.meta, section: '要闻' } } })
    const done = await renamed
    expect(done.pages).toBe(60)
    expect((await call('library.publications', {})).map((x) => [x.name, x.pages])).toEqual([['青浦日报', 60]])
    expect((await call('search.count', { query: '报纸:青浦日报 老街' })).total).toBe(60)
    const twice = await Promise.allSettled([
      call('operation.undo', { id: done.operation ?? 0 }),
      call('operation.undo', { id: done.operation ?? 0 }),
    ])
    expect(twice.map((x) => x.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await call('search.count', { query: '报纸:江城晚报 老街' })).total).toBeGreaterThanOrEqual(59)
    expect((await call('operation.list', {})).map((o) => [o.kind, o.params['pages']])).toEqual([['rename', 60]])
  }))

test('what a publication became is told over several names, and back', () =>
  withTestArchive(async ({ call }) => {
    const ids = await fill(call, ['2022-05-02', '2022-05-03'])
    const idOf = async (name: string) => (await call('library.publications', {})).find((p) => p.name === name)?.id ?? 0
    const first = await idOf('江城晚报')
    expect(await call('publication.became', { id: first })).toBe(first)
    await call('publication.rename', { id: first, name: '青浦日报' })
    const second = await idOf('青浦日报')
    const { operation } = await call('publication.rename', { id: second, name: '海曙日报' })
    const third = await idOf('海曙日报')
    for (const id of [first, second, third]) expect(await call('publication.became', { id })).toBe(third)
    await call('operation.undo', { id: operation ?? 0 })
    for (const id of [first, second, third]) expect(await call('publication.became', { id })).toBe(second)
    await call('pages.bin', { ids })
    for (const id of [first, second, third, 999]) expect(await call('publication.became', { id })).toBe(null)
  }))

test('an action on a page that is gone changes none', () =>
  withTestArchive(async ({ call }) => {
    const ids = await fill(call, ['2022-05-02'])
    await expect(call('pages.move', { ids: [...ids, 999], number: 'B1' })).rejects.toMatchObject({
      code: 'page/missing',
    })
    expect((await call('page.list', {})).map((p) => p.meta.number)).toEqual(['01'])
    expect(await call('operation.list', {})).toEqual([])
    expect(await call('pages.move', { ids, number: '01' })).toEqual({ operation: null, pages: 0 })
    expect(await call('operation.list', {})).toEqual([])
  }))

test('a page is not merged with itself', () =>
  withTestArchive(async ({ call }) => {
    const [id = 0] = await fill(call, ['2022-05-02'])
    expect(await call('pages.merge', { keep: id, drop: id })).toEqual({ operation: null, pages: 0 })
    expect(await call('page.list', {})).toHaveLength(1)
  }))

test('a publication goes to the bin and comes back by undo', () =>
  withTestArchive(async ({ call }) => {
    const ids = await fill(call, ['2022-05-02', '2022-05-03'])
    const [paper] = await call('library.publications', {})
    const { operation } = await call('publication.bin', { id: paper?.id ?? 0 })
    expect(await call('operation.list', { limit: 1 })).toMatchObject([
      { kind: 'bin-publication', params: { name: paper?.name, pages: 2 } },
    ])
    expect(await call('page.list', {})).toEqual([])
    expect((await call('search.count', { query: '老街' })).total).toBe(0)
    const bin = await call('library.pages', { bin: true, offset: 0, limit: 10 })
    expect(bin.pages.every((p) => (p.purgeAt ?? '') > (p.deletedAt ?? ''))).toBe(true)
    await call('operation.undo', { id: operation ?? 0 })
    expect((await call('page.list', {})).map((p) => p.id).toSorted()).toEqual(ids)
    expect((await call('search.count', { query: '老街' })).total).toBe(2)
    await expect(call('operation.undo', { id: operation ?? 0 })).rejects.toMatchObject({ code: 'operation/missing' })
  }))

test('the bin has what was deleted last first, whenever it was edited', () =>
  withTestArchive(async ({ call }) => {
    const [first = 0, second = 0, third = 0] = await fill(call, ['2022-05-02', '2022-05-03', '2022-05-04'])
    for (const id of [second, third, first]) {
      await call('pages.bin', { ids: [id] })
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const { pages } = await call('library.pages', { bin: true, sort: 'deleted', descending: true, offset: 0, limit: 9 })
    expect(pages.map((p) => p.id)).toEqual([first, third, second])
  }))

test('a batch that was accepted in several calls is one operation, taken back at once', () =>
  withTestArchive(async ({ call }) => {
    const ids = await fill(call, ['2022-05-02', '2022-05-03', '2022-05-04'])
    for (const id of ids) {
      const { page: p, revision } = await call('page.get', { id })
      const articles = p.articles.map((a) => ({ ...a, blocks: a.blocks.map((b) => ({ ...b, confidence: 0.3 })) }))
      await call('page.save', { id, revision, page: { ...p, articles } })
    }
    const doubts = async () => (await call('doubts.count', { ids })).map((c) => c.doubts)
    const before = await doubts()
    expect(Math.min(...before)).toBeGreaterThan(0)
    const first = await call('doubts.acceptPages', { ids: ids.slice(0, 2) })
    const operation = first.operation ?? 0
    expect(await call('doubts.acceptPages', { ids: ids.slice(2), operation })).toEqual({ accepted: 1, operation })
    expect(await doubts()).toEqual([0, 0, 0])
    expect((await call('operation.list', {}))[0]).toMatchObject({ kind: 'accept', params: { pages: 3 } })
    expect(await call('operation.undo', { id: operation })).toMatchObject({ pages: ids, conflicts: [] })
    expect(await doubts()).toEqual(before)
    await expect(call('doubts.acceptPages', { ids, operation })).rejects.toMatchObject({ code: 'operation/missing' })
  }))

test('what is purged is gone', () =>
  withTestArchive(async ({ call }) => {
    const ids = await fill(call, ['2022-05-02', '2022-05-03'])
    await call('pages.bin', { ids })
    expect(await call('bin.purge', {})).toEqual({ pages: 0 })
    expect(await call('bin.purge', { ids: ids.slice(0, 1) })).toEqual({ pages: 1 })
    expect((await call('bin.restore', { ids })).pages).toBe(1)
    expect((await call('archive.check', {})).problems).toEqual([])
  }))

test('what lies in the bin is deleted when its time has come, and by no clock gone wrong', () =>
  withTestArchive(async ({ call }) => {
    const at = (time: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })
    const purged = async (time: string) => {
      at(time)
      return (await call('bin.purge', {})).pages
    }
    try {
      at('2022-05-04T08:00:00Z')
      const [first = 0, second = 0, third = 0] = await fill(call, ['2022-05-02', '2022-05-03', '2022-05-04'])
      await call('pages.bin', { ids: [first] })
      at('2001-01-01T08:00:00Z')
      await call('pages.bin', { ids: [second] })
      expect(await purged('2022-06-02T08:00:00Z')).toBe(0)
      expect(await purged('2036-06-04T08:00:00Z')).toBe(0)
      expect(await purged('2022-06-04T08:00:00Z')).toBe(2)
      expect((await call('page.list', {})).map((p) => p.id)).toEqual([third])
      // What was saved while the clock was ahead says nothing of the time before.
      at('2038-01-01T08:00:00Z')
      const [ahead = 0] = await fill(call, ['2022-05-05'])
      at('2022-06-05T08:00:00Z')
      await call('pages.bin', { ids: [third] })
      expect(await purged('2036-06-04T08:00:00Z')).toBe(0)
      expect(await purged('2022-07-06T08:00:00Z')).toBe(1)
      expect((await call('page.list', {})).map((p) => p.id)).toEqual([ahead])
    } finally {
      vi.useRealTimers()
    }
  }))

test('pages move, publications merge, each with undo', () =>
  withTestArchive(async ({ call }) => {
    const [id = 0] = await fill(call, ['2022-05-02'])
    await fill(call, ['2022-05-02'], '江城晩报')
    const moved = await call('pages.move', { ids: [id], date: '2022-05-03', number: '' })
    expect((await call('page.get', { id })).page.meta).toEqual({ publication: '江城晚报', date: '2022-05-03' })
    await call('operation.undo', { id: moved.operation ?? 0 })
    expect((await call('page.get', { id })).page.meta.date).toBe('2022-05-02')
    const papers = await call('library.publications', {})
    const idOf = (name: string) => papers.find((p) => p.name === name)?.id ?? 0
    const merged = await call('publication.merge', { from: idOf('江城晩报'), into: idOf('江城晚报') })
    expect((await call('library.publications', {})).map((p) => [p.name, p.pages])).toEqual([['江城晚报', 2]])
    await call('operation.undo', { id: merged.operation ?? 0 })
    expect(await call('library.publications', {})).toHaveLength(2)
  }))

test('an undo leaves what was changed since', () =>
  withTestArchive(async ({ call }) => {
    const [id = 0] = await fill(call, ['2022-05-02'])
    const { operation } = await call('pages.move', { ids: [id], date: '2022-05-03' })
    const { page: p, revision } = await call('page.get', { id })
    await call('page.save', { id, revision, page: { ...p, meta: { ...p.meta, section: '要闻' } } })
    expect(await call('operation.undo', { id: operation ?? 0 })).toMatchObject({ pages: [], conflicts: [id] })
  }))

test('two copies of a page become one', () =>
  withTestArchive(async ({ call }) => {
    const [keep = 0, drop = 0] = await fill(call, ['2022-05-02', '2022-05-03'])
    const other = await call('page.get', { id: drop })
    const { operation } = await call('pages.merge', { keep, drop, take: other.page.articles.map((a) => a.id) })
    expect((await call('page.get', { id: keep })).page.articles.length).toBeGreaterThan(1)
    await expect(call('page.get', { id: drop })).rejects.toMatchObject({ code: 'page/missing' })
    await call('operation.undo', { id: operation ?? 0 })
    expect((await call('page.get', { id: drop })).page).toEqual(other.page)
  }))

test('people: variants count as one', () =>
  withTestArchive(async ({ call }) => {
    for (const name of ['林一舟', '林一洲', '沈砚秋']) {
      const { id } = await call('page.paste', { name, text: '灯' })
      await call('page.save', {
        id,
        revision: 1,
        page: page([article([block('headline', name), block('byline', `本报记者 ${name}`)])]),
      })
    }
    const list = async () => (await call('people.list', { offset: 0, limit: 10 })).people
    const idOf = async (name: string) => (await list()).find((p) => p.name === name)?.id ?? 0
    expect((await call('people.alike', { limit: 5 })).map((g) => g.map((p) => p.name))).toEqual([['林一舟', '林一洲']])
    await call('people.merge', { into: await idOf('林一舟'), ids: [await idOf('林一洲')] })
    expect((await list())[0]).toMatchObject({ name: '林一舟', articles: 2, variants: ['林一洲'], kinds: ['reporter'] })
    expect((await call('search.count', { query: '署名:林一洲' })).total).toBe(2)
    await call('people.split', { id: await idOf('林一舟') })
    expect(await list()).toHaveLength(3)
  }))

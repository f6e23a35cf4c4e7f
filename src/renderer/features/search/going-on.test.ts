/** The search that goes on while pages change, on a real archive. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openTest, temporaryFolder } from '../../../main/archive/testing.ts'
import { createSearch } from './search.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { SearchHit } from '../../../shared/api/search.ts'

const STORIES = 700
const { folder, remove } = temporaryFolder()
let archive: Awaited<ReturnType<typeof openTest>>
let id: number
let search: ReturnType<typeof createSearch>
/** What the search asked the archive. */
let asked: string[] = []
let answered: Promise<unknown>[] = []

beforeEach(async () => {
  archive = await openTest({ path: `${folder}/a.banxin` })
  id = (await archive.call('page.paste', { name: 'wood', text: '林场新灯\n\n本报记者 林一舟\n\n林区的灯亮了。' })).id
  await write(STORIES)
  asked = []
  answered = []
  const call = ((...said: Parameters<Banxin>) => {
    asked.push(said[0])
    const answer = archive.call(...said)
    answered.push(answer)
    return answer
  }) as Banxin
  search = createSearch(call, (error) => {
    throw error
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await archive.close()
  remove()
})

/** The page has its story so many times. */
async function write(times: number) {
  const { page, revision } = await archive.call('page.get', { id })
  const [story] = page.articles
  if (!story) throw new Error('no story')
  const articles = Array.from({ length: times }, (_, n) => ({
    ...story,
    id: `a${n}`,
    blocks: story.blocks.map((block, i) => ({ ...block, id: `a${n}b${i}` })),
  }))
  await archive.call('page.save', { id, revision, page: { ...page, articles } })
}

/** The archive has answered all that it was asked, and what follows of it. */
async function quiet() {
  for (let seen = -1; seen < answered.length;) {
    seen = answered.length
    await Promise.allSettled(answered)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
const after = async (milliseconds: number) => {
  vi.advanceTimersByTime(milliseconds)
  await quiet()
}
const read = async (hits: number) => {
  while (search.get().hits.length < hits) await search.more()
}
const names = (hits: readonly SearchHit[]) => hits.map((h) => h.article)
/** The first hits as they are in the archive. */
const first = async (hits: number) => {
  const query = { query: '林', sort: 'relevance' } as const
  const [one, two] = [
    await archive.call('search.run', { ...query, limit: 500 }),
    await archive.call('search.run', { ...query, limit: 500, offset: 500 }),
  ]
  return names([...one.hits, ...two.hits]).slice(0, hits)
}

test('what comes late of an older query is for that query only, and is not shown for a newer one', async () => {
  search.type('林')
  await after(200)
  expect(search.get().suggestions.map((s) => s.value)).toEqual(['林一舟'])
  search.clear()
  await quiet()
  search.type('林')
  vi.advanceTimersByTime(200)
  search.type('林某')
  await quiet()
  expect(search.get().suggestions).toEqual([])
  await search.more()
  expect(names(search.get().hits)).toEqual(await first(120))
})

test('the list stays as long as it was read, whatever its length, and the opened hit keeps its mark', async () => {
  search.type('林')
  await after(200)
  await read(600)
  search.set({ at: 590 })
  const opened = search.get().hits[590]?.article
  await write(STORIES - 20)
  search.renewSoon()
  await after(1500)
  const { hits, found, at } = search.get()
  expect([hits.length, found?.total]).toEqual([600, STORIES - 20])
  expect(names(hits)).toEqual(await first(600))
  expect(at !== undefined && hits[at]?.article).toBe(opened)
})

test('more that is read while the list is read again leaves no hole in it, and the other way round', async () => {
  search.type('林')
  await after(200)
  await read(600)
  await write(550)
  search.renewSoon()
  const before = asked.length
  vi.advanceTimersByTime(1500)
  while (asked.length === before) await Promise.resolve()
  void search.more()
  await quiet()
  expect([names(search.get().hits), search.get().busy]).toEqual([await first(550), false])
  await write(STORIES)
  search.renewSoon()
  await after(1500)
  await write(STORIES - 1)
  search.renewSoon()
  void search.more()
  await after(1500)
  await after(1500)
  expect([names(search.get().hits), search.get().busy]).toEqual([await first(610), false])
})

test('what was found is read and counted again when changes rest, and not at each', async () => {
  search.type('林')
  await after(200)
  asked = []
  const again = ['search.run', 'search.facets']
  for (let n = 0; n < 14; n++) {
    search.renewSoon()
    await after(1000)
  }
  expect(asked).toEqual([])
  search.renewSoon()
  await after(1000)
  expect(asked).toEqual(again)
  search.renewSoon()
  await after(1499)
  expect(asked).toEqual(again)
  await after(1)
  expect(asked).toEqual([...again, ...again])
  await after(60_000)
  expect(asked).toEqual([...again, ...again])
})

import { expect, test } from 'vitest'
import { benchPage } from '../../../../bench/web-pages.ts'
import { page } from '../../page/build.ts'
import type { Page } from '../../page/page.ts'
import { FIXTURE } from '../fixture.ts'
import { CONTEXT, textOf } from '../testing.ts'
import type { WrittenFile } from '../writer.ts'
import { indexViewText } from './index-view.ts'
import { planSite, neighboursOf, siteEntries } from './plan.ts'
import { filterOf, fold } from './search-index.ts'
import { SEARCH_SCRIPT } from './search-script.ts'
import { siteFiles, siteWriter } from './write.ts'

async function edition(pages: readonly Page[], base?: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const list = pages.map((p) => ({ meta: p.meta, load: () => Promise.resolve(p) }))
  for await (const f of siteFiles(list, { ...CONTEXT, ...(base !== undefined && { base }) })) {
    expect(files.has(f.name), f.name).toBe(false)
    files.set(f.name, textOf(f))
  }
  return files
}

/** Every address in the edition leads to a file of it, and every fragment to an element. */
function checkLinks(files: ReadonlyMap<string, string>): void {
  for (const [name, html] of files) {
    if (!name.endsWith('.html')) continue
    for (const [, address = ''] of html.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
      const url = new URL(address, `file:///${name}`)
      const target = files.get(url.pathname.slice(1))
      expect(target, `${name} → ${address}`).toBeDefined()
      if (url.hash) expect(target, `${name} → ${address}`).toContain(`id="${decodeURIComponent(url.hash.slice(1))}"`)
    }
  }
}

const week = Array.from({ length: 20 }, (_, n) => benchPage(n, 1500))

test('every link of an edition leads somewhere', async () => checkLinks(await edition(week)))
test('every link of a page without date or number leads somewhere', async () =>
  checkLinks(await edition([page(FIXTURE.articles, {}), page([], {})])))
test('an edition of no pages still opens', async () => expect((await edition([])).has('index.html')).toBe(true))

test('one page is a whole edition in its folder', async () => {
  const names = (await siteWriter.write(FIXTURE, CONTEXT)).map((f: WrittenFile) => f.name)
  expect(names).toContain('云河日报-02.site/index.html')
  expect(names).toContain('云河日报-02.site/articles/2024-03-12-02-2.html')
})
test('each story has its region on the page', async () => {
  const html = (await edition([FIXTURE])).get('pages/2024-03-12-02.html') ?? ''
  for (const n of [1, 2, 3])
    expect(html).toMatch(new RegExp(`<a class="region" href="../articles/2024-03-12-02-${n}.html"[^>]*>`))
})
test('with its place on the web the feed and the sitemap give whole addresses', async () => {
  const files = await edition([FIXTURE], 'https://paper.example.cn/')
  expect(files.get('sitemap.xml')).toContain('<loc>https://paper.example.cn/pages/2024-03-12-02.html</loc>')
  expect(files.get('feed.xml')).toContain('<id>https://paper.example.cn/articles/2024-03-12-02-1.html</id>')
})
test('the command line gives that place as the template', async () => {
  const files = await siteWriter.write(FIXTURE, { ...CONTEXT, template: 'https://paper.example.cn/epaper' })
  expect(textOf(files.find((f) => f.name.endsWith('feed.xml')))).toContain('<id>https://paper.example.cn/epaper/</id>')
})
test('nothing in it comes from elsewhere or stands inline', async () => {
  for (const [name, text] of await edition([FIXTURE])) {
    if (name.endsWith('.css')) expect(text).not.toMatch(/url\(|@import/)
    if (!name.endsWith('.html')) continue
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(text).not.toMatch(/ style="|<style| on[a-z]+="/)
  }
})

test('pages are in order of day and number, whatever order they come in', () => {
  const metas = [
    { publication: '甲', date: '2024-01-02', number: '10' },
    { publication: '甲', date: '2024-01-02', number: '2' },
    { publication: '甲', date: '2024-01-01', number: '1' },
  ]
  const plan = planSite(siteEntries(metas))
  expect(plan.issues.flatMap((i) => i.entries.map((e) => e.key))).toEqual([
    '2024-01-01-1',
    '2024-01-02-2',
    '2024-01-02-10',
  ])
  const near = neighboursOf(plan).get('2024-01-02-2')
  expect([near?.nextPage?.key, near?.previousPage, near?.previousIssue?.date]).toEqual([
    '2024-01-02-10',
    undefined,
    '2024-01-01',
  ])
})
test('issues of two papers are not neighbours', () => {
  const plan = planSite(
    siteEntries([
      { publication: '甲', date: '2024-01-01', number: '1' },
      { publication: '乙', date: '2024-01-02', number: '1' },
    ]),
  )
  expect(neighboursOf(plan).get('2024-01-01-1')?.nextIssue).toBeUndefined()
})
test('two pages of one number get two addresses', () =>
  expect(
    siteEntries([
      { date: '2024-01-01', number: '1' },
      { date: '2024-01-01', number: '1' },
    ]).map((e) => e.key),
  ).toEqual(['2024-01-01-1', '2024-01-01-1-2']))
test('names stand in the order of pinyin', () => {
  const listed = ['张三', '艾青', '王五', 'Ann', '欧可'].map((name, i) => ({
    url: `${i}.html`,
    title: '题',
    place: '',
    authors: [name],
    keywords: [],
    summary: '',
  }))
  const html = indexViewText('authors', listed, '云河日报')
  expect([...html.matchAll(/id="letter-([^"]+)"/g)].map((m) => m[1])).toEqual(['A', 'O', 'W', 'Z'])
})

// The search runs as the browser runs it.
type Search = {
  readonly fold: (text: string) => string
  readonly terms: (query: string) => readonly string[]
  readonly bytes: (base64: string) => Uint8Array
  readonly allows: (filter: Uint8Array, words: readonly string[]) => boolean
  readonly find: (rows: readonly (readonly string[])[], words: readonly string[]) => readonly (readonly string[])[]
}
const search = new Function(`${SEARCH_SCRIPT}; return banxinSearch`)() as Search // what the script declares

/** The addresses that the edition's own files give for `query`. */
function found(files: ReadonlyMap<string, string>, query: string): readonly string[] {
  const filters = new Function(
    `${files.get('assets/search-index.js') ?? ''}; return banxinFilters`,
  )() as readonly string[]
  const words = search.terms(query)
  return filters.flatMap((filter, n) => {
    if (!search.allows(search.bytes(filter), words)) return []
    const rows = new Function('banxinPart', `return ${files.get(`assets/text-${n}.js`) ?? ''}`)(
      (_: number, r: unknown) => r,
    ) as string[][]
    return search.find(rows, words).map((row) => row[0] ?? '')
  })
}

test.each([
  ['节水', 1],
  ['渠', 1],
  ['云河县', 2],
  ['算账的闸门', 1],
  ['用上了会算账', 1],
  ['水田用上', 1],
  ['６４０', 1],
  ['co2', 1],
  ['ＣＯ2', 1],
  ['云河县 图书馆', 1],
  ['云河县 闸门', 0],
  ['没有这个词', 0],
  ['图书馆里听老人', 1],
  ['沈 荻', 2],
])('%s is found in %i stories', async (query, count) => {
  expect(found(await edition([FIXTURE]), query)).toHaveLength(count)
})
test('what a plain scan finds, the search finds, in many parts', async () => {
  const files = await edition(Array.from({ length: 90 }, (_, n) => benchPage(n, 5000)))
  expect([...files.keys()].filter((f) => f.startsWith('assets/text-')).length).toBeGreaterThan(1)
  const stories = [...files]
    .filter(([f]) => f.startsWith('assets/text-'))
    .flatMap(([, js]) => new Function('banxinPart', `return ${js}`)((_: number, r: unknown) => r) as string[][])
  for (const word of ['闸门', '山里的电影', '陆知远', '传感器', '节水 文化', '不在其中']) {
    const scan = stories
      .filter((s) => word.split(' ').every((w) => fold(`${s[1]}\n${s[3]}`).includes(w)))
      .map((s) => s[0])
    expect(found(files, word).toSorted()).toEqual(scan.toSorted())
  }
})
test('a filter denies what is not there, nearly always', () => {
  const filter = filterOf(['青禾镇的水来自上游的白鹭水库'.repeat(3)])
  const others = Array.from({ length: 500 }, (_, i) => String.fromCharCode(0x5000 + i * 7, 0x6000 + i * 11))
  expect(others.filter((pair) => search.allows(filter, [pair])).length).toBeLessThan(100)
  expect(search.allows(filter, ['青禾镇', '白鹭水库'])).toBe(true)
})

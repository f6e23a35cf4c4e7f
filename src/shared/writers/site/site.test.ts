import { expect, test } from 'vitest'
import { benchPage } from '../../../../e2e/harness/web-pages.ts'
import { block, page } from '../../page/build.ts'
import type { Page } from '../../page/page.ts'
import { FIXTURE } from '../fixture.ts'
import { CONTEXT, textOf } from '../testing.ts'
import type { WrittenFile } from '../writer.ts'
import { indexViewText } from './index-view.ts'
import { planSite, neighboursOf, siteEntries } from './plan.ts'
import { pageParts } from './page-parts.ts'
import { filterOf, fold } from './search-index.ts'
import { SEARCH_SCRIPT } from './search-script.ts'
import { siteFiles, siteWriter } from './write.ts'

async function edition(pages: readonly Page[], base?: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const list = pages.map((p) => ({ meta: p.meta, load: () => Promise.resolve({ page: p }) }))
  for await (const f of siteFiles(list, { ...CONTEXT, ...(base !== undefined && { address: base }) })) {
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

test('a paper without a name is not named twice in the foot', async () => {
  const foot = async (publication?: string) =>
    (await edition([page(FIXTURE.articles, publication === undefined ? {} : { publication })]))
      .get('index.html')
      ?.match(/<footer[^>]*><p>([^<]*)/)?.[1]
  expect(await foot()).toBe('数字报 · ')
  expect(await foot('云河日报')).toBe('云河日报 数字报 · ')
})
test('one page is a whole edition in its folder', async () => {
  const names = (await siteWriter.write(FIXTURE, CONTEXT)).map((f: WrittenFile) => f.name)
  expect(names).toContain('云河日报-02.site/index.html')
  expect(names).toContain('云河日报-02.site/articles/2024-03-12-02-2.html')
})
test('each story has its region on the page', async () => {
  const html = (await edition([FIXTURE])).get('pages/2024-03-12-02.html') ?? ''
  for (const n of [1, 2, 3])
    expect(html).toMatch(new RegExp(`<a class="region n${n}" href="../articles/2024-03-12-02-${n}.html"[^>]*>`))
})
test('with its place on the web the feed and the sitemap give whole addresses', async () => {
  const files = await edition([FIXTURE], 'https://paper.example.cn/')
  expect(files.get('sitemap.xml')).toContain('<loc>https://paper.example.cn/pages/2024-03-12-02.html</loc>')
  expect(files.get('feed.xml')).toContain('<id>https://paper.example.cn/articles/2024-03-12-02-1.html</id>')
})
test('a page of its own is told its place too', async () => {
  const files = await siteWriter.write(FIXTURE, { ...CONTEXT, siteUrl: 'https://paper.example.cn/epaper' })
  const read = (end: string) => textOf(files.find((f) => f.name.endsWith(end)))
  expect(read('feed.xml')).toContain('<id>https://paper.example.cn/epaper/</id>')
  expect(read('02-1.html')).toContain(
    '<meta property="og:url" content="https://paper.example.cn/epaper/articles/2024-03-12-02-1.html">',
  )
})
test('JSON-LD of a story with its place names its address and where its picture stands', async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1])
  const picture = { sha256: 'cd'.repeat(32), width: 900, height: 600 }
  const shown = page([
    {
      id: 'a1',
      blocks: [
        block('headline', '水来了</script>'),
        block('caption', '渠首', { picture }),
        block('credit', '苏 禾摄'),
        block('paragraph', '正文。'),
      ],
    },
  ])
  const files = await siteWriter.write(shown, { ...CONTEXT, siteUrl: 'https://paper.example.cn', picture: () => png })
  const html = textOf(files.find((f) => f.name.includes('/articles/')))
  const data = JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? '') as {
    '@graph': readonly Record<string, unknown>[]
  }
  expect(data['@graph'][0]).toMatchObject({
    headline: '水来了</script>',
    url: 'https://paper.example.cn/articles/page-1-1.html',
    image: [
      {
        caption: '渠首',
        creditText: '苏 禾摄',
        contentUrl: `https://paper.example.cn/pictures/${picture.sha256.slice(0, 24)}.png`,
        width: 900,
        height: 600,
      },
    ],
  })
})
test('without its place there is no sitemap, which could not be right, and the feed does not name itself', async () => {
  const files = await edition([FIXTURE])
  expect(files.has('sitemap.xml')).toBe(false)
  expect(files.get('feed.xml')).not.toMatch(/rel="self"|https?:\/\/(?!www\.w3\.org)/)
})
test('the picture of the printed page stands beside the typeset one, in its own file', async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
  const paper = { sha256: 'ab'.repeat(32), width: 1200, height: 1700 }
  const files = await siteWriter.write(FIXTURE, {
    ...CONTEXT,
    paper,
    picture: (h) => (h === paper.sha256 ? png : undefined),
  })
  const url = `pictures/${paper.sha256.slice(0, 24)}.png`
  expect(files.find((f) => f.name.endsWith(url))?.bytes).toEqual(png)
  const html = textOf(files.find((f) => f.name.endsWith('pages/2024-03-12-02.html')))
  expect(html).toContain(`<img src="../${url}" width="1200" height="1700"`)
  expect(html).toContain('原报图片')
  expect((await edition([FIXTURE])).get('pages/2024-03-12-02.html')).not.toContain('原报图片')
})
test('pages without a number are told apart', async () => {
  const files = await edition([
    page(FIXTURE.articles, {}),
    page([], {}),
    page([], { number: '2' }),
    page([], { number: '2' }),
  ])
  const labels = [...(files.get('issues/undated.html') ?? '').matchAll(/<h2><a [^>]*>([^<]*)</g)].map((m) => m[1])
  expect(labels).toEqual(['版面 1', '版面 2', '第2版', '第2版（2）'])
})
test('pages made side by side are the same edition, in the same order', async () => {
  const list = week.map((p) => ({ meta: p.meta, load: () => Promise.resolve({ page: p }) }))
  const alone = await edition(week)
  const beside = new Map<string, string>()
  for await (const f of siteFiles(list, {
    ...CONTEXT,
    width: 3,
    make: (task, site) =>
      new Promise((done) => setTimeout(() => done(pageParts(task, site)), task.page.articles.length % 3)),
  }))
    beside.set(f.name, textOf(f))
  expect([...beside.keys()]).toEqual([...alone.keys()])
  for (const [name, content] of alone) expect(beside.get(name), name).toBe(content)
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
    page: '1',
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

/** Pages as a static digital edition 数字报: opens from disk and from any host. */
import type { Element } from 'hast'
import type { Page, PageMeta, Picture } from '../../page/page.ts'
import { STORY_STYLE } from '../html/style.ts'
import { kindOfPicture } from '../picture.ts'
import { utf8 } from '../text.ts'
import type { PrintOptions, Writer, WriterContext, WrittenFile } from '../writer.ts'
import { calendarText } from './calendar.ts'
import type { Listed } from './catalog.ts'
import { contextOf, siteContext } from './context.ts'
import type { SiteContext } from './context.ts'
import { feedText, sitemapText } from './feed.ts'
import { iconText } from './icon.ts'
import { indexViewText } from './index-view.ts'
import { issueViewText } from './issue-view.ts'
import { pageParts } from './page-parts.ts'
import type { PageParts, PageTask } from './page-parts.ts'
import { siteEntries } from './plan.ts'
import { searchIndex } from './search-index.ts'
import { SEARCH_SCRIPT } from './search-script.ts'
import { searchViewText } from './search-view.ts'
import { SITE_STYLE } from './style.ts'
import { URLS } from './urls.ts'

export const siteWriter: Writer = {
  id: 'site',
  extension: '.site/',
  name: { zh: '数字报（静态网站）', en: 'Digital edition (static site)' },
  write: async (page, { name, paper, print, siteUrl, ...context }) => {
    const files: WrittenFile[] = []
    const one = {
      meta: page.meta,
      load: () => Promise.resolve({ page, ...(paper && { paper }), ...(print && { print }) }),
    }
    const options = { ...context, ...(siteUrl !== undefined && { address: siteUrl }) }
    for await (const file of siteFiles([one], options)) files.push({ ...file, name: `${name}.site/${file.name}` })
    return files
  },
}

/** A page of an edition: what it is, and the page itself when its turn comes. */
export type SitePage = { readonly meta: PageMeta; readonly load: () => Promise<LoadedPage> }

/** `paper` is the picture of the printed page; `print` says how a person placed it. */
export type LoadedPage = { readonly page: Page; readonly paper?: Picture; readonly print?: PrintOptions }

/**
 * `address` is where the edition will stand on the web; without one it has no sitemap, which must give whole addresses. `make` makes
 * the parts of a page, `width` of them side by side; without it they are made here, one by one.
 */
export type SiteOptions = Pick<WriterContext, 'picture' | 'template' | 'words'> & {
  readonly address?: string
  readonly width?: number
  readonly make?: (task: PageTask, site: SiteContext) => Promise<PageParts>
}

/** From this many pages on the pages are placed by arithmetic. */
const MANY = 25

/**
 * The files of an edition of `pages`, in any order given, as they are done: each page is loaded once and forgotten. The home page
 * is the first page of the newest issue.
 */
export async function* siteFiles(pages: readonly SitePage[], options: SiteOptions): AsyncGenerator<WrittenFile> {
  const entries = siteEntries(pages.map((p) => p.meta))
  const site = siteContext(entries, options.address)
  const loads = new Map(entries.map((e, i) => [e.key, pages[i]?.load] as const))
  const index = searchIndex()
  const seen = new Set<string>()
  const all: Listed[] = []
  const { width = 1, make = (task, part) => Promise.resolve(pageParts(task, part, options.words)) } = options
  const start = async (key: string) => {
    const loaded = await (loads.get(key) as SitePage['load'])() // every key is an entry's
    const { addresses, files } = picturesOf(loaded, options, seen)
    const task = { key, ...loaded, pictures: addresses, quick: pages.length >= MANY }
    const whole = options.template === undefined ? task : { ...task, template: options.template }
    return { files, parts: await make(whole, contextOf(site, key)) }
  }
  yield text(URLS.style, STORY_STYLE + SITE_STYLE)
  yield text(URLS.script, SEARCH_SCRIPT)
  yield text(URLS.icon, iconText(site.paper))
  const queue = site.plan.issues.flatMap((issue) => issue.entries.map(({ key }) => ({ key, issue })))
  let shown: { readonly stories: readonly Listed[]; readonly thumb: readonly Element[] }[] = []
  for await (const [{ key, issue }, done] of inOrder(queue, width, (e) => start(e.key))) {
    yield* done.files
    yield* done.parts.files
    for (const row of done.parts.rows) yield* index.add(row)
    for (const story of done.parts.stories) all.push(story)
    shown.push(done.parts)
    if (key !== issue.entries.at(-1)?.key) continue
    yield text(URLS.issue(issue.key), issueViewText(issue, shown, site))
    shown = []
  }
  yield* index.end()
  yield text(URLS.search, searchViewText(site.paper))
  yield text(URLS.calendar, calendarText(site, all))
  yield text(URLS.authors, indexViewText('authors', all, site.paper))
  yield text(URLS.keywords, indexViewText('keywords', all, site.paper))
  yield text(URLS.feed, feedText(site, all))
  if (site.base !== undefined) yield text(URLS.sitemap, sitemapText(site.base, site, all))
  if (!site.home) yield text(URLS.home, searchViewText(site.paper))
}

const text = (name: string, content: string): WrittenFile => ({ name, bytes: utf8(content) })

/** The pictures of a page that no page before it had, and the addresses of all of them. */
function picturesOf({ page, paper }: LoadedPage, options: SiteOptions, seen: Set<string>) {
  const addresses: Record<string, string> = {}
  const files: WrittenFile[] = []
  const pictures = [
    ...page.articles.flatMap((a) => a.blocks.flatMap((b) => b.picture ?? [])),
    ...(paper ? [paper] : []),
  ]
  for (const { sha256 } of pictures) {
    const bytes = sha256 === undefined || sha256 in addresses ? undefined : options.picture(sha256)
    const kind = bytes && kindOfPicture(bytes)
    if (sha256 === undefined || !bytes || !kind) continue
    addresses[sha256] = URLS.picture(sha256, kind.extension)
    if (!seen.has(sha256)) files.push({ name: URLS.picture(sha256, kind.extension), bytes })
    seen.add(sha256)
  }
  return { addresses, files }
}

/** What `run` makes of each item, in order; `width` of them are under way at once. */
async function* inOrder<T, R>(
  items: readonly T[],
  width: number,
  run: (item: T) => Promise<R>,
): AsyncGenerator<readonly [T, R]> {
  const underWay: Promise<R>[] = []
  let next = 0
  for (const item of items) {
    for (; underWay.length < width && next < items.length; next++) {
      const result = run(items[next] as T) // next is below the length
      result.catch(() => {}) // whoever waits for it is told; nobody may wait when one before it failed
      underWay.push(result)
    }
    yield [item, await (underWay.shift() as Promise<R>)] // at least one was started
  }
}

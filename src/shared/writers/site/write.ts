/** Pages as a static digital edition 数字报: opens from disk and from any host. */
import { templateOf } from '../../layout/templates.ts'
import { compose } from '../../layout/compose.ts'
import type { Composed } from '../../layout/compose.ts'
import type { Page, PageMeta, Picture } from '../../page/page.ts'
import { STORY_STYLE } from '../html/style.ts'
import { kindOfPicture, pictureFile } from '../picture.ts'
import { utf8 } from '../text.ts'
import type { Writer, WriterContext, WrittenFile } from '../writer.ts'
import { articleViewText } from './article-view.ts'
import { calendarText } from './calendar.ts'
import { listed } from './catalog.ts'
import type { Listed } from './catalog.ts'
import { paperOf, placeOf } from './context.ts'
import type { SiteContext } from './context.ts'
import { feedText, sitemapText } from './feed.ts'
import { indexViewText } from './index-view.ts'
import { pageViewText } from './page-view.ts'
import type { PageView } from './page-view.ts'
import { neighboursOf, planSite, siteEntries } from './plan.ts'
import { quickPlacement } from './quick-placement.ts'
import { searchIndex } from './search-index.ts'
import { SEARCH_SCRIPT } from './search-script.ts'
import { searchViewText } from './search-view.ts'
import { SITE_STYLE } from './style.ts'
import { URLS } from './urls.ts'

export const siteWriter: Writer = {
  id: 'site',
  extension: '.site/',
  name: { zh: '数字报（静态网站）', en: 'Digital edition (static site)' },
  write: async (page, context) => {
    const files: WrittenFile[] = []
    const one = [{ meta: page.meta, load: () => Promise.resolve(page) }]
    for await (const file of siteFiles(one, context)) files.push({ ...file, name: `${context.name}.site/${file.name}` })
    return files
  },
}

/** A page of an edition: what it is, and the page itself when its turn comes. */
export type SitePage = { readonly meta: PageMeta; readonly load: () => Promise<Page> }

/** `base` is where the edition will stand on the web, ending with `/`; an address given as `template` is taken for it. */
export type SiteOptions = Pick<WriterContext, 'picture' | 'template' | 'print' | 'words'> & { readonly base?: string }

/**
 * The files of an edition of `pages`, in any order given, as they are done: each page is loaded once and forgotten. The home page
 * is the first page of the newest issue.
 */
export async function* siteFiles(pages: readonly SitePage[], options: SiteOptions): AsyncGenerator<WrittenFile> {
  const base = options.base ?? addressOf(options.template)
  const entries = siteEntries(pages.map((p) => p.meta))
  const plan = planSite(entries)
  const site: SiteContext = {
    plan,
    neighbours: neighboursOf(plan),
    ...(base !== undefined && { base }),
  }
  const home = plan.issues.at(-1)?.entries[0]
  const paper = paperOf(home?.meta ?? {})
  const loads = new Map(entries.map((e, i) => [e.key, pages[i]?.load] as const))
  const index = searchIndex()
  const all: Listed[] = []
  const shown = {
    pictureUrl: (picture: Picture) => pictureUrl(picture.sha256, '../', options),
    ...(options.words && { words: options.words }),
  }
  yield text(URLS.style, STORY_STYLE + SITE_STYLE)
  yield text(URLS.script, SEARCH_SCRIPT)
  for (const entry of plan.issues.flatMap((i) => i.entries)) {
    const page = await loads.get(entry.key)?.()
    if (!page) continue
    const stories = listed(page, entry.key, placeOf(entry.meta))
    const view: PageView = {
      entry,
      page,
      composed: composed(page, entries.length >= MANY, options),
      picture: (sha256, root) => pictureUrl(sha256, root, options),
      stories: stories.map((s) => ({ article: s.story.article.id, listed: s.entry })),
    }
    yield text(URLS.page(entry.key), pageViewText(view, site, URLS.page(entry.key)))
    if (entry === home) yield text(URLS.home, pageViewText(view, site, URLS.home))
    for (const [i, { story, entry: known }] of stories.entries()) {
      yield text(known.url, articleViewText(view, story, i, site, shown))
      yield* index.add(story, known)
      all.push(known)
    }
    yield* picturesOf(page, options)
  }
  yield* index.end()
  yield text(URLS.search, searchViewText(paper))
  yield text(URLS.calendar, calendarText(site, paper))
  yield text(URLS.authors, indexViewText('authors', all, paper))
  yield text(URLS.keywords, indexViewText('keywords', all, paper))
  yield text(URLS.feed, feedText(paper, all, base))
  yield text(URLS.sitemap, sitemapText(site, all))
  if (!home) yield text(URLS.home, searchViewText(paper))
}

const addressOf = (template = ''): string | undefined =>
  /^https?:\/\/\S+$/.test(template) ? template.replace(/\/*$/, '/') : undefined

const text = (name: string, content: string): WrittenFile => ({ name, bytes: utf8(content) })

/** From this many pages on the pages are placed by arithmetic: looking for the best page would take most of the time. */
const MANY = 25

/** The page set for its map: as a person placed it, else on the sheet that so many characters fill (trying every sheet takes too long). */
function composed(page: Page, many: boolean, { template, print, words }: SiteOptions): Composed {
  const characters = charactersOf(page)
  const t = print?.template ?? templateOf(template ?? SHEETS.find((s) => characters < s.below)?.id)
  return compose(page, t, print?.placement ?? (many ? quickPlacement(page, t) : undefined), words)
}

const SHEETS: readonly { readonly id: string; readonly below: number }[] = [
  { id: 'feature-tabloid', below: 2000 },
  { id: 'national-tabloid', below: 4000 },
  { id: 'national-broadsheet', below: Infinity },
]
const charactersOf = (page: Page): number =>
  page.articles.reduce((sum, a) => sum + a.blocks.reduce((n, b) => n + b.text.length, 0), 0)

/** The address of a picture's file from a file that reaches the top by `root`. */
function pictureUrl(sha256: string | undefined, root: string, options: SiteOptions): string | undefined {
  const bytes = sha256 === undefined ? undefined : options.picture(sha256)
  const kind = bytes && kindOfPicture(bytes)
  return kind && sha256 !== undefined ? root + URLS.picture(sha256, kind.extension) : undefined
}

function* picturesOf(page: Page, options: SiteOptions): Generator<WrittenFile> {
  const seen = new Set<string>()
  for (const { picture } of page.articles.flatMap((a) => a.blocks)) {
    const file = picture && pictureFile(picture, options.picture)
    if (!file || picture.sha256 === undefined || seen.has(picture.sha256)) continue
    seen.add(picture.sha256)
    yield { name: URLS.picture(picture.sha256, file.kind.extension), bytes: file.bytes }
  }
}

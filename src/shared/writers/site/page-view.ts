/** The view of a newspaper page: the page itself with a region a story, beside it the stories, the issue's pages, the calendar. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Composed } from '../../layout/compose.ts'
import { longDate } from '../../dates.ts'
import type { Page } from '../../page/page.ts'
import { monthTable } from './calendar.ts'
import type { Listed } from './catalog.ts'
import { viewText } from './chrome.ts'
import { issueLabel, pageLabel, paperOf } from './context.ts'
import type { SiteContext } from './context.ts'
import { pageMap } from './page-map.ts'
import type { SiteEntry } from './plan.ts'
import { rootOf, URLS } from './urls.ts'

export type PageView = {
  readonly entry: SiteEntry
  readonly page: Page
  /** The page as it is set. */
  readonly composed: Composed
  /** The address of a picture's file, from a file that reaches the top by `root`. */
  readonly picture: (sha256: string, root: string) => string | undefined
  readonly stories: readonly { readonly article: string; readonly listed: Listed }[]
}

/** The file at `url`: the page's own, or the edition's home. */
export function pageViewText(view: PageView, site: SiteContext, url: string): string {
  const { entry, page, stories } = view
  const root = rootOf(url)
  const meta = entry.meta
  const paper = paperOf(meta)
  const date = meta.date === undefined ? '' : longDate(meta.date)
  const regions = stories.map(({ article, listed }) => ({ article, title: listed.title, href: root + listed.url }))
  return viewText({
    url,
    paper,
    title: [pageLabel(meta), date, paper].filter((t) => t !== '').join(' - '),
    description: stories.map(({ listed }) => listed.title).join('；'),
    properties: { 'og:type': 'website' },
    head: headLinks(entry, site, root),
    here: 'home',
    main: [
      h('div.edition', [
        h('div.place', [
          h('h1', [date === '' ? paper : date, ' ', h('span', pageLabel(meta))]),
          pager(entry, site, root),
        ]),
        h('div.paper-page', [...pageMap(page, view.composed, regions, (sha256) => view.picture(sha256, root))]),
        h('div.beside', [storyList(stories, root), pageList(entry, site, root), monthOf(entry, site, root)]),
      ]),
    ],
  })
}

/** Browsers and search engines are told the neighbours too; the home page is the same page as its own address. */
function headLinks(entry: SiteEntry, site: SiteContext, root: string): Element[] {
  const near = site.neighbours.get(entry.key)
  return [
    ...(near?.previousPage ? [h('link', { rel: 'prev', href: root + URLS.page(near.previousPage.key) })] : []),
    ...(near?.nextPage ? [h('link', { rel: 'next', href: root + URLS.page(near.nextPage.key) })] : []),
    h('link', { rel: 'canonical', href: (site.base ?? root) + URLS.page(entry.key) }),
  ]
}

/** Previous and next page and issue; an end of the row stays visible but leads nowhere. */
export function pager(entry: SiteEntry, site: SiteContext, root: string): Element {
  const near = site.neighbours.get(entry.key)
  const step = (name: string, to: SiteEntry | undefined): ElementContent =>
    to ? h('a', { href: root + URLS.page(to.key), title: pageLabel(to.meta) }, name) : h('span.off', name)
  return h('nav.pager', { ariaLabel: '翻版翻期' }, [
    step('上一期', near?.previousIssue?.entries[0]),
    step('上一版', near?.previousPage),
    step('下一版', near?.nextPage),
    step('下一期', near?.nextIssue?.entries[0]),
  ])
}

function storyList(stories: PageView['stories'], root: string): Element {
  const items = stories.map(({ listed }) =>
    h('li', [
      h('a', { href: root + listed.url }, listed.title),
      ...(listed.authors.length > 0 ? [h('span.by', listed.authors.join(' '))] : []),
    ]),
  )
  return h('section', [h('h2', '本版文章'), items.length > 0 ? h('ol.stories', items) : h('p', '本版没有文章。')])
}

function pageList(entry: SiteEntry, site: SiteContext, root: string): Element {
  const issue = site.neighbours.get(entry.key)?.issue
  const items = (issue?.entries ?? [entry]).map((e) =>
    h(
      'li',
      h(
        'a',
        { href: root + URLS.page(e.key), ariaCurrent: e.key === entry.key ? 'page' : undefined },
        pageLabel(e.meta),
      ),
    ),
  )
  return h('nav', { ariaLabel: '本期各版' }, [
    h('h2', `本期各版${issue ? `（${issueLabel(issue)}）` : ''}`),
    h('ul.pages', items),
  ])
}

function monthOf(entry: SiteEntry, site: SiteContext, root: string): Element {
  const date = entry.meta.date
  const more = h('p.more', h('a', { href: root + URLS.calendar }, '全部日期'))
  if (date === undefined) return h('section', [h('h2', '日历'), more])
  const issues = site.plan.issues.filter((i) => i.publication === (entry.meta.publication ?? ''))
  return h('section', [monthTable(date.slice(0, 7), issues, root, date, 'h2'), more])
}

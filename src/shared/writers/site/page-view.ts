/** The view of a newspaper page: the page itself with a region a story, beside it the stories, the issue's pages, the calendar. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Composed } from '../../layout/compose.ts'
import { longDate } from '../../dates.ts'
import type { Page, Picture } from '../../page/page.ts'
import { monthTable } from './calendar.ts'
import type { Listed } from './catalog.ts'
import { viewText } from './chrome.ts'
import { issueLabel, paperOf } from './context.ts'
import type { SiteContext } from './context.ts'
import { sheetMap } from './page-map.ts'
import type { Areas } from './page-map.ts'
import type { Neighbours, PlannedPage } from './plan.ts'
import { rootOf, URLS } from './urls.ts'

export type PageView = {
  readonly entry: PlannedPage
  readonly page: Page
  /** The page as it is set, and what each story takes up on each sheet. */
  readonly composed: Composed
  readonly areas: readonly Areas[]
  /** The picture of the printed page. */
  readonly paper?: Picture
  readonly near: Neighbours
  /** The address of a picture's file, from a file that reaches the top by `root`; undefined where it is missing. */
  readonly address: (picture: Picture, root: string) => string | undefined
  readonly stories: readonly { readonly article: string; readonly listed: Listed }[]
}

/** The file at `url`: the page's own, or the edition's home. */
export function pageViewText(view: PageView, site: SiteContext, url: string): string {
  const { entry, near, stories } = view
  const root = rootOf(url)
  const meta = entry.meta
  const paper = paperOf(meta)
  const date = meta.date === undefined ? '' : longDate(meta.date)
  const scan = view.paper && view.address(view.paper, root)
  return viewText({
    url,
    paper,
    title: [entry.label, date, paper].filter((t) => t !== '').join(' - '),
    description: stories.map(({ listed }) => listed.title).join('；'),
    properties: {
      'og:type': 'website',
      ...(site.base !== undefined && {
        'og:url': site.base + URLS.page(entry.key),
        'og:image': view.paper && view.address(view.paper, site.base),
      }),
    },
    head: headLinks(entry, near, site, root),
    here: 'home',
    main: [
      h('div.edition', [
        h('div.place', [h('h1', [date === '' ? paper : date, ' ', h('span', entry.label)]), ...pager(near, root)]),
        h('div.paper-page', [
          ...(scan === undefined ? [] : switchElements()),
          h('div.set', mapsOf(view, root)),
          ...(view.paper && scan !== undefined ? [scanElement(view.paper, scan, entry.label)] : []),
        ]),
        h('div.beside', [storyList(stories, root), pageList(entry, near, root), monthOf(entry, site, root)]),
      ]),
    ],
  })
}

/** The typeset sheets, with a region a story. */
function mapsOf({ composed, areas, stories, address }: PageView, root: string): Element[] {
  const regions = stories.map(({ article, listed }) => ({ article, title: listed.title, href: root + listed.url }))
  return composed.pages.map((sheet, i) =>
    sheetMap(sheet, areas[i], regions, (sha256) => address({ sha256, width: 1, height: 1 }, root)),
  )
}

/** Which of the two is shown, without a script: the style sheet follows the chosen button. */
const switchElements = (): Element[] => [
  h('input#as-set', { type: 'radio', name: 'as', checked: true }),
  h('label', { htmlFor: 'as-set' }, '版面'),
  h('input#as-paper', { type: 'radio', name: 'as' }),
  h('label', { htmlFor: 'as-paper' }, '原报图片'),
]

const scanElement = ({ width, height }: Picture, src: string, label: string): Element =>
  h('a.scan', { href: src }, [
    h('img', { src, width, height, alt: `${label}的原报图片，点开看原大`, loading: 'lazy', decoding: 'async' }),
  ])

/** Browsers and search engines are told the neighbours too; the home page is the same page as its own address. */
function headLinks(entry: PlannedPage, near: Neighbours, site: SiteContext, root: string): Element[] {
  return [
    ...(near.previousPage ? [h('link', { rel: 'prev', href: root + URLS.page(near.previousPage.key) })] : []),
    ...(near.nextPage ? [h('link', { rel: 'next', href: root + URLS.page(near.nextPage.key) })] : []),
    h('link', { rel: 'canonical', href: (site.base ?? root) + URLS.page(entry.key) }),
  ]
}

/** Previous and next page and issue; an end of the row stays visible but leads nowhere, and a page that stands alone has none. */
function pager(near: Neighbours, root: string): Element[] {
  const step = (name: string, to: PlannedPage | undefined): ElementContent =>
    to ? h('a', { href: root + URLS.page(to.key), title: to.label }, name) : h('span.off', name)
  const issues = near.previousIssue || near.nextIssue
  const pages = near.previousPage || near.nextPage
  const steps = [
    ...(issues ? [step('上一期', near.previousIssue?.entries[0])] : []),
    ...(pages ? [step('上一版', near.previousPage), step('下一版', near.nextPage)] : []),
    ...(issues ? [step('下一期', near.nextIssue?.entries[0])] : []),
  ]
  return steps.length > 0 ? [h('nav.pager', { ariaLabel: '翻版翻期' }, steps)] : []
}

function storyList(stories: PageView['stories'], root: string): Element {
  const items = stories.map(({ listed }, i) =>
    h('li', { className: `n${i + 1}` }, [
      h('a', { href: root + listed.url }, listed.title),
      ...(listed.authors.length > 0 ? [h('span.by', listed.authors.join(' '))] : []),
    ]),
  )
  return h('section', [h('h2', '本版文章'), items.length > 0 ? h('ol.stories', items) : h('p', '本版没有文章。')])
}

function pageList(entry: PlannedPage, { issue }: Neighbours, root: string): Element {
  const items = issue.entries.map((e) =>
    h('li', h('a', { href: root + URLS.page(e.key), ariaCurrent: e.key === entry.key ? 'page' : undefined }, e.label)),
  )
  return h('nav', { ariaLabel: '本期各版' }, [
    h('h2', `本期各版（${issueLabel(issue)}）`),
    h('ul.pages', items),
    h('p.more', h('a', { href: root + URLS.issue(issue.key) }, '本期目录')),
  ])
}

function monthOf(entry: PlannedPage, site: SiteContext, root: string): Element {
  const date = entry.meta.date
  const more = h('p.more', h('a', { href: root + URLS.calendar }, '全部日期'))
  if (date === undefined) return h('section', [h('h2', '日历'), more])
  const issues = site.plan.issues.filter((i) => i.publication === (entry.meta.publication ?? ''))
  return h('section', [monthTable(date.slice(0, 7), issues, root, date, 'h2'), more])
}

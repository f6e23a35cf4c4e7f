/** What machines read of the edition: an Atom feed (RFC 4287) of the newest stories, and a sitemap. */
import { x } from 'xastscript'
import type { Element } from 'xast'
import { cleanText } from '../text.ts'
import { xmlText } from '../xml.ts'
import type { Listed } from './catalog.ts'
import type { SiteContext } from './context.ts'
import { URLS } from './urls.ts'

/** A feed carries the newest; readers that want all of it have the sitemap. */
const NEWEST = 60

/**
 * The feed. A day's stories are dated at its midnight in China; an edition without any date is dated 1970. Without a place on the
 * web its links are relative to its own file, as Atom allows, and it does not name itself.
 */
export function feedText({ paper, base }: SiteContext, articles: readonly Listed[]): string {
  const newest = articles
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0))
    .slice(0, NEWEST)
  const home = base ?? ''
  const root = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-Hans' }, [
    x('title', cleanText(paper)),
    x('id', base ?? `urn:banxin:${encodeURIComponent(cleanText(paper))}`),
    x('updated', instant(newest[0]?.date)),
    ...(base === undefined ? [] : [x('link', { rel: 'self', href: base + URLS.feed, type: 'application/atom+xml' })]),
    x('link', { rel: 'alternate', href: home + URLS.home, type: 'text/html' }),
    x('author', [x('name', cleanText(paper))]),
    ...newest.map((l) => entryElement(l, paper, base)),
  ])
  return xmlText(root)
}

function entryElement(l: Listed, paper: string, base: string | undefined): Element {
  const id =
    base === undefined
      ? `urn:banxin:${encodeURIComponent(cleanText(paper))}:${encodeURIComponent(l.url)}`
      : base + l.url
  return x('entry', [
    x('title', l.title),
    x('id', id),
    x('updated', instant(l.date)),
    x('link', { rel: 'alternate', href: (base ?? '') + l.url, type: 'text/html' }),
    ...l.authors.map((name) => x('author', [x('name', name)])),
    ...l.keywords.map((term) => x('category', { term })),
    ...(l.summary === '' ? [] : [x('summary', l.summary)]),
  ])
}

/** Sitemaps hold at most 50,000 addresses, whole ones. */
const MOST_ADDRESSES = 50_000

/** The newest come first, should not all find room. */
export function sitemapText(base: string, site: SiteContext, articles: readonly Listed[]): string {
  const issues = site.plan.issues.toReversed()
  const pages = issues.flatMap((i) => i.entries.map((e) => ({ url: URLS.page(e.key), date: e.meta.date })))
  const contents = issues.map((i) => ({ url: URLS.issue(i.key), date: i.date }))
  const home = { url: URLS.home, date: undefined }
  const all = [home, ...contents, ...pages, ...articles.toReversed()].slice(0, MOST_ADDRESSES)
  return xmlText(
    x(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      all.map(({ url, date }) => x('url', [x('loc', base + url), ...(date === undefined ? [] : [x('lastmod', date)])])),
    ),
  )
}

const instant = (date: string | undefined): string =>
  date === undefined ? '1970-01-01T00:00:00Z' : `${date}T00:00:00+08:00`

declare const encodeURIComponent: (text: string) => string

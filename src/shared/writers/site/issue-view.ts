/** The contents of an issue 目录: every page in small, with its stories. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { longDate } from '../../dates.ts'
import type { Listed } from './catalog.ts'
import { viewText } from './chrome.ts'
import { paperOf } from './context.ts'
import type { SiteContext } from './context.ts'
import type { Issue } from './plan.ts'
import { rootOf, URLS } from './urls.ts'

/** `shown` has the stories and the small drawing of each of the issue's pages, in order. */
export function issueViewText(
  issue: Issue,
  shown: readonly { readonly stories: readonly Listed[]; readonly thumb: readonly Element[] }[],
  site: SiteContext,
): string {
  const url = URLS.issue(issue.key)
  const root = rootOf(url)
  const paper = paperOf({ publication: issue.publication })
  const date = issue.date === undefined ? '未标日期的版面' : longDate(issue.date)
  const count = shown.reduce((sum, s) => sum + s.stories.length, 0)
  const near = site.neighbours.get(issue.entries[0]?.key ?? '')
  const step = (name: string, to: Issue | undefined) =>
    to ? h('a', { href: root + URLS.issue(to.key) }, name) : h('span.off', name)
  return viewText({
    url,
    paper,
    title: `目录 - ${date} - ${paper}`,
    description: `${paper} ${date}，共${issue.entries.length}版${count}篇`,
    properties: { 'og:type': 'website', ...(site.base !== undefined && { 'og:url': site.base + url }) },
    here: 'home',
    main: [
      h('div.issue', [
        h('div.place', [
          h('h1', [date, ' ', h('span', `共${issue.entries.length}版 ${count}篇`)]),
          ...(near?.previousIssue || near?.nextIssue
            ? [
                h('nav.pager', { ariaLabel: '翻期' }, [
                  step('上一期', near.previousIssue),
                  step('下一期', near.nextIssue),
                ]),
              ]
            : []),
        ]),
        h(
          'ol.leaves',
          issue.entries.map((e, i) => {
            const pageUrl = root + URLS.page(e.key)
            const { stories = [], thumb = [] } = shown[i] ?? {}
            return h('li', [
              h('a.thumb', { href: pageUrl, ariaHidden: 'true', tabIndex: -1 }, [...thumb]),
              h('section', [
                h('h2', h('a', { href: pageUrl }, e.label)),
                h(
                  'ol.stories',
                  stories.map((l) => h('li', h('a', { href: root + l.url }, l.title))),
                ),
              ]),
            ])
          }),
        ),
      ]),
    ],
  })
}

/** The view of a story: the story itself, where it stood on the page, the way to its neighbours. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { longDate } from '../../dates.ts'
import { articleElement } from '../html/article.ts'
import { jsonLdElement, newsArticle } from '../html/json-ld.ts'
import type { Picture } from '../../page/page.ts'
import type { Words } from '../../words.ts'
import type { Story } from '../story.ts'
import { viewText } from './chrome.ts'
import { paperOf } from './context.ts'
import type { SiteContext } from './context.ts'
import { sheetMap } from './page-map.ts'
import type { PageView } from './page-view.ts'
import { rootOf, URLS } from './urls.ts'

/** The file of the story at `index` of the page's. */
export function articleViewText(view: PageView, story: Story, index: number, site: SiteContext, words?: Words): string {
  const meta = view.entry.meta
  const paper = paperOf(meta)
  const listed = view.stories[index]?.listed
  const url = URLS.article(view.entry.key, index + 1)
  const root = rootOf(url)
  const pageUrl = root + URLS.page(view.entry.key)
  const regions = view.stories.map((s, i) => ({
    article: s.article,
    title: s.listed.title,
    href: root + s.listed.url,
    here: i === index,
  }))
  const maps = view.composed.pages.map((sheet, i) => sheetMap(sheet, view.areas[i], regions))
  const absolute = (picture: Picture) => (site.base === undefined ? undefined : view.address(picture, site.base))
  const picture = story.article.blocks.find((b) => b.picture)?.picture
  return viewText({
    url,
    paper,
    title: [listed?.title, paper].filter(Boolean).join(' - '),
    description: listed?.summary ?? '',
    properties: {
      'og:type': 'article',
      'og:url': site.base && site.base + url,
      'og:image': picture && absolute(picture),
      'article:published_time': meta.date,
      'article:section': meta.section,
    },
    head: [
      h('link', { rel: 'canonical', href: (site.base ?? root) + url }),
      jsonLdElement([newsArticle(story, view.page, { url: site.base && site.base + url, picture: absolute })]),
    ],
    main: [
      h('div.reading', [
        h('p.crumbs', [
          ...(meta.date === undefined ? [] : [h('time', { dateTime: meta.date }, longDate(meta.date)), ' ']),
          h('a', { href: pageUrl }, view.entry.label),
        ]),
        articleElement(story, {
          id: 'story',
          level: 1,
          pictureUrl: (p) => view.address(p, root),
          ...(words && { words }),
        }),
        h('aside.where', { ariaLabel: '所在版面' }, [
          h('h2', '在版面上的位置'),
          ...maps,
          h('p', h('a', { href: pageUrl }, '看整版')),
        ]),
        neighbours(view, index, root),
      ]),
    ],
  })
}

function neighbours(view: PageView, index: number, root: string): Element {
  const step = (name: string, at: number) => {
    const to = view.stories[at]?.listed
    return to ? [h('a', { href: root + to.url }, [h('span', name), to.title])] : []
  }
  return h('nav.onward', { ariaLabel: '前后文章' }, [...step('上一篇', index - 1), ...step('下一篇', index + 1)])
}

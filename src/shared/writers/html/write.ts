/** One newspaper page as an HTML document that stands alone: styles, data and pictures inside, no script. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { longDate } from '../../dates.ts'
import type { Page } from '../../page/page.ts'
import { titleOf } from '../../page/walk.ts'
import { pictureDataUrl } from '../picture.ts'
import { foliosOf, storiesOf } from '../story.ts'
import type { Story } from '../story.ts'
import { oneLine, utf8 } from '../text.ts'
import type { Writer, WriterContext } from '../writer.ts'
import { articleElement } from './article.ts'
import { documentText } from './document.ts'
import { inline } from './inline.ts'
import { jsonLdElement, newsArticle } from './json-ld.ts'
import { descriptionOf, pageName, titleOfPage } from './masthead.ts'
import { PAGE_STYLE, STORY_STYLE } from './style.ts'

export const htmlWriter: Writer = {
  id: 'html',
  extension: '.html',
  name: { zh: '网页（单个文件）', en: 'Web page (single file)' },
  write: (page, context) => Promise.resolve([{ name: `${context.name}.html`, bytes: utf8(pageHtml(page, context)) }]),
}

/** The document. Pictures stand in it as data; a missing one leaves its caption. */
export function pageHtml(page: Page, context: Pick<WriterContext, 'name' | 'picture' | 'words'>): string {
  const stories = storiesOf(page)
  const title = titleOfPage(page, context.name)
  const description = descriptionOf(page)
  return documentText({
    title,
    lang: 'zh-Hans',
    description,
    properties: {
      'og:type': stories.length === 1 ? 'article' : 'website',
      'og:title': title,
      'og:description': description,
      'og:site_name': page.meta.publication,
      'og:locale': 'zh_CN',
      'article:published_time': stories.length === 1 ? page.meta.date : undefined,
      'article:section': stories.length === 1 ? page.meta.section : undefined,
    },
    head: [h('style', STORY_STYLE + PAGE_STYLE), jsonLdElement(stories.map((s) => newsArticle(s, page)))],
    bodyClass: stories.length > 1 ? 'many' : 'one',
    body: [
      ...(stories.length > 1 ? [h('a.skip', { href: '#stories' }, '跳到正文')] : []),
      ...mastheadElement(page, title),
      h('div.sheet', [
        ...(stories.length > 1 ? [contentsElement(stories)] : []),
        h(
          'main#stories',
          stories.map((s, i) =>
            articleElement(s, {
              id: `a${i + 1}`,
              level: stories.length > 1 ? 2 : 1,
              pictureUrl: (picture) => pictureDataUrl(picture, context.picture),
              ...(context.words && { words: context.words }),
            }),
          ),
        ),
      ]),
      ...footElement(page),
    ],
  })
}

/** Paper, day and page. */
function mastheadElement(page: Page, title: string): ElementContent[] {
  const { publication, date, section } = page.meta
  const many = storiesOf(page).length > 1
  const facts = [
    ...(date === undefined ? [] : [h('time', { dateTime: date }, longDate(date))]),
    ...[pageName(page.meta), oneLine(section ?? '')].filter((t) => t !== '').map((t) => h('span', t)),
  ]
  const name = publication === undefined ? [] : [h('p.paper', oneLine(publication))]
  const visibleTitle = many ? [h('h1', { className: 'page-title' }, title)] : []
  const content = [...name, ...visibleTitle, ...(facts.length > 0 ? [h('p.facts', facts)] : [])]
  if (content.length === 0) return []
  // A page that does not say what it is has a title for those who listen, and no empty strip for those who look.
  const isSeen = name.length + facts.length > 0
  return isSeen ? [h('header.masthead', content)] : [h('header', content)]
}

/** The folio strip as it was printed: the colophon of a page on the web. */
function footElement(page: Page): ElementContent[] {
  const folios = foliosOf(page).map((b) => h('p.folio', inline(b)))
  return folios.length > 0 ? [h('footer.foot', folios)] : []
}

const contentsElement = (stories: readonly Story[]): ElementContent =>
  h('nav.contents', { ariaLabel: '本版导读' }, [
    h('p.contents-title', '本版导读'),
    h(
      'ol',
      stories.map((s, i) => h('li', h('a', { href: `#a${i + 1}` }, oneLine(titleOf(s.article)) || `第${i + 1}篇`))),
    ),
  ])

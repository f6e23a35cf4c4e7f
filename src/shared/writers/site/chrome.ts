/** What stands around every view of the digital edition: head, bar, search box, foot. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { documentText } from '../html/document.ts'
import { EDITION } from './context.ts'
import { rootOf, URLS } from './urls.ts'

export type View = {
  readonly url: string
  readonly title: string
  readonly description?: string
  /** The paper's name in the bar. */
  readonly paper: string
  readonly properties?: Readonly<Record<string, string | undefined>>
  readonly head?: readonly Element[]
  readonly main: readonly ElementContent[]
  /** Which entry of the bar this is. */
  readonly here?: keyof typeof BAR
  readonly search?: string
}

const BAR = { home: '版面', calendar: '日历', authors: '作者', keywords: '关键词' } as const

/** The whole file at `view.url`. */
export function viewText(view: View): string {
  const root = rootOf(view.url)
  return documentText({
    title: view.title,
    lang: 'zh-Hans',
    description: view.description ?? '',
    properties: { 'og:title': view.title, 'og:site_name': view.paper, 'og:locale': 'zh_CN', ...view.properties },
    head: [
      h('link', { rel: 'stylesheet', href: root + URLS.style }),
      h('link', { rel: 'icon', type: 'image/svg+xml', href: root + URLS.icon }),
      h('link', { rel: 'alternate', type: 'application/atom+xml', title: view.paper, href: root + URLS.feed }),
      ...(view.head ?? []),
    ],
    body: [
      h('a.skip', { href: '#content' }, '跳到正文'),
      bar(view, root),
      h('main#content', [...view.main]),
      h(
        'footer.foot',
        h('p', [
          view.paper === EDITION ? EDITION : `${view.paper} ${EDITION}`,
          ' · ',
          h('a', { href: root + URLS.feed }, '订阅（Atom）'),
        ]),
      ),
    ],
  })
}

/** A plain form: without a script it still leads to the search page. */
function bar(view: View, root: string): Element {
  const links = Object.entries(BAR).map(([id, name]) =>
    h('a', { href: root + URLS[id as keyof typeof BAR], ariaCurrent: view.here === id ? 'page' : undefined }, name),
  )
  return h('header.bar', [
    h('a.paper', { href: root + URLS.home }, view.paper),
    h('nav', { ariaLabel: EDITION }, links),
    h('form', { action: root + URLS.search, method: 'get', role: 'search' }, [
      h('input', { type: 'search', name: 'q', ariaLabel: '检索', placeholder: '检索全部文章', autoComplete: 'off' }),
      h('button', { type: 'submit' }, '检索'),
    ]),
  ])
}

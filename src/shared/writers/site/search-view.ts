/** The search page: a form, a place for the hits, and the script that finds them. */
import { h } from 'hastscript'
import { viewText } from './chrome.ts'
import { URLS } from './urls.ts'

export const searchViewText = (paper: string): string =>
  viewText({
    url: URLS.search,
    paper,
    title: `检索 - ${paper}`,
    head: [h('script', { src: URLS.manifest, defer: true }), h('script', { src: URLS.script, defer: true })],
    main: [
      h('div.list.search', [
        h('h1', '检索'),
        h('form#search', { action: URLS.search, method: 'get' }, [
          h('label', { htmlFor: 'q' }, '检索词'),
          h('input#q', { type: 'search', name: 'q', autoComplete: 'off' }),
          h('button', { type: 'submit' }, '检索'),
        ]),
        h('p#status', { role: 'status' }, '多个词用空格隔开，只列出各词都有的文章。'),
        h('ol#hits.hits'),
        h('button#more', { type: 'button', hidden: true }, '继续查找'),
        h('noscript', h('p', '检索需要浏览器允许脚本。')),
      ]),
    ],
  })

/** Indexes of the edition: by author and by keyword, in the order of pinyin. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { shortDate } from '../../dates.ts'
import type { Listed } from './catalog.ts'
import { viewText } from './chrome.ts'
import { URLS } from './urls.ts'

const KINDS = {
  authors: { title: '作者', of: (l: Listed) => l.authors, none: '没有署名的文章。' },
  keywords: { title: '关键词', of: (l: Listed) => l.keywords, none: '没有带关键词的文章。' },
} as const

/** One list of all names, each with its stories, newest first; letters lead to them. */
export function indexViewText(kind: keyof typeof KINDS, articles: readonly Listed[], paper: string): string {
  const { title, of, none } = KINDS[kind]
  const names = new Map<string, Listed[]>()
  for (const l of articles) for (const name of of(l)) names.set(name, [...(names.get(name) ?? []), l])
  const letters = new Map<string, [string, Listed[]][]>()
  for (const entry of [...names].toSorted(([a], [b]) => pinyin.compare(a, b))) {
    const letter = letterOf(entry[0])
    letters.set(letter, [...(letters.get(letter) ?? []), entry])
  }
  const sections = [...letters].map(([letter, entries]) =>
    h('section.letter', [
      h('h2', { id: `letter-${letter}` }, letter),
      h(
        'div.names',
        entries.map(([name, list]) => nameElement(name, list)),
      ),
    ]),
  )
  const jumps = [...letters.keys()].map((letter) => h('a', { href: `#letter-${letter}` }, letter))
  return viewText({
    url: URLS[kind],
    paper,
    title: `${title} - ${paper}`,
    here: kind,
    main: [
      h('div.list', [
        h('h1', title),
        ...(jumps.length > 1 ? [h('nav.letters', { ariaLabel: '按拼音' }, jumps)] : []),
        ...(sections.length > 0 ? sections : [h('p', none)]),
      ]),
    ],
  })
}

/** Closed lists keep a long index short; a name with one story shows it at once. */
function nameElement(name: string, list: readonly Listed[]): Element {
  const items = list
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    .map((l) =>
      h('li', [
        h('a', { href: l.url }, l.title),
        h('span.by', [l.date === undefined ? '' : shortDate(l.date), l.place].filter((t) => t !== '').join(' ')),
      ]),
    )
  return h('details.name', { open: list.length <= 3 }, [
    h('summary', [name, h('span.count', `${list.length} 篇`)]),
    h('ul', items),
  ])
}

const pinyin = new Intl.Collator('zh-Hans-u-co-pinyin')

/** The first character of each letter in the order of pinyin; no sound begins with I, U or V. */
const FIRSTS: readonly (readonly [string, string])[] = [
  ...'A阿B八C嚓D哒E妸F发G旮H哈J讥K咔L垃M妈N拏O噢P妑Q七R呥S仨T他W哇X夕Y丫Z匝'.matchAll(/(\w)(\W)/gu),
].map(([, letter = '', first = '']) => [letter, first] as const)

/** The letter under which a name stands: that of its pinyin, its own for Latin, else #. */
function letterOf(name: string): string {
  const latin = /^[a-z]/i.exec(name)
  if (latin) return latin[0].toUpperCase()
  if (!/^\p{Script=Han}/u.test(name)) return '0-9'
  return FIRSTS.findLast(([, first]) => pinyin.compare(first, name) <= 0)?.[0] ?? 'A'
}

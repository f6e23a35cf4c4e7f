/** What the archive keeps beside a Page so that it is found: its articles' texts, people and keywords, its likeness. */
import type { Article, Page } from '../../shared/page/page.ts'
import { textsOf, titleOf } from '../../shared/page/walk.ts'
import { isBlank } from '../../shared/structure/lines.ts'
import { peopleOf } from '../../shared/structure/people.ts'
import type { PartName } from '../../shared/structure/people.ts'
import { likenessHashes } from '../../shared/search/likeness.ts'
import { keywordsOf } from '../../shared/writers/keywords.ts'
import { letterOf } from './search/roles.ts'
import { SEPARATOR } from './search/segment.ts'
import type { Segmenter } from './words.ts'
import { mapped } from '../../shared/packed.ts'

export type PersonKind = 'author' | 'reporter' | 'correspondent' | 'photographer'

export type DerivedArticle = {
  /** The article's id in the page. */
  readonly key: string
  readonly headline: string
  readonly byline: string
  readonly characters: number
  readonly text: string
  readonly roles: string
  readonly keys: string
  readonly people: readonly (readonly [name: string, kind: PersonKind])[]
  readonly keywords: readonly (readonly [word: string, weight: number])[]
}

export type Derived = {
  readonly title: string
  readonly characters: number
  readonly articles: readonly DerivedArticle[]
  readonly likeness: readonly number[]
}

/** A page's articles are numbered below this; what stands behind goes with the last. */
export const MOST_ARTICLES = 4096

/** What finds keywords. */
export type Keywords = Pick<Segmenter, 'keywords'>

/** With `words` the keywords are those of the text too, without only those printed on the page. */
export function derive(page: Page, words?: Keywords): Derived {
  const drawn = draw(page)
  return withFound(drawn, find(drawn.articles, words))
}

/** What is drawn from a page without looking into its texts; the keywords are those printed on it. */
export type Drawn = Omit<Derived, 'likeness'>

export function draw(page: Page): Drawn {
  const articles = mapped(
    page.articles.length > MOST_ARTICLES ? [...page.articles.slice(0, MOST_ARTICLES - 1), tail(page)] : page.articles,
    drawArticle,
  )
  return {
    title: titleOfPage(page),
    characters: articles.reduce((n, a) => n + a.characters, 0),
    articles,
  }
}

/** What is looked into of an article. */
export type ArticleText = Pick<DerivedArticle, 'text' | 'keywords'>

/** What is found in the texts of a page: the keywords of each article, printed ones and others, and the page's likeness. */
export type Found = Pick<Derived, 'likeness'> & { readonly keywords: readonly DerivedArticle['keywords'][] }

/** Without `words` the keywords stay those that are printed. */
export const find = (articles: readonly ArticleText[], words?: Keywords): Found => ({
  keywords: mapped(articles, (a) => (words ? keywordsIn(a, words) : a.keywords)),
  likeness: likenessHashes(mapped(articles, (a) => a.text).join('')),
})

export const withFound = (drawn: Drawn, { keywords, likeness }: Found): Derived => ({
  ...drawn,
  articles: mapped(drawn.articles, (a, i) => ({ ...a, keywords: keywords[i] ?? a.keywords })),
  likeness,
})

/** What a page is called: the title it was given, or its first headline. */
export function titleOfPage({ meta, articles }: Page): string {
  const first = articles.find((a) => a.blocks.some((b) => b.role === 'headline')) ?? articles[0]
  return meta.title ?? (first ? titleOf(first) : '')
}

const tail = (page: Page): Article => ({
  id: page.articles[MOST_ARTICLES - 1]?.id ?? '',
  blocks: page.articles.slice(MOST_ARTICLES - 1).flatMap((a) => a.blocks),
})

function drawArticle(a: Article): DerivedArticle {
  const texts = mapped(a.blocks, (b) => b.text.replace(CONTROL, '\ufffd'))
  return {
    key: a.id,
    headline: titleOf(a),
    byline: textsOf(a, 'byline').join(' ').replaceAll('\n', ' '),
    characters: texts.reduce((n, t) => n + nonBlank(t), 0),
    text: texts.join(SEPARATOR),
    roles: mapped(a.blocks, (b) => letterOf(b.role)).join(''),
    keys: mapped(a.blocks, (b) => b.id).join(','),
    people: peopleIn(a),
    keywords: mapped(keywordsOf(a).slice(0, KEYWORDS), (w) => [shortened(w), PRINTED] as const),
  }
}

/** Cut between characters: what is stored of half a character is not what was put in, and would be no word that is known. */
const shortened = (word: string): string => Array.from(word).slice(0, 40).join('')

// Neither may stand in the text: one ends strings in some of SQLite's functions, the other parts blocks.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0\u001f]/g

const nonBlank = (text: string): number => {
  let n = 0
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) n++
  return n
}

/** Each name once, with the first part it had; the library tells four kinds apart. */
function peopleIn(a: Article): (readonly [string, PersonKind])[] {
  const found = new Map<string, PersonKind>()
  for (const { name, part } of peopleOf(a)) if (!found.has(name)) found.set(name, KINDS[part])
  return [...found]
}

const KINDS: Readonly<Record<PartName, PersonKind>> = {
  reporter: 'reporter',
  correspondent: 'correspondent',
  photographer: 'photographer',
  author: 'author',
  editor: 'author',
  commentator: 'author',
  illustrator: 'author',
}

const KEYWORDS = 6
/** Weight of a keyword that is printed on the page; those of the text weigh less. */
export const PRINTED = 100

/** The printed ones, then those of the text. */
function keywordsIn({ text, keywords: printed }: ArticleText, words: Keywords): DerivedArticle['keywords'] {
  const wanted = KEYWORDS - printed.length
  if (wanted <= 0) return printed
  const known = new Set(mapped(printed, ([w]) => w))
  const plain = text.replaceAll(SEPARATOR, '\n')
  const among = (count: number) => {
    const found = words.keywords(plain, count)
    return { all: found.length < count, usable: found.filter(({ word }) => !known.has(word) && HAN_WORD.test(word)) }
  }
  // Each that is asked for has its price, and most often the first few are enough.
  const few = among(wanted + 2)
  const { usable } = few.all || few.usable.length >= wanted ? few : among(KEYWORDS + 4)
  return [...printed, ...mapped(usable.slice(0, wanted), (k) => [k.word, weightOf(k.weight)] as const)]
}

const HAN_WORD = /^[\p{Script=Han}]{2,8}$/u

/** Below that of a printed one, by which the two are told apart. */
const weightOf = (found: number): number => Math.min(PRINTED - 0.1, Math.round(found * 10) / 10)

/** What a segmenter found in an article's text, by the article's key: it stays true of the words that still stand there. */
export type TextKeywords = ReadonlyMap<string, readonly (readonly [word: string, weight: number])[]>

/** `derived` without a segmenter, with the keywords of the text that were found before. */
export const keepKeywords = (derived: Derived, before: TextKeywords): Derived => ({
  ...derived,
  articles: derived.articles.map((a) => {
    const known = new Set(a.keywords.map(([word]) => word))
    const still = (before.get(a.key) ?? []).filter(([word]) => !known.has(word) && a.text.includes(word))
    return { ...a, keywords: [...a.keywords, ...still.slice(0, Math.max(0, KEYWORDS - a.keywords.length))] }
  }),
})

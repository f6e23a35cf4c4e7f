/** Material for made-up pages: the stories of gold pages, and running news text of the reference corpus. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sharedData } from '../scripts/shared-data.mjs'
import type { Role } from '../src/shared/page/page.ts'
import type { BenchPage } from './structure-pages.ts'
import type { Random } from './random.ts'
import type { Clause } from './synthetic-words.ts'

/** A block as it was before OCR: the lines of a heading, the one text of a paragraph. */
export type Part = { readonly role: Role; readonly lines: readonly string[] }
export type Story = readonly Part[]
/** Running text: a title and its paragraphs. */
export type Item = {
  readonly title: string
  /** 【…】 in front of the title, or ''. */
  readonly badge: string
  readonly paragraphs: readonly string[]
}

/** The stories of a gold page, fragments put together. */
export function storiesOf(page: BenchPage): readonly Story[] {
  return page.articles.map((a) =>
    a.blocks.map(({ role, spans }) => {
      const lines = spans.flatMap(([s, e]) => page.source.slice(s, e).split(/\s*[\r\n]+\s*/)).filter(Boolean)
      return { role, lines: LINED.has(role) ? lines : [lines.join('')] }
    }),
  )
}

const LINED = new Set<Role>(['kicker', 'headline', 'deck', 'byline', 'crosshead', 'label', 'keyword', 'folio'])

/** News items of the reference corpus, cleaned of what their broadcaster put around them; none where it is absent. */
export function corpusItems(): readonly Item[] {
  const file = sharedData('corpus', 'news-10k.jsonl.gz')
  if (!file) return []
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)
  return lines.flatMap((line) => {
    const { title, body } = JSON.parse(line) as { title: string; body: string } // the corpus's shape
    const paragraphs = body
      .split(/[\r\n]+/)
      .map((p) =>
        p
          .trim()
          .replace(/^.{0,24}消息[^：:]{0,10}[：:]/, '')
          .replace(/^本台消息[，：]/, ''),
      )
      .filter((p) => p.length > 15 && /[。！？”]$/.test(p) && !/[（(].{0,6}编辑/.test(p))
    const badge = /^【[^】]*】/.exec(title)?.[0] ?? ''
    const clean = title.slice(badge.length).trim()
    return paragraphs.length > 0 && !clean.endsWith('快讯') && clean.length > 5 && clean.length < 46
      ? [{ title: clean, badge, paragraphs }]
      : []
  })
}

/** What a story is made from: its own item, any others for clauses and pictures. */
export type Stuff = {
  readonly item: Item
  readonly others: readonly Item[]
  readonly clause: Clause
  readonly r: Random
}

/** Headings, captions and boxes mostly speak of what their story tells. */
export function stuffOf(items: readonly Item[], r: Random): Stuff {
  const item = r.pick(items)
  const clause: Clause = (min, max) =>
    (r.chance(0.7) ? clauseOf(item, min, max, r) : '') ||
    clauseOf(r.pick(items), min, max, r) ||
    item.title.replace(MARKED, '').slice(0, max)
  return { item, others: items, clause, r }
}

/** A clause of the item's text or title, of `min`…`max` characters, without marks; '' if it has none. */
export function clauseOf(item: Item, min: number, max: number, r: Random): string {
  const known = clauses.get(item) ?? [item.title, ...item.paragraphs].flatMap((t) => t.split(MARKS))
  clauses.set(item, known)
  const fit = known.filter((c) => c.length >= min && c.length <= max && !/^[的了和在]/.test(c))
  return fit.length > 0 ? r.pick(fit) : ''
}

const MARKS = /[，。！？：；“”、（）()《》\s—]+/
const MARKED = new RegExp(MARKS, 'g')
const clauses = new WeakMap<Item, readonly string[]>()

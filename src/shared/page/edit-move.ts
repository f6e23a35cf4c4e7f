/** Acts that put blocks, sections and articles elsewhere: by one place, to a named place, before the article's ending. */
import { changeBlocks, withArticles } from './edit-parts.ts'
import { freshIds } from './build.ts'
import { figureOf } from './figures.ts'
import { sectionsOf } from './sections.ts'
import { findBlock, walk } from './walk.ts'
import type { Edit } from './edit-parts.ts'
import type { Article, Block, Page, Role } from './page.ts'

/** Where blocks go: before block `before`, or to the end of article `endOf`. */
export type Target = { readonly before: string } | { readonly endOf: string }

/** One place up (-1) or down (+1), a figure with all its words; over the edge of its article it goes into the neighbour. */
export function moveBlock(page: Page, id: string, by: -1 | 1): Edit {
  const place = findBlock(page, id)
  if (!place) return { page }
  const { article, articleIndex } = place
  const unit = figureOf(article, id) ?? [id]
  const first = article.blocks.findIndex((b) => b.id === unit[0])
  const beyond = article.blocks[by < 0 ? first - 1 : first + unit.length]
  if (!beyond) return overEdge(page, articleIndex, unit, by)
  const passed = figureOf(article, beyond.id) ?? [beyond.id]
  if (by < 0) return moveTo(page, unit, { before: passed[0] ?? beyond.id })
  const next = article.blocks[first + unit.length + passed.length]
  return moveTo(page, unit, next ? { before: next.id } : { endOf: article.id })
}

/** The section that `id` stands in, one section up or down; over the edge of its article it goes into the neighbour. */
export function moveSection(page: Page, id: string, by: -1 | 1): Edit {
  const place = findBlock(page, id)
  const unit = place && sectionAt(place.article, id)
  if (!place || !unit) return { page }
  const { article, articleIndex } = place
  const heads = headedSections(article)
  const at = heads.findIndex((s) => s[0] === unit[0])
  const passed = heads[at + by]
  if (!passed) return overEdge(page, articleIndex, unit, by)
  if (by < 0) return moveTo(page, unit, { before: passed[0] ?? id })
  return moveTo(page, passed, { before: unit[0] ?? id })
}

/** The article of `id`, one place up or down on the page. */
export function moveArticle(page: Page, id: string, by: -1 | 1): Edit {
  const place = findBlock(page, id)
  const other = place && page.articles[place.articleIndex + by]
  if (!place || !other) return { page }
  const { article, articleIndex } = place
  return { page: { ...page, articles: page.articles.with(articleIndex, other).with(articleIndex + by, article) } }
}

/** Article `id` goes before article `before`, or to the page's end. */
export function placeArticle(page: Page, id: string, before: string | undefined): Edit {
  const article = page.articles.find((a) => a.id === id)
  if (!article || before === id) return { page }
  const rest = page.articles.filter((a) => a.id !== id)
  const at = before === undefined ? rest.length : rest.findIndex((a) => a.id === before)
  if (at < 0) return { page }
  const articles = rest.toSpliced(at, 0, article)
  return articles.every((a, i) => a === page.articles[i]) ? { page } : { page: { ...page, articles } }
}

/** The section of `id` goes before its article's ending: the sign-off byline, and notes and jumps beside it; without one, to the end. */
export function sectionBeforeEnding(page: Page, id: string): Edit {
  const place = findBlock(page, id)
  const unit = place && sectionAt(place.article, id)
  if (!place || !unit) return { page }
  const { article } = place
  const start = article.blocks.findIndex((b) => b.id === unit[0])
  const signed = article.blocks.findLastIndex((b, i) => i < start && b.role === 'byline' && i > firstBody(article))
  if (signed >= 0) {
    let first = signed
    while (ENDING.has(article.blocks[first - 1]?.role ?? 'paragraph')) first--
    return moveTo(page, unit, { before: article.blocks[first]?.id ?? id })
  }
  const ending = article.blocks[endingOf(article)]
  const last = unit.at(-1)
  const after = article.blocks[article.blocks.findIndex((b) => b.id === last) + 1]
  if (after?.id === ending?.id) return { page }
  return moveTo(page, unit, ending ? { before: ending.id } : { endOf: article.id })
}

/** `ids`, in their order on the page, go to `to`. Emptied articles go. Unchanged where they stand there already. */
export function moveTo(page: Page, ids: readonly string[], to: Target): Edit {
  const moving = new Set(ids)
  const blocks = blocksOf(page, moving)
  if (blocks.length === 0 || ('before' in to && (moving.has(to.before) || !findBlock(page, to.before)))) return { page }
  const articles = page.articles.map((a) => {
    const rest = a.blocks.filter((b) => !moving.has(b.id))
    const at = 'before' in to ? rest.findIndex((b) => b.id === to.before) : a.id === to.endOf ? rest.length : -1
    if (at < 0) return rest.length === a.blocks.length ? a : { ...a, blocks: rest }
    const next = rest.toSpliced(at, 0, ...blocks)
    return next.every((b, i) => b === a.blocks[i]) ? a : { ...a, blocks: next }
  })
  if (articles.every((a, i) => a === page.articles[i])) return { page }
  return { page: withArticles(page, articles) }
}

/** `ids`, from wherever they stand, become one article, where the first of them stood; what is left of its article heals. */
export function gatherArticle(page: Page, ids: readonly string[]): Edit {
  const moving = new Set(ids)
  const blocks = blocksOf(page, moving)
  const first = blocks[0] && findBlock(page, blocks[0].id)
  if (!first) return { page }
  if (first.article.blocks.length === blocks.length && first.article.blocks.every((b) => moving.has(b.id)))
    return { page }
  const left: Article[] = page.articles.map((a) => ({ ...a, blocks: a.blocks.filter((b) => !moving.has(b.id)) }))
  const whole = first.article.blocks.every((b) => moving.has(b.id))
  const made: Article = { id: whole ? first.article.id : freshIds(page, 'a')(), blocks }
  const at = first.articleIndex + (first.blockIndex === 0 ? 0 : 1)
  return { page: withArticles(page, left.toSpliced(at, 0, made)), caret: { block: blocks[0]?.id ?? '', offset: 0 } }
}

/** `ids` are page furniture, no part of a story: folios in an article of their own after (or, at its head, before) the one they stood in. */
export function setAside(page: Page, ids: readonly string[]): Edit {
  const moving = new Set(ids)
  const first = [...walk(page)].find(({ block }) => moving.has(block.id))
  if (!first) return { page }
  const marked = changeBlocks(page, moving, (b) =>
    b.role === 'folio' && b.confirmed ? b : { ...b, role: 'folio', confirmed: true },
  )
  const next = first.article.blocks.find((b, i) => i > first.blockIndex && !moving.has(b.id))
  const before = first.article.blocks[first.blockIndex - 1]
  const { page: apart } = gatherArticle(marked, ids)
  const stay = next ?? before
  return stay ? { page: apart, caret: { block: stay.id, offset: 0 } } : { page: apart }
}

/** The blocks of the section that `id` stands in, without the article's ending; undefined in the opening, which has no heading. */
export function sectionAt(article: Article, id: string): readonly string[] | undefined {
  return headedSections(article).find((ids) => ids.includes(id))
}

function headedSections(article: Article): readonly (readonly string[])[] {
  const body = { ...article, blocks: article.blocks.slice(0, endingOf(article)) }
  return sectionsOf(body)
    .filter((s) => s.heading.length > 0)
    .map((s) => [...s.heading, ...s.blocks].map((b) => b.id))
}

const ENDING: ReadonlySet<Role> = new Set(['byline', 'note', 'jump', 'folio'])

/** Where the article's ending begins: the blocks after its last text that sign it off. */
function endingOf(article: Article): number {
  let at = article.blocks.length
  while (at > firstBody(article) + 1 && ENDING.has(article.blocks[at - 1]?.role ?? 'paragraph')) at--
  return at
}

const firstBody = (article: Article): number => article.blocks.findIndex((b) => b.role === 'paragraph')

function overEdge(page: Page, articleIndex: number, ids: readonly string[], by: -1 | 1): Edit {
  const neighbour = page.articles[articleIndex + by]
  if (!neighbour) return { page }
  const first = neighbour.blocks[0]
  return moveTo(page, ids, by < 0 || !first ? { endOf: neighbour.id } : { before: first.id })
}

const blocksOf = (page: Page, ids: ReadonlySet<string>): readonly Block[] =>
  page.articles.flatMap((a) => a.blocks.filter((b) => ids.has(b.id)))

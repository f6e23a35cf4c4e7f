/** What an editor does to a page, as pure functions: each takes a Page and gives the changed one with the place of the caret. */
import { freshIds } from './build.ts'
import { normalMarks, sameMarks, shiftMarks, sliceMarks } from './marks.ts'
import { joinSpans, cutSpans } from './spans.ts'
import { findBlock } from './walk.ts'
import type { Article, Block, Mark, Page, Role } from './page.ts'

/** A place in the text: offset in UTF-16 code units of the block's `text`. */
export type Caret = { readonly block: string; readonly offset: number }
export type Edit = { readonly page: Page; readonly caret?: Caret }

const HEADINGS: ReadonlySet<Role> = new Set(['label', 'kicker', 'headline', 'deck', 'keyword', 'crosshead', 'byline'])
const OPENINGS: ReadonlySet<Role> = new Set(['label', 'kicker', 'headline', 'keyword', 'crosshead'])

/** Lines of headings and bylines stand under each other; fragments of text run on. */
export const keepsLines = (role: Role): boolean => HEADINGS.has(role)

/** `ids` become `role`, and a person has said so. */
export const setRole = (page: Page, ids: readonly string[], role: Role): Edit => ({
  page: changeBlocks(page, new Set(ids), (b) => (b.role === role && b.confirmed ? b : { ...b, role, confirmed: true })),
})

/** The block that `id` would join: the next fragment of its kind before any heading, else the block right after it. */
export function joinTarget(page: Page, id: string): Block | undefined {
  const place = findBlock(page, id)
  if (!place) return undefined
  const rest = place.article.blocks.slice(place.blockIndex + 1)
  if (!OPENINGS.has(place.block.role))
    for (const b of rest) {
      if (b.role === place.block.role) return b
      if (OPENINGS.has(b.role)) break
    }
  return rest[0]
}

/** Two blocks become one where `id` ends; without `other` it is `joinTarget`. What stood between follows. */
export function joinBlocks(page: Page, id: string, other = joinTarget(page, id)?.id): Edit {
  const place = findBlock(page, id)
  const second = other === undefined ? undefined : findBlock(page, other)
  if (!place || !second || second.block.id === id) return { page }
  const joined = joinTwo(place.block, second.block)
  const without = dropBlocks(page, new Set([second.block.id]))
  return {
    page: changeBlocks(without, new Set([id]), () => joined),
    caret: { block: id, offset: place.block.text.length },
  }
}

/** The block's text from `at` on becomes a block of its own, of the same role; after a heading's end it is a paragraph. */
export function splitBlock(page: Page, at: Caret, source: string): Edit {
  const place = findBlock(page, at.block)
  if (!place) return { page }
  const [first, second] = splitTwo(place.block, at.offset, source, freshIds(page, 'b')())
  return { page: replaceBlock(page, at.block, [first, second]), caret: { block: second.id, offset: 0 } }
}

/** One place up (-1) or down (+1); over the edge of its article it goes into the neighbour. */
export function moveBlock(page: Page, id: string, by: -1 | 1): Edit {
  const place = findBlock(page, id)
  if (!place) return { page }
  const { article, articleIndex, blockIndex, block } = place
  const target = blockIndex + by
  if (target >= 0 && target < article.blocks.length) {
    const blocks = article.blocks.toSpliced(blockIndex, 1).toSpliced(target, 0, block)
    return { page: withArticles(page, page.articles.with(articleIndex, { ...article, blocks })) }
  }
  const neighbour = page.articles[articleIndex + by]
  if (!neighbour) return { page }
  const grown = { ...neighbour, blocks: by < 0 ? [...neighbour.blocks, block] : [block, ...neighbour.blocks] }
  const shrunk = { ...article, blocks: article.blocks.filter((b) => b.id !== id) }
  return { page: withArticles(page, page.articles.with(articleIndex, shrunk).with(articleIndex + by, grown)) }
}

/** The article from block `id` on becomes an article of its own. */
export function splitArticle(page: Page, id: string): Edit {
  const place = findBlock(page, id)
  if (!place || place.blockIndex === 0) return { page }
  const { article, articleIndex, blockIndex } = place
  const first = { ...article, blocks: article.blocks.slice(0, blockIndex) }
  const second = { id: freshIds(page, 'a')(), blocks: article.blocks.slice(blockIndex) }
  return { page: withArticles(page, page.articles.toSpliced(articleIndex, 1, first, second)) }
}

/** The article of block `id` and the one before it become one. */
export function mergeArticle(page: Page, id: string): Edit {
  const place = findBlock(page, id)
  const before = place && page.articles[place.articleIndex - 1]
  if (!place || !before) return { page }
  const one = { ...before, blocks: [...before.blocks, ...place.article.blocks] }
  return { page: withArticles(page, page.articles.toSpliced(place.articleIndex - 1, 2, one)) }
}

/** Blocks leave the page; their source characters are then set aside. An emptied page keeps one empty paragraph. */
export function removeBlocks(page: Page, ids: readonly string[]): Edit {
  const gone = new Set(ids)
  const all = page.articles.flatMap((a) => a.blocks)
  const at = all.findIndex((b) => gone.has(b.id))
  const next = all.slice(at).find((b) => !gone.has(b.id)) ?? all.findLast((b) => !gone.has(b.id))
  const left = dropBlocks(page, gone)
  return next ? { page: left, caret: { block: next.id, offset: 0 } } : { page: left }
}

/**
 * The text from `from` to `to` (both within one article, `from` first) gives way to `lines`. Blocks between go, the first and last become one; more than one
 * line makes as many blocks. Source characters of what was cut away stay with the block that is left.
 */
export function replaceRange(page: Page, from: Caret, to: Caret, lines: readonly string[], source: string): Edit {
  const a = findBlock(page, from.block)
  const z = findBlock(page, to.block)
  if (!a || !z || a.articleIndex !== z.articleIndex || z.blockIndex < a.blockIndex) return { page }
  const nextId = freshIds(page, 'b')
  const [head, cut] = splitTwo(a.block, from.offset, source, 'cut')
  const tail =
    a === z || a.block.id === z.block.id
      ? splitTwo(a.block, to.offset, source, 'tail')[1]
      : splitTwo(z.block, to.offset, source, 'tail')[1]
  const first = lines[0] ?? ''
  const last = lines.length > 1 ? (lines.at(-1) ?? '') : undefined
  const start: Block = {
    ...withText(head, head.text + first, head.marks),
    spans:
      a.block.id === z.block.id && last === undefined
        ? a.block.spans
        : joinSpans(head.spans, head.text ? [] : cut.spans),
  }
  const blocks: Block[] = []
  let caret: Caret
  if (last === undefined) {
    blocks.push(append(start, tail, a.block.id === z.block.id ? a.block.spans : joinSpans(start.spans, tail.spans)))
    caret = { block: start.id, offset: start.text.length }
  } else {
    const role: Role = a.block.role === 'paragraph' || !keepsLines(a.block.role) ? a.block.role : 'paragraph'
    const fresh = (text: string): Block => ({ ...EMPTY, id: nextId(), role, text })
    const end = fresh(last)
    blocks.push(start, ...lines.slice(1, -1).map(fresh), append(end, tail, tail.spans))
    caret = { block: end.id, offset: last.length }
  }
  const article = {
    ...a.article,
    blocks: a.article.blocks.toSpliced(a.blockIndex, z.blockIndex - a.blockIndex + 1, ...blocks),
  }
  return { page: withArticles(page, page.articles.with(a.articleIndex, article)), caret }
}

/** `block` with new text and marks; joins keep their places beside what was not changed, and go where their place went. */
export function withText(block: Block, text: string, marks: readonly Mark[]): Block {
  const normal = normalMarks(marks, text.length)
  if (text === block.text) return sameMarks(normal, block.marks) ? block : { ...block, marks: normal }
  let head = 0
  const shorter = Math.min(text.length, block.text.length)
  while (head < shorter && text[head] === block.text[head]) head++
  let tail = 0
  while (tail < shorter - head && text.at(-1 - tail) === block.text.at(-1 - tail)) tail++
  const joins = block.joins.flatMap((j) => {
    if (j.at <= head) return [j]
    if (j.at >= block.text.length - tail) return [{ ...j, at: j.at + text.length - block.text.length }]
    // The characters around it are gone, but both sides of it are still there.
    const cutOnly = head + tail === text.length && head > 0 && tail > 0
    return cutOnly ? [{ ...j, at: head }] : []
  })
  return { ...block, text, marks: normal, joins }
}

const EMPTY: Omit<Block, 'id' | 'role' | 'text'> = {
  marks: [],
  spans: [],
  confidence: 1,
  reasons: [],
  joins: [],
  confirmed: true,
}

function joinTwo(a: Block, b: Block): Block {
  const glue = keepsLines(a.role)
    ? a.text && b.text
      ? '\n'
      : ''
    : /[\w,.;:]$/.test(a.text) && /^\w/.test(b.text)
      ? ' '
      : ''
  const at = a.text.length
  const joins = [
    ...a.joins,
    { at, score: 1, reasons: [], confirmed: true },
    ...b.joins.map((j) => ({ ...j, at: j.at + at + glue.length })),
  ]
  const text = a.text + glue + b.text
  return {
    ...a,
    text,
    marks: normalMarks([...a.marks, ...shiftMarks(b.marks, at + glue.length)], text.length),
    spans: joinSpans(a.spans, b.spans),
    joins: keepsLines(a.role) ? [] : joins,
  }
}

function append(a: Block, b: Block, spans: Block['spans']): Block {
  const text = a.text + b.text
  const marks = normalMarks([...a.marks, ...shiftMarks(b.marks, a.text.length)], text.length)
  return { ...a, text, marks, spans, joins: [...a.joins, ...b.joins.map((j) => ({ ...j, at: j.at + a.text.length }))] }
}

function splitTwo(b: Block, at: number, source: string, id: string): readonly [Block, Block] {
  const [before, after] = cutSpans(b, at, source)
  const skip = b.text[at] === '\n' ? 1 : 0
  const cutEnd = skip === 0 && b.text[at - 1] === '\n' ? at - 1 : at
  const rest = b.text.slice(at + skip)
  const first: Block = {
    ...b,
    text: b.text.slice(0, cutEnd),
    marks: sliceMarks(b.marks, 0, cutEnd),
    spans: before,
    joins: b.joins.filter((j) => j.at > 0 && j.at < cutEnd),
  }
  const { picture: _picture, ...bare } = b
  const second: Block = {
    ...bare,
    id,
    role: rest === '' && keepsLines(b.role) ? 'paragraph' : b.role,
    text: rest,
    marks: sliceMarks(b.marks, at + skip, b.text.length),
    spans: after,
    joins: b.joins.filter((j) => j.at > at + skip).map((j) => ({ ...j, at: j.at - at - skip })),
  }
  return [first, second]
}

const changeBlocks = (page: Page, ids: ReadonlySet<string>, change: (b: Block) => Block): Page => {
  let changed = false
  const articles = page.articles.map((a) => {
    if (!a.blocks.some((b) => ids.has(b.id))) return a
    const blocks = a.blocks.map((b) => (ids.has(b.id) ? change(b) : b))
    if (blocks.every((b, i) => b === a.blocks[i])) return a
    changed = true
    return { ...a, blocks }
  })
  return changed ? { ...page, articles } : page
}

const replaceBlock = (page: Page, id: string, by: readonly Block[]): Page => ({
  ...page,
  articles: page.articles.map((a) =>
    a.blocks.some((b) => b.id === id) ? { ...a, blocks: a.blocks.flatMap((b) => (b.id === id ? by : [b])) } : a,
  ),
})

const dropBlocks = (page: Page, gone: ReadonlySet<string>): Page =>
  withArticles(
    page,
    page.articles.map((a) =>
      a.blocks.some((b) => gone.has(b.id)) ? { ...a, blocks: a.blocks.filter((b) => !gone.has(b.id)) } : a,
    ),
  )

/** Emptied articles go, and so do proposals that name a block that is gone. */
function withArticles(page: Page, articles: readonly Article[]): Page {
  const kept = articles.filter((a) => a.blocks.length > 0)
  const last = page.articles[0]
  const full =
    kept.length > 0 || !last
      ? kept
      : [{ ...last, blocks: [{ ...EMPTY, id: freshIds(page, 'b')(), role: 'paragraph' as const, text: '' }] }]
  const ids = new Set(full.flatMap((a) => a.blocks.map((b) => b.id)))
  const proposals = page.proposals.filter((p) => p.blocks.every((b) => ids.has(b)))
  return { ...page, articles: full, proposals: proposals.length === page.proposals.length ? page.proposals : proposals }
}

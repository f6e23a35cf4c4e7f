/** What an editor does to a page, as pure functions: each takes a Page and gives the changed one with the place of the caret. */
import { freshIds } from './build.ts'
import {
  append,
  changeBlocks,
  dropBlocks,
  EMPTY,
  joinTwo,
  keepsLines,
  replaceBlock,
  splitTwo,
  withArticles,
} from './edit-parts.ts'
import { normalMarks, sameMarks } from './marks.ts'
import { joinSpans } from './spans.ts'
import { findBlock } from './walk.ts'
import type { Caret, Edit } from './edit-parts.ts'
import type { Block, Mark, Page, Role } from './page.ts'

export { keepsLines } from './edit-parts.ts'
export type { Caret, Edit } from './edit-parts.ts'

const OPENINGS: ReadonlySet<Role> = new Set(['label', 'kicker', 'headline', 'keyword', 'crosshead'])

/** `ids` become `role`, and a person has said so. */
export const setRole = (page: Page, ids: readonly string[], role: Role): Edit => ({
  page: changeBlocks(page, new Set(ids), (b) => (b.role === role && b.confirmed ? b : { ...b, role, confirmed: true })),
})

/** Blocks between the two halves of a heading that a picture or a column's end parted; more than that is another heading. */
const HALVES_APART = 3

/**
 * The block that `id` would join. A fragment of text: the next one of its kind, across what stands between up to a heading; where
 * its sentence is open, across crossheads too, and into the next article. A heading: its other half near by. Else the block after it.
 */
export function joinTarget(page: Page, id: string): Block | undefined {
  const place = findBlock(page, id)
  if (!place) return undefined
  const { block, article, articleIndex, blockIndex } = place
  const rest = article.blocks.slice(blockIndex + 1)
  if (OPENINGS.has(block.role))
    return rest.slice(0, HALVES_APART + 1).find((b) => b.role === block.role) ?? rest[0] ?? undefined
  const open = block.role === 'paragraph' && isOpen(block.text)
  for (const b of rest) {
    if (b.role === block.role) return b
    if (OPENINGS.has(b.role) && !(open && SECTION_HEADS.has(b.role))) return rest[0]
  }
  return rest[0] ?? (open ? page.articles[articleIndex + 1]?.blocks.find((b) => b.role === block.role) : undefined)
}

const SECTION_HEADS: ReadonlySet<Role> = new Set(['keyword', 'crosshead'])

/** Whether the sentence goes on after `text`. */
export const isOpen = (text: string): boolean =>
  /\S/.test(text) && !/[。！？!?…：:；;.][”’」』）)】》"\s]*$/u.test(text)

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

/** A story of one empty block goes, and the caret to the end of the story before it, or (`by` 1) to the start of the next. */
export function leaveEmpty(page: Page, id: string, by: -1 | 1): Edit {
  const place = findBlock(page, id)
  if (!place || place.article.blocks.length > 1 || place.block.text !== '' || place.block.picture) return { page }
  const before = page.articles[place.articleIndex - 1]?.blocks.at(-1)
  const after = page.articles[place.articleIndex + 1]?.blocks[0]
  const [one, other] = by < 0 ? [before, after] : [after, before]
  const next = one ?? other
  if (!next) return { page }
  return { ...removeBlocks(page, [id]), caret: { block: next.id, offset: next === before ? next.text.length : 0 } }
}

/**
 * The text from `from` to `to` (`from` first) gives way to `lines`. Blocks and articles between go, the first and last become one; more
 * than one line makes as many blocks. Source characters of what was cut away stay with the block that is left, and so does the picture of
 * a caption of which something is left.
 */
export function replaceRange(page: Page, from: Caret, to: Caret, lines: readonly string[], source: string): Edit {
  const a = findBlock(page, from.block)
  const z = findBlock(page, to.block)
  if (!a || !z) return { page }
  if (z.articleIndex < a.articleIndex || (z.articleIndex === a.articleIndex && z.blockIndex < a.blockIndex))
    return { page }
  const nextId = freshIds(page, 'b')
  // What stays one block keeps the line ends beside the cut.
  const whole = lines.length < 2
  const [head, cut] = splitTwo(a.block, from.offset, source, 'cut', whole)
  const [, bare] = splitTwo(z.block, to.offset, source, 'tail', whole)
  const { picture } = z.block
  const tail = picture && z.block.id !== a.block.id && bare.text !== '' ? { ...bare, picture } : bare
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
    blocks: [...a.article.blocks.slice(0, a.blockIndex), ...blocks, ...z.article.blocks.slice(z.blockIndex + 1)],
  }
  const articles = page.articles.toSpliced(a.articleIndex, z.articleIndex - a.articleIndex + 1, article)
  return { page: withArticles(page, articles), caret }
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
  // Where one side is gone nothing is joined any more.
  return { ...block, text, marks: normal, joins: joins.filter((j) => j.at > 0 && j.at < text.length) }
}

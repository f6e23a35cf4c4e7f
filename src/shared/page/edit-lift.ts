/** Acts within one paragraph: what OCR ran into it is lifted out and the sentence heals; a caption and its credit part; a join is undone. */
import { freshIds } from './build.ts'
import { changeBlocks, joinTwo, replaceBlock, splitTwo } from './edit-parts.ts'
import { moveTo } from './edit-move.ts'
import { setRole, splitBlock } from './edit.ts'
import { joinSpans as provenance } from './provenance.ts'
import { findBlock } from './walk.ts'
import type { Caret, Edit } from './edit-parts.ts'
import type { Block, Page, Role } from './page.ts'

/**
 * The text from `from` to `to` (both in one block) leaves its block and stands after it in a block of its own; what was on both sides
 * of it is one again. Without a selection it is the fragment of source, or else the sentence, that the caret is in. The role is guessed
 * from its words unless said.
 */
export function liftText(page: Page, from: Caret, to: Caret, source: string, role?: Role): Edit {
  const place = findBlock(page, from.block)
  if (!place || from.block !== to.block) return { page }
  const { block } = place
  const [start, end] = trimmed(
    block.text,
    from.offset === to.offset ? pieceAt(block, from.offset, source) : [from.offset, to.offset],
  )
  if (start >= end) return { page }
  const as = role ?? roleOfLifted(block.text.slice(start, end))
  if ((block.text.slice(0, start) + block.text.slice(end)).trim() === '') return setRole(page, [block.id], as)
  const id = freshIds(page, 'b')()
  const [front, tail] = splitTwo(block, end, source, id)
  const [head, middle] = start === 0 ? [undefined, front] : splitTwo(front, start, source, id)
  const lifted: Block = { ...middle, id, role: as, joins: [], confirmed: true, confidence: 1, reasons: [] }
  const rest = end === block.text.length ? undefined : tail
  const stays: Block =
    head && rest ? joinTwo(head, rest) : { ...(head ?? rest ?? middle), id: block.id, role: block.role }
  const blocks = head ? [stays, lifted] : [lifted, stays]
  return { page: replaceBlock(page, block.id, blocks), caret: { block: block.id, offset: head ? start : 0 } }
}

/** A caption gives up the credit at its end (or, where none is seen, what is after the caret): 图片说明 and 图片署名. */
export function splitCredit(page: Page, at: Caret, source: string): Edit {
  const place = findBlock(page, at.block)
  const cut = place && (creditStart(place.block.text) ?? at.offset)
  if (!place || cut === undefined || cut <= 0 || cut >= place.block.text.length) return { page }
  const id = freshIds(page, 'b')()
  const [caption, credit] = splitTwo(place.block, cut, source, id)
  const blocks: readonly Block[] = [
    { ...caption, role: 'caption', confirmed: true },
    { ...credit, role: 'credit', confirmed: true, joins: [] },
  ]
  return { page: replaceBlock(page, at.block, blocks), caret: { block: id, offset: 0 } }
}

/** The join at `at` of block `id` is undone: what came after it goes back to where the source has it. */
export function undoJoin(page: Page, id: string, at: number, source: string): Edit {
  const place = findBlock(page, id)
  if (!place?.block.joins.some((j) => j.at === at)) return { page }
  const cut = splitBlock(page, { block: id, offset: at }, source)
  const second = cut.caret && findBlock(cut.page, cut.caret.block)
  if (!second) return { page }
  const loose = changeBlocks(cut.page, new Set([second.block.id]), (b) => ({
    ...shorn(b),
    confidence: 1,
    confirmed: true,
  }))
  const from = firstOf(second.block)
  const later = second.article.blocks.slice(second.blockIndex + 1)
  const past = from === undefined ? -1 : later.findLastIndex((b) => (firstOf(b) ?? Infinity) < from)
  const between = past >= 0 && later.slice(0, past + 1).every((b) => (firstOf(b) ?? 0) > (firstOf(place.block) ?? 0))
  const caret: Caret = { block: second.block.id, offset: 0 }
  if (!between) return { page: loose, caret }
  const next = later[past + 1]
  const { page: put } = moveTo(loose, [second.block.id], next ? { before: next.id } : { endOf: second.article.id })
  return { page: put, caret }
}

/** The join of block `id` that is nearest to `offset`, undefined where it has none. */
export function joinNear(block: Block, offset: number): number | undefined {
  let best: number | undefined
  for (const j of block.joins) if (best === undefined || Math.abs(j.at - offset) < Math.abs(best - offset)) best = j.at
  return best
}

/** A person says that the join at `at` is right. */
export const confirmJoin = (page: Page, id: string, at: number): Edit => ({
  page: changeBlocks(page, new Set([id]), (b) => ({
    ...b,
    joins: b.joins.map((j) => (j.at === at ? { ...j, confirmed: true } : j)),
  })),
})

/** What a lifted piece most likely is: a credit says who made the picture, a heading has no full stop, all else is a caption. */
export function roleOfLifted(text: string): Role {
  if (text.length <= 40 && creditStart(`。${text}`) === 1) return 'credit'
  return text.length <= 24 && !/[。！？；]/u.test(text) ? 'crosshead' : 'caption'
}

const MAKERS = '摄影报道|摄影|摄|供图|提供|绘图|制图|图'
/** Where the credit at the end of a caption's text starts, undefined where none is seen: （…摄）, or after the last sentence 新华社记者 某某摄. */
export function creditStart(text: string): number | undefined {
  const bracket = new RegExp(
    `[（(][^（）()]*(?:${MAKERS}|新华社发|影像中国|人民视觉|资料图片)[^（）()]*[）)]\\s*$`,
    'u',
  ).exec(text)
  if (bracket) return bracket.index
  const bare = new RegExp(`(?<=[。！？…”）)])\\s*[^。！？]{1,40}(?:${MAKERS})\\s*$`, 'u').exec(text)
  if (bare) return bare.index + (bare[0].length - bare[0].trimStart().length)
  const spaced = new RegExp(
    `\\s(?:[^。！？\\s]{0,16}(?:记者|通讯员)\\s*)?[^。！？\\s]{2,4}\\s*(?:${MAKERS})\\s*$`,
    'u',
  ).exec(text)
  return spaced ? spaced.index + 1 : undefined
}

function pieceAt(block: Block, offset: number, source: string): readonly [number, number] {
  const edges = [0, ...seams(block, source), ...block.joins.map((j) => j.at), block.text.length].toSorted(
    (a, b) => a - b,
  )
  const at = edges.findLastIndex((e, i) => e <= offset && i < edges.length - 1)
  const [start, end] = [edges[at] ?? 0, edges[at + 1] ?? block.text.length]
  if (start > 0 || end < block.text.length) return [start, end]
  const before = block.text.slice(0, offset).search(/[^。！？]*$/u)
  const after = /[。！？][”’）)]*/u.exec(block.text.slice(offset))
  return [before, after ? offset + after.index + after[0].length : block.text.length]
}

/** Where in the block's text one span of the source ends and the next begins; nothing is said of a corrected text. */
function seams(block: Block, source: string): readonly number[] {
  if (block.spans.length < 2 || block.text !== provenance(source, block.spans, block.role)) return []
  return block.spans.slice(1).map((_, i) => provenance(source, block.spans.slice(0, i + 1), block.role).length)
}

function trimmed(text: string, [start, end]: readonly [number, number]): readonly [number, number] {
  let [a, z] = [start, end]
  while (a < z && /\s/.test(text[a] ?? '')) a++
  while (z > a && /\s/.test(text[z - 1] ?? '')) z--
  return [a, z]
}

/** Without the blank that stood at its start between two Latin words. */
const shorn = (b: Block): Block => {
  const blanks = b.text.length - b.text.trimStart().length
  if (blanks === 0) return b
  return {
    ...b,
    text: b.text.slice(blanks),
    marks: b.marks
      .map((m) => ({ ...m, start: Math.max(0, m.start - blanks), end: m.end - blanks }))
      .filter((m) => m.end > m.start),
    joins: b.joins.map((j) => ({ ...j, at: j.at - blanks })),
  }
}

const firstOf = (b: Block): number | undefined => b.spans[0]?.[0]

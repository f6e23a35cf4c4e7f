/** Acts on what a block carries beside its words: the 电头 at a paragraph's start, the picture of a caption. */
import { freshIds } from './build.ts'
import { changeBlocks, EMPTY, replaceBlock } from './edit-parts.ts'
import { normalMarks } from './marks.ts'
import { findBlock } from './walk.ts'
import type { Edit } from './edit-parts.ts'
import type { Block, Page, Picture } from './page.ts'

/** The paragraph's text up to `end` is its 电头; without `end` what reads as one. A marked one is unmarked. */
export function markDateline(page: Page, id: string, end?: number): Edit {
  const block = findBlock(page, id)?.block
  if (!block) return { page }
  const others = block.marks.filter((m) => m.kind !== 'dateline')
  if (others.length < block.marks.length)
    return { page: changeBlocks(page, new Set([id]), (b) => ({ ...b, marks: others })) }
  const at = end !== undefined && end > 0 ? end : datelineEnd(block.text)
  if (at === undefined) return { page }
  const marks = normalMarks([...others, { kind: 'dateline', start: 0, end: at }], block.text.length)
  return { page: changeBlocks(page, new Set([id]), (b) => ({ ...b, marks })) }
}

/** Where the 电头 at the start of `text` ends: 新华社北京2月5日电, 本报讯（记者 …）, 本报杭州5月3日电 （记者…）. */
export function datelineEnd(text: string): number | undefined {
  const found =
    /^\s*(?:[\p{Script=Han}·]{2,24}(?:\d{1,2}月)?\d{1,2}日电|[\p{Script=Han}]{1,8}讯)\s*(?:[（(][^（）()]{1,60}[）)])?/u.exec(
      text,
    )
  return found?.[0].trimEnd().length
}

/** The block carries `picture`, a placeholder of its proportion, or none. A person put it there. */
export const setPicture = (page: Page, id: string, picture: Picture | undefined): Edit => ({
  page: changeBlocks(page, new Set([id]), ({ picture: _before, ...b }) => (picture ? { ...b, picture } : b)),
})

/** A picture without words yet: an empty caption that carries it, after block `id`. */
export function insertPicture(page: Page, id: string, picture: Picture): Edit {
  const place = findBlock(page, id)
  if (!place) return { page }
  const made: Block = { ...EMPTY, id: freshIds(page, 'b')(), role: 'caption', text: '', picture }
  return { page: replaceBlock(page, id, [place.block, made]), caret: { block: made.id, offset: 0 } }
}

/** A placeholder of the proportion that press photographs have. */
export const PLACEHOLDER: Picture = { width: 3000, height: 2000 }

/** Stretches of text over the whole page: from one place to another in reading order, over stories alike. */
import { findBlock, walk } from './walk.ts'
import type { Caret } from './edit-parts.ts'
import type { Stretch } from './format.ts'
import type { Page } from './page.ts'

/** The stretch between two places, whichever comes first; undefined where one of them is not on the page. */
export function stretchOf(page: Page, one: Caret, other: Caret): Stretch | undefined {
  const ids = [...walk(page)].map(({ block }) => block.id)
  const [a, z] = [ids.indexOf(one.block), ids.indexOf(other.block)]
  if (a < 0 || z < 0) return undefined
  const [from, to] = a < z || (a === z && one.offset <= other.offset) ? [one, other] : [other, one]
  return { from, to, blocks: ids.slice(Math.min(a, z), Math.max(a, z) + 1) }
}

/** Whether two places stand in two stories. */
export function isAcross(page: Page, one: Caret, other: Caret): boolean {
  const a = findBlock(page, one.block)
  const z = findBlock(page, other.block)
  return a !== undefined && z !== undefined && a.articleIndex !== z.articleIndex
}

/** The whole page, from its first character to its last. */
export function wholePage(page: Page): readonly [Caret, Caret] | undefined {
  const first = page.articles[0]?.blocks[0]
  const last = page.articles.at(-1)?.blocks.at(-1)
  return first && last && [startOf(first.id), { block: last.id, offset: last.text.length }]
}

/** One character on (+1) or back (-1), a pair of surrogates being one, over the ends of blocks and stories; stays at the page's ends. */
export function characterFrom(page: Page, here: Caret, by: -1 | 1): Caret {
  const text = findBlock(page, here.block)?.block.text ?? ''
  if (here.offset === (by < 0 ? 0 : text.length)) return blockFrom(page, here, by)
  const code = text.codePointAt(by < 0 ? Math.max(0, here.offset - 2) : here.offset) ?? 0
  const wide = code > 0xffff && (by > 0 || here.offset > 1)
  return { block: here.block, offset: here.offset + by * (wide ? 2 : 1) }
}

/** The nearest end of the next (+1) or the previous (-1) block, over stories alike; at the page's ends the end of the block itself. */
export function blockFrom(page: Page, here: Caret, by: -1 | 1): Caret {
  const blocks = [...walk(page)].map(({ block }) => block)
  const at = blocks.findIndex((b) => b.id === here.block)
  const next = blocks[at + by]
  const last = blocks[at]
  if (at < 0 || !last) return here
  if (!next) return by < 0 ? startOf(last.id) : { block: last.id, offset: last.text.length }
  return by > 0 ? startOf(next.id) : { block: next.id, offset: next.text.length }
}

/** A stretch of `before` in the page as it is `now`: the same words of the same blocks, wherever they stand in these; undefined where they changed. */
export function foundAgain(before: Page, now: Page, { from, to }: Pick<Stretch, 'from' | 'to'>): Stretch | undefined {
  const was = stretchOf(before, from, to)
  const at = moved(before, now, from)
  const shift = from.block === to.block && at ? { ...to, offset: at.offset + to.offset - from.offset } : to
  const stretch = at && stretchOf(now, at, shift)
  return was && stretch && same(was.blocks, stretch.blocks) && same(linesOf(before, was), linesOf(now, stretch))
    ? stretch
    : undefined
}

/** Where `place` is when what was typed into its block stands before it or behind it. */
function moved(before: Page, now: Page, { block, offset }: Caret): Caret | undefined {
  const was = findBlock(before, block)?.block.text
  const is = findBlock(now, block)?.block.text
  if (was === undefined || is === undefined) return undefined
  const isBehind = !is.startsWith(was.slice(0, offset)) && is.endsWith(was.slice(offset))
  return { block, offset: isBehind ? offset + is.length - was.length : offset }
}

const linesOf = (page: Page, { from, to, blocks }: Stretch): readonly string[] =>
  blocks.map((id) => {
    const text = findBlock(page, id)?.block.text ?? ''
    return text.slice(id === from.block ? from.offset : 0, id === to.block ? to.offset : text.length)
  })

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i])

const startOf = (block: string): Caret => ({ block, offset: 0 })

/** 字数 of what is selected, of its article and of the page; kept by block value, so that typing counts one block anew. */
import { countText } from '../../../shared/page/count.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import type { TextCount } from '../../../shared/page/count.ts'
import type { Block, Page } from '../../../shared/page/page.ts'
import type { Focus } from './desk.ts'

export type Counts = {
  readonly page: TextCount
  readonly article: TextCount | undefined
  /** Undefined where nothing is selected. */
  readonly selection: TextCount | undefined
}

const ZERO: TextCount = { withPunctuation: 0, words: 0, characters: 0 }
const kept = new WeakMap<Block, TextCount>()

export function countAll(page: Page, focus: Focus | undefined): Counts {
  const article = focus && findBlock(page, focus.from.block)?.article
  return {
    page: page.articles.reduce((sum, a) => countBlocks(a.blocks, sum), ZERO),
    article: article && countBlocks(article.blocks),
    selection: focus && countSelection(page, focus),
  }
}

function countSelection(page: Page, { from, to, blocks }: Focus): TextCount | undefined {
  if (from.block === to.block && from.offset === to.offset) return undefined
  return blocks.reduce((sum, id) => {
    const text = findBlock(page, id)?.block.text ?? ''
    return add(sum, countText(text.slice(id === from.block ? from.offset : 0, id === to.block ? to.offset : undefined)))
  }, ZERO)
}

function countBlocks(blocks: readonly Block[], start = ZERO): TextCount {
  return blocks.reduce((sum, block) => {
    let count = kept.get(block)
    if (!count) kept.set(block, (count = countText(block.text)))
    return add(sum, count)
  }, start)
}

const add = (a: TextCount, b: TextCount): TextCount => ({
  withPunctuation: a.withPunctuation + b.withPunctuation,
  words: a.words + b.words,
  characters: a.characters + b.characters,
})

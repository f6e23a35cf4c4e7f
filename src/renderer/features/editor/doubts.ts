/** What needs a person: blocks whose role is a weak guess, and joins that are. The queue that F8 goes through. */
import { walk } from '../../../shared/page/walk.ts'
import type { Block, Page } from '../../../shared/page/page.ts'

/** Below this probability a guess is a doubt. */
export const DOUBTFUL = 0.6

export type Doubt = { readonly block: string; readonly offset: number; readonly kind: 'role' | 'join' }

export const isDoubtful = (block: Block): boolean => !block.confirmed && block.confidence < DOUBTFUL

/** All doubts of the page in reading order. */
export function doubtsOf(page: Page): readonly Doubt[] {
  const doubts: Doubt[] = []
  for (const { block } of walk(page)) {
    if (isDoubtful(block)) doubts.push({ block: block.id, offset: 0, kind: 'role' })
    for (const join of block.joins)
      if (!join.confirmed && join.score < DOUBTFUL) doubts.push({ block: block.id, offset: join.at, kind: 'join' })
  }
  return doubts
}

/** The doubt after (+1) or before (-1) block `from`, going round at the ends. */
export function nextDoubt(page: Page, from: string | undefined, by: -1 | 1): Doubt | undefined {
  const doubts = doubtsOf(page)
  const order = new Map([...walk(page)].map(({ block }, i) => [block.id, i]))
  const here = from === undefined ? -1 : (order.get(from) ?? -1)
  const at = (d: Doubt) => order.get(d.block) ?? 0
  return by > 0
    ? (doubts.find((d) => at(d) > here) ?? doubts[0])
    : (doubts.findLast((d) => at(d) < here) ?? doubts.at(-1))
}

/** The blocks with `ids` as a person has accepted them: roles and joins confirmed. */
export const acceptBlocks = (page: Page, ids: readonly string[]): Page => ({
  ...page,
  articles: page.articles.map((a) =>
    a.blocks.some((b) => ids.includes(b.id))
      ? { ...a, blocks: a.blocks.map((b) => (ids.includes(b.id) ? accepted(b) : b)) }
      : a,
  ),
})

const accepted = (b: Block): Block => ({
  ...b,
  confirmed: true,
  joins: b.joins.map((j) => ({ ...j, confirmed: true })),
})

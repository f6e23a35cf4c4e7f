/** What an act did, as a line that a person can check: the blocks it touched as they were and as they are, or where they went. */
import { storyCount, walk } from './walk.ts'
import type { Block, Page, Role } from './page.ts'

/** A block's words around what changed, cut to fit a line. */
export type Piece = { readonly role: Role; readonly text: string }
export type Change =
  | { readonly kind: 'blocks'; readonly before: readonly Piece[]; readonly after: readonly Piece[] }
  | { readonly kind: 'articles'; readonly before: number; readonly after: number }
  | { readonly kind: 'order'; readonly piece: Piece; readonly before: PlaceName; readonly after: PlaceName }
  | { readonly kind: 'accepted'; readonly count: number }

/** Counted from 1. */
export type PlaceName = { readonly article: number; readonly block: number }

/** Pieces shown on each side; more are left out. */
const SHOWN = 3
/** Characters of a piece on both sides of the place that changed. */
const AROUND = 7

/** What is different from `before` to `after`; undefined where nothing is. `at`: the block the act was done at, the one to tell of where two changed places. */
export function changeOf(before: Page, after: Page, at?: string): Change | undefined {
  const old = placesOf(before)
  const now = placesOf(after)
  const gone = [...old.values()].filter(({ block }) => !now.has(block.id) || !same(block, now.get(block.id)?.block))
  const come = [...now.values()].filter(({ block }) => !old.has(block.id) || !same(block, old.get(block.id)?.block))
  if (gone.length > 0 || come.length > 0)
    return {
      kind: 'blocks',
      before: gone.slice(0, SHOWN).map(({ block }) => piece(block, now.get(block.id)?.block)),
      after: come.slice(0, SHOWN).map(({ block }) => piece(block, old.get(block.id)?.block)),
    }
  const [had, has] = [storyCount(before), storyCount(after)]
  if (had !== has) return { kind: 'articles', before: had, after: has }
  const moved = movedBlock(before, after, at)
  const from = moved && old.get(moved.id)
  const to = moved && now.get(moved.id)
  if (moved && from && to) return { kind: 'order', piece: piece(moved, undefined), before: from.name, after: to.name }
  const count = [...now.values()].filter(({ block }) => block !== old.get(block.id)?.block).length
  const dropped = before.proposals.length - after.proposals.length
  return count + dropped > 0 ? { kind: 'accepted', count: Math.max(count, dropped) } : undefined
}

type Placed = { readonly block: Block; readonly name: PlaceName }

const placesOf = (page: Page): ReadonlyMap<string, Placed> =>
  new Map(
    [...walk(page)].map(({ block, articleIndex, blockIndex }) => [
      block.id,
      { block, name: { article: articleIndex + 1, block: blockIndex + 1 } },
    ]),
  )

/** The block that went the furthest: those it passed each went by less. */
function movedBlock(before: Page, after: Page, at: string | undefined): Block | undefined {
  const order = new Map([...walk(before)].map(({ block }, i) => [block.id, i]))
  const home = new Map([...walk(before)].map(({ block, article }) => [block.id, article.id]))
  let best: { readonly block: Block; readonly far: number } | undefined
  for (const [i, { block, article }] of [...walk(after)].entries()) {
    const far = Math.abs(i - (order.get(block.id) ?? i)) + (home.get(block.id) === article.id ? 0 : 0.5)
    if (far > 0 && block.id === at) return block
    if (far > 0 && (!best || far > best.far)) best = { block, far }
  }
  return best?.block
}

const same = (a: Block, b: Block | undefined): boolean =>
  b !== undefined &&
  (a === b ||
    (a.role === b.role &&
      a.text === b.text &&
      a.picture === b.picture &&
      JSON.stringify(a.marks) === JSON.stringify(b.marks)))

/** The block's text about the place where it differs from `other`; of a block without another its two ends. */
function piece(block: Block, other: Block | undefined): Piece {
  const text = block.text.replaceAll('\n', ' ')
  if (text.length <= 2 * AROUND + 2) return { role: block.role, text }
  if (!other || other.text === block.text)
    return { role: block.role, text: `${text.slice(0, AROUND)}…${text.slice(-AROUND)}` }
  let head = 0
  while (head < block.text.length && block.text[head] === other.text[head]) head++
  const start = Math.max(0, head - AROUND)
  const end = Math.min(text.length, head + AROUND)
  return { role: block.role, text: `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}` }
}

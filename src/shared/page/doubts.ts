/** What needs a person on a page: weak roles, weak joins, proposals. The queue that F8 goes through, and what each answer does. */
import { joinBlocks } from './edit.ts'
import { undoJoin } from './edit-lift.ts'
import { moveTo } from './edit-move.ts'
import { findBlock, walk } from './walk.ts'
import { changeBlocks } from './edit-parts.ts'
import type { Caret, Edit } from './edit-parts.ts'
import type { Block, Join, Page, Proposal, Reason } from './page.ts'

/** Below this probability a guess is a doubt. */
export const DOUBTFUL = 0.6

/** The bands in which a probability is said to people: `DOUBTFUL` parts what needs a look from what does not. */
export type Sureness = 'confirmed' | 'sure' | 'fair' | 'weak'
export const surenessOf = (confidence: number, confirmed?: boolean): Sureness =>
  confirmed ? 'confirmed' : confidence >= 0.9 ? 'sure' : confidence >= DOUBTFUL ? 'fair' : 'weak'

/** `role` and `join`: what structure did with little certainty. `move`, `maybe` (two fragments that may be one), `continued`: what it proposes. */
export type DoubtKind = 'role' | 'join' | 'move' | 'maybe' | 'continued'

/**
 * One doubt: where the caret goes (`block`, `offset`), how sure the guess is, why; `key` names it on this page, and doubts of
 * one `like` can be answered alike.
 */
export type Doubt = {
  readonly key: string
  readonly kind: DoubtKind
  readonly block: string
  readonly offset: number
  readonly confidence: number
  readonly reasons: readonly Reason[]
  readonly like: string
}

export const isDoubtful = (block: Block): boolean => !block.confirmed && block.confidence < DOUBTFUL
export const isWeakJoin = (join: Join): boolean => !join.confirmed && join.score < DOUBTFUL

/** All doubts of the page in reading order. */
export function doubtsOf(page: Page): readonly Doubt[] {
  const proposals = new Map<string, Proposal[]>()
  for (const p of page.proposals) {
    const first = p.blocks[0]
    if (first !== undefined) proposals.set(first, [...(proposals.get(first) ?? []), p])
  }
  const doubts: Doubt[] = []
  for (const { block } of walk(page)) {
    const here: Doubt[] = isDoubtful(block) ? [ofRole(block)] : []
    for (const join of block.joins) if (isWeakJoin(join)) here.push(ofJoin(block, join))
    for (const proposal of proposals.get(block.id) ?? []) here.push(ofProposal(block, proposal))
    doubts.push(...(here.length > 1 ? here.toSorted((a, b) => a.offset - b.offset) : here))
  }
  return doubts
}

/** The doubt after (+1) or before (-1) the caret, going round at the ends. */
export function nextDoubt(page: Page, from: Caret | undefined, by: -1 | 1): Doubt | undefined {
  const doubts = doubtsOf(page)
  if (!from) return by > 0 ? doubts[0] : doubts.at(-1)
  const order = new Map([...walk(page)].map(({ block }, i) => [block.id, i]))
  const far = (d: Doubt) => (order.get(d.block) ?? 0) - (order.get(from.block) ?? 0) || d.offset - from.offset
  return by > 0 ? (doubts.find((d) => far(d) > 0) ?? doubts[0]) : (doubts.findLast((d) => far(d) < 0) ?? doubts.at(-1))
}

/** The doubt that the caret is at: right there, or else the first of its block. */
export function doubtAt(page: Page, at: Caret): Doubt | undefined {
  const here = doubtsOf(page).filter((d) => d.block === at.block)
  return here.find((d) => d.offset === at.offset) ?? here[0]
}

/** The guess is right: roles and joins are confirmed, what was proposed is done. */
export function acceptDoubt(page: Page, doubt: Doubt): Edit {
  switch (doubt.kind) {
    case 'role':
      return changed(page, doubt.block, (b) => ({ ...b, confirmed: true }))
    case 'join':
      return changed(page, doubt.block, (b) => ({
        ...b,
        joins: b.joins.map((j) => (j.at === doubt.offset ? { ...j, confirmed: true } : j)),
      }))
    case 'continued':
      return dropProposal(changed(page, doubt.block, (b) => ({ ...b, confirmed: true })).page, doubt)
    case 'maybe': {
      const [first, second] = proposalOf(page, doubt)?.blocks ?? []
      return first === undefined ? { page } : dropProposal(joinBlocks(page, first, second).page, doubt)
    }
    case 'move': {
      const proposal = proposalOf(page, doubt)
      if (!proposal) return { page }
      const end = findBlock(page, doubt.block)?.article.id ?? ''
      const moved = moveTo(page, proposal.blocks, proposal.before ? { before: proposal.before } : { endOf: end })
      return dropProposal(moved.page, doubt)
    }
  }
}

/** The guess is wrong: a join is undone, a proposal goes. Of a role nobody knows the right one: it is for the person to choose. */
export function rejectDoubt(page: Page, doubt: Doubt, source: string): Edit {
  if (doubt.kind === 'role') return { page }
  return doubt.kind === 'join' ? undoJoin(page, doubt.block, doubt.offset, source) : dropProposal(page, doubt)
}

/** Every doubt like `doubt` is accepted, in one step. */
export function acceptAlike(page: Page, doubt: Doubt): Edit {
  let now = page
  for (const d of doubtsOf(page).filter((other) => other.like === doubt.like)) {
    const still = doubtsOf(now).find((other) => other.key === d.key)
    if (still) now = acceptDoubt(now, still).page
  }
  return { page: now }
}

/** The blocks with `ids` as a person has accepted them: roles and joins confirmed. */
export const acceptBlocks = (page: Page, ids: readonly string[]): Page => changeBlocks(page, new Set(ids), accepted)

/** The whole page as it stands, accepted: nothing of it is a doubt any more; what was proposed and not done goes. */
export const acceptPage = (page: Page): Page => {
  const blocks = acceptBlocks(
    page,
    [...walk(page)].map(({ block }) => block.id),
  )
  return blocks.proposals.length === 0 ? blocks : { ...blocks, proposals: [] }
}

const accepted = (b: Block): Block =>
  b.confirmed && b.joins.every((j) => j.confirmed)
    ? b
    : { ...b, confirmed: true, joins: b.joins.map((j) => ({ ...j, confirmed: true })) }

const ofRole = (b: Block): Doubt => ({
  key: `role:${b.id}`,
  kind: 'role',
  block: b.id,
  offset: 0,
  confidence: b.confidence,
  reasons: b.reasons,
  like: `role:${b.role}`,
})

const ofJoin = (b: Block, join: Join): Doubt => ({
  key: `join:${b.id}:${join.at}`,
  kind: 'join',
  block: b.id,
  offset: join.at,
  confidence: join.score,
  reasons: join.reasons,
  like: `join:${join.reasons[0]?.code ?? ''}`,
})

/** A proposal stands at the end of its first block: there the next fragment would go on, and no other doubt is there. */
const ofProposal = (b: Block, p: Proposal): Doubt => ({
  key: `proposal:${p.id}`,
  kind: p.kind === 'join' ? 'maybe' : p.kind,
  block: b.id,
  offset: b.text.length,
  confidence: p.confidence,
  reasons: p.reasons,
  like: `proposal:${p.kind}`,
})

const changed = (page: Page, id: string, change: (b: Block) => Block): Edit => ({
  page: changeBlocks(page, new Set([id]), change),
})

const proposalOf = (page: Page, doubt: Doubt): Proposal | undefined =>
  page.proposals.find((p) => `proposal:${p.id}` === doubt.key)

const dropProposal = (page: Page, doubt: Doubt): Edit => {
  const proposals = page.proposals.filter((p) => `proposal:${p.id}` !== doubt.key)
  return { page: proposals.length === page.proposals.length ? page : { ...page, proposals } }
}

/** Doubts about a page, as proposals that a person decides: sections after the sign-off, joins not made, stories continued from elsewhere. */
import type { Article, Block, Page, Proposal } from '../page/page.ts'

/** The page with its proposals; `joinable` says by article and block how likely a paragraph goes on with the one before it, 0…1. */
export function withProposals(page: Page, joinable: readonly (readonly number[])[]): Page {
  const found = page.articles.flatMap((a, i) => [...movesOf(a), ...joinsOf(a, joinable[i]!), ...continuedOf(a)])
  return { ...page, proposals: found.map((p, i) => ({ ...p, id: `p${i + 1}` })) }
}

type Found = Omit<Proposal, 'id'>

/** A keyword box or crosshead with its section after the sign-off byline may belong before it. */
function movesOf(a: Article): readonly Found[] {
  const body = a.blocks.findIndex((b) => b.role === 'paragraph')
  const signed = a.blocks.findIndex((b, i) => b.role === 'byline' && i > body)
  if (body < 0 || signed < 0) return []
  const opens = a.blocks.findIndex((b, i) => i > signed && (b.role === 'keyword' || b.role === 'crosshead'))
  if (opens < 0) return []
  const section = a.blocks.slice(opens)
  const confidence = Math.min(...[a.blocks[signed]!, a.blocks[opens]!].map((b) => b.confidence))
  return [
    {
      kind: 'move',
      blocks: section.map((b) => b.id),
      before: a.blocks[signed]!.id,
      confidence,
      reasons: [{ code: 'propose.move' }],
    },
  ]
}

/** Below this a join is not worth a person's look. */
const WORTH_ASKING = 0.12

function joinsOf(a: Article, joinable: readonly number[]): readonly Found[] {
  const found: Found[] = []
  let last: Block | undefined
  for (const [i, b] of a.blocks.entries()) {
    if (b.role !== 'paragraph') continue
    const p = joinable[i]!
    if (last && p >= WORTH_ASKING) {
      const tail = Array.from(last.text.slice(-4)).slice(-2).join('')
      found.push({
        kind: 'join',
        blocks: [last.id, b.id],
        confidence: p,
        reasons: [{ code: 'propose.join' }, { code: 'join.cut', params: { tail } }],
      })
    }
    last = b
  }
  return found
}

function continuedOf(a: Article): readonly Found[] {
  const jump = a.blocks.find((b) => b.role === 'jump' && /[上紧]\s*接|接\s*第/u.test(b.text))
  return jump
    ? [{ kind: 'continued', blocks: [jump.id], confidence: jump.confidence, reasons: [{ code: 'propose.continued' }] }]
    : []
}

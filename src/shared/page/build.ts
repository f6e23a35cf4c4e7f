/** Builders: the shortest way to a valid Page, its articles and blocks; fresh ids without randomness. */
import { PAGE_VERSION } from './kinds.ts'
import type { Article, Block, Page, PageMeta, Role } from './page.ts'
import { mapped } from '../packed.ts'

export type BlockInit = Partial<Omit<Block, 'role' | 'text'>>

/** A block of `role` with `text`; unsaid parts are empty, an unsaid id is `b0` (give it a real one by `withIds`). */
export const block = (role: Role, text: string, init: BlockInit = {}): Block => ({
  id: 'b0',
  role,
  text,
  marks: [],
  spans: [],
  confidence: 1,
  reasons: [],
  joins: [],
  ...init,
})

export const article = (blocks: readonly Block[], id = 'a0'): Article => ({ id, blocks })

/** A page of `articles`, numbered `a1…` and `b1…` in reading order. */
export const page = (articles: readonly Article[], meta: PageMeta = {}): Page =>
  withIds({ version: PAGE_VERSION, meta, articles, proposals: [] })

/** The same page with articles numbered `a1…` and blocks `b1…` in reading order; proposals are dropped (they name ids). */
export function withIds(p: Page): Page {
  let n = 0
  const articles = mapped(p.articles, (a, i) => ({
    id: `a${i + 1}`,
    blocks: mapped(a.blocks, (b) => ({ ...b, id: `b${++n}` })),
  }))
  return { ...p, articles, proposals: [] }
}

/** A maker of ids that `p` does not have: each call gives the next of `prefix1`, `prefix2`, …  after the highest there. */
export function freshIds(p: Page, prefix: 'a' | 'b' | 'p'): () => string {
  let highest = 0
  const see = (id: string) => {
    const n = id.startsWith(prefix) ? Number(id.slice(1)) : NaN
    if (Number.isSafeInteger(n) && n > highest) highest = n
  }
  for (const a of p.articles) {
    see(a.id)
    for (const b of a.blocks) see(b.id)
  }
  for (const proposal of p.proposals) see(proposal.id)
  return () => `${prefix}${++highest}`
}

/** Answers a query for one article by reading it: for what no segment holds. */
import type { Role } from '../../../shared/page/page.ts'
import { isWithin } from '../../../shared/search/dates.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import type { Library } from './library.ts'
import { normaliseBlocks } from './normal.ts'
import { hasWords } from './resolved.ts'
import type { Resolved } from './resolved.ts'
import { groupBit, roleOf } from './roles.ts'
import { dilution, WEIGHT_OF } from './score.ts'
import { MANY, SEPARATOR } from './segment.ts'

/** An article that is read because no segment holds it: `text` is in normal form, blocks with SEPARATOR between. */
export type ReadArticle = {
  readonly id: number
  readonly pageId: number
  readonly text: string
  readonly roles: string
}

export const readArticles = (db: Db, pageId: number): readonly ReadArticle[] =>
  sql<ReadArticle>(db, 'SELECT id, page_id AS pageId, text, roles FROM article WHERE page_id = ? ORDER BY id')
    .all(pageId)
    .map((a) => ({ ...a, text: normaliseBlocks(a.text) }))

/** The roles of the blocks in which `needle` stands, one for each such block. */
function blocksWith(a: { readonly text: string; readonly roles: string }, needle: string): readonly Role[] {
  return a.text.split(SEPARATOR).flatMap((text, i) => (text.includes(needle) ? [roleOf(a.roles[i] ?? 'i')] : []))
}

/** How well it fits, undefined where it does not. Page furniture fits by its words only. */
export const scoreOf = (a: ReadArticle, query: Resolved, library: () => Library): number | undefined =>
  isFurniture(a) && !hasWords(query) ? undefined : rawScoreOf(a, query, library)

/** `n` is the letter of a folio. */
const isFurniture = ({ roles }: ReadArticle): boolean => /^n*$/.test(roles)

function rawScoreOf(a: ReadArticle, query: Resolved, library: () => Library): number | undefined {
  switch (query.kind) {
    case 'text': {
      const roles = blocksWith(a, query.text).filter((r) => !query.roles || query.roles.includes(r))
      if (roles.length === 0) return undefined
      const groups = roles.reduce((bits, r) => bits | groupBit(r), 0)
      return (WEIGHT_OF[groups | (Math.min(MANY, roles.length) << 5)] ?? 0) / dilution(a.text.length)
    }
    case 'date': {
      const page = library().pages.get(a.pageId)
      return page && isWithin(page.date, query) ? 0 : undefined
    }
    case 'roles':
      return [...a.roles].some((letter) => query.roles.includes(roleOf(letter))) ? 0 : undefined
    case 'pages': {
      const page = library().pages.get(a.pageId)
      return page && query.fits(page) ? 0 : undefined
    }
    case 'articles':
      return query.ids.has(a.id) ? 0 : undefined
    case 'and': {
      let sum = 0
      for (const part of query.parts) {
        const one = rawScoreOf(a, part, library)
        if (one === undefined) return undefined
        sum += one
      }
      return sum
    }
    case 'or': {
      const scores = query.parts.map((p) => scoreOf(a, p, library)).filter((x) => x !== undefined)
      return scores.length > 0 ? scores.reduce((x, y) => x + y) : undefined
    }
    case 'not':
      return rawScoreOf(a, query.part, library) === undefined ? 0 : undefined
  }
}

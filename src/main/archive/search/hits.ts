/** What is shown of a hit: where it stands, the words around it, what of them is lit. */
import type { SearchHit } from '../../../shared/api/search.ts'
import type { Role } from '../../../shared/page/page.ts'
import { matchesOf } from '../../../shared/search/normalise.ts'
import { needlesOf } from '../../../shared/search/query.ts'
import type { Query } from '../../../shared/search/query.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { roleOf } from './roles.ts'
import { SEPARATOR } from './segment.ts'

/** The hit of an article; none where it is gone. */
export function hit(
  db: Db,
  id: number,
  pageId: number,
  score: number,
  query: Query,
  roles: readonly Role[] | undefined,
): readonly SearchHit[] {
  const a = sql<{ key: string; headline: string; byline: string; text: string; roles: string; keys: string }>(
    db,
    'SELECT key, headline, byline, text, roles, keys FROM article WHERE id = ?',
  ).get(id)
  const p = sql<{ name: string; publication: string; date: string; number: string; section: string }>(
    db,
    `SELECT page.name, publication.name AS publication, issue.date, page.number, page.section FROM page
      JOIN issue ON issue.id = page.issue_id JOIN publication ON publication.id = issue.publication_id WHERE page.id = ?`,
  ).get(pageId)
  if (!a || !p) return []
  const blocks = a.text.split(SEPARATOR)
  const needles = needlesOf(query)
  const where = firstMatch(blocks, a.roles, needles, roles)
  const text = blocks[where.block] ?? ''
  return [
    {
      page: pageId,
      article: a.key,
      block: a.keys.split(',')[where.block] ?? '',
      role: roleOf(a.roles[where.block] ?? 'i'),
      start: where.start,
      end: where.end,
      ...p,
      headline: a.headline,
      byline: a.byline,
      snippet: snippet(text, where.start, needles),
      score,
    },
  ]
}

/** The block that a hit shows: the first one of running text with a match, else the first one at all. */
function firstMatch(
  blocks: readonly string[],
  roles: string,
  needles: readonly string[],
  only: readonly Role[] | undefined,
) {
  let first: { block: number; start: number; end: number } | undefined
  for (const [block, text] of blocks.entries()) {
    const role = roleOf(roles[block] ?? 'i')
    if (only?.length && !only.includes(role)) continue
    const [match] = matchesOf(text, needles)
    if (!match) continue
    const found = { block, start: match[0], end: match[1] }
    if (BODY.has(role)) return found
    first ??= found
  }
  const shown = only?.length ? only : ['paragraph']
  return (
    first ?? {
      block: Math.max(
        0,
        [...roles].findIndex((r) => shown.includes(roleOf(r))),
      ),
      start: 0,
      end: 0,
    }
  )
}

const BODY: ReadonlySet<Role> = new Set(['paragraph', 'caption', 'note', 'standfirst'])
const BEFORE = 24
const AROUND = 96

/** About a hundred characters around the match, and what of them is lit. */
function snippet(text: string, start: number, needles: readonly string[]): SearchHit['snippet'] {
  const from = start > BEFORE + 6 ? start - BEFORE : 0
  const to = Math.min(text.length, from + AROUND)
  const lit = matchesOf(text, needles)
    .filter(([a, b]) => a >= from && b <= to)
    .map(([a, b]): [number, number] => [a - from + (from > 0 ? 1 : 0), b - from + (from > 0 ? 1 : 0)])
  return {
    text: `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll('\n', ' ')}${to < text.length ? '…' : ''}`,
    lit,
  }
}

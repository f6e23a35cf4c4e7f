/** Where the words of a hit stand in a page that was perhaps edited since it was found. */
import { matchesOf } from '../../../shared/search/normalise.ts'
import type { SearchHit } from '../../../shared/api/search.ts'
import type { Page } from '../../../shared/page/page.ts'

type Place = Pick<SearchHit, 'block' | 'start' | 'end'>

/**
 * The match nearest to where the hit was, in its block or else in another one of its article; the hit's own place where nothing of
 * `needles` (in normal form) is there any more, or nothing was looked for. Undefined where the block is gone too.
 */
export function whereNow(
  page: Page,
  hit: Place & Pick<SearchHit, 'article'>,
  needles: readonly string[],
): Place | undefined {
  const all = page.articles.flatMap((a) => a.blocks)
  const own = all.find((b) => b.id === hit.block)
  const rest = page.articles.find((a) => a.id === hit.article)?.blocks ?? []
  for (const b of own ? [own, ...rest] : rest) {
    const from = (match: readonly [number, number]) => Math.abs(match[0] - (b === own ? hit.start : 0))
    const [best] = matchesOf(b.text, needles).toSorted((x, y) => from(x) - from(y))
    if (best)
      return b === own && best[0] <= hit.start && best[1] >= hit.end
        ? hit
        : { block: b.id, start: best[0], end: best[1] }
  }
  if (!own) return undefined
  const within = (offset: number) => Math.min(offset, own.text.length)
  return { block: own.id, start: within(hit.start), end: within(hit.end) }
}

/** Who wrote an article, as feeds, indexes and data say it: the people of bylines and datelines, not those of pictures. */
import type { Article } from '../page/page.ts'
import { peopleOf } from '../structure/people.ts'

/** Names in order, each once. */
export function authorsOf(a: Article): readonly string[] {
  const credits = new Set(a.blocks.filter((b) => b.role === 'credit').map((b) => b.id))
  return [...new Set(peopleOf(a).flatMap((p) => (credits.has(p.block) ? [] : [p.name])))]
}

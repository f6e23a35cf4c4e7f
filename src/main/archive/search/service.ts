/** Search as people use it: a typed query with filters gives counts and ranked hits with snippets. */
import type { SearchHit, SearchInput } from '../../../shared/api/search.ts'
import { needlesOf } from '../../../shared/search/query.ts'
import type { Remark } from '../../../shared/search/remarks.ts'
import type { Db } from '../store/db.ts'
import { engineOf } from './engine.ts'
import type { Count } from './engine.ts'
import { hit } from './hits.ts'
import { prepare } from './prepare.ts'

/** Runs a search in one read transaction. Error: `query/empty` for an empty one. */
export function runSearch(db: Db, input: SearchInput): Count & Told & { readonly hits: readonly SearchHit[] } {
  return db.transaction(() => {
    const { query, resolved, typed } = prepare(db, input)
    const offset = input.offset ?? 0
    const { hits, ...counts } = engineOf(db).best(
      resolved,
      offset,
      offset + (input.limit ?? 20),
      input.sort ?? 'relevance',
    )
    const shown = hits.flatMap((h) => hit(db, h.id, h.pageId, h.score, query, input.roles))
    return { ...counts, hits: shown, needles: needlesOf(query), remarks: typed.remarks }
  })()
}

/** The texts that are lit, in normal form, and what is to be said of the query. */
type Told = { readonly needles: readonly string[]; readonly remarks: readonly Remark[] }

/** How many articles and pages fit. */
export const countSearch = (db: Db, input: SearchInput): Count =>
  db.transaction(() => engineOf(db).count(prepare(db, input).resolved))()

/** Every article id that fits, with its page, in page order. */
export function searchAll(db: Db, input: SearchInput): readonly { readonly id: number; readonly pageId: number }[] {
  return db.transaction(() => {
    const answer = engineOf(db).search(prepare(db, input).resolved)
    return Array.from(answer.ids, (id, i) => ({ id, pageId: answer.pageIds[i] ?? 0 })).toSorted((a, b) => a.id - b.id)
  })()
}

/** A query as the engine takes it. */
import type { Query } from '../../../shared/search/query.ts'
import type { PageInfo } from './library.ts'

/** A query whose people and keywords were looked up: `articles` are the ids that fit. */
export type Resolved =
  | Exclude<Query, { kind: 'field' | 'and' | 'or' | 'not' }>
  | { readonly kind: 'pages'; readonly fits: (page: PageInfo) => boolean }
  | { readonly kind: 'articles'; readonly ids: ReadonlySet<number> }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Resolved[] }
  | { readonly kind: 'not'; readonly part: Resolved }

/** Whether what fits must hold some text. What is looked for without words is stories, not page furniture. */
export function hasWords(query: Resolved): boolean {
  switch (query.kind) {
    case 'text':
      return true
    case 'and':
    case 'or':
      return query.parts.some(hasWords)
    case 'date':
    case 'roles':
    case 'pages':
    case 'articles':
    case 'not':
      return false
  }
}

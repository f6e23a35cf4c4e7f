/** Undo steps in a compact form: a page as its difference from the next newer one, by blocks. What did not change is named, not repeated. */
import { walk } from './walk.ts'
import type { Article, Page } from './page.ts'
import type { Delta } from './undo-schema.ts'

/** `older` as its difference from `newer`. Parts are the same when they are the same value. */
export function packPage(older: Page, newer: Page): Delta {
  const articles = new Set(newer.articles)
  const blocks = new Set(newer.articles.flatMap((a) => a.blocks))
  return {
    articles: older.articles.map((a) =>
      articles.has(a) ? a.id : { id: a.id, blocks: a.blocks.map((b) => (blocks.has(b) ? b.id : b)) },
    ),
    ...(older.meta === newer.meta ? {} : { meta: older.meta }),
    ...(older.proposals === newer.proposals ? {} : { proposals: older.proposals }),
  }
}

/** The older page again; undefined where `newer` lacks what the difference names. */
export function unpackPage(delta: Delta, newer: Page): Page | undefined {
  const blocks = new Map([...walk(newer)].map(({ block }) => [block.id, block]))
  const articles: Article[] = []
  for (const part of delta.articles) {
    if (typeof part === 'string') {
      const same = newer.articles.find((a) => a.id === part)
      if (!same) return undefined
      articles.push(same)
      continue
    }
    const own = part.blocks.map((b) => (typeof b === 'string' ? blocks.get(b) : b))
    if (!own.every((b) => b !== undefined)) return undefined
    articles.push({ id: part.id, blocks: own })
  }
  return {
    ...newer,
    articles,
    ...(delta.meta && { meta: delta.meta }),
    ...(delta.proposals && { proposals: delta.proposals }),
  }
}

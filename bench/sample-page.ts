/** A full broadsheet page for measuring: the project's own sample pages on one sheet, again and again until it is full. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { readerOf } from '../src/main/archive/readers/index.ts'
import { withIds } from '../src/shared/page/build.ts'
import type { Article, Page } from '../src/shared/page/page.ts'
import { structure } from '../src/shared/structure/index.ts'

const FOLDER = path.join(import.meta.dirname, '..', 'resources', 'samples')

/** At least `characters` characters of articles. */
export function samplePage(characters: number): Page {
  const read = readdirSync(FOLDER)
    .filter((name) => /\d\.(?:txt|md)$/.test(name))
    .map((name) => structure(readerOf(name).read(readFileSync(path.join(FOLDER, name)), name, {}).text).page)
  const articles: Article[] = []
  const stories = read.flatMap((p) => p.articles)
  for (let i = 0; count(articles) < characters && stories.length > 0; i++)
    articles.push(stories[i % stories.length] as Article)
  const meta = { publication: '海湾日报', date: '2026-03-18', number: 'A02', section: '综合' }
  return withIds({ ...(read[0] as Page), meta, articles })
}

/** The page with one character more in its first paragraph: what a key does. */
export function edited(page: Page, run: number): Page {
  const articles = page.articles.map((a, i) => {
    const at = i === 0 ? a.blocks.findIndex((b) => b.role === 'paragraph') : -1
    return {
      ...a,
      blocks: a.blocks.map((b, k) => (k === at ? { ...b, text: `${b.text}${'改'.repeat((run % 7) + 1)}` } : b)),
    }
  })
  return { ...page, articles }
}

export const count = (articles: readonly Article[]): number =>
  articles.flatMap((a) => a.blocks).reduce((sum, b) => sum + b.text.length, 0)

/** The `share` quantile of `times`, 0…1. */
export const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN

/** All pages that the structure engine is measured on: our own gold pages, and the reference data where it is present. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { sharedData } from '../scripts/shared-data.mjs'
import { goldPages, sampleGold } from './gold-pages.ts'
import type { GoldArticle } from '../e2e/harness/gold.ts'

export type SetName = 'train' | 'held' | 'samples' | 'seed' | 'plain' | 'dev'
export type BenchPage = {
  readonly set: SetName
  readonly name: string
  readonly source: string
  readonly articles: readonly Pick<GoldArticle, 'blocks'>[]
}

/** The pages of a set; none where the reference data is absent. */
export function pagesOf(set: SetName): readonly BenchPage[] {
  if (set === 'seed' || set === 'plain' || set === 'dev') return sharedPages(set)
  const files = set === 'samples' ? sampleGold() : goldPages(set)
  return files.map((f) => ({ set, name: f.name, source: f.text, articles: f.gold.articles }))
}

function sharedPages(set: 'seed' | 'plain' | 'dev'): readonly BenchPage[] {
  const dir = sharedData(...(set === 'seed' ? ['pages'] : ['pages', set]))
  if (!dir) return []
  const files = readdirSync(dir).filter((f) => f.endsWith('.gold.json'))
  return files.sort().map((f) => {
    const gold = JSON.parse(readFileSync(path.join(dir, f), 'utf8')) as { source: string; articles: GoldArticle[] } // the reference data's shape
    const source = readFileSync(path.join(dir, gold.source), 'utf8').replace(/^\uFEFF/, '')
    return { set, name: f.replace('.gold.json', ''), source, articles: gold.articles }
  })
}

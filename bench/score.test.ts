/** Our measures say what the reference scorer says, of good, bad and broken output alike. */
import { expect, test } from 'vitest'
import { sharedData } from '../scripts/shared-data.mjs'
import { structure } from '../src/shared/structure/index.ts'
import { MEASURES, score } from './score.ts'
import { pagesOf } from './structure-pages.ts'
import type { BenchPage } from './structure-pages.ts'
import { markdownPage } from './structure-rival.ts'

type Shape = Parameters<typeof score>[1]
type Scorer = (gold: Shape, out: Shape, text: string) => Record<string, number>

const file = sharedData('eval', 'score.mjs')
const theirs = file === undefined ? undefined : ((await import(file)) as { score: Scorer }).score
const pages = [...pagesOf('held'), ...pagesOf('seed'), ...pagesOf('plain')].slice(0, 14)

/** What may be wrong with a page: each is scored both ways. */
const READINGS: readonly (readonly [name: string, read: (page: BenchPage) => Shape])[] = [
  ['as the engine reads it', ({ source }) => structure(source).page],
  ['by a table that knows nothing', ({ source }) => structure(source, { weights: { features: {}, edges: {} } }).page],
  ['by a Markdown reader', ({ source }) => markdownPage(source)],
  ['with every third block lost', ({ source }) => changed(structure(source).page, (b, i) => (i % 3 === 0 ? [] : [b]))],
  [
    'with every fourth block twice',
    ({ source }) => changed(structure(source).page, (b, i) => (i % 4 === 0 ? [b, b] : [b])),
  ],
  [
    'with spans in the wrong order',
    ({ source }) => changed(structure(source).page, (b) => [{ ...b, spans: b.spans.toReversed() }]),
  ],
]

const check = test.skipIf(theirs === undefined || pages.length === 0)

for (const [name, read] of READINGS) {
  check(`${name}: the same figures`, () => {
    for (const page of pages) {
      const out = read(page)
      const ours = score(page, out, page.source)
      const other = theirs!(page, out, page.source)
      for (const m of MEASURES) expect(ours[m], `${page.name} ${m}`).toBeCloseTo(other[m]!, 6)
    }
  })
}

type Block = Shape['articles'][number]['blocks'][number]

function changed(page: Shape, change: (block: Block, index: number) => readonly Block[]): Shape {
  return { articles: page.articles.map((a) => ({ blocks: a.blocks.flatMap((b, i) => change(b, i)) })) }
}

/**
 * What the structure engine makes of every own page, as one digest a page: roles, spans, joins, proposals, how sure and why. Work
 * on speed changes none of them; new weights or new evidence change many, and `npx vitest run bench/structure-golden.test.ts -u`
 * writes them anew.
 */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { structure } from '../src/shared/structure/index.ts'
import { segmenter } from './segmenter.ts'
import { pagesOf } from './structure-pages.ts'

const words = segmenter()

const digest = (source: string, options: Parameters<typeof structure>[1]): string =>
  createHash('sha256')
    .update(JSON.stringify(structure(source, options).page))
    .digest('hex')
    .slice(0, 10)

test.skipIf(!words)('every own page is read as it was, without the segmenter and with it', async () => {
  const pages = (['train', 'held', 'samples'] as const).flatMap(pagesOf)
  const rows = pages.map((p) => `${digest(p.source, {})} ${digest(p.source, { words: words! })} ${p.set}/${p.name}\n`)
  await expect(rows.join('')).toMatchFileSnapshot('structure.golden.txt')
})

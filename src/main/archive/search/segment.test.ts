import fc from 'fast-check'
import { expect, test } from 'vitest'
import { find } from './find.ts'
import { buildSegment } from './build.ts'
import { mergeSegments } from './merge.ts'
import { SEPARATOR } from './segment.ts'
import type { Segment } from './segment.ts'

const block = fc.string({ unit: fc.constantFrom(...'海曙老街灯'), maxLength: 12 })
const article = fc.array(block, { minLength: 1, maxLength: 3 })
const pages = fc.array(fc.array(article, { maxLength: 3 }), { maxLength: 6 })

const indexed = (all: readonly (readonly (readonly string[])[])[], first = 1) =>
  all.flatMap((articles, p) =>
    articles.map((blocks, i) => ({
      id: (p + first) * 4096 + i,
      pageId: p + first,
      text: blocks.join(SEPARATOR),
      units: Uint16Array.from(blocks.join(SEPARATOR), (c) => c.charCodeAt(0)),
      roles: 'c' + 'i'.repeat(blocks.length - 1),
    })),
  )

const found = (segment: Segment, needle: string) => {
  const hits = find(needle, (term) => lookUp(segment, term))
  return { articles: [...hits.docs].map((d) => segment.articles[d]), times: [...hits.flags].map((f) => f >> 5) }
}

function lookUp(segment: Segment, term: number) {
  const at = segment.terms.indexOf(term)
  return at < 0 ? undefined : { data: segment.data, at: segment.offsets[at] ?? 0 }
}

const scanned = (all: ReturnType<typeof indexed>, needle: string) => {
  const hits = all.filter((a) => a.text.split(SEPARATOR).some((b) => b.includes(needle)))
  return hits.map((a) => a.id)
}

const needles = fc.string({ unit: fc.constantFrom(...'海曙老街灯'), minLength: 1, maxLength: 6 })

test('an index finds what a scan finds', () => {
  fc.assert(
    fc.property(pages, needles, (all, needle) => {
      const articles = indexed(all)
      expect(found(buildSegment(articles), needle).articles).toEqual(scanned(articles, needle))
    }),
    { numRuns: 500 },
  )
})

test('merged segments are the segment of all', () => {
  fc.assert(
    fc.property(pages, pages, pages, (a, b, c) => {
      const parts = [indexed(a, 1), indexed(b, 10), indexed(c, 20)]
      expect(mergeSegments(parts.map(buildSegment))).toEqual(buildSegment(parts.flat()))
    }),
    { numRuns: 200 },
  )
})

test('many times in one article', () => {
  const articles = indexed([[['灯'.repeat(40)]]])
  expect(found(buildSegment(articles), '灯灯灯')).toEqual({ articles: [4096], times: [7] })
})

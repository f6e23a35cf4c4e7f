import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSegment } from './build.ts'
import { Bytes } from './bytes.ts'
import { find, headCount } from './find.ts'
import { lookUpIn } from './look-up.ts'
import { mergeParts } from './merge.ts'
import { openList, SEPARATOR } from './segment.ts'
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

const lookUp = (segment: Segment) => lookUpIn(segment, (from) => ({ data: segment.data, at: from }))

/** One segment of several, as they are merged in the database. */
function merge(parts: readonly Segment[], least: number): Segment {
  const bytes = new Bytes()
  const sink = {
    append: (piece: Uint8Array) => bytes.range(piece, 0, piece.length),
    read: (from: number) => ({ data: bytes.view(), at: from }),
  }
  const steps = mergeParts(
    parts.map(({ data, ...head }) => ({ ...head, read: (from) => ({ data, at: from }) })),
    sink,
    least,
  )
  for (;;) {
    const { done, value } = steps.next()
    if (done) return { ...value, data: bytes.view() }
  }
}

const found = (segment: Segment, needle: string) => {
  const hits = find(needle, lookUp(segment))
  return { articles: [...hits.docs].map((d) => segment.articles[d]), times: [...hits.flags].map((f) => f >> 5) }
}

const scanned = (all: ReturnType<typeof indexed>, needle: string) => {
  const hits = all.filter((a) => a.text.split(SEPARATOR).some((b) => b.includes(needle)))
  return hits.map((a) => a.id)
}

const needles = fc.string({ unit: fc.constantFrom(...'海曙老街灯'), minLength: 1, maxLength: 7 })
/** From how many articles on a pair is common: all pairs, some, none. */
const common = fc.constantFrom(1, 2, 3, 5, 1000)

test('an index finds what a scan finds', () => {
  fc.assert(
    fc.property(pages, needles, common, (all, needle, least) => {
      const articles = indexed(all)
      const segment = buildSegment(articles, least)
      const expected = scanned(articles, needle)
      expect(found(segment, needle).articles).toEqual(expected)
      const head = headCount(needle, lookUp(segment))
      if (head)
        expect(head).toEqual({
          articles: expected.length,
          pages: new Set(expected.map((id) => Math.floor(id / 4096))).size,
        })
      else expect(needle.length).toBeGreaterThan(2)
    }),
    { numRuns: 700 },
  )
})

test('merged segments are the segment of all', () => {
  fc.assert(
    fc.property(pages, pages, pages, common, (a, b, c, least) => {
      const parts = [indexed(a, 1), indexed(b, 10), indexed(c, 20)]
      const merged = merge(
        parts.map((p) => buildSegment(p, least)),
        least,
      )
      expect(merged).toEqual(buildSegment(parts.flat(), least))
    }),
    { numRuns: 300 },
  )
})

test('many times in one article', () => {
  const articles = indexed([[['灯'.repeat(40)]]])
  for (const least of [1, 1000])
    expect(found(buildSegment(articles, least), '灯灯灯')).toEqual({ articles: [4096], times: [7] })
  expect(found(buildSegment(articles, 1), '灯灯灯灯')).toEqual({ articles: [4096], times: [7] })
})

test('lists that are longer than what is read at once', () => {
  const words = ['海曙', '老街', '灯灯灯灯灯灯灯灯', '曙老', '街灯', '灯海', '曙街老灯海', '老']
  const articles = Array.from({ length: 700 }, (_, i) => [
    [words[i % 8] ?? '', `${words[(i * 7 + (i >> 3)) % 8]}${words[(i * 5 + (i >> 5)) % 8]}${words[(i >> 2) % 7]}`],
  ])
  const whole = indexed(articles)
  const parts = [
    indexed(articles.slice(0, 133)),
    indexed(articles.slice(133, 400), 134),
    indexed(articles.slice(400), 401),
  ]
  for (const least of [1, 60, 1000]) {
    const segment = buildSegment(whole, least)
    const merged = merge(
      parts.map((p) => buildSegment(p, least)),
      least,
    )
    expect(merged).toEqual(segment)
    for (const needle of [
      '灯灯灯灯灯',
      '海曙老街',
      '曙老街',
      '街灯海',
      '曙街老灯海',
      '灯海曙街老',
      '老街灯灯',
      '灯灯海曙',
    ])
      expect([needle, found(segment, needle).articles]).toEqual([needle, scanned(whole, needle)])
  }
})

test('lists as they were laid before', () => {
  const articles = indexed(
    Array.from({ length: 300 }, (_, i) => [['海曙老街灯'.slice(i % 3, 5 - (i % 2)).repeat(1 + (i % 9))]]),
  )
  const segment = buildSegment(articles)
  const out = new Bytes()
  const offsets = segment.offsets.map((from, i) => {
    const at = out.length
    if (i === segment.terms.length) return at
    const list = openList((f) => ({ data: segment.data, at: f }), from, Infinity)
    for (const n of [list.count, list.pages, list.flags - list.articles, list.end - list.positions]) out.number(n)
    out.range(segment.data, list.articles, list.end)
    return at
  })
  const old = { ...segment, offsets, data: out.view() }
  expect(old.data.length).toBeLessThan(segment.data.length)
  const before = lookUpIn({ ...old, common: new Uint32Array() }, (from) => ({ data: old.data, at: from }), 1)
  for (const needle of ['海', '海曙', '曙老街', '街灯海', '老街老街老', '灯灯'])
    expect([...find(needle, before).docs].map((d) => segment.articles[d])).toEqual(scanned(articles, needle))
})

import { createHeadlessEditor } from '@lexical/headless'
import * as fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { MARK_KINDS, PAGE_VERSION, ROLES, pageSchema } from '../../../shared/page/page.ts'
import { normalMarks } from '../../../shared/page/marks.ts'
import { structure } from '../../../shared/structure/index.ts'
import { fromPage, NODES, toPage } from './bridge.ts'
import type { Block, Mark, Page } from '../../../shared/page/page.ts'

const create = () =>
  createHeadlessEditor({
    nodes: [...NODES],
    onError: (error) => {
      throw error
    },
  })

const check = (page: Page) => expect(toPage(fromPage(page, create))).toEqual(page)

test('a page of nothing', () => check({ version: PAGE_VERSION, meta: {}, articles: [], proposals: [] }))

const folders = ['resources/samples', 'bench/pages/train', 'bench/pages/held']
for (const folder of folders) {
  const path = fileURLToPath(new URL(`../../../../${folder}`, import.meta.url))
  const files = existsSync(path) ? readdirSync(path).filter((f) => /\.(txt|md)$/.test(f) && f !== 'README.md') : []
  test.skipIf(files.length === 0)(`every page in ${folder}`, () => {
    for (const file of files) check(structure(readFileSync(`${path}/${file}`, 'utf8')).page)
  })
}

/** Han, Latin, marks, blanks of all widths, line ends, surrogate pairs, a tab, a zero-width joiner. */
const text = fc.string({ unit: fc.constantFrom(...'版心报。，、“”（）—…a7% 　\n\t\u200d', '𠮷', '👩‍👩‍👧'), maxLength: 40 })
const reason = fc.record({ code: fc.string() }, { noNullPrototype: true })

/** Marks as a page holds them: not on a line end alone, where nothing can be marked. */
const marksOf = (length: number, content: string): fc.Arbitrary<readonly Mark[]> =>
  fc
    .array(
      fc
        .record(
          { kind: fc.constantFrom(...MARK_KINDS), start: fc.nat(length), end: fc.nat(length), href: fc.webUrl() },
          { noNullPrototype: true },
        )
        .map(({ href, ...m }): Mark => (m.kind === 'link' ? { ...m, kind: 'link', href } : m)),
      { maxLength: 5 },
    )
    .map((marks) => (content.includes('\n') ? [] : normalMarks(marks, length)))

const block: fc.Arbitrary<Block> = text.chain((t) =>
  fc.record(
    {
      id: fc.uuid(),
      role: fc.constantFrom(...ROLES),
      text: fc.constant(t),
      marks: marksOf(t.length, t),
      spans: fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { maxLength: 3 }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      reasons: fc.array(reason, { maxLength: 2 }),
      joins: fc.array(
        fc.record({
          at: fc.nat(t.length),
          score: fc.double({ min: 0, max: 1, noNaN: true }),
          reasons: fc.array(reason, { maxLength: 1 }),
        }),
        { maxLength: 2 },
      ),
      confirmed: fc.boolean(),
      picture: fc.record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) }),
    },
    { requiredKeys: ['id', 'role', 'text', 'marks', 'spans', 'confidence', 'reasons', 'joins'], noNullPrototype: true },
  ),
)

const proposal = fc.record(
  {
    id: fc.uuid(),
    kind: fc.constantFrom('move' as const, 'join' as const, 'continued' as const),
    blocks: fc.array(fc.uuid(), { maxLength: 3 }),
    before: fc.option(fc.uuid()),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    reasons: fc.array(reason, { maxLength: 1 }),
  },
  { requiredKeys: ['id', 'kind', 'blocks', 'confidence', 'reasons'], noNullPrototype: true },
)

/** Ids are unique within a page; the rest is as arbitrary as the schema allows. */
const numbered = (p: Page): Page => ({
  ...p,
  articles: p.articles.map((a, i) => ({ id: `a${i}`, blocks: a.blocks.map((b, j) => ({ ...b, id: `b${i}-${j}` })) })),
})

const page: fc.Arbitrary<Page> = fc
  .record({
    version: fc.constant(PAGE_VERSION as 1),
    meta: fc.record({ publication: fc.string(), number: fc.string() }, { requiredKeys: [], noNullPrototype: true }),
    articles: fc.array(fc.record({ id: fc.uuid(), blocks: fc.array(block, { minLength: 1, maxLength: 6 }) }), {
      maxLength: 4,
    }),
    proposals: fc.array(proposal, { maxLength: 2 }),
  })
  .map(numbered)

test('any page comes back from the editors as it went in', () => {
  fc.assert(
    fc.property(page, (p) => {
      expect(pageSchema.safeParse(p).success).toBe(true)
      check(p)
    }),
    { numRuns: 300 },
  )
})

test('marks keep their ground across the lines of a heading', () => {
  const bold: Mark = { kind: 'bold', start: 0, end: 5 }
  const b: Block = {
    id: 'b1',
    role: 'headline',
    text: '上行\n下行',
    marks: [bold],
    spans: [],
    confidence: 1,
    reasons: [],
    joins: [],
  }
  check({ version: PAGE_VERSION, meta: {}, articles: [{ id: 'a1', blocks: [b] }], proposals: [] })
})

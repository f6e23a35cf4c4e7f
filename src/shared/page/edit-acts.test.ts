import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinBlocks, mergeArticle, splitArticle, splitBlock } from './edit.ts'
import { joinNear, liftText, splitCredit, undoJoin } from './edit-lift.ts'
import { markDateline } from './edit-mark.ts'
import {
  gatherArticle,
  moveArticle,
  moveBlock,
  moveSection,
  moveTo,
  sectionBeforeEnding,
  setAside,
} from './edit-move.ts'
import { made } from './testing.ts'
import { walk } from './walk.ts'
import type { Edit } from './edit.ts'
import type { Page, Role } from './page.ts'

/** Law 2: what the acts may not lose. Every non-blank character of text and of source, whatever is done in whatever order. */
const solids = (p: Page) =>
  [...walk(p)]
    .flatMap(({ block }) => [...block.text.replace(/\s/g, '')])
    .toSorted()
    .join('')
const covered = (p: Page, source: string) =>
  [...walk(p)]
    .flatMap(({ block }) => block.spans.flatMap(([s, e]) => Array.from({ length: e - s }, (_, i) => s + i)))
    .filter((at) => /\S/.test(source[at] ?? ''))
    .toSorted((a, b) => a - b)
    .join()

const role = fc.constantFrom<Role>(
  'headline',
  'byline',
  'keyword',
  'crosshead',
  'paragraph',
  'caption',
  'credit',
  'note',
)
const text = fc.string({
  minLength: 1,
  maxLength: 12,
  unit: fc.constantFrom('甲', '乙', '。', ' ', 'a', '（', '）', '摄', '\n'),
})
const pages = fc.array(fc.array(fc.tuple(role, text), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
const acts = fc.array(fc.tuple(fc.nat(15), fc.nat(30), fc.nat(30), fc.nat(12), fc.nat(12)), {
  minLength: 1,
  maxLength: 6,
})

function apply(p: Page, source: string, [act, a, b, x, y]: readonly [number, number, number, number, number]): Page {
  const blocks = [...walk(p)].map((w) => w.block)
  const one = blocks[a % blocks.length]!
  const two = blocks[b % blocks.length]!
  const at = { block: one.id, offset: x % (one.text.length + 1) }
  const to = { block: one.id, offset: y % (one.text.length + 1) }
  const [from, until] = at.offset <= to.offset ? [at, to] : [to, at]
  const by = x % 2 ? 1 : -1
  const done: readonly (() => Edit)[] = [
    () => joinBlocks(p, one.id),
    () => joinBlocks(p, one.id, two.id),
    () => splitBlock(p, at, source),
    () => liftText(p, from, until, source),
    () => splitCredit(p, at, source),
    () => undoJoin(p, one.id, joinNear(one, x) ?? 0, source),
    () => gatherArticle(p, [one.id, two.id]),
    () => splitArticle(p, one.id),
    () => mergeArticle(p, one.id),
    () => moveBlock(p, one.id, by),
    () => moveSection(p, one.id, by),
    () => moveArticle(p, one.id, by),
    () => moveTo(p, [one.id], { before: two.id }),
    () => sectionBeforeEnding(p, one.id),
    () => setAside(p, [one.id, two.id]),
    () => markDateline(p, one.id, x),
  ]
  return done[act % done.length]!().page
}

test('no act loses a character or a span, whatever is done in whatever order', () => {
  fc.assert(
    fc.property(pages, acts, (articles, todo) => {
      const { page: p, source } = made(...articles)
      let now = p
      for (const act of todo) {
        now = apply(now, source, act)
        expect(solids(now)).toBe(solids(p))
        expect(covered(now, source)).toBe(covered(p, source))
        const ids = [...walk(now)].map((w) => w.block.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(new Set(now.articles.map((a) => a.id)).size).toBe(now.articles.length)
        expect(now.articles.every((a) => a.blocks.length > 0)).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { joinBlocks, joinTarget, mergeArticle, splitArticle, splitBlock } from './edit.ts'
import { creditStart, joinNear, liftText, roleOfLifted, splitCredit, undoJoin } from './edit-lift.ts'
import { datelineEnd, insertPicture, markDateline, PLACEHOLDER, setPicture } from './edit-mark.ts'
import {
  gatherArticle,
  moveArticle,
  moveBlock,
  moveSection,
  moveTo,
  placeArticle,
  sectionBeforeEnding,
  setAside,
} from './edit-move.ts'
import { figuresOf } from './figures.ts'
import { walk } from './walk.ts'
import type { Edit } from './edit.ts'
import type { Page, Role, Span } from './page.ts'

/** A page whose blocks come from a source of their texts on lines of their own. */
function made(...articles: readonly (readonly (readonly [Role, string])[])[]): { page: Page; source: string } {
  let source = ''
  const blocks = articles.map((a) =>
    a.map(([role, text]) => {
      const span: Span = [source.length, source.length + text.length]
      source += `${text}\n`
      return block(role, text, { spans: [span] })
    }),
  )
  return { page: page(blocks.map((b) => article(b))), source }
}

const shape = (q: Page) => q.articles.map((a) => a.blocks.map((b) => `${b.role[0]}${b.text}`).join('/')).join(' | ')
const check = (edit: Edit, expected: string) => expect(shape(edit.page)).toBe(expected)

test('a caption is lifted out of a paragraph, and the sentence heals', () => {
  const { page: p, source } = made([['paragraph', '水库今年图为新建的大坝。满了。']])
  const { page: q, caret } = liftText(p, { block: 'b1', offset: 4 }, { block: 'b1', offset: 12 }, source)
  expect(shape(q)).toBe('p水库今年满了。/c图为新建的大坝。')
  expect(q.articles[0]?.blocks[0]?.joins).toEqual([{ at: 4, score: 1, reasons: [], confirmed: true }])
  expect(q.articles[0]?.blocks.map((b) => b.spans)).toEqual([
    [
      [0, 4],
      [12, 15],
    ],
    [[4, 12]],
  ])
  expect(caret).toEqual({ block: 'b1', offset: 4 })
})

test('what stands at an edge is lifted too, a whole block only changes its role', () => {
  const { page: p, source } = made([['paragraph', '敢闯敢试村里的路修好了。']])
  const at = (from: number, to: number) =>
    liftText(p, { block: 'b1', offset: from }, { block: 'b1', offset: to }, source)
  check(at(0, 4), 'c敢闯敢试/p村里的路修好了。')
  check(at(4, 12), 'p敢闯敢试/c村里的路修好了。')
  check(at(0, 12), 'c敢闯敢试村里的路修好了。')
})

test('without a selection the fragment of source is lifted, else the sentence', () => {
  const { page: p, source } = made([['paragraph', '第一句。第二句。第三句。']])
  check(
    liftText(p, { block: 'b1', offset: 6 }, { block: 'b1', offset: 6 }, source, 'caption'),
    'p第一句。第三句。/c第二句。',
  )
  const joined = page([
    article([
      block('paragraph', '上半图说下半', {
        spans: [
          [0, 2],
          [3, 5],
          [6, 8],
        ],
      }),
    ]),
  ])
  check(
    liftText(joined, { block: 'b1', offset: 3 }, { block: 'b1', offset: 3 }, '上半\n图说\n下半', 'caption'),
    'p上半下半/c图说',
  )
})

test('the words of a lifted piece say what it is', () => {
  expect(roleOfLifted('新华社记者 张文摄')).toBe('credit')
  expect(roleOfLifted('（资料图片）')).toBe('credit')
  expect(roleOfLifted('一条路修了三十年')).toBe('crosshead')
  expect(roleOfLifted('图为工人们在新厂房里装机器。')).toBe('caption')
})

test('a caption and its credit part where the credit begins, else at the caret', () => {
  const split = (text: string, offset = 0) => {
    const { page: p, source } = made([['caption', text]])
    return shape(splitCredit(p, { block: 'b1', offset }, source).page)
  }
  expect(split('茶农在采茶。新华社记者 张文摄')).toBe('c茶农在采茶。/c新华社记者 张文摄')
  expect(split('茶农在采茶。（本报记者李平摄）')).toBe('c茶农在采茶。/c（本报记者李平摄）')
  expect(split('茶农在采茶 李平 摄')).toBe('c茶农在采茶 /c李平 摄')
  expect(split('茶农在采茶', 2)).toBe('c茶农/c在采茶')
  expect(split('茶农在采茶')).toBe('c茶农在采茶')
  expect(creditStart('大家在摄影展上看照片。')).toBeUndefined()
})

test('a join is undone and what came after it goes back to where the source has it', () => {
  const { page: p, source } = made([
    ['paragraph', '上半句'],
    ['caption', '图说。'],
    ['paragraph', '下半句。'],
    ['paragraph', '又一段。'],
  ])
  const joined = joinBlocks(p, 'b1').page
  expect(shape(joined)).toBe('p上半句下半句。/c图说。/p又一段。')
  expect(joinNear(joined.articles[0]!.blocks[0]!, 0)).toBe(3)
  const undone = undoJoin(joined, 'b1', 3, source)
  check(undone, 'p上半句/c图说。/p下半句。/p又一段。')
  check(undoJoin(joined, 'b1', 2, source), shape(joined))
})

test('an open sentence joins across a crosshead and into the next article; half a heading joins the other half', () => {
  const { page: p } = made(
    [
      ['paragraph', '句子没有'],
      ['crosshead', '小题'],
      ['paragraph', '说完。'],
    ],
    [
      ['crosshead', '上半题'],
      ['paragraph', '正文还没'],
      ['crosshead', '下半题'],
      ['paragraph', '完了又没'],
    ],
    [['paragraph', '完。']],
  )
  expect(joinTarget(p, 'b1')?.text).toBe('说完。')
  expect(joinTarget(p, 'b4')?.text).toBe('下半题')
  expect(joinTarget(p, 'b7')?.text).toBe('完。')
  check(joinBlocks(p, 'b7'), 'p句子没有/c小题/p说完。 | c上半题/p正文还没/c下半题/p完了又没完。')
})

const story = made([
  ['headline', '题'],
  ['paragraph', '开头。'],
  ['byline', '张三'],
  ['crosshead', '一'],
  ['paragraph', '甲。'],
  ['keyword', '关键词'],
  ['crosshead', '二'],
  ['paragraph', '乙。'],
])

test('a section goes up and down as one, and before the ending', () => {
  check(moveSection(story.page, 'b5', 1), 'h题/p开头。/b张三/k关键词/c二/p乙。/c一/p甲。')
  check(moveSection(story.page, 'b8', -1), 'h题/p开头。/b张三/k关键词/c二/p乙。/c一/p甲。')
  check(moveSection(story.page, 'b2', 1), shape(story.page))
  check(sectionBeforeEnding(story.page, 'b5'), 'h题/p开头。/c一/p甲。/b张三/k关键词/c二/p乙。')
  const ended = made([
    ['headline', '题'],
    ['crosshead', '一'],
    ['paragraph', '甲。'],
    ['crosshead', '二'],
    ['paragraph', '乙。'],
    ['byline', '张三'],
    ['note', '附记'],
  ]).page
  check(sectionBeforeEnding(ended, 'b2'), 'h题/c二/p乙。/c一/p甲。/b张三/n附记')
  check(sectionBeforeEnding(ended, 'b4'), shape(ended))
  check(moveSection(ended, 'b5', -1), 'h题/c二/p乙。/c一/p甲。/b张三/n附记')
})

test('articles change places, and blocks from anywhere become one article', () => {
  const { page: p } = made(
    [
      ['headline', '甲'],
      ['paragraph', '一。'],
    ],
    [
      ['headline', '乙'],
      ['paragraph', '二。'],
      ['paragraph', '三。'],
    ],
  )
  check(moveArticle(p, 'b1', 1), 'h乙/p二。/p三。 | h甲/p一。')
  check(moveArticle(p, 'b1', -1), shape(p))
  check(placeArticle(p, 'a2', 'a1'), 'h乙/p二。/p三。 | h甲/p一。')
  check(placeArticle(p, 'a1', undefined), 'h乙/p二。/p三。 | h甲/p一。')
  check(placeArticle(p, 'a1', 'a2'), shape(p))
  check(gatherArticle(p, ['b2', 'b4']), 'h甲 | p一。/p二。 | h乙/p三。')
  check(gatherArticle(p, ['b1', 'b2', 'b3', 'b4', 'b5']), 'h甲/p一。/h乙/p二。/p三。')
  check(gatherArticle(p, ['b3', 'b4', 'b5']), shape(p))
  check(moveTo(p, ['b5'], { before: 'b2' }), 'h甲/p三。/p一。 | h乙/p二。')
  check(moveTo(p, ['b2', 'b1'], { endOf: 'a2' }), 'h乙/p二。/p三。/h甲/p一。')
})

test('page furniture leaves the story it stood in, and the story heals', () => {
  const { page: p } = made([
    ['headline', '题'],
    ['paragraph', '本版责编 李四'],
    ['paragraph', '一。'],
  ])
  const aside = setAside(p, ['b2'])
  check(aside, 'h题/p一。 | f本版责编 李四')
  expect(aside.caret?.block).toBe('b3')
})

test('a figure goes with all its words', () => {
  const { page: p } = made([
    ['paragraph', '一。'],
    ['caption', '图'],
    ['credit', '摄'],
    ['paragraph', '二。'],
  ])
  expect(figuresOf(p.articles[0]!)).toEqual([{ caption: 'b2', credits: ['b3'] }])
  check(moveBlock(p, 'b3', -1), 'c图/c摄/p一。/p二。')
  check(moveBlock(p, 'b2', 1), 'p一。/p二。/c图/c摄')
  check(moveBlock(p, 'b4', -1), 'p一。/p二。/c图/c摄')
})

test('the 电头 is marked and unmarked, a caption carries a picture', () => {
  expect(datelineEnd('新华社北京2月5日电 （记者王文）今天')).toBe('新华社北京2月5日电 （记者王文）'.length)
  expect(datelineEnd('本报讯（记者 李明）昨天')).toBe('本报讯（记者 李明）'.length)
  expect(datelineEnd('村里通了路。')).toBeUndefined()
  const { page: p } = made([['paragraph', '本报讯 昨天下雨。']])
  const marked = markDateline(p, 'b1').page
  expect(marked.articles[0]?.blocks[0]?.marks).toEqual([{ kind: 'dateline', start: 0, end: 3 }])
  expect(markDateline(marked, 'b1').page.articles[0]?.blocks[0]?.marks).toEqual([])
  expect(setPicture(p, 'b1', PLACEHOLDER).page.articles[0]?.blocks[0]?.picture).toEqual(PLACEHOLDER)
  check(insertPicture(p, 'b1', PLACEHOLDER), 'p本报讯 昨天下雨。/c')
  expect(setPicture(setPicture(p, 'b1', PLACEHOLDER).page, 'b1', undefined).page).toEqual(p)
})

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

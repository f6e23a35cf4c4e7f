import { expect, test } from 'vitest'
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
import { check, made, shape } from './testing.ts'

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

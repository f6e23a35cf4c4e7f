import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { storyNumbers, titleOf } from './walk.ts'
import type { Role } from './page.ts'

/** A story of such blocks, and what it is called. */
const TITLES: readonly (readonly [string, readonly (readonly [Role, string])[], string])[] = [
  [
    'its headline, wherever it stands',
    [
      ['kicker', '今晨通车'],
      ['headline', '江口新桥'],
      ['paragraph', '桥上风很大。'],
    ],
    '江口新桥',
  ],
  [
    'all lines of it',
    [
      ['headline', '江口新桥\n今晨通车'],
      ['headline', '（上）'],
    ],
    '江口新桥 今晨通车 （上）',
  ],
  ['a spread one as one looks for it', [['headline', '江  畔  的  灯']], '江畔的灯'],
  ['a spread pair', [['headline', ' 启 事\n']], '启事'],
  ['words of other scripts keep their blanks', [['headline', '我爱 New York 的 夜']], '我爱 New York 的 夜'],
  [
    'without one, its first words',
    [['paragraph', '桥上风很大。\n老人们说，等这座桥等了二十年，从黑发等到了白发。']],
    '桥上风很大。 老人们说，等这座桥等了二十年，从黑',
  ],
  [
    'a blank one is none',
    [
      ['headline', ' '],
      ['paragraph', '桥上'],
    ],
    '桥上',
  ],
  [
    'without words under its picture, those behind it',
    [
      ['caption', ''],
      ['paragraph', '　　桥上风很大。'],
    ],
    '桥上风很大。',
  ],
  ['nothing where it has no words', [['caption', '\n']], ''],
]
test.each(TITLES)('a story is called by %s', (_, blocks, title) =>
  expect(titleOf(article(blocks.map(([role, text]) => block(role, text))))).toBe(title),
)

test('page furniture is no story, and is not counted', () => {
  const { articles } = page([
    article([block('folio', '江口晚报'), block('folio', '第1版')]),
    article([block('headline', '江口新桥')]),
    article([block('folio', '热线'), block('paragraph', '桥上')]),
  ])
  expect([...storyNumbers(articles)]).toEqual([
    ['a2', 1],
    ['a3', 2],
  ])
})

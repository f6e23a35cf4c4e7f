import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { changeOf } from './change.ts'
import { joinBlocks, setRole, splitArticle } from './edit.ts'
import { moveBlock } from './edit-move.ts'
import { acceptBlocks } from './doubts.ts'
import type { Page } from './page.ts'

const p = page([
  article([
    block('headline', '江口新桥今晨通车'),
    block('paragraph', '第一辆驶过大桥的，是一班从城南开'),
    block('caption', '新桥全长一千二百米。', { confidence: 0.4 }),
    block('paragraph', '往城北的早班公交车。'),
  ]),
])
const check = (after: Page, expected: unknown) => expect(changeOf(p, after, 'b1')).toEqual(expected)

test('an act is told by the words that it touched, before and after', () => {
  check(joinBlocks(p, 'b2').page, {
    kind: 'blocks',
    before: [
      { role: 'paragraph', text: '第一辆驶过大桥的，是一班从城南开' },
      { role: 'paragraph', text: '往城北的早班公交车。' },
    ],
    after: [{ role: 'paragraph', text: '…是一班从城南开往城北的早班公…' }],
  })
  check(setRole(p, ['b3'], 'credit').page, {
    kind: 'blocks',
    before: [{ role: 'caption', text: '新桥全长一千二百米。' }],
    after: [{ role: 'credit', text: '新桥全长一千二百米。' }],
  })
})

test('what only moved is told by its places, articles by their number', () => {
  check(moveBlock(p, 'b1', 1).page, {
    kind: 'order',
    piece: { role: 'headline', text: '江口新桥今晨通车' },
    before: { article: 1, block: 1 },
    after: { article: 1, block: 2 },
  })
  check(splitArticle(p, 'b3').page, { kind: 'articles', before: 1, after: 2 })
  check(acceptBlocks(p, ['b3']), { kind: 'accepted', count: 1 })
  check(p, undefined)
})

test('stories are counted without page furniture', () => {
  const strip = article([block('folio', '江城晚报 第A04版')])
  const whole = page([strip, article([block('headline', '灯'), block('paragraph', '渡口'), block('headline', '桥')])])
  expect(changeOf(whole, splitArticle(whole, 'b4').page)).toEqual({ kind: 'articles', before: 1, after: 2 })
})

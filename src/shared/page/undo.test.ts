import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { joinBlocks, mergeArticle, setRole, splitArticle } from './edit.ts'
import { moveBlock } from './edit-move.ts'
import { toggleMark } from './format.ts'
import { packPage, unpackPage } from './undo.ts'
import type { Page } from './page.ts'

const p = page([
  article([block('headline', '题'), block('paragraph', '一二三'), block('paragraph', '四五')]),
  article([block('paragraph', '六')]),
])

const check = (newer: Page, atMost = Infinity) => {
  const packed = JSON.stringify(packPage(p, newer))
  expect(unpackPage(JSON.parse(packed), newer)).toEqual(p)
  expect(packed.length).toBeLessThanOrEqual(atMost)
}

test('every act can be gone back from its packed form', () => {
  check(p, 30)
  check(setRole(p, ['b2'], 'caption').page, 220)
  check(joinBlocks(p, 'b2').page)
  check(splitArticle(p, 'b2').page, 120)
  check(mergeArticle(p, 'b4').page, 120)
  check(moveBlock(p, 'b2', -1).page, 100)
  check(moveBlock(p, 'b3', 1).page, 120)
  check(
    toggleMark(
      p,
      { from: { block: 'b1', offset: 0 }, to: { block: 'b4', offset: 1 }, blocks: ['b1', 'b2', 'b3', 'b4'] },
      'bold',
    ).page,
  )
  check({ ...p, meta: { date: '2026-01-02' } })
})

test('a difference from another page gives nothing', () => {
  const delta = packPage(p, setRole(p, ['b2'], 'caption').page)
  expect(unpackPage(delta, page([article([block('paragraph', '别的')])]))).toBeUndefined()
})

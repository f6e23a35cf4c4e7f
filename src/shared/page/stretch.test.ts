import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { replaceRange, setRole } from './edit.ts'
import { pastePieces } from './paste.ts'
import { blockFrom, characterFrom, foundAgain, isAcross, stretchOf, wholePage } from './stretch.ts'
import type { Page } from './page.ts'

const p: Page = page([
  article([block('headline', '桥'), block('paragraph', '新桥通车。')]),
  article([block('headline', '鱼'), block('paragraph', '带鱼上岸。')]),
  article([block('headline', '学'), block('paragraph', '操场铺𠮷好。'), block('note', '完')]),
])
const at = (id: string, offset: number) => ({ block: id, offset })
const shape = (q: Page) => q.articles.map((a) => a.blocks.map((b) => b.text).join('/')).join(' | ')

test('a stretch begins with what is read first, and names all blocks that it touches', () => {
  const stretch = { from: at('b2', 2), to: at('b6', 2), blocks: ['b2', 'b3', 'b4', 'b5', 'b6'] }
  expect(stretchOf(p, at('b2', 2), at('b6', 2))).toEqual(stretch)
  expect(stretchOf(p, at('b6', 2), at('b2', 2))).toEqual(stretch)
  expect(stretchOf(p, at('b2', 3), at('b2', 1))?.from).toEqual(at('b2', 1))
  expect(stretchOf(p, at('b2', 0), at('b99', 0))).toBeUndefined()
  expect(wholePage(p)).toEqual([at('b1', 0), at('b7', 1)])
  expect([isAcross(p, at('b2', 0), at('b3', 0)), isAcross(p, at('b1', 0), at('b2', 0))]).toEqual([true, false])
})

test('its end goes on by characters and by blocks, over stories', () => {
  expect(characterFrom(p, at('b2', 5), 1)).toEqual(at('b3', 0))
  expect(characterFrom(p, at('b3', 0), -1)).toEqual(at('b2', 5))
  expect(characterFrom(p, at('b6', 3), 1)).toEqual(at('b6', 5))
  expect(characterFrom(p, at('b6', 5), -1)).toEqual(at('b6', 3))
  expect(characterFrom(p, at('b6', 1), -1)).toEqual(at('b6', 0))
  expect(characterFrom(p, at('b7', 1), 1)).toEqual(at('b7', 1))
  expect(blockFrom(p, at('b1', 1), -1)).toEqual(at('b1', 0))
  expect(blockFrom(p, at('b4', 1), 1)).toEqual(at('b5', 0))
})

test('what is cut over stories leaves one paragraph, and what followed it follows', () => {
  const cut = replaceRange(p, at('b2', 2), at('b6', 2), [''], '')
  expect(shape(cut.page)).toBe('桥/新桥铺𠮷好。/完')
  expect(cut.caret).toEqual(at('b2', 2))
  expect(shape(replaceRange(p, at('b2', 2), at('b4', 2), ['甲', '乙'], '').page)).toBe(
    '桥/新桥甲/乙上岸。 | 学/操场铺𠮷好。/完',
  )
  expect(shape(replaceRange(p, at('b1', 0), at('b7', 1), ['新'], '').page)).toBe('新')
  expect(replaceRange(p, at('b6', 0), at('b2', 0), [''], '').page).toBe(p)
})

test('pieces take its place, and a role goes to all its blocks', () => {
  const pieces = [
    { text: '甲', marks: [] },
    { text: '乙', marks: [] },
  ]
  expect(shape(pastePieces(p, at('b2', 2), at('b4', 2), pieces, '').page)).toBe(
    '桥/新桥甲/乙上岸。 | 学/操场铺𠮷好。/完',
  )
  const stretch = stretchOf(p, at('b2', 2), at('b4', 2))
  expect(
    setRole(p, stretch?.blocks ?? [], 'note').page.articles.map((a) => a.blocks.map((b) => b.role[0]).join('')),
  ).toEqual(['hn', 'nn', 'hpn'])
})

test('a stretch is found again in a page that changed beside it, and not where it changed itself', () => {
  const typed = (id: string, offset: number, text: string) =>
    replaceRange(p, at(id, offset), at(id, offset), [text], '').page
  const found = (now: Page, from = at('b2', 2), to = at('b2', 4)) => {
    const stretch = foundAgain(p, now, { from, to })
    return stretch && [stretch.from, stretch.to]
  }
  expect(found(p)).toEqual([at('b2', 2), at('b2', 4)])
  expect(found(typed('b2', 5, '又'))).toEqual([at('b2', 2), at('b2', 4)])
  expect(found(typed('b2', 0, '江口'))).toEqual([at('b2', 4), at('b2', 6)])
  expect(found(typed('b1', 0, '江口'))).toEqual([at('b2', 2), at('b2', 4)])
  expect(found(typed('b2', 3, '又'))).toBeUndefined()
  expect(found(typed('b2', 0, '江口'), at('b2', 2), at('b4', 2))).toEqual([at('b2', 4), at('b4', 2)])
  expect(found(typed('b3', 0, '大'), at('b2', 2), at('b4', 2))).toBeUndefined()
  expect(found(replaceRange(p, at('b2', 0), at('b2', 5), [''], '').page)).toBeUndefined()
})

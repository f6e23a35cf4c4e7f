import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { sliceMarks } from './marks.ts'
import { replaceRange } from './edit.ts'
import { movePieces, pastePieces } from './paste.ts'
import { findBlock, walk } from './walk.ts'
import type { Caret, Edit } from './edit.ts'

const PAGE = page([
  article([block('headline', '甲'), block('paragraph', '一二三四五'), block('paragraph', '六七八')]),
  article([block('paragraph', '九十')]),
])
const BLOCKS = [...walk(PAGE)].map((place) => place.block)

/** Moves `text` of one block, or what is from the first to the last of several, to `at`; a place is a block, by the letters h a b c, and an offset. */
function check(from: string, to: string, at: string, expected: string) {
  const caret = (place: string) => ({ n: 'habc'.indexOf(place.charAt(0)), offset: Number(place.slice(1)) })
  const [f, t] = [caret(from), caret(to)]
  const of = ({ n, offset }: { n: number; offset: number }): Caret => ({ block: BLOCKS[n]?.id ?? '', offset })
  const pieces = BLOCKS.slice(f.n, t.n + 1).map(({ text, marks }, i) => {
    const [start, end] = [i === 0 ? f.offset : 0, i === t.n - f.n ? t.offset : text.length]
    return { text: text.slice(start, end), marks: sliceMarks(marks, start, end) }
  })
  const edit = movePieces(PAGE, of(f), of(t), of(caret(at)), pieces, '')
  expect(edit.page.articles.map((a) => a.blocks.map((b) => b.text).join('/')).join('|')).toBe(expected)
  if (edit.page === PAGE) return
  const begin = edit.start && findBlock(edit.page, edit.start.block)?.block.text.slice(edit.start.offset)
  expect(begin?.startsWith(pieces[0]?.text ?? '')).toBe(true)
  const end = edit.caret && findBlock(edit.page, edit.caret.block)?.block.text.slice(0, edit.caret.offset)
  expect(end?.endsWith(pieces.at(-1)?.text ?? '')).toBe(true)
}

test('on in its block', () => check('a1', 'a3', 'a4', '甲/一四二三五/六七八|九十'))
test('back in its block', () => check('a2', 'a4', 'a1', '甲/一三四二五/六七八|九十'))
test('into another block', () => check('a1', 'a3', 'b1', '甲/一四五/六二三七八|九十'))
test('into another story', () => check('a1', 'a3', 'c2', '甲/一四五/六七八|九十二三'))
test('back from another story', () => check('c1', 'c2', 'a0', '甲/十一二三四五/六七八|九'))
test('more than a block, on in its last', () => check('a3', 'b1', 'b2', '甲/一二三七四五/六八|九十'))
test('more than a block, to another story', () => check('a3', 'b1', 'c1', '甲/一二三七八|九四五/六十'))
test('more than a block, back', () => check('a3', 'b1', 'a1', '甲/一四五/六二三七八|九十'))
test('within itself, or to where it is', () => {
  const same = '甲/一二三四五/六七八|九十'
  check('a1', 'a3', 'a2', same)
  check('a1', 'a3', 'a1', same)
  check('a1', 'a3', 'a3', same)
  check('a3', 'b1', 'a4', same)
  check('a3', 'b1', 'b1', same)
})

test('lines stay lines', () => {
  const lines = page([article([block('headline', '甲乙\n丙丁'), block('paragraph', '一二\n三四\n五六')])])
  const [headline = '', verse = ''] = [...walk(lines)].map((place) => place.block.id)
  const at = (id: string, offset: number): Caret => ({ block: id, offset })
  const textOf = (edit: Edit) => [...walk(edit.page)].map((place) => place.block.text).join('/')
  const piece = (text: string) => [{ text, marks: [] }]
  expect(textOf(pastePieces(lines, at(headline, 2), at(headline, 2), piece('新'), ''))).toBe(
    '甲乙新\n丙丁/一二\n三四\n五六',
  )
  expect(textOf(pastePieces(lines, at(verse, 3), at(verse, 3), piece('新'), ''))).toBe('甲乙\n丙丁/一二\n新三四\n五六')
  const moved = movePieces(lines, at(headline, 0), at(headline, 2), at(headline, 4), piece('甲乙'), '')
  expect(textOf(moved)).toBe('\n丙甲乙丁/一二\n三四\n五六')
  expect([moved.start, moved.caret]).toEqual([at(headline, 2), at(headline, 4)])
  expect(textOf(movePieces(lines, at(verse, 3), at(verse, 5), at(headline, 2), piece('三四'), ''))).toBe(
    '甲乙三四\n丙丁/一二\n\n五六',
  )
})

test('rows of a table stand apart from what is before and behind them', () => {
  const rows = ['| 甲 | 1 |', '| 乙 | 2 |'].map((text) => ({ text, marks: [] }))
  const pasted = (at: number) => {
    const caret = { block: BLOCKS[1]?.id ?? '', offset: at }
    const blocks = pastePieces(PAGE, caret, caret, rows, '').page.articles[0]?.blocks ?? []
    return blocks.map((b) => b.text).slice(1, -1)
  }
  expect(pasted(0)).toEqual(['| 甲 | 1 |', '| 乙 | 2 |', '一二三四五'])
  expect(pasted(2)).toEqual(['一二', '| 甲 | 1 |', '| 乙 | 2 |', '三四五'])
  expect(pasted(5)).toEqual(['一二三四五', '| 甲 | 1 |', '| 乙 | 2 |'])
})

test('a picture whose caption is cut into stays', () => {
  const picture = { sha256: 'a'.repeat(64), width: 1, height: 1 }
  const shown = page([article([block('paragraph', '一二'), { ...block('caption', '三四'), picture }])])
  const [text = '', caption = ''] = [...walk(shown)].map((place) => place.block.id)
  const left = (to: number, lines: readonly string[]) =>
    [...walk(replaceRange(shown, { block: text, offset: 1 }, { block: caption, offset: to }, lines, '').page)].map(
      (place) => `${place.block.text}${place.block.picture ? ' with it' : ''}`,
    )
  expect(left(1, [''])).toEqual(['一四 with it'])
  expect(left(1, ['', ''])).toEqual(['一', '四 with it'])
  expect(left(2, [''])).toEqual(['一'])
})

import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { hasMark, safeHref, setLink, toggleMark } from './format.ts'
import { pastePieces } from './paste.ts'
import { walk } from './walk.ts'

const p = page([
  article([block('paragraph', '一二三四'), block('paragraph', '五六七八')]),
  article([block('paragraph', '九十')]),
])
const at = (from: number, to: number) => ({
  from: { block: 'b1', offset: from },
  to: { block: 'b1', offset: to },
  blocks: ['b1'],
})
const over = { from: { block: 'b1', offset: 2 }, to: { block: 'b2', offset: 2 }, blocks: ['b1', 'b2'] }
const marks = (q: typeof p) =>
  q.articles[0]?.blocks.map((b) => b.marks.map((m) => `${m.kind} ${m.start}-${m.end}`).join())

test('a mark goes on, spreads, and comes off', () => {
  const one = toggleMark(p, at(1, 3), 'bold').page
  expect(marks(one)).toEqual(['bold 1-3', ''])
  expect(hasMark(one, at(1, 3), 'bold')).toBe(true)
  expect(hasMark(one, at(0, 3), 'bold')).toBe(false)
  expect(marks(toggleMark(one, at(0, 4), 'bold').page)).toEqual(['bold 0-4', ''])
  expect(marks(toggleMark(one, at(1, 2), 'bold').page)).toEqual(['bold 2-3', ''])
  expect(marks(toggleMark(p, over, 'emphasis').page)).toEqual(['emphasis 2-4', 'emphasis 0-2'])
  expect(toggleMark(p, at(1, 1), 'bold').page).toBe(p)
  expect(one.articles[1]).toBe(p.articles[1])
})

test('links', () => {
  const linked = setLink(p, at(0, 4), 'https://example.org/').page
  expect(linked.articles[0]?.blocks[0]?.marks).toEqual([
    { kind: 'link', start: 0, end: 4, href: 'https://example.org/' },
  ])
  expect(marks(setLink(linked, at(1, 3), '').page)).toEqual(['link 0-1,link 3-4', ''])
})

const href = (text: string, expected: string | undefined) => expect(safeHref(text)).toBe(expected)

test('only addresses that may be followed are links', () => {
  href('https://example.org/a?b', 'https://example.org/a?b')
  href(' example.org/a ', 'https://example.org/a')
  href('mailto:desk@example.org', 'mailto:desk@example.org')
  href('javascript:alert(1)', undefined)
  href('data:text/html,x', undefined)
  href('两个 字', undefined)
  href('', undefined)
})

test('pasted pieces become blocks with roles and marks', () => {
  const pieces = [
    { role: 'headline', text: '题', marks: [] },
    { role: 'paragraph', text: '正文', marks: [{ kind: 'bold', start: 0, end: 1 }] },
  ] as const
  const texts = (q: typeof p) => q.articles[0]?.blocks.map((b) => `${b.role} ${b.text} ${b.marks.length}`)
  const start = { block: 'b2', offset: 0 }
  const middle = { block: 'b2', offset: 2 }
  expect(texts(pastePieces(p, start, start, pieces, '').page)).toEqual([
    'paragraph 一二三四 0',
    'headline 题 0',
    'paragraph 正文五六七八 1',
  ])
  expect(texts(pastePieces(p, middle, middle, pieces, '').page)).toEqual([
    'paragraph 一二三四 0',
    'paragraph 五六题 0',
    'paragraph 正文七八 1',
  ])
  const word = [{ text: '新', marks: [{ kind: 'bold', start: 0, end: 1 }] }] as const
  const after = pastePieces(p, middle, middle, word, '').page.articles[0]?.blocks[1]
  expect([after?.text, after?.marks]).toEqual(['五六新七八', [{ kind: 'bold', start: 2, end: 3 }]])
})

test('a caption that is pasted brings its picture, once', () => {
  const picture = { sha256: 'a'.repeat(64), width: 4, height: 3 }
  const pieces = [
    { role: 'paragraph', text: '正文', marks: [] },
    { role: 'caption', text: '图', marks: [], picture },
  ] as const
  const pictures = (q: typeof p) => q.articles[0]?.blocks.map((b) => b.picture)
  const end = { block: 'b2', offset: 4 }
  const once = pastePieces(p, end, end, pieces, '')
  expect(pictures(once.page)).toEqual([undefined, undefined, picture])
  const twice = once.caret && pastePieces(once.page, once.caret, once.caret, pieces, '').page
  expect(twice && pictures(twice)).toEqual([undefined, undefined, picture, undefined])
  // Words put into a line bring no picture into it.
  expect(pictures(pastePieces(p, end, end, [pieces[1]], '').page)).toEqual([undefined, undefined])
})

test('stories that are pasted stay stories', () => {
  const story = (title: string, text: string) => [
    { role: 'headline', text: title, marks: [], opens: true } as const,
    { role: 'paragraph', text, marks: [] } as const,
  ]
  const both = [...story('甲', '一'), ...story('乙', '二')]
  const put = (from: { block: string; offset: number }, to = from) => {
    const { page, caret } = pastePieces(p, from, to, both, '')
    const stories = page.articles.map((a) => a.blocks.map((b) => b.text).join('/')).join(' | ')
    return `${stories}, ${[...walk(page)].find((w) => w.block.id === caret?.block)?.block.text ?? ''} ${caret?.offset ?? ''}`
  }
  // Into a line: what stood behind the caret goes on behind the last one.
  expect(put({ block: 'b2', offset: 2 })).toBe('一二三四/五六甲/一 | 乙/二七八 | 九十, 二七八 1')
  // Over all of the last block: both begin anew, and what stands before is left to its story.
  expect(put({ block: 'b2', offset: 0 }, { block: 'b2', offset: 4 })).toBe('一二三四 | 甲/一 | 乙/二 | 九十, 二 1')
  expect(put({ block: 'b1', offset: 0 }, { block: 'b2', offset: 4 })).toBe('甲/一 | 乙/二 | 九十, 二 1')
})

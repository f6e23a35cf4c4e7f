import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot, $isTextNode, TextNode } from 'lexical'
import { expect, test } from 'vitest'
import { article, block, page } from '../../../../shared/page/build.ts'
import { fromPage, NODES, toPage } from '../bridge.ts'
import { $keepBars } from './bars.ts'
import type { LexicalEditor } from 'lexical'
import type { Block } from '../../../../shared/page/page.ts'

const create = () => {
  const editor = createHeadlessEditor({
    nodes: [...NODES],
    onError: (error) => {
      throw error
    },
  })
  editor.registerNodeTransform(TextNode, $keepBars)
  return editor
}

/** The texts of an editor, each bar with its number. */
const shown = (editor: LexicalEditor) =>
  editor.read(() =>
    $getRoot()
      .getAllTextNodes()
      .map((n) => n.getTextContent() + (/bar(\d+)/.exec(n.getStyle())?.[1] ?? ''))
      .join(' '),
  )

function opened(...blocks: readonly Block[]) {
  const was = page([article(blocks)])
  const editors = fromPage(was, create)
  // What tells the bars apart is nothing that the page hears of.
  expect(toPage(editors)).toEqual(was)
  const { editor } = editors.articles[0] ?? expect.unreachable()
  return {
    editor,
    text: () => toPage(editors).articles[0]?.blocks.map((b) => b.text),
    /** Types `text` over `[from, to)` of the `n`th text. */
    type: (n: number, text: string, from: number, to = from) =>
      editor.update(
        () => {
          const node = $getRoot().getAllTextNodes()[n]
          if ($isTextNode(node)) node.spliceText(from, to - from, text, true)
        },
        { discrete: true },
      ),
  }
}
const check = (text: string, expected: string, marks: Block['marks'] = []) =>
  expect(shown(opened(block('paragraph', text, { marks })).editor)).toBe(expected)

test('a row', () => check('|甲|乙丙|', '|0 甲 |1 乙丙 |2'))
test('bars of full width', () => check('｜甲｜乙｜', '｜0 甲 ｜1 乙 ｜2'))
test('an empty cell', () => check('|甲||', '|0 甲 |1 |2'))
test('a bar in a cell', () => check('|甲\\|乙|', '|0 甲\\|乙 |1'))
test('a bar in a line is none', () => check('甲|乙', '甲|乙'))
test('marks go over bars', () => check('|甲|乙|', '|0 甲 |1 乙 |2', [{ kind: 'bold', start: 1, end: 4 }]))
test('links go over bars', () =>
  check('|甲|乙|', '|0 甲 |1 乙 |2', [{ kind: 'link', href: 'https://example.org', start: 1, end: 4 }]))
test('each line of a block counts its own', () => check('|甲|\n|乙|', '|0 甲 |1 |0 乙 |1'))

/** The texts of an editor that stand alone in their cells, each with the number of its column. */
const cells = (text: string, marks: Block['marks'] = []) =>
  opened(block('paragraph', text, { marks })).editor.read(() =>
    $getRoot()
      .getAllTextNodes()
      .flatMap((n) => {
        const column = /cell(\d+)/.exec(n.getStyle())?.[1]
        return column === undefined ? [] : [`${n.getTextContent()}${column}`]
      }),
  )
test('a cell of one text knows its column', () => expect(cells('|甲| 7 ||')).toEqual(['甲0', ' 7 1']))
test('a cell of several texts does not', () =>
  expect(cells('|甲乙|7|', [{ kind: 'bold', start: 1, end: 2 }])).toEqual(['71']))
test('what stands before the first bar is no cell, and behind the last only what is no blank', () => {
  expect(cells(' |甲| ')).toEqual(['甲0'])
  expect(cells('|甲| 7')).toEqual(['甲0', ' 71'])
})

test('a bar that is typed and one that goes', () => {
  const row = opened(block('paragraph', '|甲乙|丙|'))
  row.type(1, '|', 1)
  expect(shown(row.editor)).toBe('|0 甲 |1 乙 |2 丙 |3')
  row.type(2, '', 0, 1)
  expect(shown(row.editor)).toBe('|0 甲乙 |1 丙 |2')
  expect(row.text()).toEqual(['|甲乙|丙|'])
})
test('what is typed beside a bar is in its cell', () => {
  const row = opened(block('paragraph', '|甲|乙|'))
  row.type(0, '前', 1)
  row.type(2, '后', 0)
  expect(shown(row.editor)).toBe('|0 前甲后 |1 乙 |2')
})
test('a row that is none any more', () => {
  const row = opened(block('paragraph', '|甲|乙|'))
  row.type(0, '看', 0)
  expect(shown(row.editor)).toBe('看|甲|乙|')
})
test('all rows of a block turn with its first bar, and back', () => {
  const rows = opened(block('paragraph', '|甲|\n|乙|\n|丙|'))
  rows.type(0, '看', 0)
  expect(shown(rows.editor)).toBe('看|甲| |乙| |丙|')
  rows.type(0, '', 0, 1)
  expect(shown(rows.editor)).toBe('|0 甲 |1 |0 乙 |1 |0 丙 |1')
})
test('what is typed into one row of a block leaves the others', () => {
  const rows = opened(block('paragraph', '|甲|\n|乙丙|\n|丁|'))
  rows.type(4, '|', 1)
  expect(shown(rows.editor)).toBe('|0 甲 |1 |0 乙 |1 丙 |2 |0 丁 |1')
})

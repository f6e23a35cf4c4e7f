/**
 * The bars between the cells of a table's row are texts of their own in Lexical, so that each can be set at its column, and figures at
 * its right. What they are told apart by is a style, which the page never hears of: its text and marks are the same with and without.
 */
import { $findMatchingParent, $getEditor, $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical'
import { barsOf, opensRow } from '../../../../shared/page/tables.ts'
import { $isBlockNode } from './block-node.ts'
import type { LexicalNode, TextNode } from 'lexical'
import type { BlockNode } from './block-node.ts'

/** The `n`th bar of a line stands where its row says that it does; the blank before it is as wide as that takes (see `tables.css`). */
const barStyle = (n: number): string => `tab-size: var(--bar${n}, 0)`

/** What stands behind the `n`th bar, all in one text, is as wide as its column where that has figures, and stands at its right. */
const cellStyle = (n: number): string => `display: var(--cell${n}, inline); min-width: var(--figures${n}, 0)`

/**
 * Run for every text that changes: keeps the bars of its row apart from its cells, and numbered. Of a block of many rows it looks at
 * all of them only when the block becomes a table or ceases to be one.
 */
export function $keepBars(node: TextNode): void {
  if (!$isInRow(node) || $getEditor().isComposing()) return
  const block = $findMatchingParent(node, $isBlockNode)
  if (!block) return
  const isRow = $opensRow(block)
  const row = $rowOf(node)
  const turns = row[0]?.getPreviousSibling() === null && row.some($hasBars) !== isRow
  $partRow(turns ? block.getChildren() : row, isRow)
}

type Part = { readonly text: TextNode; readonly isBar: boolean }

function $partRow(children: readonly LexicalNode[], isRow: boolean): void {
  let line: Part[] = []
  let before = ''
  const end = (): void => {
    $styleLine(line)
    line = []
    before = ''
  }
  const visit = (child: LexicalNode): void => {
    if ($isLineBreakNode(child)) end()
    else if ($isElementNode(child)) child.getChildren().forEach(visit)
    else if ($isTextNode(child)) {
      const text = child.getTextContent()
      const bars = new Set(isRow ? barsOf(before + text).map((at) => at - before.length) : [])
      const cuts = [...bars].flatMap((at) => [at, at + 1]).filter((at) => at > 0 && at < text.length)
      let at = 0
      for (const part of cuts.length > 0 ? child.splitText(...cuts) : [child]) {
        line.push({ text: part, isBar: bars.has(at) })
        at += part.getTextContentSize()
      }
      before = text.endsWith('\\') ? '\\' : ''
    }
  }
  children.forEach(visit)
  end()
}

function $styleLine(line: readonly Part[]): void {
  let bars = 0
  for (const [i, { text, isBar }] of line.entries()) {
    const isCell = line[i - 1]?.isBar && (line[i + 1]?.isBar ?? text.getTextContent().trim() !== '')
    const style = isBar ? barStyle(bars++) : isCell ? cellStyle(bars - 1) : ''
    if (text.getStyle() !== style) text.setStyle(style)
  }
}

const $isInRow = (node: TextNode): boolean =>
  node.getStyle() !== '' ||
  /[|｜]/.test(node.getTextContent()) ||
  [node.getPreviousSibling(), node.getNextSibling()].some((n) => $isTextNode(n) && n.getStyle() !== '')

/** What of a block stands between the two line ends about `node`. */
function $rowOf(node: TextNode): readonly LexicalNode[] {
  let first: LexicalNode = node
  for (let parent = first.getParent(); parent && !$isBlockNode(parent); parent = parent.getParent()) first = parent
  for (let p = first.getPreviousSibling(); p && !$isLineBreakNode(p); p = p.getPreviousSibling()) first = p
  const row: LexicalNode[] = []
  for (let n: LexicalNode | null = first; n && !$isLineBreakNode(n); n = n.getNextSibling()) row.push(n)
  return row
}

function $opensRow(block: BlockNode): boolean {
  let opening = ''
  for (let n = block.getFirstChild(); n && opening.trim() === ''; n = n.getNextSibling()) opening += n.getTextContent()
  return opensRow(opening)
}

const $hasBars = (node: LexicalNode): boolean =>
  $isElementNode(node) ? node.getChildren().some($hasBars) : $isTextNode(node) && node.getStyle() !== ''

/**
 * The bars between the cells of a table's row are texts of their own in Lexical, so that each can be set at its column. What they are
 * told apart by is a style, which the page never hears of: its text and marks are the same with and without.
 */
import { $findMatchingParent, $getEditor, $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical'
import { barsOf, opensRow } from '../../../../shared/page/tables.ts'
import { $isBlockNode } from './block-node.ts'
import type { LexicalNode, TextNode } from 'lexical'

/** The `n`th bar of a line stands where its row says that it does; the blank before it is as wide as that takes (see `tables.css`). */
const styleOf = (n: number): string => `tab-size: var(--bar${n}, 0)`

/** Run for every text that changes: keeps the bars of its row apart from its cells, and numbered. */
export function $keepBars(node: TextNode): void {
  if (!$isInRow(node) || $getEditor().isComposing()) return
  const block = $findMatchingParent(node, $isBlockNode)
  if (!block) return
  const isRow = opensRow(block.getTextContent())
  let n = 0
  let before = ''
  const visit = (child: LexicalNode): void => {
    if ($isLineBreakNode(child)) {
      n = 0
      before = ''
    } else if ($isElementNode(child)) child.getChildren().forEach(visit)
    else if ($isTextNode(child)) {
      const text = child.getTextContent()
      const bars = new Set(isRow ? barsOf(before + text).map((at) => at - before.length) : [])
      const cuts = [...bars].flatMap((at) => [at, at + 1]).filter((at) => at > 0 && at < text.length)
      let at = 0
      for (const part of cuts.length > 0 ? child.splitText(...cuts) : [child]) {
        const style = bars.has(at) ? styleOf(n++) : ''
        at += part.getTextContentSize()
        if (part.getStyle() !== style) part.setStyle(style)
      }
      before = text.endsWith('\\') ? '\\' : ''
    }
  }
  block.getChildren().forEach(visit)
}

const $isInRow = (node: TextNode): boolean =>
  node.getStyle() !== '' ||
  /[|｜]/.test(node.getTextContent()) ||
  [node.getPreviousSibling(), node.getNextSibling()].some((n) => $isTextNode(n) && n.getStyle() !== '')

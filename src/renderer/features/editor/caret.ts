/** Places in an article's text as the page counts them (block and offset) and as Lexical does (node and offset). */
import {
  $createPoint,
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
} from 'lexical'
import { $isBlockNode } from './blocks/block-node.ts'
import type { ElementNode, LexicalNode, PointType } from 'lexical'
import type { Caret } from '../../../shared/page/edit.ts'
import type { BlockNode } from './blocks/block-node.ts'
import type { Focus } from './desk.ts'

/** What is selected in the active editor, or undefined where no text is. */
export function $readFocus(): Focus | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const from = $caretOf(first)
  const to = selection.isCollapsed() ? from : $caretOf(last)
  if (!from || !to) return undefined
  if (from.block === to.block) return { from, to, blocks: [from.block] }
  const ids = $getRoot()
    .getChildren()
    .filter($isBlockNode)
    .map((b) => b.getBlock().id)
  return { from, to, blocks: ids.slice(ids.indexOf(from.block), ids.indexOf(to.block) + 1) }
}

/** Selects from `from` to `to`; false where they are not in the active editor. */
export function $selectCaret(from: Caret, to: Caret): boolean {
  const anchor = $pointOf(from)
  const focus = $pointOf(to)
  if (!anchor || !focus) return false
  const selection = $createRangeSelection()
  selection.anchor.set(anchor.key, anchor.offset, anchor.type)
  selection.focus.set(focus.key, focus.offset, focus.type)
  $setSelection(selection)
  return true
}

export const $blockOf = (id: string): BlockNode | undefined =>
  $getRoot()
    .getChildren()
    .filter($isBlockNode)
    .find((b) => b.getBlock().id === id)

export function $caretOf(point: PointType): Caret | undefined {
  const node = point.getNode()
  if (node.is($getRoot())) {
    const blocks = $getRoot().getChildren().filter($isBlockNode)
    const block = blocks[Math.min(point.offset, blocks.length - 1)]
    return (
      block && { block: block.getBlock().id, offset: point.offset >= blocks.length ? block.getTextContentSize() : 0 }
    )
  }
  let offset = point.type === 'text' ? point.offset : $sizeBefore(node as ElementNode, point.offset) // an element point's node is an element
  let at: LexicalNode = node
  for (let parent = at.getParent(); !$isBlockNode(at) && parent; parent = at.getParent()) {
    offset += $sizeBefore(parent, at.getIndexWithinParent())
    at = parent
  }
  return $isBlockNode(at) ? { block: at.getBlock().id, offset } : undefined
}

const $sizeBefore = (parent: ElementNode, index: number): number =>
  parent
    .getChildren()
    .slice(0, index)
    .reduce((sum, child) => sum + child.getTextContentSize(), 0)

function $pointOf(caret: Caret): PointType | undefined {
  const block = $blockOf(caret.block)
  return block && $pointIn(block, caret.offset)
}

function $pointIn(parent: ElementNode, offset: number): PointType {
  let left = offset
  for (const [index, child] of parent.getChildren().entries()) {
    const size = child.getTextContentSize()
    if ($isTextNode(child) && left <= size) return $createPoint(child.getKey(), left, 'text')
    if ($isElementNode(child) && left <= size) return $pointIn(child, left)
    if (left < size) return $createPoint(parent.getKey(), index, 'element')
    left -= size
  }
  return $createPoint(parent.getKey(), parent.getChildrenSize(), 'element')
}

/** A block's text and marks as Lexical's children, and back. A line end in a heading is a line break node; marks are text formats and links. */
import { $createLinkNode, $isLinkNode } from '@lexical/link'
import {
  $createLineBreakNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  TEXT_TYPE_TO_FORMAT,
} from 'lexical'
import { normalMarks } from '../../../../shared/page/marks.ts'
import type { ElementNode, LexicalNode, TextFormatType } from 'lexical'
import type { Mark } from '../../../../shared/page/page.ts'

/** Emphasis dots and the 电头 borrow formats that newspapers do not use; the theme gives them their look. */
export const FORMATS: Readonly<Record<Exclude<Mark['kind'], 'link'>, TextFormatType>> = {
  bold: 'bold',
  italic: 'italic',
  emphasis: 'underline',
  superscript: 'superscript',
  subscript: 'subscript',
  dateline: 'highlight',
}

const KINDS = Object.entries(FORMATS) as [Exclude<Mark['kind'], 'link'>, TextFormatType][] // keys of the table above

/** The nodes that show `text` with `marks`; marks are taken in their normal form. */
export function $inlineNodes(text: string, marks: readonly Mark[]): LexicalNode[] {
  const normal = normalMarks(marks, text.length)
  const cuts = new Set([0, text.length])
  for (const m of normal) cuts.add(m.start).add(m.end)
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) cuts.add(i).add(i + 1)
  const edges = [...cuts].toSorted((a, b) => a - b)
  const nodes: LexicalNode[] = []
  let link: { readonly mark: Mark; readonly node: ElementNode } | undefined
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1]
    if (end === undefined) break
    const here = normal.filter((m) => m.start <= start && m.end >= end)
    const node = $inlineNode(text.slice(start, end), here)
    const linked = here.find((m) => m.kind === 'link')
    if (!linked) {
      link = undefined
      nodes.push(node)
      continue
    }
    if (link?.mark !== linked) {
      link = { mark: linked, node: $createLinkNode(linked.href ?? '') }
      nodes.push(link.node)
    }
    link.node.append(node)
  }
  return nodes
}

/** The text and marks that stand under `parent` now. */
export function $readInline(parent: ElementNode): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = ''
  const marks: Mark[] = []
  const visit = (node: LexicalNode, href: string | undefined) => {
    const start = text.length
    if ($isLineBreakNode(node)) text += '\n'
    else if ($isTextNode(node)) text += node.getTextContent()
    else if ($isElementNode(node))
      for (const child of node.getChildren()) visit(child, $isLinkNode(node) ? node.getURL() : href)
    if ($isTextNode(node))
      for (const [kind, format] of KINDS) if (node.hasFormat(format)) marks.push({ kind, start, end: text.length })
    if ($isLinkNode(node)) marks.push(linkMark(node.getURL(), start, text.length))
  }
  for (const child of parent.getChildren()) visit(child, undefined)
  return { text, marks: bridgeBreaks(normalMarks(marks, text.length), text) }
}

function $inlineNode(text: string, marks: readonly Mark[]): LexicalNode {
  if (text === '\n') return $createLineBreakNode()
  let format = 0
  for (const [kind, name] of KINDS) if (marks.some((m) => m.kind === kind)) format |= TEXT_TYPE_TO_FORMAT[name] ?? 0
  return $createTextNode(text).setFormat(format)
}

const linkMark = (href: string, start: number, end: number): Mark =>
  href === '' ? { kind: 'link', start, end } : { kind: 'link', start, end, href }

/** A line break carries no format of its own: a mark on both sides of one covers it. */
function bridgeBreaks(marks: readonly Mark[], text: string): readonly Mark[] {
  if (!text.includes('\n')) return marks
  const kept: Mark[] = []
  for (const mark of marks) {
    const i = kept.findLastIndex((m) => m.kind === mark.kind)
    const before = kept[i]
    if (before && mark.kind !== 'link' && before.end < mark.start && /^\n+$/.test(text.slice(before.end, mark.start)))
      kept[i] = { ...before, end: mark.end }
    else kept.push(mark)
  }
  return normalMarks(kept, text.length)
}

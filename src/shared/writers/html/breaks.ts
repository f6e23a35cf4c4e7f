/** Where a heading may break on screen: between words, never inside one (破词), never against 避头尾. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Words } from '../../words.ts'

/** `content` with a `wbr` at every place where a line may end; the style sheet forbids all other places in Han text. */
export const breakable = (content: readonly ElementContent[], words?: Words): ElementContent[] =>
  content.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return withBreaks(node.value, words)
    return node.type === 'element' ? [{ ...node, children: breakable(node.children, words) }] : [node]
  })

function withBreaks(text: string, words?: Words): ElementContent[] {
  const cut = text
    .split(BRACKETED)
    .flatMap((part, i) => (i % 2 === 1 ? [part] : cutOf(part, words)))
    .filter((word) => word !== '')
  const nodes: ElementContent[] = []
  let line = ''
  for (const word of cut) {
    if (line !== '' && mayBreak(line, word)) {
      nodes.push({ type: 'text', value: line }, h('wbr'))
      line = ''
    }
    line += word
  }
  return line === '' ? nodes : [...nodes, { type: 'text', value: line }]
}

/** A column's name in brackets at a headline's end stays together. */
const BRACKETED = /(（[^（）]{1,14}）)/u

const cutOf = (text: string, words?: Words): readonly string[] =>
  words ? words.cut(text) : Array.from(segmenter.segment(text), (s) => s.segment)

/** Not before a mark that closes, a particle or a unit; not after a mark that opens or a figure. */
const mayBreak = (before: string, after: string): boolean =>
  !/^[\s\p{Pe}\p{Pf}\p{Po}\p{Pd}…—·的了着过们地得]/u.test(after) && !/[\s\p{Ps}\p{Pi}·\p{N}]$/u.test(before)

/** The platform's own dictionary, where the caller has no segmenter. */
const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' })

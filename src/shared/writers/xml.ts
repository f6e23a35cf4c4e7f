/** XML documents from their trees: declaration, instructions, root. */
import type { Element, Instruction } from 'xast'
import { toXml } from 'xast-util-to-xml'

/** `instructions` stand between the declaration and the root, one a line. */
export function xmlText(root: Element, instructions: readonly (readonly [name: string, value: string])[] = []): string {
  const heads = [['xml', 'version="1.0" encoding="UTF-8" standalone="yes"'] as const, ...instructions]
  const nodes = heads.map(([name, value]): Instruction => ({ type: 'instruction', name, value }))
  return `${[...nodes, root].map((node) => withoutCdataEnd(toXml(node))).join('\n')}\n`
}

/** The serializer leaves `]]>` in text, which XML 1.0 (2.4) forbids outside CDATA; we write no CDATA. */
export const withoutCdataEnd = (markup: string): string => markup.replaceAll(']]>', ']]&gt;')

/** A block as plain markup, for articles that are out of sight: same classes, same height as the editor's. */
import { blockData, tagOf } from './blocks/block-node.ts'
import type { Block } from '../../../shared/page/page.ts'

export function StillBlock({ block }: { readonly block: Block }) {
  const Tag = tagOf(block.role)
  return (
    <Tag className="block" {...blockData(block)}>
      {block.text === '' ? <br /> : block.text}
    </Tag>
  )
}

/** A block as plain markup, for articles that are out of sight: same classes, same height as the editor's. */
import { createElement } from 'react'
import { blockData, tagOf } from './blocks/block-node.ts'
import type { Block } from '../../../shared/page/page.ts'

export const StillBlock = ({ block }: { readonly block: Block }) =>
  createElement(
    tagOf(block.role),
    { className: 'block', ...blockData(block) },
    block.text === '' ? createElement('br') : block.text,
  )

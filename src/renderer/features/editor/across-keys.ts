/** Where a key takes the moving end of a selection that goes over stories: by characters, lines as they are drawn, blocks and the page. */
import { blockFrom, characterFrom, wholePage } from '../../../shared/page/stretch.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { boxOf, drawnBlock, placeAt } from './place.ts'
import { wordEnds, wordStep } from './words.ts'
import type { Caret } from '../../../shared/page/edit.ts'
import type { Page } from '../../../shared/page/page.ts'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The place after `key` was pressed at `head`; undefined where the key moves nothing. */
export function headAfter(page: Page, head: Caret, { key, ctrlKey, metaKey, altKey }: Key): Caret | undefined {
  const by = /^(ArrowLeft|ArrowUp|Home|PageUp)$/.test(key) ? -1 : 1
  const block = findBlock(page, head.block)?.block
  if (!block) return undefined
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (!ctrlKey && !altKey) return characterFrom(page, head, by)
      const atEnd = head.offset === (by < 0 ? 0 : block.text.length)
      if (atEnd) return blockFrom(page, head, by)
      return { block: block.id, offset: wordStep(block.text, wordEnds(block.text), head.offset, by) }
    }
    case 'ArrowUp':
    case 'ArrowDown':
      return lineFrom(page, head, by)
    case 'Home':
    case 'End':
      if (ctrlKey || metaKey) return wholePage(page)?.[by < 0 ? 0 : 1]
      return { block: block.id, offset: by < 0 ? 0 : block.text.length }
    case 'PageUp':
    case 'PageDown':
      return blockFrom(page, head, by)
    default:
      return undefined
  }
}

/** The place on the line above or below, as the page is drawn; from a block's last line the nearest end of the next block. */
function lineFrom(page: Page, head: Caret, by: -1 | 1): Caret {
  drawnBlock(head.block)?.scrollIntoView({ block: 'nearest' })
  const box = boxOf(head)
  const next = box && placeAt(box.left, by < 0 ? box.top - box.height / 2 : box.bottom + box.height / 2)
  return next?.block === head.block && Math.sign(next.offset - head.offset) === by ? next : blockFrom(page, head, by)
}

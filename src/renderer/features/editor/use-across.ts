/** Selecting and dragging over stories, in the page that is drawn: what is selected so is lit, and brought into view at its moving end. */
import { useEffect } from 'react'
import { findBlock } from '../../../shared/page/walk.ts'
import { rangeOf } from '../find/lights.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { registerAcross } from './across.ts'
import { registerTextDrag } from './drag-text.ts'
import { drawnBlock } from './place.ts'
import type { RefObject } from 'react'
import type { Desk, DeskState } from './desk.ts'

const NAME = 'across'

export function useAcross(scroller: RefObject<HTMLElement | null>): void {
  const { desk } = useWorkstation()
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const unhear = registerAcross(element, desk)
    const undrag = registerTextDrag(element, desk)
    const unlight = lightAcross(element, desk)
    return () => {
      unhear()
      undrag()
      unlight()
    }
  }, [scroller, desk])
}

function lightAcross(scroller: HTMLElement, desk: Desk): () => void {
  let frame = 0
  let lit: DeskState['wide']
  const light = () => {
    frame = 0
    const { page, focus, wide } = desk.get()
    const ranges = wide && page && focus ? focus.blocks.flatMap((id) => rangeIn(page, focus, id) ?? []) : []
    if (ranges.length > 0) CSS.highlights.set(NAME, new Highlight(...ranges))
    else CSS.highlights.delete(NAME)
    scroller.toggleAttribute('data-across', wide !== undefined)
    if (wide && wide.head !== lit?.head) drawnBlock(wide.head.block)?.scrollIntoView({ block: 'nearest' })
    // Blocks may be drawn anew under it.
    if (wide && !lit) watch.observe(scroller, { childList: true, subtree: true, characterData: true })
    else if (!wide) watch.disconnect()
    lit = wide
  }
  const soon = () => {
    frame ||= requestAnimationFrame(light)
  }
  const unhear = desk.subscribe(() => {
    if (desk.get().wide !== lit) soon()
  })
  const watch = new MutationObserver(soon)
  return () => {
    unhear()
    watch.disconnect()
    cancelAnimationFrame(frame)
    CSS.highlights.delete(NAME)
  }
}

function rangeIn(page: NonNullable<DeskState['page']>, focus: NonNullable<DeskState['focus']>, id: string) {
  const dom = drawnBlock(id)
  const text = findBlock(page, id)?.block.text ?? ''
  const start = id === focus.from.block ? focus.from.offset : 0
  const end = id === focus.to.block ? focus.to.offset : text.length
  return dom && start < end ? rangeOf(dom, { start, end }) : undefined
}

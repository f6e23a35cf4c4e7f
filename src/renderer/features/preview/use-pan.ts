/** A hand on the sheet: a press that moves pans, one that does not is a click. */
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** CSS pixels that a hand may shake without panning. */
const SHAKE = 4

export function usePan(scroller: RefObject<HTMLElement | null>, onClick: (event: PointerEvent) => void): void {
  const click = useRef(onClick)
  useEffect(() => {
    click.current = onClick
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let from: { x: number; y: number; left: number; top: number; moved: boolean } | undefined
    const down = (event: PointerEvent) => {
      if (event.button > 1 || (event.target as Element).closest('[data-frame]')) return // an event in the window has an element
      from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop, moved: false }
      element.setPointerCapture(event.pointerId)
      event.preventDefault()
    }
    const move = (event: PointerEvent) => {
      if (!from) return
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
      if (!from.moved && Math.hypot(dx, dy) < SHAKE) return
      from.moved = true
      element.dataset['panning'] = 'true'
      element.scrollTo(from.left - dx, from.top - dy)
    }
    const up = (event: PointerEvent) => {
      if (from && !from.moved && event.button === 0) click.current(event)
      from = undefined
      delete element.dataset['panning']
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
    }
  }, [scroller])
}

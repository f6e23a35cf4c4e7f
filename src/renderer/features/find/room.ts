/** The page makes room for the bar that stands over its upper edge: nothing that is found, or looked at, hides under it. */
import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'

/** What is in view stays where it is, but for the page's first lines, which come down. `key` is another value when the bar's height is. */
export function useRoom(bar: RefObject<HTMLElement | null>, key: unknown): void {
  useLayoutEffect(() => {
    const room = bar.current?.offsetHeight ?? 0
    const scroller = bar.current?.parentElement?.querySelector<HTMLElement>('.editor-scroll')
    if (!scroller) return
    scroller.style.setProperty('--find-room', `${room}px`)
    if (scroller.scrollTop > 0) scroller.scrollTop += room
    return () => {
      const { scrollTop } = scroller
      scroller.style.removeProperty('--find-room')
      scroller.scrollTop = Math.max(0, scrollTop - room)
    }
  }, [bar, key])
}

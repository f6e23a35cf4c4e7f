/** Reading a store for what may follow a key by a moment: margins, counts, lists. What the key itself changes is drawn first. */
import { useEffect, useRef, useState } from 'react'
import type { Store } from '../../app/store.ts'

/**
 * As `useStore`, but drawn after the frame in which the store changed; with `rest` after the store has been still for that many
 * milliseconds. Changes that come in between are drawn as one.
 */
export function useLater<T extends object, P>(store: Store<T>, select: (value: T) => P, rest = 0): P {
  const [value, setValue] = useState(() => select(store.get()))
  const chosen = useRef(select)
  useEffect(() => {
    chosen.current = select
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let frame = 0
    const read = () => {
      timer = undefined
      const now = chosen.current(store.get())
      setValue(() => now)
    }
    const soon = () => {
      if (rest > 0) {
        clearTimeout(timer)
        timer = setTimeout(read, rest)
      } else
        frame ||= requestAnimationFrame(() => {
          frame = 0
          timer ??= setTimeout(read)
        })
    }
    read()
    const stop = store.subscribe(soon)
    return () => {
      stop()
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    }
  }, [store, rest])
  return value
}

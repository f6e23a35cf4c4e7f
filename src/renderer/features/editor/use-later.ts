/** Reading a store for what may follow a key by a moment: margins, counts, lists. What the key itself changes is drawn first. */
import { useEffect, useRef, useState } from 'react'
import type { Store } from '../../app/store.ts'

/** Milliseconds after which a change is drawn even while others keep coming. */
const PATIENCE = 500

/**
 * As `useStore`, but drawn after the frame in which the store changed; where `rest` says so, after the store has been still for that
 * many milliseconds. Changes that come in between are drawn as one.
 */
export function useLater<T extends object, P>(
  store: Store<T>,
  select: (value: T) => P,
  rest: (value: T) => number = atOnce,
): P {
  const [value, setValue] = useState(() => select(store.get()))
  const chosen = useRef(select)
  useEffect(() => {
    chosen.current = select
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let frame = 0
    let since: number | undefined
    let drawn = chosen.current(store.get())
    const read = () => {
      clearTimeout(timer)
      since = undefined
      drawn = chosen.current(store.get())
      setValue(() => drawn)
    }
    const soon = () => {
      if (chosen.current(store.get()) === drawn) return
      const wait = rest(store.get())
      since ??= performance.now()
      if (wait > 0 && performance.now() - since < PATIENCE) {
        clearTimeout(timer)
        timer = setTimeout(read, wait)
      } else
        frame ||= requestAnimationFrame(() => {
          frame = 0
          clearTimeout(timer)
          timer = setTimeout(read)
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

const atOnce = () => 0

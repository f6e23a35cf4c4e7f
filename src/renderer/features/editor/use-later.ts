/** Reading a store for what may follow a key by a moment: margins, counts, lists. What the key itself changes is drawn first. */
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Store } from '../../app/store.ts'

/** Milliseconds after which a change is drawn even while others keep coming. */
const PATIENCE = 1000
/** Milliseconds in which the frame of a change is mostly drawn. To ask when it is would be to ask for one more frame each time. */
const FRAME = 20

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
  const drawn = useRef(value)
  const chosen = useRef(select)
  useEffect(() => {
    chosen.current = select
  })
  useEffect(() => {
    /** When the first change came that is not drawn yet. */
    let since: number | undefined
    return beatOf(store).join((changed, now) => {
      const next = chosen.current(store.get())
      if (next === drawn.current) {
        since = undefined
        return undefined
      }
      since ??= changed
      const wait = Math.min(changed + rest(store.get()), since + PATIENCE) - now
      if (wait > 0) return wait
      drawn.current = next
      since = undefined
      setValue(() => next)
      return undefined
    })
  }, [store, rest])
  return value
}

const atOnce = () => 0

/** Draws what follows `store` by a moment as soon as what runs now is done: before the next key. */
export const drawBeforeKeys = (store: object): void => beforeKeys(() => beats.get(store)?.draw())

/** What `set` sets is drawn before the next key. An editor that a command runs in puts its own selection in place first. */
export const beforeKeys = (set: () => void): void => queueMicrotask(() => queueMicrotask(() => flushSync(set)))

/** Reads what it follows; gives the milliseconds after which it wants to look again, or nothing. */
type Reader = (changed: number, now: number) => number | undefined
type Beat = {
  readonly join: (reader: Reader) => () => void
  /** All that read it draw what they have not drawn yet. */
  readonly draw: () => void
}

const beats = new WeakMap<object, Beat>()

/** All readers of a store look at it together: a change asks for one timer at most, however many they are. */
function beatOf<T extends object>(store: Store<T>): Beat {
  const known = beats.get(store)
  if (known) return known
  const readers = new Set<Reader>()
  let changed = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** When the timer is due. */
  let due = Infinity
  const look = () => {
    due = Infinity
    const now = performance.now()
    const waits = [...readers].flatMap((reader) => reader(changed, now) ?? [])
    if (waits.length > 0) later(now + Math.min(...waits))
  }
  const later = (at: number) => {
    if (at >= due) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(look, at - performance.now())
  }
  store.subscribe(() => {
    changed = performance.now()
    if (readers.size > 0) later(changed + FRAME)
  })
  const beat: Beat = {
    draw: () => {
      for (const reader of readers) reader(changed, Infinity)
    },
    join: (reader) => {
      readers.add(reader)
      // What changed before it joined is read too.
      later(performance.now())
      return () => readers.delete(reader)
    },
  }
  beats.set(store, beat)
  return beat
}

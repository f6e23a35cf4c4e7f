/**
 * Code that is no part of the first page: fetched in a quiet moment after the start, or when it is asked for before. Nothing that is
 * typed into at once belongs here: the first keys would come before it.
 */
import { startTransition, useEffect, useState } from 'react'
import { whenFirstDrawn } from '../app/first-frame.ts'
import type { ComponentType, ReactNode } from 'react'

const waiting: (() => Promise<unknown>)[] = []

/** What `load` gives, undefined until it is there, which is a moment after the start. */
export function soon<T>(load: () => Promise<T>): () => T | undefined {
  let value: T | undefined
  waiting.push(async () => {
    value = await load()
  })
  return () => value
}

/** What `load` gives, for a component: undefined until it is there. */
export function laterValue<T>(load: () => Promise<T>): () => T | undefined {
  let value: T | undefined
  let loading: Promise<T> | undefined
  const fetch = () => (loading ??= load().then((loaded) => (value = loaded)))
  waiting.push(fetch)
  return function useLaterValue() {
    const [, setReady] = useState(value !== undefined)
    useEffect(() => {
      if (value !== undefined) return
      let gone = false
      void whenFirstDrawn()
        .then(fetch)
        // Drawn in pieces: a key that is typed meanwhile comes between them.
        .then(() => !gone && startTransition(() => setReady(true)))
      return () => {
        gone = true
      }
    }, [])
    return value
  }
}

/**
 * The view that `load` gives, drawn as soon as its code is there, what `before` gives until then. No Suspense: that would hold it back
 * for a third of a second.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  before: (props: P) => ReactNode = () => null,
): ComponentType<P> {
  const useView = laterValue(load)
  return function Later(props: P) {
    const View = useView()
    return View ? <View {...props} /> : before(props)
  }
}

/** Fetches what was put off, one after the other, whenever the window is idle. */
export function fetchLater(): void {
  const next = waiting.shift()
  if (next) requestIdleCallback(() => void next().finally(fetchLater))
}

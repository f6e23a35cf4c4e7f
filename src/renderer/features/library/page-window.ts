/** A long list of pages of which only the part in view is read: portions are fetched as they are scrolled to. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../app/banxin.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { LibraryPage, PageFilter } from '../../../shared/api/library.ts'

/** Pages read at a time. */
const PORTION = 200
/** Milliseconds between two looks at what is in view: a list that is dragged through is not read whole. */
const LOOK = 70

export type PageWindow = {
  readonly total: number | undefined
  /** Why nothing could be read, where that is so: then nobody knows how many there are. */
  readonly failure: BanxinError | undefined
  /** The page in place `index` if it was read already. */
  readonly at: (index: number) => LibraryPage | undefined
  /** Says what is in view; what is missing is fetched. */
  readonly show: (from: number, to: number) => void
  /** Reads again what is in view: pages changed. */
  readonly refresh: () => void
}

export function usePageWindow(filter: PageFilter, complain: (error: unknown) => void): PageWindow {
  const key = JSON.stringify(filter)
  const [counted, setCounted] = useState<{
    readonly key: string
    readonly total: number
    readonly failure?: BanxinError
  }>()
  const [, draw] = useState(0)
  const portions = useRef(new Map<number, readonly LibraryPage[]>())
  const asked = useRef(new Set<number>())
  const current = useRef(key)
  const timer = useRef<{ id: ReturnType<typeof setTimeout> | undefined; at: number }>({ id: undefined, at: 0 })
  const seen = useRef<readonly [number, number]>([0, 0])

  const fetch = useCallback(
    async (portion: number) => {
      if (asked.current.has(portion)) return
      asked.current.add(portion)
      try {
        const read = await call('library.pages', {
          ...(JSON.parse(key) as PageFilter), // the very filter that made the key
          offset: portion * PORTION,
          limit: PORTION,
        })
        if (current.current !== key) return
        portions.current.set(portion, read.pages)
        setCounted({ key, total: read.total })
        draw((n) => n + 1)
      } catch (error) {
        asked.current.delete(portion)
        const failure = error instanceof BanxinError ? error : new BanxinError('internal')
        setCounted((known) => (known?.key === key && !known.failure ? known : { key, total: 0, failure }))
        complain(error)
      }
    },
    [key, complain],
  )

  const look = useCallback(() => {
    const [from, to] = seen.current
    for (let p = Math.floor(from / PORTION); p <= Math.floor(Math.max(from, to) / PORTION); p++) void fetch(p)
  }, [fetch])
  const show = useCallback(
    (from: number, to: number) => {
      seen.current = [from, to]
      clearTimeout(timer.current.id)
      const wait = Math.max(0, timer.current.at + LOOK - performance.now())
      timer.current.id = setTimeout(() => {
        timer.current.at = performance.now()
        look()
      }, wait)
    },
    [look],
  )
  useEffect(() => {
    const pending = timer.current
    return () => clearTimeout(pending.id)
  }, [])

  useEffect(() => {
    current.current = key
    portions.current = new Map()
    asked.current = new Set()
    // oxlint-disable-next-line react/set-state-in-effect -- it is set when the portion came
    void fetch(0)
  }, [key, fetch])

  const refresh = useCallback(() => {
    asked.current = new Set()
    // Portions out of view are forgotten, those in view stay until their successors come.
    const [from, to] = seen.current.map((n) => Math.floor(n / PORTION))
    for (const p of portions.current.keys()) if (p < (from ?? 0) || p > (to ?? 0)) portions.current.delete(p)
    look()
  }, [look])

  const { total, failure } = counted?.key === key ? counted : {}
  return {
    total,
    failure,
    show,
    refresh,
    at: (index) => portions.current.get(Math.floor(index / PORTION))?.[index % PORTION],
  }
}

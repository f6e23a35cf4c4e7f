/** The files of a job, read as they are scrolled to. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../app/banxin.ts'
import { LOOK_MOST } from '../../../shared/api/jobs.ts'
import type { JobFile } from '../../../shared/api/jobs.ts'
import type { PageMeta } from '../../../shared/page/page.ts'

const PORTION = LOOK_MOST
export type Outcome = 'new' | 'duplicate' | 'failed' | 'alike' | 'noticed'

/** A file, with what its first lines say. */
export type LookedAt = JobFile & { readonly head?: PageMeta }

/** `look`: what the files say themselves is asked too, and comes a moment later. */
export function useFileWindow(
  id: number,
  outcome: Outcome | undefined,
  complain: (error: unknown) => void,
  look = false,
) {
  const [counted, setCounted] = useState<{ readonly of: Outcome | undefined; readonly total: number }>()
  const [, draw] = useState(0)
  const files = useRef(new Map<number, LookedAt>())
  const asked = useRef(new Set<number>())
  const seen = useRef<readonly [number, number]>([0, 0])
  const turn = useRef(0)

  const fetch = useCallback(
    async (portion: number) => {
      if (asked.current.has(portion)) return
      asked.current.add(portion)
      const mine = turn.current
      try {
        const read = await call('job.files', {
          id,
          ...(outcome && { outcome }),
          offset: portion * PORTION,
          limit: PORTION,
        })
        if (mine !== turn.current) return
        for (const [i, file] of read.files.entries()) {
          const index = portion * PORTION + i
          const { head } = files.current.get(index) ?? {}
          files.current.set(index, head ? { ...file, head } : file)
        }
        setCounted({ of: outcome, total: read.total })
        draw((n) => n + 1)
        if (!look) return
        const looked = new Map(
          (await call('job.look', { id, n: read.files.map((f) => f.n) })).map(({ n, meta }) => [n, meta]),
        )
        if (mine !== turn.current) return
        for (const [index, file] of files.current) {
          const head = looked.get(file.n)
          if (head) files.current.set(index, { ...file, head })
        }
        draw((n) => n + 1)
      } catch (error) {
        if (mine === turn.current) complain(error)
      }
    },
    [id, outcome, complain, look],
  )
  const show = useCallback(
    (from: number, to: number) => {
      seen.current = [from, to]
      for (let p = Math.floor(from / PORTION); p <= Math.floor(Math.max(from, to) / PORTION); p++) void fetch(p)
    },
    [fetch],
  )
  const refresh = useCallback(() => {
    asked.current = new Set()
    show(...seen.current)
  }, [show])
  useEffect(() => {
    turn.current++
    files.current = new Map()
    asked.current = new Set()
    // oxlint-disable-next-line react/set-state-in-effect -- it is set when the portion came
    void fetch(0)
  }, [fetch])

  return {
    total: counted && counted.of === outcome ? counted.total : undefined,
    show,
    refresh,
    at: (index: number): LookedAt | undefined => files.current.get(index),
    /** Puts a file that was just corrected in its place. */
    put: useCallback((file: LookedAt) => {
      for (const [index, known] of files.current) if (known.n === file.n) files.current.set(index, file)
      draw((n) => n + 1)
    }, []),
    /** The names of the first files. */
    first: (count: number): readonly string[] =>
      Array.from({ length: count }, (_, i) => files.current.get(i)?.name).filter((name) => name !== undefined),
  }
}

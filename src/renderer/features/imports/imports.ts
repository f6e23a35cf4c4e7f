/** The import jobs: their list as they go on, and what starts, stops and shows them. */
import { createStore } from '../../app/store.ts'
import { on } from '../../app/banxin.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { Job } from '../../../shared/api/jobs.ts'

export type ImportsState = {
  readonly jobs: readonly Job[] | undefined
  readonly shown: number | undefined
}

export type Imports = ReturnType<typeof createImports>

export function createImports(call: Banxin, complain: (error: unknown) => void) {
  const store = createStore<ImportsState>({ jobs: undefined, shown: undefined })
  const { get, set } = store

  const put = (job: Job) => {
    const jobs = get().jobs ?? []
    const known = jobs.some((j) => j.id === job.id)
    // The first that comes by itself, from the watched folder, is shown.
    set({
      jobs: known ? jobs.map((j) => (j.id === job.id ? job : j)) : [job, ...jobs],
      shown: get().shown ?? job.id,
    })
  }
  const read = async () => {
    try {
      const jobs = (await call('job.list', {})).toSorted((a, b) => b.id - a.id)
      const { shown } = get()
      // After a backup was put back the one that was shown may be gone.
      set({ jobs, shown: jobs.some((j) => j.id === shown) ? shown : jobs[0]?.id })
    } catch (error) {
      complain(error)
    }
  }
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      complain(error)
    }
    await read()
  }
  return {
    ...store,
    read,
    listen: () => on('job.progress', put),
    show: (id: number) => set({ shown: id }),
    /** A job that was just made is shown. */
    made: (job: Job) => {
      put(job)
      set({ shown: job.id })
    },
    start: (id: number) => act(() => call('job.start', { id })),
    pause: (id: number) => act(() => call('job.pause', { id })),
    cancel: (id: number) => act(() => call('job.cancel', { id })),
    remove: (id: number) =>
      act(async () => {
        await call('job.remove', { id })
        set({ shown: get().jobs?.find((j) => j.id !== id)?.id })
      }),
  }
}

/** A file's or folder's own name. */
export const lastPart = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== '') ?? path

/** Seconds as a person says them: 45 秒, 3 分 20 秒, 1 小时 5 分. */
export function duration(seconds: number, t: (key: string, params: Record<string, number>) => string): string {
  if (seconds < 10) return t('imports.seconds', { s: Math.max(0.1, Math.round(seconds * 10) / 10) })
  const s = Math.round(seconds)
  if (s < 60) return t('imports.seconds', { s })
  if (s < 3600) return t('imports.minutes', { m: Math.floor(s / 60), s: s % 60 })
  return t('imports.hours', { h: Math.floor(s / 3600), m: Math.floor((s % 3600) / 60) })
}

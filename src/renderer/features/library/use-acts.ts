/** Actions on pages of the library: each says what it did, and the last can be taken back. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useProgress } from '../../app/use-progress.ts'
import { useWorkstation } from '../../app/workstation.ts'

/** What an action of the archive gives back. */
type Made = { readonly operation: number | null; readonly pages: number }

export type Acts = ReturnType<typeof useActs>

/** `onDone` is called when pages are no longer as they were. */
export function useActs(onDone: () => void) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [done, setDone] = useState<{ readonly operation: number; readonly text: string }>()

  const { progress, clear } = useProgress()

  const during = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await w.autosave.flush()
      await work()
      // The open page may have gone with the others.
      const { open } = w.desk.get()
      if (open && !(await call('page.get', { id: open.id }).catch(() => undefined))) w.leavePage()
      onDone()
      return true
    } catch (error) {
      w.complain(error)
      return false
    } finally {
      clear()
    }
  }
  /** Tells whether it was done; `key` is the sentence that says so. */
  const act = (key: string, work: () => Promise<Made>) =>
    during(async () => {
      const { operation, pages } = await work()
      setDone(operation === null ? undefined : { operation, text: t(key, { n: pages }) })
    })
  const undo = () =>
    during(async () => {
      if (!done) return
      const { conflicts } = await call('operation.undo', { id: done.operation })
      if (conflicts.length > 0) w.tell('shelves.undoConflicts', { n: conflicts.length })
      else w.tell('shelves.undone')
      setDone(undefined)
    })
  return {
    done,
    progress,
    act,
    undo,
    bin: (ids: readonly number[]) => act('shelves.binned', () => call('pages.bin', { ids: [...ids] })),
  }
}

/** Actions on pages of the library: each says what it did, and the last can be taken back. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BanxinError } from '../../../shared/errors.ts'
import { call } from '../../app/banxin.ts'
import { savedFirst } from '../../app/saved-first.ts'
import { useProgress } from '../../app/use-progress.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { tellUndone } from './tell-undone.ts'
import { useUndoKey } from './use-undo-key.ts'

/** What an action of the archive gives back. */
type Made = { readonly operation: number | null; readonly pages: number }

export type Acts = ReturnType<typeof useActs>

/** Whether it was deleted; a locked archive or one that starts again has only not answered. */
const isGone = (id: number): Promise<boolean> =>
  call('page.get', { id }).then(
    () => false,
    (error: unknown) => error instanceof BanxinError && error.code === 'page/missing',
  )

/** One action at a time: what is asked for during another is not done. `onDone` is called when pages are no longer as they were. */
export function useActs(onDone: () => void) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [done, setDone] = useState<{ readonly operation: number; readonly text: string }>()

  const progress = useProgress()

  const running = useRef(false)

  const during = async (work: () => Promise<void>): Promise<boolean> => {
    if (running.current) return false
    running.current = true
    try {
      if (!(await savedFirst(w))) return false
      await work()
      // The open page may have gone with the others.
      const { open } = w.desk.get()
      if (open && (await isGone(open.id))) w.leavePage()
      // The step of the open page may be another.
      w.shell.set({ stated: w.shell.get().stated + 1 })
      onDone()
      return true
    } catch (error) {
      w.complain(error)
      return false
    } finally {
      running.current = false
    }
  }
  /** Tells whether it was done; `key` is the sentence that says so. */
  const act = (key: string, work: () => Promise<Made>) =>
    during(async () => {
      const { operation, pages } = await work()
      // What changed nothing leaves the offer to undo what did.
      if (operation !== null) setDone({ operation, text: t(key, { n: pages.toLocaleString('en') }) })
    })
  const undo = () =>
    during(async () => {
      if (!done) return
      const undone = await call('operation.undo', { id: done.operation })
      tellUndone(w, undone)
      if (!undone.stopped) setDone(undefined)
    })
  const place = useRef<HTMLElement>(null)
  useUndoKey(done, place, undo)
  return {
    done,
    /** Where it is offered to take it back. */
    place,
    progress,
    act,
    undo,
    bin: (ids: readonly number[]) => act('shelves.binned', () => call('pages.bin', { ids: [...ids] })),
  }
}

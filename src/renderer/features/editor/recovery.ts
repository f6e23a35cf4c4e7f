/** After a program that did not close properly: the page, its caret and its undo steps are there again, and a line says so. */
import { whenFirstDrawn } from '../../app/first-frame.ts'
import { pageTitle } from '../../app/page-title.ts'
import { showKey } from '../../app/keys.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { Autosave } from './autosave.ts'
import type { Desk } from './desk.ts'

export function createRecovery(
  desk: Desk,
  autosave: Autosave,
  call: Banxin,
  tell: (key: string, params: Record<string, string | number>) => void,
) {
  /** Whether the last run did not end, until that was told. */
  let crashed: Promise<boolean> | undefined
  return {
    /** At the start. */
    began: () => {
      crashed = whenFirstDrawn()
        .then(() => call('session.begin', {}))
        .then(({ cutShort }) => cutShort)
        .catch(() => false)
    },
    /** A page is shown: its undo steps come back, and at the start its caret. */
    shown: async (id: number) => {
      const { steps, focus } = await autosave.recall().catch(() => ({ steps: 0, focus: undefined }))
      // What a person has begun meanwhile is not disturbed.
      const idle = document.activeElement === null || document.activeElement === document.body
      if (focus && idle && desk.get().focus === undefined) desk.moveTo(focus.from, focus.to)
      const asked = crashed
      crashed = undefined
      if (!(await asked)) return
      const { page } = desk.get()
      const [last] = await call('revision.list', { id }).catch(() => [])
      const time = last ? new Date(last.at).toLocaleTimeString('en-GB') : '–'
      const told = steps > 0 ? 'recover.crash' : 'recover.crashSaved'
      if (page) tell(told, { title: pageTitle(page), time, n: steps, undo: showKey('Mod+Z') })
    },
    /** Everything is on disk and the window closes. */
    ended: () => call('session.end', {}).catch(() => {}),
  }
}

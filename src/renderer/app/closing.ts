/** The window closes once what was typed is on disk, or kept by the window; where neither can be done, the person is asked first. */
import type { Banxin } from '../../shared/api.ts'
import type { Autosave } from '../features/editor/autosave.ts'
import type { Desk } from '../features/editor/desk.ts'
import type { Shell } from './shell.ts'
import type { Store } from './store.ts'

type Parts = {
  readonly call: Banxin
  readonly desk: Desk
  readonly shell: Store<Shell>
  readonly autosave: Autosave
  /** Saves what is kept of other pages. */
  readonly catchUp: () => Promise<void>
  /** Notes that the program ended properly. */
  readonly ended: () => Promise<unknown>
}

/** Milliseconds for the last save; an archive that has not answered by then is taken for one that does not. */
const SAVE = 1200
/** Milliseconds for the note that the program ended. */
const NOTE = 400

export function createClosing({ call, desk, shell, autosave, catchUp, ended }: Parts) {
  const asked = () => shell.get().dialog?.name === 'unkept'

  const end = async () => {
    shell.set({ dialog: undefined })
    await within(NOTE, ended())
    await call('window.close', {})
  }

  // It was to close, and nothing stands against that any more.
  desk.subscribe(() => {
    if (asked() && !autosave.dirty()) void end()
  })

  return {
    begin: async () => {
      // While it saves what it cannot keep, the window is not to go.
      if (!autosave.keep()) await call('window.stay', {})
      await within(SAVE, autosave.flush().then(catchUp))
      if (autosave.keep()) return end()
      await call('window.stay', {})
      shell.set({ dialog: { name: 'unkept' } })
    },
    /** The window closes, whatever is unsaved. */
    end,
  }
}

const within = (ms: number, work: Promise<unknown>) =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms))])

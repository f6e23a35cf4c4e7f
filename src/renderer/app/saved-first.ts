/** What must be done before an action on the archive takes the open page as it stands there. */
import { asking } from '../features/editor/desk.ts'
import type { Autosave } from '../features/editor/autosave.ts'
import type { Desk } from '../features/editor/desk.ts'
import type { Shell } from './shell.ts'
import type { Store } from './store.ts'

type Parts = { readonly autosave: Autosave; readonly desk: Desk; readonly shell: Store<Shell> }

/** Whether all that was typed is on disk; where another program has changed the page or put it into the bin, the person is asked what stands. */
export async function savedFirst({ autosave, desk, shell }: Parts): Promise<boolean> {
  const saved = await autosave.flush()
  const name = asking(desk.get().save)
  if (!saved && name) shell.set({ dialog: { name } })
  return saved
}

/** How a page comes on the desk: what was open is left first, and what an earlier run left of the page is taken up. */
import { BanxinError } from '../../shared/errors.ts'
import { asking } from '../features/editor/desk.ts'
import { savedFirst } from './saved-first.ts'
import type { Banxin } from '../../shared/api.ts'
import type { OpenPage } from '../../shared/api/pages.ts'
import type { Autosave } from '../features/editor/autosave.ts'
import type { Left } from '../features/editor/kept-texts.ts'
import type { Desk } from '../features/editor/desk.ts'
import type { CatchingUp } from './catching-up.ts'
import type { createShell } from './shell.ts'

type Parts = {
  readonly call: Banxin
  readonly desk: Desk
  readonly shell: Pick<ReturnType<typeof createShell>, 'shell' | 'attempt' | 'complain'>
  readonly autosave: Autosave
  /** Another page is on the desk. */
  readonly shown: (opened: OpenPage) => void
  /** What an earlier run left was put back, unasked. */
  readonly recovered: () => void
  readonly dropTab: (id: number) => void
  readonly catchingUp: Pick<CatchingUp, 'left' | 'whileOpening'>
}

export function createOpening({ call, desk, shell: parts, autosave, shown, recovered, dropTab, catchingUp }: Parts) {
  const { shell, attempt, complain } = parts

  /** Whether the open page can be left: what was typed is on disk, or kept by the window until it can be saved. */
  const mayLeave = async () => (await savedFirst({ autosave, desk, shell })) || (!asking(desk.get().save) && kept())
  /** Whether what is unsaved is kept by the window; where it has no room, that is said. */
  const kept = (): boolean => {
    const done = autosave.keep()
    if (!done) complain(new BanxinError('window/full'))
    return done
  }

  const takeUp = (left: Left) => {
    autosave.takeUp(left)
    if (left.asks) shell.set({ dialog: { name: 'conflict' } })
    else recovered()
  }

  /** Puts `opened` on the desk with what is left of it, as long as it is `wanted`: what is typed until then is kept first. False where it is not put there. */
  const put = async (opened: OpenPage, wanted: () => boolean): Promise<boolean> => {
    const leaves = () => desk.get().open?.id !== opened.id
    for (;;) {
      // What was typed while `opened` was read is saved first; where that was tried in vain already, it is kept.
      if (wanted() && leaves() && desk.get().save.kind !== 'failed') await autosave.flush()
      if (!wanted() || !kept()) return false
      const { page } = desk.get()
      const left = await autosave.left(opened)
      if (desk.get().page !== page) continue
      if (!wanted()) return false
      const unsaved = leaves() && autosave.dirty()
      autosave.watch(opened)
      desk.show(opened)
      if (unsaved && page) catchingUp.left(page)
      if (left) takeUp(left)
      return true
    }
  }

  return {
    mayLeave,
    /** Opens page `id`; `read` is what the archive has of it, where that is known already. */
    openPage: async (id: number, read?: OpenPage) => {
      if (desk.get().open?.id === id) return
      if (!(await mayLeave())) return
      await catchingUp.whileOpening(id, async () => {
        const opened = read ?? (await attempt(() => call('page.get', { id })))
        if (!opened) return dropTab(id)
        // Meanwhile the page may have been put there by another asking, or something that waits for the person.
        if (await put(opened, () => desk.get().open?.id !== id && !asking(desk.get().save))) shown(opened)
      })
    },
    /**
     * The open page was changed by an action on the archive: its new state is read, and history starts anew. What was typed while that
     * was done is asked for.
     */
    reload: async () => {
      const id = desk.get().open?.id
      if (id === undefined) return
      const opened = await call('page.get', { id }).catch(() => undefined)
      if (desk.get().open?.id !== id) return
      if (opened) return void (await put(opened, () => desk.get().open?.id === id))
      autosave.forget()
      desk.close()
    },
  }
}

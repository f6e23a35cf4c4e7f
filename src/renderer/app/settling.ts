/** What the person says of a page that cannot be saved as it is: another changed it, put it into the bin, or deleted it for good. */
import { call } from './banxin.ts'
import type { Autosave } from '../features/editor/autosave.ts'
import type { Desk } from '../features/editor/desk.ts'
import type { createShell } from './shell.ts'

type Parts = {
  readonly desk: Desk
  readonly shell: Pick<ReturnType<typeof createShell>, 'shell' | 'attempt'>
  readonly autosave: Autosave
  readonly list: () => Promise<void>
  readonly openPage: (id: number) => Promise<void>
  readonly dropTab: (id: number) => void
}

export function createSettling({ desk, shell: { shell, attempt }, autosave, list, openPage, dropTab }: Parts) {
  const leave = (id: number) => {
    autosave.forget()
    desk.close()
    dropTab(id)
  }
  /** With its OCR text, so that nothing is missing but its history. */
  const saveAnew = async () => {
    const { open, page } = desk.get()
    if (!open || !page) return
    const bytes = new TextEncoder().encode(JSON.stringify({ page, source: open.source }))
    const made = await attempt(() => call('import.bytes', { name: `${open.name}.page.json`, bytes }))
    if (!made?.id) return
    autosave.discard()
    leave(open.id)
    await openPage(made.id)
  }

  return {
    /** After a conflict: whose version stands. The other one is one undo away. */
    settle: async (whose: 'mine' | 'theirs') => {
      const { open, page } = desk.get()
      shell.set({ dialog: undefined })
      const stored = open && (await attempt(() => call('page.get', { id: open.id })))
      if (!stored || !page || desk.get().open?.id !== stored.id) return
      // What is said of the page is not changed here: whoever's text stands, that does.
      desk.retell(stored.page.meta)
      desk.act({ page: stored.page })
      if (whose === 'mine') desk.undo()
      autosave.settle(stored.revision, stored.page)
      await autosave.flush()
    },
    /**
     * The open page is not in the library any more. `restore`: it comes out of the bin and is saved; `leave`: what was typed waits until
     * somebody restores it; `anew`: it becomes a new page; `discard`: what was typed goes.
     */
    settleAway: async (what: 'restore' | 'leave' | 'anew' | 'discard') => {
      const { open } = desk.get()
      shell.set({ dialog: undefined })
      if (!open) return
      switch (what) {
        case 'restore':
          if (await attempt(() => call('bin.restore', { ids: [open.id] }))) autosave.retry()
          break
        case 'anew':
          await saveAnew()
          break
        case 'discard':
          autosave.discard()
          leave(open.id)
          break
        case 'leave':
          leave(open.id)
      }
      await list()
    },
  }
}

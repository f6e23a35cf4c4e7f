/** What the person says of a page that cannot be saved as it is: another changed it, put it into the bin, or deleted it for good. */
import { BanxinError, isErrorCode } from '../../shared/errors.ts'
import { asking } from '../features/editor/desk.ts'
import type { Banxin } from '../../shared/api.ts'
import type { OpenPage } from '../../shared/api/pages.ts'
import type { Autosave } from '../features/editor/autosave.ts'
import type { Desk } from '../features/editor/desk.ts'
import type { createShell } from './shell.ts'

type Parts = {
  readonly call: Banxin
  readonly desk: Desk
  readonly shell: Pick<ReturnType<typeof createShell>, 'shell' | 'attempt' | 'complain' | 'tell'>
  readonly autosave: Autosave
  readonly list: () => Promise<void>
  readonly openPage: (id: number) => Promise<void>
  readonly dropTab: (id: number) => void
}

/** What each answer answers. */
const ANSWERS = { restore: 'binned', leave: 'binned', anew: 'gone', discard: 'gone' } as const

export function createSettling(parts: Parts) {
  const { call, desk, autosave, list, openPage, dropTab } = parts
  const { shell, attempt, complain, tell } = parts.shell

  // A question goes with what it asks of: the page is back, or another one is on the desk.
  desk.subscribe(() => {
    const name = shell.get().dialog?.name
    if (name !== undefined && isQuestion(name) && asking(desk.get().save) !== name) shell.set({ dialog: undefined })
  })

  const leave = (id: number) => {
    autosave.forget()
    desk.close()
    dropTab(id)
  }

  /** Page `id` as it is stored; undefined where it is away or cannot be read, and then that is asked or told. */
  const storedPage = async (id: number): Promise<OpenPage | undefined> => {
    try {
      return await call('page.get', { id })
    } catch (error) {
      if (!isMissing(error)) complain(error)
      else if (desk.get().open?.id === id) {
        const inBin = await attempt(() => isInBin(id))
        if (inBin === undefined || desk.get().open?.id !== id) return undefined
        const kind = inBin ? 'binned' : 'gone'
        desk.set({ save: { kind } })
        shell.set({ dialog: { name: kind } })
      }
      return undefined
    }
  }
  const isInBin = async (id: number) => (await call('library.ids', { bin: true })).includes(id)

  /** With its OCR text and the picture of the paper. What is typed meanwhile goes with it, and is kept until the new page stands. */
  const saveAnew = async () => {
    const { open, page } = desk.get()
    if (!open || !page) return
    const bytes = new TextEncoder().encode(JSON.stringify({ page, source: open.source }))
    const made = await attempt(() => call('import.bytes', { name: `${open.name}.page.json`, bytes }))
    if (!made) return
    const { id, code, params } = made
    if (id === null) return void complain(new BanxinError(code && isErrorCode(code) ? code : 'internal', params))
    const sha256 = autosave.picture()
    if (sha256 !== undefined) await attempt(() => call('page.setPicture', { id, sha256 }))
    const now = desk.get()
    if (now.open?.id !== open.id || !now.page) return
    leave(open.id)
    await openPage(id)
    const fresh = desk.get()
    if (fresh.open?.id !== id || !fresh.page) return
    if (now.page !== page) desk.act({ page: { ...now.page, meta: fresh.page.meta } })
    await autosave.flush()
    autosave.drop(open.id)
  }

  return {
    /** Page `id` is shown; what will be needed of it when it is gone is asked for. */
    shown: async (id: number) => {
      const found = await call('page.picture', { id }).catch(() => null)
      if (found?.sha256 !== undefined) autosave.pictured(id, found.sha256)
    },
    /** After a conflict: whose version stands. The other one is one undo away, and a revision that can be compared and restored. */
    settle: async (whose: 'mine' | 'theirs') => {
      const { open } = desk.get()
      shell.set({ dialog: undefined })
      const stored = open && (await storedPage(open.id))
      if (!stored || desk.get().open?.id !== stored.id) return
      // What is said of the page is not changed here: whoever's text stands, that does.
      desk.retell(stored.page.meta)
      const mine = desk.get().page
      if (!mine) return
      const { id, revision } = stored
      const kept =
        whose === 'mine'
          ? { revision }
          : await attempt(() => call('revision.keep', { id, current: revision, page: mine }))
      // Not kept, it waits for the person as it did.
      if (!kept || desk.get().open?.id !== id) return
      desk.act({ page: stored.page })
      if (whose === 'mine') desk.act({ page: mine })
      autosave.settle(kept.revision, stored.page)
      if (await autosave.flush()) tell('conflict.kept', { n: whose === 'mine' ? revision : kept.revision - 1 })
    },
    /**
     * The open page is not in the library any more. `restore`: it comes out of the bin and is saved; `leave`: what was typed waits until
     * somebody restores it; `anew`: it becomes a new page; `discard`: what was typed goes.
     */
    settleAway: async (what: keyof typeof ANSWERS) => {
      const { open, save } = desk.get()
      shell.set({ dialog: undefined })
      if (!open || save.kind !== ANSWERS[what]) return
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
          if (autosave.keep()) leave(open.id)
          else complain(new BanxinError('window/full'))
      }
      await list()
    },
    /** What the window keeps of a page that is deleted for good is the only copy: it is shown, and asked what becomes of it. */
    offer: async () => {
      for (const id of autosave.kept()) {
        const missing = await call('page.get', { id }).then(() => false, isMissing)
        if (!missing || (await isInBin(id))) continue
        const lone = await autosave.lone(id)
        // What is open and unsaved comes first; this one is asked for at the next start.
        if (!(await autosave.flush()) || asking(desk.get().save)) return
        if (!lone) continue
        autosave.watch(lone.opened)
        desk.show(lone.opened)
        autosave.takeUpLone(lone)
        shell.set({ dialog: { name: 'gone' } })
        return
      }
    },
  }
}

const isQuestion = (name: string): boolean => name === 'conflict' || name === 'binned' || name === 'gone'

const isMissing = (error: unknown): boolean => error instanceof BanxinError && error.code === 'page/missing'
